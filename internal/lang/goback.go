package lang

import "kwi/internal/account"

// GoingBack is what going back to a copy of the data would change.
type GoingBack struct {
	Clients int  // in the copy; LockedCopy where another passphrase opens it, less than 0 where it cannot be read
	Same    bool // nothing: the copy is what stands there
	Open    bool // the copy is not locked, and gets the lock of the data

	Gone, Back, Changed []string // clients by name: who goes, who comes back, and who stands there again as then
	Loses               bool     // something that was done goes with it

	Team    string // to which the data belong, "" where they belong to none, or that was told
	Outside bool   // the copy does not belong to that team: it is of before they did
}

// GoingBack says what going back brings; last is when something was last changed that it
// takes away.
func (w *Words) GoingBack(g GoingBack, last account.Moment) (said []string) {
	if g.Same {
		return []string{w.T("copies.identical")}
	}
	for _, part := range []struct {
		key   string
		names []string
	}{{"copies.gone", g.Gone}, {"copies.back", g.Back}, {"copies.changed", g.Changed}} {
		if n := len(part.names); n > 0 {
			said = append(said, w.N(part.key, n, w.SomeOf(part.names)))
		}
	}
	switch {
	case len(said) == 0:
		said = append(said, w.T("copies.same"))
	case last != "" && g.Loses:
		said = append(said, w.T("copies.last", w.Moment(last)))
	}
	if g.Open {
		said = append(said, w.T("copies.locks"))
	}
	switch {
	case g.Outside:
		said = append(said, w.T("team.restore.outside", g.Team))
	case g.Team != "":
		said = append(said, w.T("team.restore", g.Team))
	}
	return said
}

// Came is what was saved since somebody saw what going back would change: of which
// clients, by name, and whether what the supplier keeps is among it.
type Came struct {
	Clients []string
	Firm    bool
}

// Any reports whether there is any.
func (c Came) Any() bool { return c.Firm || len(c.Clients) > 0 }

// Came says it, in lines for above a preview.
func (w *Words) Came(c Came) (said []string) {
	if n := len(c.Clients); n > 0 {
		said = append(said, w.N("copies.came", n, w.SomeOf(c.Clients)))
	}
	if c.Firm {
		said = append(said, w.T("copies.came.firm"))
	}
	return said
}

// mostNamed is how many clients are named before the others are counted.
const mostNamed = 5

// SomeOf names a few, and counts the others.
func (w *Words) SomeOf(names []string) string {
	if more := len(names) - mostNamed; more > 1 {
		names = append(names[:mostNamed:mostNamed], w.N("copies.more", more))
	}
	return w.And(names)
}
