package hint_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hint"
)

const today = account.Date("2026-11-26")

var (
	nl = hint.Reader{Guide: guide.For("nl"), Today: today}
	en = hint.Reader{Guide: guide.For("en"), Today: today}
)

// client has two respondents and a cycle that runs.
func client() *account.Client {
	return &account.Client{ID: "c", Name: "Best", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "PP", Name: "Pia Prins"}},
		Cycles: []account.Cycle{{Name: "2026H2", NotExpected: map[account.Initials]string{}}}}
}

// about is of which rules there are hints.
func about(hints []hint.Hint) string {
	var names []string
	for _, h := range hints {
		names = append(names, h.Rule)
	}
	return strings.Join(names, " ")
}

// agreed is an agreement with a person and a day.
func agreed(text string) account.Action {
	return account.Action{Text: text, For: "RM", Due: "2026-12-01", Status: account.Open}
}

// What has no day and no person is told; what has both, or is done, is not.
func TestAnAgreementHasAPersonAndADay(t *testing.T) {
	for _, c := range []struct {
		a    account.Action
		want string
	}{
		{agreed("Cijfers sturen"), ""},
		{account.Action{Text: "Cijfers sturen"}, "nobody noday"},
		{account.Action{Text: "Cijfers sturen", For: "RM"}, "noday"},
		{account.Action{Text: "Cijfers sturen", Due: "2026-12-01T10:00"}, "nobody"},
		{account.Action{Text: "Cijfers sturen", Status: account.Done, Due: "2026-01-01"}, ""},
		{account.Action{Text: "Cijfers sturen", Status: account.Dropped}, ""},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2026-11-25"}, "past"},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2026-11-26T09:00"}, ""},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2027-12-01"}, "far"},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2026-11-28"}, "weekend"},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2026-12-25T10:00"}, "dayoff"},
		{account.Action{Text: "Cijfers sturen", For: "RM", Due: "2026-12-25", Status: account.Done}, ""},
		{account.Action{Text: "Cijfers zo snel mogelijk sturen"}, "vague nobody noday"},
		{agreed("Cijfers zo snel mogelijk sturen"), ""},
	} {
		if got := about(nl.Agreement(client(), "2026H2", c.a)); got != c.want {
			t.Errorf("%+v: %q, want %q", c.a, got, c.want)
		}
	}
	if got := about(nl.Planned(account.KPIAction{Text: "Werven z.s.m."})); got != "vague nobody noday" {
		t.Errorf("of the plan: %q", got)
	}
	if got := about(nl.Planned(account.KPIAction{Text: "Werven", Done: "2026-01-01"})); got != "" {
		t.Errorf("of the plan, done: %q", got)
	}
}

// A day is held against the session that it serves: before that it should be, and in
// the session what is agreed is for after it. Of today also the hour passes.
func TestADayServesTheSession(t *testing.T) {
	c := client()
	y := &c.Cycles[0]
	y.Stage, y.Session = account.Realise, "2026-12-15"
	a := agreed("Cijfers sturen")
	if got := about(nl.Agreement(c, "2026H2", a)); got != "" {
		t.Errorf("before it: %q", got)
	}
	a.Due = "2026-12-16"
	if got := nl.Agreement(c, "2026H2", a); about(got) != "aftersession" || got[0].Field != hint.Day {
		t.Errorf("after it: %+v", got)
	}
	if got := about(en.Promise(c, "2026H2", "2026-12-16")); got != "aftersession" {
		t.Errorf("a promise after it: %q", got)
	}
	if got := about(en.Promise(c, "2026H2", "2026-11-20")) + about(en.Promise(c, "2026H2", "")); got != "past" {
		t.Errorf("a promise in the past, and on no day: %q", got)
	}
	a.Internal = true
	if got := about(nl.Agreement(c, "2026H2", a)); got != "" {
		t.Errorf("between ourselves: %q", got)
	}
	for _, stage := range []account.Stage{account.Measure, account.Session} {
		a.Internal, y.Stage = false, stage
		if got := about(nl.Agreement(c, "2026H2", a)); got != "" {
			t.Errorf("at %s: %q", stage, got)
		}
	}
	y.Stage, y.Answers = account.Realise, map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 7}}}
	if got := about(nl.Agreement(c, "2026H2", a)); got != "" { // the analysis may begin before the stage is gone on to
		t.Errorf("once answers are in: %q", got)
	}
	late := nl
	late.Now, a.Due = account.Moment(today)+"T12:00", "2026-11-26T10:00"
	if got := about(late.Agreement(c, "2026H2", a)); got != "past" {
		t.Errorf("two hours ago: %q", got)
	}
}

