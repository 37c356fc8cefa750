package account_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func refuses(t *testing.T, err error, kind fault.Kind) {
	t.Helper()
	if !fault.Has(err, kind) {
		t.Errorf("got %v, want %s", err, kind)
	}
}

func succeeds(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheFirstCycleIsNamedFiveMonthsAheadAndEmpty(t *testing.T) {
	for today, want := range map[account.Date]account.CycleName{"2026-01-10": "2026H1", "2026-02-01": "2026H2", "2026-08-20": "2027H1"} {
		var c account.Client
		y, err := c.StartCycle(today)
		succeeds(t, err)
		if want := (account.Cycle{Name: want, AnswersBy: account.ByName}); !reflect.DeepEqual(*y, want) {
			t.Errorf("on %s: %+v", today, *y)
		}
	}
	var c account.Client
	_, err := c.StartCycle("someday")
	refuses(t, err, fault.BadDate)
}

func TestTheNextCycleStartsFromThePreviousOne(t *testing.T) {
	c := filled(t)
	c.Respondents = nil
	c.Cycles = c.Cycles[:1]
	last := &c.Cycles[0]
	last.Name, last.Stage, last.AnswersBy = "2026H1", account.Session, account.ByGroup
	_, err := c.StartCycle("2026-06-20")
	refuses(t, err, fault.StillRunning)
	last.Stage = account.Closed
	judges := slices.Sorted(maps.Keys(last.Assigned))
	c.Respondents = []account.Respondent{{Initials: judges[0]}, {Initials: judges[1], Left: "2026-05-01"}}
	for i := range last.KWIs {
		for j := range last.KWIs[i].Questions {
			last.KWIs[i].Questions[j].Ended = ""
		}
	}
	was := c.Clone()

	y, err := c.StartCycle("2026-06-20")
	succeeds(t, err)
	want := account.Cycle{Name: "2026H2", AnswersBy: account.ByGroup, KWIs: was.Cycles[0].Clone().KWIs,
		Assigned: map[account.Initials][]account.QuestionCode{judges[0]: was.Cycles[0].Assigned[judges[0]]}}
	for i := range want.KWIs {
		for j := range want.KWIs[i].Questions {
			want.KWIs[i].Questions[j].Added = ""
		}
	}
	if !reflect.DeepEqual(*y, want) {
		t.Errorf("got\n%+v\nwant\n%+v", *y, want)
	}
	for _, at := range append(sharing(reflect.ValueOf(y.KWIs), reflect.ValueOf(c.Cycles[0].KWIs), "KWIs"),
		sharing(reflect.ValueOf(y.Assigned[judges[0]]), reflect.ValueOf(c.Cycles[0].Assigned[judges[0]]), "Assigned")...) {
		t.Errorf("%s is shared with the previous cycle", at)
	}
	if !reflect.DeepEqual(c.Cycles[0], was.Cycles[0]) {
		t.Error("the previous cycle changed")
	}
}

func TestTheNextCycleIsLaterThanTheLastAndNotInThePast(t *testing.T) {
	for _, d := range []struct {
		last  account.CycleName
		today account.Date
		want  account.CycleName
	}{{"2026H1", "2026-06-20", "2026H2"}, {"2026H2", "2026-06-20", "2027H1"}, {"2024H1", "2026-06-20", "2026H1"}, {"2026H1", "", "2026H2"}} {
		c := account.Client{Cycles: []account.Cycle{{Name: d.last, Stage: account.Closed}}}
		y, err := c.StartCycle(d.today)
		succeeds(t, err)
		if y.Name != d.want {
			t.Errorf("after %s on %s comes %s, not %s", d.last, d.today, y.Name, d.want)
		}
	}
	c := account.Client{Cycles: []account.Cycle{{Name: "9999H2", Stage: account.Closed}}}
	_, err := c.StartCycle("2026-06-20")
	refuses(t, err, fault.BadDate)
}

func TestWhoWasExcusedIsAwaitedAgainWhileThereIsRoom(t *testing.T) {
	for _, d := range []struct{ list, excused, want int }{{8, 2, 0}, {9, 2, 1}, {10, 2, 2}, {10, 3, 2}} {
		c := account.Client{Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Closed, Excused: map[account.Initials]account.Date{}}}}
		for i := range d.list {
			who := account.Initials(rune('A' + i))
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
			if i < d.excused {
				c.Cycles[0].Excused[who] = "2026-05-05"
			}
		}
		y, err := c.StartCycle("2026-06-20")
		succeeds(t, err)
		if len(y.Excused) != d.want || len(c.Awaited(y)) != d.list-d.want {
			t.Errorf("%d on the list, %d excused: %v are excused again", d.list, d.excused, y.Excused)
		}
	}
}

