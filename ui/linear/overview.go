package linear

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/portfolio"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// overview is which clients are told at a glance, and in which order.
type overview struct {
	words   string // some letters of their names
	order   string // as the catalogue has it: name, day, score, change
	mine    bool   // only those that the user answers for
	archive bool   // those that are put away
}

// orders are the orders in which clients are told.
var orders = [...]string{"name", "day", "score", "change"}

// glances is every client at a glance, a choice each, as the overview of the screen has
// them.
func (t *teller) glances() error {
	o := overview{order: orders[0]}
	return t.stay(place{name: func() string { return t.T("linear.glance") }, what: func() {
		if all, read := t.among(&o); read {
			t.count("linear.clients.count", len(all))
		}
	}, acts: func() []choice {
		yes := map[bool]string{false: t.T("kit.no"), true: t.T("kit.yes")}
		all := []choice{
			t.viewed(t.T("portfolio.act.find"), o.words, func() (err error) {
				o.words, err = t.line(t.T("portfolio.act.find"), o.words, t.T("linear.search.help"))
				return err
			}),
			t.viewed(t.T("portfolio.act.order"), t.T("portfolio.order."+o.order), func() (err error) {
				var all []option[string]
				for _, order := range orders {
					all = append(all, option[string]{order, t.T("portfolio.order." + order)})
				}
				to, err := ofOptions(t, asking(t.T("portfolio.act.order")), all)
				if err == nil {
					o.order = to
				}
				return err
			}),
			t.viewed(t.T("portfolio.mine"), yes[o.mine], func() error {
				if o.mine = !o.mine; t.Me == (account.User{}) {
					t.say(t.T("linear.overview.nobody"))
				}
				return nil
			}),
			t.viewed(t.T("linear.overview.archive"), yes[o.archive], func() error { o.archive = !o.archive; return nil }),
		}
		clients, _ := t.among(&o)
		for _, l := range clients {
			all = append(all, choice{name: l.Name + ": " + t.glance(&l), do: func() error { return t.openClient(l.ID) }})
		}
		return all
	}})
}

// among are the clients of an overview, in its order, as everyone is all.
func (t *teller) among(o *overview) (all []portfolio.Line, read bool) {
	all, read = t.everyone()
	now := t.moment()
	all = slices.DeleteFunc(all, func(l portfolio.Line) bool {
		return (l.Archived != "") != o.archive || o.mine && !l.Responsible.Is(t.Me) || o.words != "" && !text.Finds(l.Name, o.words)
	})
	slices.SortStableFunc(all, func(a, b portfolio.Line) int {
		switch o.order {
		case "day":
			return cmp.Compare(a.Asks(now), b.Asks(now))
		case "score":
			return portfolio.CompareScores(&a, &b)
		case "change":
			return portfolio.CompareChanges(&a, &b)
		}
		return 0
	})
	return all, read
}

// putAway puts the client in hand away or takes them out again, after a question.
func (t *teller) putAway() choice {
	name, when := t.client().Name, t.today()
	said, asks, label := t.T("linear.away"), t.T("linear.away.text"), "portfolio.label.away"
	if t.client().Archived != "" {
		said, asks, label, when = t.T("linear.away.back"), t.T("portfolio.back.text"), "portfolio.label.back", ""
	}
	return choice{name: said, changes: true, do: func() error {
		t.say(asks)
		if l := portfolio.Of(t.client()); when != "" && l.Promises() > 0 {
			t.say(t.N("portfolio.away.promises", l.Promises()))
		}
		sure, err := t.yes(t.T("linear.turn.sure"), false)
		if err != nil || !sure {
			return err
		}
		return t.done(kit.Label(label, name), func(c *account.Client) error { return c.Archive(when) })
	}}
}