// A day on which something was or is to be is held against today: its year may be
// wrong, and what is to come is better not on a day off.
func TestTheYearOfADayMayBeWrong(t *testing.T) {
	for day, want := range map[account.Date]string{"": "", "2026-11-26": "", "2026-01-05": "", "2025-11-25": "longago", "2016-11-20": "longago", "2027-12-01": "far", "2026-12-25": "dayoff", "2026-11-28": "weekend", "2026-11-21": ""} {
		if got := about(en.Occasion(day)); got != want {
			t.Errorf("%s: %q, not %q", day, got, want)
		}
	}
}

// Who says why is asked what gets better by it.
func TestWhyThenSo(t *testing.T) {
	a := agreed("Cijfers sturen")
	a.Why = "De klant rekent erop"
	if got := nl.Agreement(client(), "2026H2", a); about(got) != "so" || got[0].Field != hint.Why {
		t.Errorf("a why alone: %+v", got)
	}
	a.So = "Dan kunnen ze plannen"
	if got := about(nl.Agreement(client(), "2026H2", a)); got != "" {
		t.Errorf("a why and a so: %q", got)
	}
	if got := about(en.Reason("They plan by it", "")); got != "so" {
		t.Errorf("of a KWI: %q", got)
	}
	if got := about(en.Reason("", "")) + about(en.Reason("They plan by it", "Fewer surprises")); got != "" {
		t.Errorf("of a KWI with nothing to ask: %q", got)
	}
}

// Words that stand for a day and are none are found in both languages, and others
// that look like them are not.
func TestAsSoonAsPossibleIsNoDay(t *testing.T) {
	for said, want := range map[string]string{
		"We komen zo SNEL mogelijk terug": "zo SNEL mogelijk", "Antwoord volgt z.s.m.": "z.s.m.", "zsm": "zsm", "ASAP!": "ASAP", "a.s.a.p.": "a.s.a.p.",
		"U hoort op korte\ntermijn van ons": "op korte termijn", "Binnenkort meer": "Binnenkort", "spoedig bericht": "spoedig", "Eén dezer dagen": "Eén dezer dagen", "te zijner tijd": "te zijner tijd",
		"We will reply as soon as possible.": "as soon as possible", "You will hear from us shortly": "shortly", "in due course": "in due course", "in the NEAR future": "NEAR",
		"Vrijdag om 16:00": "", "voorspoedig": "", "We spreken elkaar spoedig na de zomer": "", "shortly after the session": "", "as soon as the report is there": "", "a short term": "", "op lange termijn": "", "": "",
	} {
		for _, r := range []hint.Reader{nl, en} {
			got := r.Words(said)
			switch {
			case want == "" && len(got) > 0:
				t.Errorf("%q: %q", said, about(got))
			case want != "" && (len(got) != 1 || got[0].Rule != "vague" || !strings.Contains(got[0].About, want) || !strings.Contains(got[0].Text, "“"+got[0].About+"”")):
				t.Errorf("%q: %+v", said, got)
			}
		}
	}
	if got := about(en.Expectation("Faults are fixed as soon as possible")); got != "vague.kwi" {
		t.Errorf("of a KWI: %q", got)
	}
	if got := about(en.Expectation("Faults are fixed within four hours")); got != "" {
		t.Errorf("of a KWI with a number: %q", got)
	}
}

