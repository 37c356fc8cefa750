package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestIdeasAreCaughtCountedAndChosen(t *testing.T) {
	c := busy()
	y := c.Newest()
	succeeds(t, c.AddIdea("", "A day for peers"))
	succeeds(t, c.AddIdea("", "One desk"))
	refuses(t, c.AddIdea("", "One desk"), fault.Doubled)
	refuses(t, c.AddIdea("", ""), fault.Missing)
	for _, by := range []int{1, 1, 1, -1} {
		succeeds(t, c.VoteIdea("", "One desk", by))
	}
	refuses(t, c.VoteIdea("", "A day for peers", -1), fault.BadValue)
	refuses(t, c.VoteIdea("", "One desk", account.MostVotes), fault.BadValue)
	refuses(t, c.VoteIdea("", "Nobody's", 1), fault.Removed)
	succeeds(t, c.RewordIdea("", "One desk", "One desk for all"))
	refuses(t, c.RewordIdea("", "One desk", "x"), fault.Removed)
	refuses(t, c.RewordIdea("", "One desk for all", "A day for peers"), fault.Doubled)
	succeeds(t, c.RewordIdea("", "One desk", ""))
	if got := *y.Idea("One desk for all"); got != (account.Idea{Text: "One desk for all", Votes: 2}) {
		t.Errorf("%+v", got)
	}

	number, err := c.ChooseIdea("", "One desk for all", account.Action{For: "RM", Due: "2026-05-01"}, std, today)
	succeeds(t, err)
	_, a := c.Action(number)
	if a.Text != "One desk for all" || a.For != "RM" || y.Idea("One desk for all").Action != number {
		t.Errorf("%+v", a)
	}
	_, err = c.ChooseIdea("", "One desk for all", account.Action{}, std, today)
	refuses(t, err, fault.Doubled)
	_, err = c.ChooseIdea("", "Nobody's", account.Action{}, std, today)
	refuses(t, err, fault.Removed)
	_, err = c.ChooseIdea("", "A day for peers", account.Action{Due: "asap"}, std, today)
	refuses(t, err, fault.BadDate)
	succeeds(t, c.RewordIdea("", "A day for peers", ""))
	if len(y.Meeting.Ideas) != 1 {
		t.Errorf("%+v", y.Meeting.Ideas)
	}
}

func TestTheAgendaHasItsMinutes(t *testing.T) {
	c := busy()
	y := c.Newest()
	whole := func() (n int) {
		for i, p := range y.Agenda() {
			if p.Item != account.AgendaItems()[i] {
				t.Errorf("%d is %s", i, p.Item)
			}
			n += p.Minutes
		}
		return n
	}
	if whole() != 90 || y.Meeting.Agenda != nil {
		t.Errorf("%d minutes, %v", whole(), y.Meeting.Agenda)
	}
	succeeds(t, c.PlanItem("", account.Closing, 20))
	succeeds(t, c.PlanItem("", account.Welcome, 0))
	if want := []account.PlannedItem{{Item: account.Welcome}, {Item: account.Closing, Minutes: 20}}; !reflect.DeepEqual(y.Meeting.Agenda, want) || whole() != 90 {
		t.Errorf("%v, %d", y.Meeting.Agenda, whole())
	}
	refuses(t, c.PlanItem("", "lunch", 20), fault.BadValue)
	refuses(t, c.PlanItem("", account.Result, -1), fault.BadValue)
	refuses(t, c.PlanItem("", account.Result, account.MostMinutes+1), fault.BadValue)
}

