package due_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
)

func on(kind due.Kind, day account.Date) due.Day { return due.Day{Kind: kind, Ours: true, On: day} }

func TestLateIsAfterTheDay(t *testing.T) {
	for _, kind := range []due.Kind{due.Action, due.Concept, due.Visit, due.Planning, due.Lists, due.Answers, due.Session, due.Inspiration, due.Reply} {
		for day, late := range map[account.Date]bool{"": false, today.Add(-1): true, today: false, today.Add(1): false} {
			d := on(kind, day)
			if want := late && kind != due.Session; d.Late(account.Moment(today)) != want {
				t.Errorf("%s on %q is late: %t", kind, day, !want)
			}
			if want := late && kind == due.Session; d.Past(account.Moment(today)) != want {
				t.Errorf("%s on %q is past: %t", kind, day, !want)
			}
		}
	}
	for day, near := range map[account.Date]bool{"": false, today.Add(-1): false, today: true, today.Add(7): true, today.Add(8): false} {
		if due.Near(day, today) != near {
			t.Errorf("%q is near: %t", day, !near)
		}
	}
	for day, week := range map[account.Date]account.Date{"": "", today: "2026-11-23", "2026-11-23": "2026-11-23", "2026-11-29": "2026-11-23", "2026-11-30": "2026-11-30", "2027-01-01": "2026-12-28"} {
		if got := due.Week(day); got != week {
			t.Errorf("the week of %q begins on %q, not %q", day, got, week)
		}
	}
}

func TestWhatAsksForAttentionFirst(t *testing.T) {
	before, soon, later := today.Add(-3), today.Add(2), today.Add(9)
	for name, d := range map[string]struct {
		days  []due.Day
		first due.Day
		late  int // all kinds
	}{
		"nothing":                       {nil, due.Day{}, 0},
		"nothing that has a day":        {[]due.Day{on(due.Action, "")}, due.Day{}, 0},
		"a session that was held":       {[]due.Day{on(due.Session, before)}, due.Day{}, 0},
		"the soonest":                   {[]due.Day{on(due.Session, later), on(due.Lists, soon)}, on(due.Lists, soon), 0},
		"a session before its lists":    {[]due.Day{on(due.Action, soon), on(due.Session, soon)}, on(due.Session, soon), 0},
		"what is late":                  {[]due.Day{on(due.Session, today), on(due.Visit, before)}, on(due.Visit, before), 1},
		"a late promise before it":      {[]due.Day{on(due.Visit, before.Add(-9)), on(due.Concept, before)}, on(due.Concept, before), 2},
		"the oldest promise":            {[]due.Day{on(due.Action, before), on(due.Action, before.Add(-1))}, on(due.Action, before.Add(-1)), 2},
		"today is not late":             {[]due.Day{on(due.Action, today), on(due.Lists, soon)}, on(due.Action, today), 0},
		"late whatever has no day, too": {[]due.Day{on(due.Action, ""), on(due.Answers, before)}, on(due.Answers, before), 1},
	} {
		if got := due.First(d.days, account.Moment(today)); got != d.first {
			t.Errorf("%s: %v, not %v", name, got, d.first)
		}
		if got := due.At(account.Moment(today)).Count(d.days).Overdue; got != d.late {
			t.Errorf("%s: %d overdue, not %d", name, got, d.late)
		}
	}
}

func TestWithinDays(t *testing.T) {
	c := due.Client{}
	for _, day := range []account.Date{"", today.Add(-1), today, today.Add(1), today.Add(7), today.Add(8)} {
		c.Items = append(c.Items, due.Item{Kind: due.Action, At: account.Moment(day)}, due.Item{Kind: due.Session, At: account.Moment(day)})
	}
	for days, want := range map[int]int{0: 3, 1: 5, 7: 7, 8: 9} {
		if got := len(c.Within(today, days)); got != want {
			t.Errorf("within %d days: %d, not %d", days, got, want)
		}
	}
}

func TestWhoseItIs(t *testing.T) {
	joe := account.User{Name: "Joe Bestseller", Initials: "RM"}
	client := func(c *account.Client, _ *account.Cycle) { c.Colleagues[0].Name = "Joe Bestseller" }
	for _, d := range []struct {
		by   string
		side account.Side
		mine bool
	}{
		{"RM", account.SupplierSide, true}, {"joe  bestseller", account.BothSides, true}, {"", account.SupplierSide, true},
		{"AA", account.ClientSide, false}, {"Anna", account.SupplierSide, false}, {"Zoe", account.SupplierSide, false}, {"RM", account.ClientSide, true},
		{"Joe Bestseller", account.ClientSide, true}, // he is one of ours whatever the side
	} {
		c := running(account.Draft, client, agreed(account.Action{Number: "2026-01", Status: account.Open, For: d.by, Side: d.side}))
		o := due.Of(&c)
		if got := o.Mine(&o.Items[1], joe); got != d.mine {
			t.Errorf("%q on %s is mine: %t", d.by, d.side, got)
		}
		if o.Mine(&o.Items[1], account.User{Name: "Zoe"}) != (d.by == "Zoe") {
			t.Errorf("%q is Zoe's", d.by)
		}
	}
	none := due.Client{}
	if i := (due.Item{}); !none.Mine(&i, joe) {
		t.Error("where nobody is named and nobody works for the client, it is everybody's")
	}
	if (due.Person{Initials: "RM", Name: "Rita"}).Is(account.User{Name: "Joe"}) || (due.Person{Name: "KK", Client: true}).Is(account.User{Initials: "KK"}) {
		t.Error("somebody else is taken for the user")
	}
	if p := (due.Person{Name: "RM"}); !p.Is(joe) {
		t.Error("initials that are not on the list are whose they are")
	}
}
