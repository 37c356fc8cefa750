package advise

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/guide"
)

// TestEveryTextHasAMomentThatIsReached: whoever writes a text of the method says
// when it fits, and shows a client whom it fits.
func TestEveryTextHasAMomentThatIsReached(t *testing.T) {
	g := guide.For("nl")
	var known []string
	behind := map[string]bool{}
	for _, m := range moments() {
		known = append(known, m.name)
		behind[m.behind] = true
		if m.behind != "" && g.Reading(m.behind).ID == "" {
			t.Errorf("%s leads to %s, which is nothing", m.name, m.behind)
		}
		r, ok := reach[m.name]
		if !ok {
			t.Errorf("no client reaches %s", m.name)
			continue
		}
		if !slices.Contains(names(Of(g, r.situation(true))), m.name) {
			t.Errorf("%s does not fit its client: %v", m.name, names(Of(g, r.situation(true))))
		}
		if slices.Contains(names(Of(g, r.situation(false))), m.name) != r.calm {
			t.Errorf("%s fits the calm client: %v", m.name, !r.calm)
		}
	}
	for _, name := range guide.Moments() {
		if !slices.Contains(known, name) {
			t.Errorf("%s has texts and no moment", name)
		}
	}
	for name := range reach {
		if !slices.Contains(known, name) {
			t.Errorf("%s is reached and is no moment", name)
		}
	}
	if len(known) != len(guide.Moments()) {
		t.Errorf("%d moments, %d with texts", len(known), len(guide.Moments()))
	}
	for _, id := range guide.WorkLists() {
		if !behind[id] {
			t.Errorf("nothing leads to %s", id)
		}
	}
}

// TestUrgentComesFirst: what goes wrong if nobody does it stands above what is
// good to have in mind, and the rest of the place is told apart.
func TestUrgentComesFirst(t *testing.T) {
	g := guide.For("en")
	s := reach["realise.overdue"].situation(true)
	all := Of(g, s)
	if all[0].Moment != "realise.overdue" || all[0].Text == "" || all[0].Why == "" || all[0].When == "" {
		t.Errorf("got %+v", all[0])
	}
	for _, a := range Rest(g, s) {
		if slices.Contains(names(all), a.Moment) {
			t.Errorf("%s fits and does not", a.Moment)
		}
	}
	if len(Rest(g, s)) == 0 || len(Of(g, reach["realise.noaction"].situation(true))) == 0 {
		t.Error("nothing to say")
	}
	if all := Of(g, reach["realise.noaction"].situation(true)); all[0].Behind != "realise" {
		t.Errorf("got %+v", all[0])
	}
}

// TestEachHasItsTurn: what is only good to have in mind begins elsewhere every
// day, and on one day says the same however often it is asked.
func TestEachHasItsTurn(t *testing.T) {
	g := guide.For("nl")
	s := reach["realise.service"].situation(false)
	first, wise := map[string]bool{}, map[string]bool{}
	most := 0
	for day := range len(g.Wisdoms()) {
		s.Today = account.Date("2026-08-20").Add(day)
		all := Of(g, s)
		if all[0].Moment != "ready" || !slices.Equal(names(all), names(Of(g, s))) {
			t.Fatalf("%s: %v", s.Today, names(all))
		}
		first[all[1].Text] = true
		wise[Wisdom(g, s)] = true
		most = max(most, len(all)-1)
	}
	if len(first) < most || len(wise) != len(g.Wisdoms()) {
		t.Errorf("%d began of %d, %d wisdoms", len(first), most, len(wise))
	}
	other := *s.Client
	other.ID = "other"
	if Wisdom(g, s) == Wisdom(g, Situation{Client: &other, Today: s.Today}) && Wisdom(g, Situation{Today: s.Today}) == Wisdom(g, s) {
		t.Error("all clients have the same wisdom")
	}
}

func TestBegins(t *testing.T) {
	for _, stage := range account.Stages() {
		c := account.Client{Approach: account.Extended, Respondents: []account.Respondent{{Initials: "AA"}}, Cycles: []account.Cycle{{Name: "2026H2", Stage: stage}}}
		s := Situation{Client: &c, Place: stage.String(), Today: today}
		if !Begins(s) {
			t.Errorf("%s has not begun", stage)
		}
		done := calm(stage)
		graded(&done.Cycles[0], 8, people...)
		done.Cycles[0].Meeting.Present = people
		s.Client = &done
		if stage != account.Measure && Begins(s) {
			t.Errorf("%s has begun", stage)
		}
		s.Place = "initialise"
		if stage != account.Initialise && Begins(s) {
			t.Error("one looks back")
		}
	}
	if !Begins(Situation{Place: Portfolio, Empty: true}) || Begins(Situation{Place: Portfolio}) || !Begins(Situation{Place: Plan, Client: &account.Client{}, Year: 2026}) {
		t.Error("an empty page has not begun")
	}
}