func TestGoingOnWithAnOpenGateNeedsAReasonThatIsKept(t *testing.T) {
	c := ready(t)
	c.Newest().Go = ""
	for _, reason := range []string{"", "  ", "\n"} {
		d := c.Clone()
		refuses(t, d.GoOn(today, "", reason), fault.GateOpen)
	}
	for _, reason := range []string{"x", "...", "ok!", "123456"} {
		d := c.Clone()
		refuses(t, d.GoOn(today, "", reason), fault.NoReason)
	}
	succeeds(t, c.GoOn(today, "RM", "He is on holiday."))
	if want := []account.Reason{{Date: today, Stage: account.Initialise, Text: "He is on holiday.", By: "RM", Open: []account.Lack{{Condition: account.HasGo}}}}; !reflect.DeepEqual(c.Newest().Reasons, want) || c.Newest().Stage != account.Draft {
		t.Errorf("in %s: %v", c.Newest().Stage, c.Newest().Reasons)
	}
	succeeds(t, c.GoOn(today, "", "not needed")) // the gate of draft is met
	if len(c.Newest().Reasons) != 1 {
		t.Errorf("a reason is kept that nobody needed: %v", c.Newest().Reasons)
	}
}

func TestAllStagesAreGoneThroughAndTheNextCycleBegins(t *testing.T) {
	for approach, want := range map[account.Approach][]account.Stage{
		account.Extended: {account.Draft, account.Test, account.Communicate, account.Realise, account.Measure, account.Session},
		account.Simple:   {account.Draft, account.Realise, account.Measure, account.Session},
	} {
		c := ready(t)
		c.Approach = approach
		var there []account.Stage
		for len(c.Cycles) == 1 {
			there = append(there, c.Newest().Stage)
			succeeds(t, c.GoOn("2026-04-30", "", ""))
		}
		if !slices.Equal(there, append([]account.Stage{account.Initialise}, want...)) {
			t.Errorf("%s goes through %v", approach, there)
		}
		if c.Cycles[0].Stage != account.Closed || c.Newest().Stage != account.Initialise || c.Newest().Name != "2026H2" || len(c.Newest().KWIs) != 2 {
			t.Errorf("%s: closed %v, then %s in %s", approach, c.Cycles[0].Stage, c.Newest().Name, c.Newest().Stage)
		}
		back := c.Clone()
		back.Cycles = back.Cycles[:1]
		back.Cycles[0].Stage = account.Session
		there = nil
		for back.GoBack("2026-06-20", "") == nil {
			there = append(there, back.Newest().Stage)
		}
		all := append([]account.Stage{account.Initialise}, want[:len(want)-1]...)
		slices.Reverse(all)
		if !slices.Equal(there, all) {
			t.Errorf("%s goes back through %v, not %v", approach, there, all)
		}
	}
}

func TestGoingOnFromAClosedCycleBeginsTheNext(t *testing.T) {
	c := account.Client{Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Closed}}}
	succeeds(t, c.GoOn("2026-06-20", "", ""))
	if len(c.Cycles) != 2 || c.Newest().Name != "2026H2" {
		t.Errorf("%+v", c.Cycles)
	}
	refuses(t, (&account.Client{}).GoOn(today, "", ""), fault.NoCycle)
	refuses(t, (&account.Client{}).GoBack("2026-06-20", ""), fault.FirstStage)
	closed := account.Client{Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Closed}}}
	refuses(t, closed.GoBack("2026-06-20", ""), fault.FirstStage)
}

func TestAPlannedSessionNamesTheCycleWhereThatNameIsFree(t *testing.T) {
	for _, d := range []struct {
		cycles []account.CycleName
		on     account.Date
		want   account.CycleName
	}{
		{[]account.CycleName{"2026H1"}, "2026-09-01", "2026H2"},
		{[]account.CycleName{"2026H2"}, "2026-03-01", "2026H1"},
		{[]account.CycleName{"2026H1", "2026H2"}, "2027-02-01", "2027H1"},
		{[]account.CycleName{"2026H1", "2026H2"}, "2026-06-30", "2026H2"}, // taken
		{[]account.CycleName{"2026H1", "2026H2"}, "2025-06-30", "2026H2"}, // out of order
		{[]account.CycleName{"2026H1"}, "", "2026H1"},
	} {
		var c account.Client
		for _, n := range d.cycles {
			c.Cycles = append(c.Cycles, account.Cycle{Name: n, Stage: account.Closed})
		}
		c.Newest().Stage = account.Measure
		succeeds(t, c.PlanSession("", d.on))
		if y := c.Newest(); y.Name != d.want || y.Session != d.on {
			t.Errorf("%v on %s: %s on %s", d.cycles, d.on, y.Name, y.Session)
		}
	}
	c := account.Client{Cycles: []account.Cycle{{Name: "2026H1"}}}
	refuses(t, c.PlanSession("", "soon"), fault.BadDate)
	refuses(t, c.PlanSession("2025H1", "2026-03-01"), fault.NoCycle)
	c.Cycles[0].Stage = account.Closed
	refuses(t, c.PlanSession("", "2026-03-01"), fault.Frozen)
}

