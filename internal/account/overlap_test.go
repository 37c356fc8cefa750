package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// together is a cycle with something of every kind of list.
func together() account.Client {
	return account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}}, Cycles: []account.Cycle{{
		Name:    "2026H1",
		Answers: map[account.Initials]account.Sheet{"AA": {{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 6}}},
		Actions: []account.Action{{Number: "2026-01", Text: "a", Due: "2026-11-01"}},
		Visits:  []account.Visit{{With: "AA", Date: "2026-11-01", Note: "v"}, {With: "BB", Date: "2026-11-01", Note: "w"}},
		Notes:   []account.Note{{With: "AA", Text: "n", Heard: []account.Initials{"AA"}}, {With: "BB", Text: "m"}},
		Meeting: account.Meeting{Notes: []string{"n", "m"}},
	}}}
}

func TestOverlapIsTheVerySame(t *testing.T) {
	on := func(change func(*account.Cycle)) account.Client {
		c := together()
		c = c.Clone()
		change(&c.Cycles[0])
		return c
	}
	text := func(s string) account.Client { return on(func(y *account.Cycle) { y.Actions[0].Text = s }) }
	note := func(s string) account.Client { return on(func(y *account.Cycle) { y.Visits[0].Note = s }) }
	note2 := func(s string) account.Client { return on(func(y *account.Cycle) { y.Visits[1].Note = s }) }
	grade := func(g account.Grade) account.Client {
		return on(func(y *account.Cycle) {
			y.Answers["BB"] = account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: g}}
		})
	}
	action := func(s string) account.Client {
		return on(func(y *account.Cycle) { y.Actions = append(y.Actions, account.Action{Number: "2026-02", Text: s}) })
	}
	for name, c := range map[string]struct {
		theirs, ours account.Client
		want         bool
	}{
		"one field of an agreement":         {text("b"), text("c"), true},
		"the same words":                    {text("b"), text("b"), false},
		"another field of it":               {on(func(y *account.Cycle) { y.Actions[0].Due = "2026-12-01" }), text("c"), false},
		"a new agreement each":              {action("b"), action("c"), false},
		"an agreement taken away":           {on(func(y *account.Cycle) { y.Actions = nil }), text("c"), true},
		"one conversation":                  {note("b"), note("c"), true},
		"another field of one":              {on(func(y *account.Cycle) { y.Visits[0].Date = "2026-11-02" }), note("c"), false},
		"another conversation":              {on(func(y *account.Cycle) { y.Visits[1].Note = "b" }), note("c"), false},
		"two conversations, the second too": {note2("b"), on(func(y *account.Cycle) { y.Visits[0].Date, y.Visits[1].Note = "2026-11-02", "c" }), true},
		"two conversations, each another":   {note2("b"), on(func(y *account.Cycle) { y.Visits[0].Date, y.Visits[1].Date = "2026-11-02", "2026-11-02" }), false},
		"two lines, the second too":         {on(func(y *account.Cycle) { y.Meeting.Notes[1] = "b" }), on(func(y *account.Cycle) { y.Meeting.Notes[0], y.Meeting.Notes[1] = "c", "d" }), true},
		"a new conversation each":           {on(func(y *account.Cycle) { y.Visits = append(y.Visits, account.Visit{With: "AA"}) }), on(func(y *account.Cycle) { y.Visits = append(y.Visits, account.Visit{With: "BB"}) }), false},
		"one note":                          {on(func(y *account.Cycle) { y.Notes[0].Text = "b" }), on(func(y *account.Cycle) { y.Notes[0].Text = "c" }), true},
		"who heard it":                      {on(func(y *account.Cycle) { y.Notes[0].Heard = nil }), on(func(y *account.Cycle) { y.Notes[0].Text = "c" }), false},
		"one line":                          {on(func(y *account.Cycle) { y.Meeting.Notes[0] = "b" }), on(func(y *account.Cycle) { y.Meeting.Notes[0] = "c" }), true},
		"another line":                      {on(func(y *account.Cycle) { y.Meeting.Notes[1] = "b" }), on(func(y *account.Cycle) { y.Meeting.Notes[0] = "c" }), false},
		"a first grade each":                {grade(4), grade(9), true},
		"a grade each, of another": {grade(4), on(func(y *account.Cycle) {
			y.Answers["AA"] = account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 9}}
		}), false},
		"the name beside the agreement": {func() account.Client { c := together(); c.Name = "Y"; return c }(), text("c"), false},
	} {
		if got := account.Overlap(c.theirs, together(), c.ours); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestNewTextsAreWhatAStepPutIn(t *testing.T) {
	before := together()
	after := together().Clone()
	after.Cycles[0].Actions = append(after.Cycles[0].Actions, account.Action{Number: "2026-02", Text: "nieuw", Due: "2026-12-01"})
	after.Cycles[0].Answers["AA"][0].Grade = 9
	if got := account.NewTexts(before, after); !slices.Equal(got, []string{"9", "nieuw", "2026-12-01"}) {
		t.Errorf("put in: %q", got)
	}
	if got := account.NewTexts(after, before); !slices.Equal(got, []string{"6"}) {
		t.Errorf("taken the place of: %q", got)
	}
}

// An own action of an indicator has a text, somebody, a day and more: two
// windows on two of these are in nobody's way, whether or not anything was
// known of the action before.
func TestTwoFieldsOfOneKPIActionAreNoOverlap(t *testing.T) {
	fields := map[string]func(*account.KPIAction, bool){
		"text": func(a *account.KPIAction, mine bool) { a.Text = oneOf(mine, "mine", "theirs") },
		"for":  func(a *account.KPIAction, mine bool) { a.For = oneOf(mine, "AA", "BB") },
		"due":  func(a *account.KPIAction, mine bool) { a.Due = account.Moment(oneOf(mine, "2026-12-01", "2026-12-02")) },
		"done": func(a *account.KPIAction, mine bool) { a.Done = account.Date(oneOf(mine, "2026-11-01", "2026-11-02")) },
	}
	for _, known := range []bool{false, true} {
		base := together()
		base.Plans = []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "KPI-1", Actions: []string{"x"}}}}}
		if known {
			succeeds(t, base.ChangeKPIAction(2026, "KPI-1", "x", func(a *account.KPIAction) { a.For = "CC" }))
		}
		with := func(field string, mine bool) account.Client {
			c := base.Clone()
			succeeds(t, c.ChangeKPIAction(2026, "KPI-1", "x", func(a *account.KPIAction) { fields[field](a, mine) }))
			return c
		}
		for one := range fields {
			for other := range fields {
				if got := account.Overlap(with(one, false), base, with(other, true)); got != (one == other) {
					t.Errorf("known before: %v, they change %s, we change %s: overlap is %v", known, one, other, got)
				}
			}
		}
	}
}