// TestWhatTheSessionAgreesOfKWIsIsForTheNextCycle sharpens one and agrees
// another: the measured cycle keeps its words, codes and figures.
func TestWhatTheSessionAgreesOfKWIsIsForTheNextCycle(t *testing.T) {
	c := busy()
	for c.Newest().Stage < account.Session {
		succeeds(t, c.GoOn(today, "", "because"))
	}
	name := c.Newest().Name
	measured := c.Newest().Clone()
	succeeds(t, c.SharpenKWI("", 1, func(n *account.NextKWI) { n.Expectation, n.Target = "It is so at once.", 850 }))
	succeeds(t, c.SharpenKWI("", 1, func(n *account.NextKWI) {
		if n.Expectation != "It is so at once." || n.Title != "What AA wishes" {
			t.Errorf("it is coming as %+v", n)
		}
		n.Title = "Sharper"
	}))
	succeeds(t, c.SharpenKWI("", 2, func(n *account.NextKWI) { n.Title = "Other" }))
	succeeds(t, c.SharpenKWI("", 2, func(n *account.NextKWI) { n.Title = "What BB wishes" })) // as it was
	succeeds(t, c.AgreeKWI("", account.NextKWI{KWI: 1, Title: "Together", Expectation: "We do it together.", Target: 700}, std))
	succeeds(t, c.AgreeKWI("", account.NextKWI{Title: "Of CC", WishedBy: "CC"}, std))
	want := []account.NextKWI{{KWI: 1, Title: "Sharper", Expectation: "It is so at once.", Target: 850},
		{Title: "Together", Expectation: "We do it together.", Target: 700, Noticed: std.Noticed}, {Title: "Of CC", WishedBy: "CC", Noticed: std.Noticed}}
	if got := c.Newest().Meeting.Next; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	refuses(t, c.AgreeKWI("", account.NextKWI{Title: "Together"}, std), fault.Doubled)
	refuses(t, c.AgreeKWI("", account.NextKWI{Title: "Another", WishedBy: "CC"}, std), fault.OneKWI)
	refuses(t, c.AgreeKWI("", account.NextKWI{Title: "Another", WishedBy: "AA"}, std), fault.OneKWI)
	refuses(t, c.AgreeKWI("", account.NextKWI{Title: "Another", WishedBy: "ZZ"}, std), fault.Removed)
	refuses(t, c.AgreeKWI("", account.NextKWI{}, std), fault.Missing)
	refuses(t, c.SharpenKWI("", 9, func(*account.NextKWI) {}), fault.Removed)
	refuses(t, c.ChangeAgreed("", "Never", func(*account.NextKWI) {}), fault.Removed)
	refuses(t, c.ChangeAgreed("", "Of CC", func(n *account.NextKWI) { n.Title = "Together" }), fault.Doubled)
	succeeds(t, c.ChangeAgreed("", "Of CC", func(n *account.NextKWI) { n.Title = "What CC wishes" }))
	succeeds(t, c.AgreeKWI("", account.NextKWI{Title: "Not after all"}, std))
	succeeds(t, c.ChangeAgreed("", "Not after all", func(n *account.NextKWI) { n.Title = "" }))
	now := c.Newest().Clone()
	if now.Meeting = measured.Meeting; !reflect.DeepEqual(now, measured) {
		t.Error("the measured cycle is another one")
	}

	succeeds(t, c.GoOn("2026-06-30", "", "because"))
	y := c.Newest()
	if y.Name == name || len(y.KWIs) != 4 || y.Meeting.Next != nil {
		t.Fatalf("%s %+v", y.Name, y.KWIs)
	}
	first, joint, third := y.KWI(1), y.KWI(3), y.KWI(4)
	if first.Title != "Sharper" || first.Expectation != "It is so at once." || first.Target != 850 || len(first.Questions) != 3 || len(y.Assigned["CC"]) == 0 {
		t.Errorf("%+v", first)
	}
	if y.KWI(2).Title != "What BB wishes" || joint.Title != "Together" || joint.WishedBy != "" || joint.Target != 700 {
		t.Errorf("%+v", joint)
	}
	if third.Title != "What CC wishes" || third.WishedBy != "CC" || third.Standard(account.Noticed).Text != std.Noticed || !y.IsAssigned("CC", third.Questions[0].Code) {
		t.Errorf("%+v", third)
	}
	old := c.Cycle(name)
	if old.KWI(1).Title != "What AA wishes" || len(old.KWIs) != 2 || len(old.Meeting.Next) != 3 {
		t.Errorf("%+v", old.KWIs)
	}
	if flaws := c.Flaws(); len(flaws) > 0 {
		t.Error(flaws)
	}

	// whoever comes back to that session finds the next cycle begun
	succeeds(t, c.SharpenKWI(name, 2, func(n *account.NextKWI) { n.Target = 900 }))
	succeeds(t, c.AgreeKWI(name, account.NextKWI{Title: "Of DD", WishedBy: "DD"}, std))
	if y = c.Newest(); y.KWI(2).Target != 900 || y.KWI(5).Title != "Of DD" || c.Cycle(name).KWI(2).Target == 900 {
		t.Errorf("%+v", y.KWIs)
	}
	refuses(t, c.AddIdea(name, "too late"), fault.Frozen)
}

func TestWhoGotAKWISinceLeavesTheNewOneToAll(t *testing.T) {
	c := busy()
	succeeds(t, c.AgreeKWI("", account.NextKWI{Title: "Of CC", WishedBy: "CC"}, std))
	_, err := c.AddKWI("", account.KWI{Title: "Wished at last", WishedBy: "CC"}, std)
	succeeds(t, err)
	c.Newest().Stage = account.Closed
	_, err = c.StartCycle("2026-06-30")
	succeeds(t, err)
	if k := c.Newest().KWI(4); k == nil || k.Title != "Of CC" || k.WishedBy != "" {
		t.Errorf("%+v", k)
	}
}

func TestADroppedKWIIsNotSharpened(t *testing.T) {
	c := begun()
	code, err := c.AddKWI("", account.KWI{Title: "T", WishedBy: "AA"}, std)
	succeeds(t, err)
	succeeds(t, c.SharpenKWI("", code, func(n *account.NextKWI) { n.Title = "U" }))
	succeeds(t, c.DropKWI("", code, "", ""))
	if next, flaws := c.Newest().Meeting.Next, c.Flaws(); len(next) > 0 || len(flaws) > 0 {
		t.Errorf("%+v %v", next, flaws)
	}
}
