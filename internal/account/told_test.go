package account

import (
	"reflect"
	"testing"

	"kwi/internal/fault"
)

func told() Client {
	return Client{
		Respondents: []Respondent{{Initials: "AA"}, {Initials: "BB"}},
		Colleagues:  []Colleague{{Initials: "RM"}},
		Cycles: []Cycle{
			{Name: "2026H1", Stage: Closed},
			{Name: "2026H2", Assigned: map[Initials][]QuestionCode{"AA": {{1, 1}}}},
		},
	}
}

func TestDaysAreNotedAndTakenAway(t *testing.T) {
	c := told()
	note := map[string]struct {
		do  func(CycleName, Initials, Date) error
		at  func() Date
		who Initials
	}{
		"tested":    {c.TestWith, func() Date { return c.Newest().Tested["AA"] }, "AA"},
		"confirmed": {c.Confirm, func() Date { return c.Newest().Confirmed["AA"] }, "AA"},
		"informed":  {c.Inform, func() Date { return c.Newest().Informed["RM"] }, "RM"},
	}
	for name, n := range note {
		for _, day := range []Date{"2026-09-01", "2026-09-02", "", ""} {
			if err := n.do("2026H2", n.who, day); err != nil || n.at() != day {
				t.Errorf("%s on %q: %v, noted %q", name, day, err, n.at())
			}
		}
		if f, _ := fault.Of(n.do("2026H2", "XX", "2026-09-01")); f == nil || f.Kind != fault.Removed {
			t.Errorf("%s of nobody: %v", name, f)
		}
		if f, _ := fault.Of(n.do("2026H1", n.who, "2026-09-01")); f == nil || f.Kind != fault.Frozen {
			t.Errorf("%s in a closed cycle: %v", name, f)
		}
	}
}

// Whoever looks at their list, says that they can answer it all and is asked on one
// day got two lists that day: the second is noted too, once, and taken back alone.
func TestASecondListOfTheDayOfTheirWordIsNoted(t *testing.T) {
	c := told()
	y, day := c.Newest(), Date("2026-11-27")
	y.Session, y.Stage = "2026-12-15", Communicate
	send := func() {
		t.Helper()
		if err := c.Send(y.Name, "AA", day); err != nil {
			t.Fatal(err)
		}
	}
	send()
	if err := c.Confirm(y.Name, "AA", day); err != nil {
		t.Fatal(err)
	}
	if send(); len(y.Sent["AA"]) != 1 {
		t.Errorf("while lists are looked at it is the same: %v", y.Sent["AA"])
	}
	y.Stage = Measure
	if _, waits := y.WaitsSince("AA"); waits {
		t.Error("a list for a look is waited for")
	}
	if send(); len(y.Sent["AA"]) != 2 {
		t.Errorf("the second is not noted: %v", y.Sent["AA"])
	}
	if since, waits := y.WaitsSince("AA"); !waits || since != day {
		t.Errorf("it is not waited for: %q, %t", since, waits)
	}
	if send(); len(y.Sent["AA"]) != 2 {
		t.Errorf("a third on one day: %v", y.Sent["AA"])
	}
	if err := c.Unsend(y.Name, "AA", day); err != nil || len(y.Sent["AA"]) != 1 {
		t.Errorf("taken back there is %v: %v", y.Sent["AA"], err)
	}
}

func TestSentDaysStandInOrderAndOnce(t *testing.T) {
	c := told()
	for _, day := range []Date{"2026-11-01", "2026-09-15", "2026-11-01"} {
		if err := c.Send("2026H2", "AA", day); err != nil {
			t.Fatal(err)
		}
	}
	if got := c.Newest().Sent["AA"]; !reflect.DeepEqual(got, []Date{"2026-09-15", "2026-11-01"}) {
		t.Errorf("got %v", got)
	}
	if err := c.Unsend("2026H2", "AA", "2026-11-01"); err != nil || len(c.Newest().Sent["AA"]) != 1 {
		t.Errorf("%v: %v", err, c.Newest().Sent)
	}
	if err := c.Unsend("2026H2", "AA", "2026-09-15"); err != nil || len(c.Newest().Sent) != 0 {
		t.Errorf("%v: %v", err, c.Newest().Sent)
	}
	for want, err := range map[fault.Kind]error{
		fault.NoQuestions: c.Send("2026H2", "BB", "2026-09-15"),
		fault.BadDate:     c.Send("2026H2", "AA", ""),
		fault.Removed:     c.Send("2026H2", "XX", "2026-09-15"),
		fault.Frozen:      c.Send("2026H1", "AA", "2026-09-15"),
	} {
		if f, _ := fault.Of(err); f == nil || f.Kind != want {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}
