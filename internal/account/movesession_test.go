package account_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
)

// moving is a client whose session hangs in the air: one list went out, one is
// back, and agreements are due on the day of the session.
func moving() account.Client {
	c := asked(account.ByName)
	y := c.Newest()
	y.Session, y.Stage = "2010-11-26", account.Measure
	y.Actions = []account.Action{
		{Number: "2010-01", Status: account.Open, Due: "2010-11-26T16:00"}, {Number: "2010-02", Status: account.Open, Due: "2010-11-26"},
		{Number: "2010-03", Status: account.Done, Due: "2010-11-26"}, {Number: "2010-04", Status: account.Open, Due: "2010-11-25"},
	}
	return c
}

// All that hangs on the day of the session goes along, and nothing else does.
func TestTheSessionMovesWithWhatHangsOnIt(t *testing.T) {
	c := moving()
	m, err := c.MovingSession("2010H2", "2010-12-10", "2010-11-10")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]account.Moment{}
	for _, f := range m.Followers {
		got[string(f.What)+f.Number] = f.To
	}
	want := map[string]account.Moment{"invitation": "2010-11-12", "lists": "2010-11-26", "answers": "2010-12-03", "analysis": "2010-12-08", "session": "2010-12-10",
		"action2010-01": "2010-12-10T16:00", "action2010-02": "2010-12-10"}
	for name, to := range want {
		if got[name] != to {
			t.Errorf("%s goes to %q, not %q", name, got[name], to)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d dates: %v", len(got), got)
	}
	if c.Newest().Session != "2010-11-26" {
		t.Error("looking at it has moved it")
	}
	if err := c.MoveSession("2010H2", "2010-12-10", []string{"2010-01", "2010-03", "2010-04"}); err != nil {
		t.Fatal(err)
	}
	for number, due := range map[string]account.Moment{"2010-01": "2010-12-10T16:00", "2010-02": "2010-11-26", "2010-03": "2010-11-26", "2010-04": "2010-11-25"} {
		if _, a := c.Action(number); a.Due != due {
			t.Errorf("%s is due on %s, not %s", number, a.Due, due)
		}
	}
}

// What went out and came back stays; what went out too early for the new day goes
// again, and who was told a day hears of it.
func TestWhatWentOutDoesNotMove(t *testing.T) {
	c := moving()
	if err := c.Send("2010H2", "AA", "2010-11-12"); err != nil {
		t.Fatal(err)
	}
	of := func(to account.Date, what account.Follows) account.Following {
		m, err := c.MovingSession("2010H2", to, "2010-11-15")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range m.Followers {
			if f.What == what {
				return f
			}
		}
		return account.Following{}
	}
	if l, a := of("2010-12-01", account.ListsFollow), of("2010-12-01", account.AnswersFollow); l.Done != 1 || l.Again != 0 || a.Waits != 1 {
		t.Errorf("a week later: %+v, %+v", l, a)
	}
	if l := of("2011-02-01", account.ListsFollow); l.Done != 0 || l.Again != 1 || l.Missed {
		t.Errorf("ten weeks later: %+v", l)
	}
	if l, i := of("2010-11-20", account.ListsFollow), of("2010-11-20", account.InvitationFollows); l.Missed || !i.Missed {
		t.Errorf("sooner: %+v, %+v", l, i)
	}
	c = moving()
	if l := of("2010-11-20", account.ListsFollow); !l.Missed {
		t.Errorf("sooner, with none out: %+v", l)
	}
}

// Of the day itself is told what there is to mind, and of the name what becomes of
// it: an agreement never gets another number.
func TestWhatThereIsToMindAboutTheDay(t *testing.T) {
	c := moving()
	look := func(to account.Date) account.Moving {
		m, err := c.MovingSession("2010H2", to, "2010-11-10")
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	if m := look("2010-12-25"); m.Off != account.ChristmasDay || m.Short || m.Passed || m.Far {
		t.Errorf("%+v", m)
	}
	if m := look("2010-11-20"); !m.Short || m.Off != account.Weekend {
		t.Errorf("%+v", m)
	}
	if m := look("2010-11-01"); !m.Passed || m.Short {
		t.Errorf("%+v", m)
	}
	if m := look("2012-11-20"); !m.Far {
		t.Errorf("%+v", m)
	}
	if m := look("2011-01-20"); m.Renames != "" || m.Half != "2011H1" || !m.May {
		t.Errorf("with agreements: %+v", m)
	}
	c.Newest().Actions = nil
	if m := look("2011-01-20"); m.Renames != "2011H1" {
		t.Errorf("with none: %+v", m)
	}
	if _, err := c.MovingSession("2010H2", "0001-01-01", ""); !fault.Has(err, fault.BadDate) {
		t.Error(err)
	}
}

// Looking at what would follow changes nothing, and moving there and back leaves
// what was there, for any client.
func TestThereAndBackIsWhatWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		y := c.Newest()
		if y == nil || y.Stage == account.Closed || y.Session == "" {
			return
		}
		name, from := y.Name, y.Session
		var along []string
		for _, a := range c.OnSession(y) {
			along = append(along, a.Number)
		}
		to := from.Add(rapid.IntRange(1, 300).Draw(t, "days"))
		if to == "" {
			return
		}
		if _, err := c.MovingSession(name, to, "2026-11-26"); err != nil {
			t.Fatal(err)
		}
		if y.Session != from {
			t.Fatal("looking has moved it")
		}
		if err := c.MoveSession(name, to, along); err != nil {
			t.Fatal(err)
		}
		for _, n := range along {
			if _, a := c.Action(n); a.Due.Date() != to {
				t.Fatal(a.Due)
			}
		}
	})
}