func TestAgainstOurRules(t *testing.T) {
	for said, want := range map[string]bool{
		"Dat mag niet van onze regels": true, "Het is tegen ons beleid": true, "Policy doesn’t allow it": true, "That is AGAINST our rules": true, "Het systeem laat dat niet toe.": true,
		"Dat staan onze regels niet toe": true, "Onze regels staan op papier": false, "Volgens onze regels kan het": false,
		"We leggen de regels uit": false, "Het is niet tegen de regels": false, "Our policy has changed": false, "We rule nothing out": false,
	} {
		if got := about(nl.Words(said)); (got == "rules") != want {
			t.Errorf("%q: %q", said, got)
		}
	}
	a := agreed("Terugbellen")
	a.Delay = "That is against our policy"
	if got := en.Agreement(client(), "2026H2", a); len(got) != 1 || got[0].Field != hint.Delay {
		t.Errorf("why it is late: %+v", got)
	}
}

// What a respondent does not expect is recognised in an agreement by words that tell
// something; where it could be about anything there is no hint.
func TestWhatIsNotExpected(t *testing.T) {
	for _, c := range []struct {
		not, does string
		want      bool
	}{
		{"Geen nieuwsbrieven", "Nieuwsbrief sturen aan Kees", true},
		{"Geen ongevraagde verkoopbezoeken van accountmanagers", "Verkoopbezoek door onze accountmanager", true},
		{"Wil graag met rust gelaten worden.\nGeen borrels op kantoor.", "Borrel plannen op kantoor", true},
		{"No monthly newsletters please", "Send a monthly newsletter", true},
		{"Geen nieuwsbrieven", "Geen nieuwsbrief meer sturen", false},
		{"Geen nieuwsbrieven", "Cijfers sturen", false},
		{"Geen bezoek van verkoop", "Bezoek van de directie voorbereiden", false},
		{"Geen lange rapporten over de voortgang van projecten", "Project afronden", false},
		{"Niet bellen", "Bellen over de cijfers", false},
		{"No surprises in the invoice", "Stop surprises in the invoice", false},
		{"", "Cijfers sturen", false},
	} {
		client := client()
		client.Cycles[0].NotExpected["KK"] = c.not
		got := nl.Agreement(client, "2026H2", agreed(c.does))
		if (about(got) == "unwanted") != c.want || about(got) != "" && !c.want {
			t.Errorf("%q not expected, %q agreed: %+v", c.not, c.does, got)
		}
		if c.want && (len(got) == 0 || !strings.Contains(got[0].Text, "Kees Klant")) {
			t.Errorf("%+v", got)
		}
	}
	gone := client()
	gone.Cycles[0].NotExpected["KK"], gone.Respondents[0].Left = "Geen nieuwsbrieven", "2026-01-01"
	if got := nl.Agreement(gone, "2026H2", agreed("Nieuwsbrief sturen")); len(got) > 0 {
		t.Errorf("of who has left: %+v", got)
	}
}