// TestAnyClientIsAdvisedOn: of no client does it fall, and an older cycle and a
// stage that is passed over are left alone.
func TestAnyClientIsAdvisedOn(t *testing.T) {
	places := []string{Monitor, Plan, Portfolio, Promises, "nowhere"}
	for _, s := range account.Stages() {
		places = append(places, s.String())
	}
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "any")
		before := c.Clone()
		for _, place := range places {
			s := Situation{Client: &c, Place: place, Today: "2010-12-01", Year: 2010}
			for _, tag := range []string{"nl", "en"} {
				for _, a := range append(Of(guide.For(tag), s), Rest(guide.For(tag), s)...) {
					if a.Text == "" || a.Why == "" || a.When == "" {
						t.Fatalf("%s: %+v", place, a)
					}
				}
			}
			Begins(s)
		}
		if len(before.Flaws()) != len(c.Flaws()) {
			t.Fatal("the client changed")
		}
	})
	g, c := guide.For("nl"), calm(account.Closed)
	if got := Of(g, Situation{Client: &c, Place: "realise", Today: today}); len(got) > 0 {
		t.Errorf("a closed cycle is advised on: %v", names(got))
	}
	simple := calm(account.Draft)
	simple.Approach = account.Simple
	if got := Of(g, Situation{Client: &simple, Place: "test", Today: today}); len(got) > 0 {
		t.Errorf("a stage that is passed over is advised on: %v", names(got))
	}
	if Of(g, Situation{Place: Portfolio}) != nil {
		t.Error("a list that is not empty needs nothing")
	}
}

// TestOwnWisdomsHaveTheirTurn: among the sayings stand those that the supplier
// added and did not withdraw, and nothing else of theirs.
func TestOwnWisdomsHaveTheirTurn(t *testing.T) {
	g := guide.For("en")
	said := map[string]bool{}
	day := account.Date("2026-06-01")
	for range len(g.Wisdoms()) + 1 {
		said[Wisdom(g, Situation{Today: day, Own: account.Shelf{
			{Kind: account.OwnWisdom, Title: "ours"}, {Kind: account.OwnWisdom, Title: "gone", Withdrawn: "2026-01-01"}, {Kind: account.OwnValue, Title: "value"},
		}})] = true
		day = day.Add(1)
	}
	if !said["ours"] || said["gone"] || said["value"] || len(said) != len(g.Wisdoms())+1 {
		t.Errorf("%d of %d said, ours %v, gone %v, value %v", len(said), len(g.Wisdoms()), said["ours"], said["gone"], said["value"])
	}
}

// TestByGroupNobodyIsAskedForTheirGrade: where it was promised that nobody learns
// who gave what, no line says to ask somebody, or to look for whom it was.
func TestByGroupNobodyIsAskedForTheirGrade(t *testing.T) {
	g := guide.For("en")
	c := calm(account.Measure)
	y := &c.Cycles[0]
	graded(y, 4, people...)
	y.NPS = map[account.Initials]account.NPS{"AA": {Score: 3}, "BB": {Score: 3}, "KK": {Score: 9}}
	y.Analysis.Remarks = "The contract is being negotiated."
	asks := []string{"measure.answers", "measure.critic", "measure.negotiating", "measure.nps", "monitor.figures"}
	said := func(by account.AnswersBy) (out []string) {
		y.AnswersBy = by
		for _, place := range []string{"measure", "session", Monitor} {
			out = append(out, names(Of(g, Situation{Client: &c, Place: place, Today: "2026-12-10"}))...)
		}
		return out
	}
	byName, byGroup := said(account.ByName), said(account.ByGroup)
	for _, name := range asks {
		if !slices.Contains(byName, name) || slices.Contains(byGroup, name) {
			t.Errorf("%s: by name %v, by group %v", name, slices.Contains(byName, name), slices.Contains(byGroup, name))
		}
	}
	if slices.Contains(byName, "measure.group") || !slices.Contains(byGroup, "measure.group") {
		t.Errorf("by group it says %v", byGroup)
	}
}

// What the sponsor answered to the recommendation is looked at by name alone, and
// not where it is anonymous.
func TestTheSponsorIsHeldAgainstTheirRecommendationByNameAlone(t *testing.T) {
	for what, change := range map[string]func(*account.Cycle){
		"by group":  func(y *account.Cycle) { y.AnswersBy = account.ByGroup },
		"anonymous": func(y *account.Cycle) { y.NPS["AA"] = account.NPS{Score: 4, Anonymous: true} },
	} {
		c := calm(account.Initialise)
		y := c.Newest()
		y.NPS = map[account.Initials]account.NPS{"AA": {Score: 4}, "BB": {Score: 9}, "KK": {Score: 9}}
		told := func() bool {
			return slices.ContainsFunc(Of(guide.For("nl"), Situation{Client: &c, Place: "initialise", Today: today}), func(a Advice) bool { return a.Moment == "initialise.critic" })
		}
		if !told() {
			t.Fatal("nothing is said of a sponsor who does not recommend us")
		}
		if change(y); told() {
			t.Errorf("%s it tells what the sponsor answered", what)
		}
	}
}