// TestAClosedCycleIsFrozen holds every change of its words, matrix and answers
// to it.
func TestAClosedCycleIsFrozen(t *testing.T) {
	c := later()
	was := c.Clone()
	const old = "2026H1"
	for name, do := range map[string]func(*account.Client) error{
		"add KWI":       func(c *account.Client) error { _, err := c.AddKWI(old, account.KWI{}, std); return err },
		"drop KWI":      func(c *account.Client) error { return c.DropKWI(old, 2, "", "") },
		"renew KWI":     func(c *account.Client) error { _, err := c.RenewKWI(old, 2, "T", "", std, ""); return err },
		"words":         func(c *account.Client) error { return c.Words(old, 1, func(k *account.KWI) { k.Title = "T" }) },
		"add question":  func(c *account.Client) error { _, err := c.AddQuestion(old, 1, account.Question{}); return err },
		"drop question": func(c *account.Client) error { return c.DropQuestion(old, code(1, 1)) },
		"reword":        func(c *account.Client) error { return c.Reword(old, code(1, 1), "T") },
		"assign":        func(c *account.Client) error { return c.Assign(old, "DD", code(1, 1), true) },
		"answer": func(c *account.Client) error {
			return c.Answer(old, "AA", account.Answer{Question: code(1, 1), Grade: 1}, today)
		},
		"nps":          func(c *account.Client) error { return c.AnswerNPS(old, "AA", &account.NPS{}) },
		"remark":       func(c *account.Client) error { return c.Remark(old, "AA", "T", false) },
		"excuse":       func(c *account.Client) error { return c.Excuse(old, "AA", today) },
		"add action":   func(c *account.Client) error { _, err := c.AddAction(old, account.Action{}, std, today); return err },
		"present":      func(c *account.Client) error { return c.Present(old, "AA", true) },
		"plan session": func(c *account.Client) error { return c.PlanSession(old, today) },
	} {
		d := c.Clone()
		if err := do(&d); !fault.Has(err, fault.Frozen) || !reflect.DeepEqual(d, was) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestACorrectionIsLoggedWithItsReason(t *testing.T) {
	c := later()
	grade := func(c *account.Client) error {
		return c.Answer("2026H1", "AA", account.Answer{Question: code(1, 1), Grade: 2}, today)
	}
	for _, why := range []string{"", " "} {
		d := c.Clone()
		refuses(t, d.Correct("2026H1", today, "a grade", why, grade), fault.Frozen)
	}
	want := c.Clone()
	succeeds(t, c.Correct("2026H1", today, "a grade", "misread", grade))
	y := &want.Cycles[0]
	y.Answers["AA"] = y.Answers["AA"].With(account.Answer{Question: code(1, 1), Grade: 2})
	y.Corrections = []account.Correction{{Date: today, What: "AA 1.01: 7 → 2", Why: "misread"}} // it says itself which
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got\n%+v\nwant\n%+v", c, want)
	}
	succeeds(t, c.Correct("2026H1", today, "a grade", "misread", grade)) // the same once more
	if n := len(c.Cycles[0].Corrections); n != 1 {
		t.Errorf("a correction that changes nothing is logged: %d", n)
	}
	refuses(t, c.Correct("2020H1", today, "", "why", grade), fault.NoCycle)
	refuses(t, c.Correct("2026H1", today, "", "why", func(*account.Client) error { return fault.New(fault.Grade) }), fault.Grade)
	succeeds(t, c.Correct("", today, "a KWI", "", wish("CC"))) // the newest still runs: no reason, no log
	if len(c.Newest().Corrections) != 0 {
		t.Error("a change of a running cycle is logged as a correction")
	}
}

func TestACorrectionOfTheDayLeavesTheName(t *testing.T) {
	c := busy()
	c.Newest().Stage = account.Closed
	succeeds(t, c.Correct("2026H1", today, "the day", "mistyped", func(c *account.Client) error { return c.PlanSession("2026H1", "2026-07-02") }))
	if y := c.Newest(); y.Name != "2026H1" || y.Session != "2026-07-02" || y.Stage != account.Closed || len(y.Corrections) != 1 {
		t.Errorf("%s in %s, %v", y.Name, y.Stage, y.Corrections)
	}
}
