package portfolio_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/due"
	"kwi/internal/portfolio"
	"kwi/internal/score"
)

func TestALineIsMadeOfTheNewestCycle(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, g account.Grade) account.Cycle {
		y := account.Cycle{Name: name, AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}}, Assigned: map[account.Initials][]account.QuestionCode{"A": {q}}}
		if g > 0 {
			y.Answers = map[account.Initials]account.Sheet{"A": {{Question: q, Grade: g}}}
		}
		return y
	}
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "A"}, {Initials: "B"}},
		Cycles: []account.Cycle{cycle("2010H1", 6), cycle("2010H2", 8), cycle("2011H1", 0)}}
	y := c.Newest()
	y.Stage, y.Session = account.Measure, "2011-06-23"
	y.Sent = map[account.Initials][]account.Date{"A": {"2011-06-09"}}
	y.Actions = []account.Action{{Number: "2011-01", Status: account.Open, Due: "2011-05-01T17:00"}, {Number: "2011-02", Status: account.Done, Due: "2011-04-01", Done: "2011-04-02"}, {Number: "2011-03", Status: account.Open}}
	c.Cycles[0].Actions = []account.Action{{Number: "2010-01", Status: account.Open, Due: "2010-03-01"}}
	want := portfolio.Line{ID: "x", Name: "X", Cycle: "2011H1", Stage: account.Measure, Score: 800, Change: score.Change{By: 200, OK: true},
		Trend: []score.Figure{600, 800, score.None}, Lists: 1, Kept: due.Kept{Broken: 1}, Due: []due.Day{
			{Kind: due.Action, Ours: true, On: "2010-03-01"}, {Kind: due.Action, Ours: true, On: "2011-05-01", Hour: "17:00"}, {Kind: due.Chase, Ours: true, On: "2011-06-14"}, {Kind: due.Answers, Ours: true, On: "2011-06-16"}, {Kind: due.Analysis, Ours: true, On: "2011-06-21"},
			{Kind: due.Session, Ours: true, On: "2011-06-23"}, {Kind: due.Action, Ours: true}}, Needs: []due.Need{{Check: account.ListsBack, Name: "A", Count: 2}}}
	got := portfolio.Of(&c)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Overdue("2010-03-01") != 0 || got.Overdue("2010-03-02") != 1 || got.Overdue("2012-01-01") != 5 {
		t.Error("overdue on the day itself, or not after it")
	}
	if kept := got.KeptOn("2011-05-02"); kept != (due.Kept{Broken: 3}) || got.Promises() != 3 {
		t.Error(kept, got.Promises())
	}
	today := portfolio.On([]portfolio.Line{got, {Archived: "2011-01-01", Due: want.Due}}, "2011-06-20")
	if today != (portfolio.Today{Counts: due.Counts{Overdue: 4, Week: 2, Undated: 1}, Sessions: 1, Lists: 1}) {
		t.Error(today)
	}
}

// byDay orders days, none behind all.
func byDay(a, b due.Day) int { return due.CompareMoments(account.Moment(a.On), account.Moment(b.On)) }

// TestALineStaysWithinItsRecord holds lines to what their records have room
// for.
func TestALineStaysWithinItsRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		l := portfolio.Of(&c)
		if len(l.Trend) > portfolio.Longest || l.NPS < -100 || l.NPS > 100 || l.Change.By < -900 || l.Change.By > 900 || l.Score > 1000 || !slices.IsSortedFunc(l.Due, byDay) {
			t.Fatalf("%+v", l)
		}
		for _, d := range l.Due {
			if d.On != "" && !d.On.Valid() {
				t.Fatal(d)
			}
		}
	})
}

// Over all clients the answers are counted, of those that are not archived and
// where nothing is withheld.
func TestTheRecommendationOverAllClients(t *testing.T) {
	lines := []portfolio.Line{
		{Counted: score.NPS{Promoters: 3, Passives: 3, Detractors: 1, Answers: 7}, Silent: 1},
		{Counted: score.NPS{Passives: 4, Detractors: 1, Answers: 5}},
		{Counted: score.NPS{Withheld: true}},
		{},
		{Counted: score.NPS{Detractors: 8, Answers: 8}, Archived: "2026-01-01"},
	}
	all := portfolio.Recommended(lines)
	if want := (score.NPS{Promoters: 3, Passives: 7, Detractors: 2, Answers: 12}); all.NPS != want || all.NPS.Score() != 8 || all.Silent != 1 || all.Clients != 2 || all.Withheld != 1 {
		t.Errorf("got %+v", all)
	}
}

// Of answers that are withheld a line holds nothing but that.
func TestALineHoldsNothingOfAWithheldNPS(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "A"}, {Initials: "B"}}, Cycles: []account.Cycle{{
		Name: "2026H1", AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}},
		Answers: map[account.Initials]account.Sheet{"A": {{Question: q, Grade: 7}}}, NPS: map[account.Initials]account.NPS{"A": {Score: 9, Anonymous: true}},
	}}}
	if l := portfolio.Of(&c); l.Counted != (score.NPS{Withheld: true}) || l.Silent != 0 || l.HasNPS {
		t.Errorf("got %+v", l)
	}
	y := &c.Cycles[0]
	y.NPS = map[account.Initials]account.NPS{"A": {Score: 9}}
	if l := portfolio.Of(&c); l.Counted != (score.NPS{Promoters: 1, Answers: 1}) || l.Silent != 1 {
		t.Errorf("got %+v", l)
	}
}