func oneOf(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// What was to go is known by its words: with others it stays, and that is told.
// What has gone is as it was to be.
func TestWhatWasToGoAndWasRewordedIsTold(t *testing.T) {
	base := together()
	base.Caught = []account.Caught{{Text: "caught"}}
	base.Cycles[0].Meeting.Ideas = []account.Idea{{Text: "idea"}}
	base.Cycles[0].Kickoff.Arguments = []string{"argument"}
	base.Plans = []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "KPI-1", Actions: []string{"x"}}}}}
	note := base.Cycles[0].Notes[0]
	for name, put := range map[string]func(c *account.Client, to string) error{
		"record":   func(c *account.Client, to string) error { return c.Record("", account.Said, "n", to) },
		"idea":     func(c *account.Client, to string) error { return c.RewordIdea("", "idea", to) },
		"note":     func(c *account.Client, to string) error { return c.RewordNote("", note, to, nil) },
		"argument": func(c *account.Client, to string) error { return c.Argue("", "argument", to) },
		"caught": func(c *account.Client, to string) error {
			if to == "" {
				return c.DropCaught(account.Caught{Text: "caught"})
			}
			return c.ChangeCaught(account.Caught{Text: "caught"}, func(x *account.Caught) { x.Text = to })
		},
	} {
		with := func(to string) account.Client {
			c := base.Clone()
			succeeds(t, put(&c, to))
			return c
		}
		if got := account.Reworded(with("other words"), base, with("")); !slices.Equal(got, []string{"other words"}) {
			t.Errorf("%s: told is %q", name, got)
		}
		for what, on := range map[string]account.Client{"gone": with(""), "as it was": base} {
			if got := account.Reworded(on, base, with("")); len(got) > 0 {
				t.Errorf("%s, %s: told is %q", name, what, got)
			}
		}
		if got := account.Reworded(with("other words"), base, with("ours")); len(got) > 0 {
			t.Errorf("%s: ours in the place of theirs: told is %q", name, got)
		}
	}
}
