package account_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// kind is the kind of a fault, "" of none.
func faultKind(err error) fault.Kind {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return ""
}

func planned(t *testing.T) account.Client {
	t.Helper()
	c := account.Client{Name: "NewMedia"}
	if err := c.StartPlan(2026, "RM"); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAPlanTakesOverWhatEndures(t *testing.T) {
	c := planned(t)
	n := 12
	c.Plans[0].Vision, c.Plans[0].Factors = "ver", "eigen"
	smart := account.Smart{Specific: account.Yes, Timed: account.No}
	late, done := account.KPIAction{Text: "later", For: "RM", Due: "2027-03-01T09:00"}, account.KPIAction{Text: "al klaar", Due: "2027-04-01", Done: "2026-10-01"}
	c.Plans[0].KPIs = []account.KPI{{Code: "KPI-3", Text: "snel", Smart: smart, Actions: []string{"oefenen", "later", "al klaar", "dit jaar"},
		Agreed: []account.KPIAction{late, done, {Text: "dit jaar", Due: "2026-12-31"}}}}
	c.Plans[0].Numbers = map[int]account.YearNumbers{2026: {Actual: &account.Figures{Contacts: &n}, Target: &account.Figures{Revenue: "5"}}}
	before := c.Clone()
	for _, year := range []int{2027, 2025} {
		if err := c.StartPlan(year, "DR"); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.Plans) != 3 || c.Plans[0].Year != 2025 || c.Plans[2].Year != 2027 {
		t.Fatalf("the years are not in order: %+v", c.Plans)
	}
	next := c.Plan(2027)
	want := account.Plan{Year: 2027, MadeBy: "DR", Vision: "ver", Factors: "eigen",
		KPIs:    []account.KPI{{Code: "KPI-3", Text: "snel", Smart: smart, Actions: []string{"later"}, Agreed: []account.KPIAction{late}}},
		Numbers: map[int]account.YearNumbers{2026: {Actual: &account.Figures{Contacts: &n}}}}
	if !reflect.DeepEqual(*next, want) {
		t.Errorf("got %+v", *next)
	}
	*next.Numbers[2026].Actual.Contacts = 99
	if !reflect.DeepEqual(before.Plans[0], *c.Plan(2026)) || !reflect.DeepEqual(*c.Plan(2025), account.Plan{Year: 2025, MadeBy: "DR"}) {
		t.Error("another year's plan has changed")
	}
	if before := c.PlanBefore(2030); before == nil || before.Year != 2027 || c.PlanBefore(2025) != nil {
		t.Errorf("the plan before is that of %+v", before)
	}
	if got := faultKind(c.StartPlan(2026, "")); got != fault.Doubled {
		t.Errorf("a second plan of a year: %q", got)
	}
	if got := faultKind(c.StartPlan(26, "")); got != fault.BadValue {
		t.Errorf("a year of two digits: %q", got)
	}
	if err := c.RemovePlan(2026); err != nil || c.Plan(2026) != nil || len(c.Plans) != 2 {
		t.Error("the plan is still there")
	}
}

func TestBlocksOfAPlan(t *testing.T) {
	c := planned(t)
	for _, b := range []account.Block{account.MadeBy, account.Vision, account.Mission, account.Factors, account.Preconditions} {
		if err := c.WriteBlock(2026, b, "x"+string(rune('0'+b))); err != nil {
			t.Fatal(err)
		}
	}
	p := c.Plan(2026)
	if p.MadeBy != "x0" || p.Vision != "x1" || p.Mission != "x2" || p.Factors != "x3" || p.Preconditions != "x4" || p.Block(account.Factors) != "x3" || p.Block(99) != "" {
		t.Errorf("got %+v", *p)
	}
}

func TestIndicatorsHaveCodes(t *testing.T) {
	c := planned(t)
	for _, want := range []string{"KPI-1", "KPI-2", "KPI-3"} {
		if got, err := c.AddKPI(2026, "t"); err != nil || got != want {
			t.Errorf("got %q, %v", got, err)
		}
	}
	for _, err := range []error{c.RemoveKPI(2026, "KPI-2"), c.WriteKPI(2026, "KPI-3", "snel")} {
		if err != nil {
			t.Error(err)
		}
	}
	if got, _ := c.AddKPI(2026, "nieuw"); got != "KPI-4" {
		t.Errorf("got %q", got)
	}
	want := []account.KPI{{Code: "KPI-1", Text: "t"}, {Code: "KPI-3", Text: "snel"}, {Code: "KPI-4", Text: "nieuw"}}
	if got := c.Plan(2026).KPIs; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	for _, err := range []error{c.WriteKPI(2026, "KPI-2", ""), c.RemoveKPI(2026, "")} {
		if faultKind(err) != fault.Removed {
			t.Errorf("got %v", err)
		}
	}
}

// TestActionsOfAnIndicator are known by their words; what more is known of one
// goes where it goes.
func TestActionsOfAnIndicator(t *testing.T) {
	c := planned(t)
	_, err := c.AddKPI(2026, "snel")
	succeeds(t, err)
	add := func(a account.KPIAction) error { return c.AddKPIAction(2026, "KPI-1", a) }
	change := func(was string, to account.KPIAction) error {
		return c.ChangeKPIAction(2026, "KPI-1", was, func(a *account.KPIAction) { *a = to })
	}
	is := func(actions []string, agreed ...account.KPIAction) {
		t.Helper()
		k := c.Plan(2026).KPI("KPI-1")
		if !slices.Equal(k.Actions, actions) || !slices.Equal(k.Agreed, agreed) {
			t.Errorf("got %+v", k)
		}
		if flaws := c.Flaws(); len(flaws) > 0 {
			t.Errorf("flaws: %+v", flaws)
		}
	}
	owned := account.KPIAction{Text: "twee", For: "RM", Due: "2026-05-01"}
	succeeds(t, add(account.KPIAction{Text: "een"}))
	is([]string{"een"})
	succeeds(t, add(owned))
	is([]string{"een", "twee"}, owned)
	three := account.KPIAction{Text: "drie", For: "RM", Due: "2026-05-01", Done: "2026-04-30"}
	succeeds(t, change("twee", three))
	is([]string{"een", "drie"}, three)
	if got := c.Plan(2026).KPI("KPI-1").Action("drie"); got != three {
		t.Errorf("got %+v", got)
	}
	succeeds(t, change("drie", account.KPIAction{Text: "drie"}))
	is([]string{"een", "drie"})
	succeeds(t, change("een", account.KPIAction{}))
	is([]string{"drie"})
	for _, test := range []struct {
		kind fault.Kind
		err  error
	}{
		{fault.Removed, change("een", owned)}, {fault.Removed, change("", owned)}, {fault.Doubled, add(account.KPIAction{Text: "drie"})},
		{fault.BadDate, change("drie", account.KPIAction{Text: "drie", Due: "ooit"})}, {fault.BadDate, add(account.KPIAction{Text: "x", Done: "2026-02-30"})},
		{fault.Removed, c.AddKPIAction(2026, "KPI-9", owned)}, {fault.NoPlan, c.AddKPIAction(2025, "KPI-1", owned)},
	} {
		if got := faultKind(test.err); got != test.kind {
			t.Errorf("got %v, want %s", test.err, test.kind)
		}
	}
	is([]string{"drie"})
}

func TestTheLettersOfSMART(t *testing.T) {
	c := planned(t)
	_, err := c.AddKPI(2026, "snel")
	succeeds(t, err)
	letters := []account.SmartLetter{account.Specific, account.Measurable, account.Acceptable, account.Realistic, account.Timed}
	for _, l := range letters {
		for _, r := range []account.Reply{account.Yes, account.No, account.Unanswered, account.Yes} {
			succeeds(t, c.JudgeKPI(2026, "KPI-1", l, r))
			if k := c.Plan(2026).KPI("KPI-1"); k.Smart.Reply(l) != r {
				t.Errorf("%d is %d", l, k.Smart.Reply(l))
			}
		}
	}
	if got := c.Plan(2026).KPI("KPI-1").Smart; got != (account.Smart{Specific: account.Yes, Measurable: account.Yes, Acceptable: account.Yes, Realistic: account.Yes, Timed: account.Yes}) {
		t.Errorf("got %+v", got)
	}
	for _, err := range []error{c.JudgeKPI(2026, "KPI-1", 5, account.Yes), c.JudgeKPI(2026, "KPI-1", account.Timed, 3), c.JudgeKPI(2026, "KPI-2", account.Timed, account.Yes)} {
		if faultKind(err) != fault.Removed {
			t.Errorf("got %v", err)
		}
	}
}

func TestFiguresOfAPlan(t *testing.T) {
	c := planned(t)
	for i, q := range account.Quantities() {
		value := []string{"12", "0", "5", "4", "450000", "18.5", "2", "-8"}[i]
		for _, wanted := range []bool{false, true} {
			if err := c.SetFigure(2026, 2025, wanted, q, value); err != nil {
				t.Errorf("%s: %v", q, err)
			}
		}
		n := c.Plan(2026).Numbers[2025]
		if n.Actual.Figure(q) != value || n.Target.Figure(q) != value {
			t.Errorf("%s: %q", q, n.Actual.Figure(q))
		}
	}
	for q, bad := range map[account.Quantity][]string{
		account.Contacts: {"-1", "1.5", "x", "99999999999"}, account.NetScore: {"101", "-101"}, account.Revenue: {"1.5", "1.000", "1234567890123456", "-"},
		account.Margin: {"18,5", "1.23456", "."},
	} {
		for _, value := range bad {
			before := c.Clone()
			if err := c.SetFigure(2026, 2026, false, q, value); faultKind(err) != fault.BadValue {
				t.Errorf("%s %q: %v", q, value, err)
			}
			if !reflect.DeepEqual(before, c) {
				t.Errorf("%s %q left something behind", q, value)
			}
		}
	}
	for _, q := range account.Quantities() {
		for _, wanted := range []bool{false, true} {
			if err := c.SetFigure(2026, 2025, wanted, q, ""); err != nil {
				t.Error(err)
			}
		}
	}
	if len(c.Plan(2026).Numbers) != 0 || (*account.Figures)(nil).Figure(account.Leads) != "" {
		t.Errorf("got %+v", c.Plan(2026).Numbers)
	}
	if faultKind(c.SetFigure(2026, 2026, false, "gold", "1")) != fault.Removed || faultKind(c.SetFigure(2026, 1, false, account.Leads, "1")) != fault.BadValue {
		t.Error("an unknown quantity or year is taken")
	}
}

func TestWithoutAPlanNothingChanges(t *testing.T) {
	c := account.Client{Name: "NewMedia"}
	_, adding := c.AddKPI(2026, "")
	for _, err := range []error{c.WriteBlock(2026, account.Vision, ""), c.RemovePlan(2026), adding, c.WriteKPI(2026, "KPI-1", ""), c.SetFigure(2026, 2026, false, account.Leads, "1")} {
		if faultKind(err) != fault.NoPlan {
			t.Errorf("got %v", err)
		}
	}
}

// TestAKPICodeIsNotAnotherIndicatorInAnotherYear: one that left this year's
// plan keeps its code in last year's.
func TestAKPICodeIsNotAnotherIndicatorInAnotherYear(t *testing.T) {
	c := account.Client{Plans: []account.Plan{{Year: 2026, KPIs: []account.KPI{{Code: "KPI-1", Text: "a"}, {Code: "KPI-2", Text: "b"}}}, {Year: 2027, KPIs: []account.KPI{{Code: "KPI-1", Text: "a"}}}}}
	if code, err := c.AddKPI(2027, "c"); err != nil || code != "KPI-3" {
		t.Errorf("%v: it is %s", err, code)
	}
}

// TestIndicatorsOfTwoHands: what one changes of an indicator overlaps with nothing
// that another changes beside it, and is taken back alone; one taken away comes
// back where it stood.
func TestIndicatorsOfTwoHands(t *testing.T) {
	c := planned(t)
	for _, text := range []string{"a", "b", "c"} {
		_, err := c.AddKPI(2026, text)
		succeeds(t, err)
	}
	succeeds(t, c.AddKPIAction(2026, "KPI-1", account.KPIAction{Text: "x", For: "RM"}))
	change := func(from account.Client, steps ...func(*account.Client) error) account.Client {
		from = from.Clone()
		for _, step := range steps {
			succeeds(t, step(&from))
		}
		return from
	}
	write := func(code, text string) func(*account.Client) error {
		return func(c *account.Client) error { return c.WriteKPI(2026, code, text) }
	}
	due := func(c *account.Client) error {
		return c.ChangeKPIAction(2026, "KPI-1", "x", func(a *account.KPIAction) { a.Due = "2026-12-01" })
	}
	add := func(c *account.Client) error { _, err := c.AddKPI(2026, "nieuw"); return err }
	remove := func(c *account.Client) error { return c.RemoveKPI(2026, "KPI-2") }
	for name, d := range map[string]struct {
		mine, theirs func(*account.Client) error
		overlap      bool
	}{
		"another":         {write("KPI-1", "mijn"), write("KPI-2", "hun"), false},
		"its action":      {write("KPI-1", "mijn"), due, false},
		"both a new one":  {add, add, false},
		"the same":        {write("KPI-1", "mijn"), write("KPI-1", "hun"), true},
		"one taken away":  {remove, due, false},
		"what is written": {write("KPI-2", "mijn"), remove, true},
	} {
		after, theirs := change(c, d.mine), change(c, d.theirs)
		if got := account.Overlap(theirs, c, after); got != d.overlap {
			t.Errorf("%s: overlaps %v", name, got)
		}
		if d.overlap || name == "both a new one" {
			continue
		}
		now := change(c, d.mine, d.theirs)
		if err := account.TakeBack(&now, c, after); err != nil || !reflect.DeepEqual(now.Tidy(), theirs.Tidy()) {
			t.Errorf("%s: taken back: %v, %+v", name, err, now.Plans)
		}
	}
}