// A KWI that joins is one too many for the respondents, or for what was kept before.
func TestMoreKWIsThanCanBeKept(t *testing.T) {
	c := client()
	c.Cycles[0].KWIs = []account.KWI{{Code: 1, Title: "Tijd"}}
	if got := about(nl.NewKWI(c, "2026H2", "Rust op de vloer")); got != "" {
		t.Errorf("two for two: %q", got)
	}
	if got := about(nl.NewKWI(c, "2026H2", "Kwaliteit")); got != "container" {
		t.Errorf("a word that everybody means differently: %q", got)
	}
	c.Cycles[0].KWIs = append(c.Cycles[0].KWIs, account.KWI{Code: 2, Title: "Geld"})
	if got := nl.NewKWI(c, "2026H2", "Rust"); about(got) != "many" || !strings.Contains(got[0].Text, "3") || !strings.Contains(got[0].Text, "2") {
		t.Errorf("three for two: %+v", got)
	}

	before := account.Cycle{Name: "2026H1", Stage: account.Closed, KWIs: make([]account.KWI, 2)}
	for i := range 7 {
		a := account.Action{Number: "2026-0" + string(rune('1'+i)), Side: account.SupplierSide, Status: account.Done, Due: "2026-03-01", Done: "2026-02-28"}
		if i >= 4 {
			a.Done = "2026-03-02"
		}
		before.Actions = append(before.Actions, a)
	}
	c = client()
	c.Cycles[0].KWIs = []account.KWI{{Code: 1, Title: "Tijd"}}
	c.Cycles = slices.Insert(c.Cycles, 0, before)
	got := en.NewKWI(c, "2026H2", "Calm")
	if about(got) != "borne" || got[0].Text != "Kept in time in earlier cycles: 4 of 7 promises. That will not carry 2 KWIs." {
		t.Errorf("%+v", got)
	}
	c.Cycles[1].KWIs = nil
	if got := about(en.NewKWI(c, "2026H2", "Calm")); got != "" {
		t.Errorf("the first one: %q", got)
	}
	c.Cycles[1].KWIs = make([]account.KWI, 1)
	c.Cycles[0].Actions = c.Cycles[0].Actions[:4]
	if got := about(en.NewKWI(c, "2026H2", "Calm")); got != "" {
		t.Errorf("all were kept: %q", got)
	}
}

// What the supplier holds for empty is found in every form of it, with what to say
// instead, until it is withdrawn.
func TestOwnPromiseWords(t *testing.T) {
	r := nl
	r.Own = account.Shelf{
		{ID: "own-we-kijken", Kind: account.OwnPromise, Title: "We kijken ernaar", Text: "Zeg wie het doet\nen wanneer.", Items: []account.OwnItem{{Number: 1, Text: "wij pakken het op"}}},
		{ID: "own-wens", Kind: account.OwnWisdom, Title: "Cijfers"},
	}
	for _, said := range []string{"We kijken ernaar!", "Wij PAKKEN het op"} {
		if got := r.Words(said); about(got) != "own" || !strings.HasSuffix(got[0].Text, ": Zeg wie het doet en wanneer.") {
			t.Errorf("%q: %+v", said, got)
		}
	}
	r.Own[0].Text = ""
	if got := r.Words("we kijken ernaar"); about(got) != "own" || !strings.Contains(got[0].Text, "jullie woorden") {
		t.Errorf("%+v", got)
	}
	r.Own[0].Withdrawn = today
	if got := r.Words("we kijken ernaar, cijfers"); len(got) > 0 {
		t.Errorf("withdrawn: %+v", got)
	}
}

// Every rule says something in every language, and every text of the guide is said by
// a rule.
func TestEveryRuleHasItsWords(t *testing.T) {
	named := map[string]bool{"own.instead": true}
	for _, name := range hint.RuleNames() {
		named[name] = true
		for _, r := range []hint.Reader{nl, en} {
			if s := r.Guide.Hint(name, "1", "2", "3"); s.Text == "" || s.Why == "" || strings.Contains(s.Text, "{") {
				t.Errorf("%s %s: %+v", r.Guide.Tag(), name, s)
			}
		}
	}
	for _, name := range guide.Hints() {
		if !named[name] {
			t.Errorf("no rule says %s", name)
		}
	}
}

// A hint comes between two keys.
func BenchmarkAgreement(b *testing.B) {
	c := client()
	c.Cycles[0].NotExpected["KK"] = strings.Repeat("Geen rapporten over de voortgang van projecten op kantoor. ", 10)
	a := agreed(strings.Repeat("Wie bij ons komt werken kent ons al voordat het begint. ", 20))
	for b.Loop() {
		nl.Agreement(c, "2026H2", a)
	}
}
