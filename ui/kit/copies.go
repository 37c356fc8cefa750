package kit

import (
	"time"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// Copies is who keeps copies of the data by themselves, as far as a window knows of
// them.
type Copies struct {
	Folder string       // where they are
	Failed func() error // waits until one could not be kept, or the program ends; nil: nobody tells

	// List are the copies that can be gone back to, the newest first, and when
	// something was last changed that going back takes away; nil: there are none.
	List func() ([]Copy, account.Moment, error)
	// GoBack puts one in the place of the data, and names the copy that is kept of
	// what stood there. Where something was saved since it was listed it does nothing
	// and tells what.
	GoBack func(Copy) (kept string, came Came, err error)
}

// Came is what was saved since copies were listed: of which clients, by name, and
// whether what the supplier keeps is among it.
type Came struct {
	Clients []string
	Firm    bool
}

// Any reports whether there is any.
func (c Came) Any() bool { return c.Firm || len(c.Clients) > 0 }

// Said says it, in lines for above a preview.
func (c Came) Said(w *lang.Words) (said []string) {
	if n := len(c.Clients); n > 0 {
		said = append(said, w.N("copies.came", n, SomeOf(w, c.Clients)))
	}
	if c.Firm {
		said = append(said, w.T("copies.came.firm"))
	}
	return said
}

// Anew lists the copies again after something came, and is the one of these that
// somebody chose, as it stands now.
func (c Copies) Anew(chosen Copy) (Copy, account.Moment, error) {
	all, last, err := c.List()
	for _, one := range all {
		if one.Path == chosen.Path {
			return one, last, err
		}
	}
	return chosen, last, err
}

// Copy is a copy that can be gone back to, and what would become of the clients.
type Copy struct {
	Path    string
	Name    string // as kwi restore knows it
	At      time.Time
	Twin    bool // another was made in the same minute
	Cause   string
	Size    int64
	Clients int  // lang.LockedCopy where another passphrase opens it, less than 0 where it cannot be read
	Open    bool // it is not locked, and gets the lock of the data when it is gone back to

	Gone, Back, Changed []string // clients by name
	Loses               bool     // something that was done goes with it

	Seen any // what stood there when it was listed, for who goes back
}

// Called is when a copy was kept, and why.
func (c Copy) Called(w *lang.Words) string {
	return w.CopyMoment(c.At, c.Twin) + " · " + w.CopyCause(c.Cause)
}

// WhyNot is why one cannot go back to a copy, "" where one can.
func (c Copy) WhyNot(w *lang.Words) string {
	switch {
	case c.Clients == lang.LockedCopy:
		return w.T("copies.sealed", c.Name)
	case c.Clients < 0:
		return w.T("copies.damaged")
	}
	return ""
}

// Preview is what going back to a copy brings; last is when something was last changed
// that it takes away.
func (c Copy) Preview(w *lang.Words, last account.Moment) []string {
	said := []string{w.T("copies.preview", w.CopyMoment(c.At, c.Twin), w.CopyCause(c.Cause), w.N("copies.clients", c.Clients))}
	for _, part := range []struct {
		key   string
		names []string
	}{{"copies.gone", c.Gone}, {"copies.back", c.Back}, {"copies.changed", c.Changed}} {
		if n := len(part.names); n > 0 {
			said = append(said, w.N(part.key, n, SomeOf(w, part.names)))
		}
	}
	switch {
	case len(said) == 1:
		said = append(said, w.T("copies.same"))
	case last != "" && c.Loses:
		said = append(said, w.T("copies.last", w.Moment(last)))
	}
	if c.Open {
		said = append(said, w.T("copies.locks"))
	}
	return append(said, w.T("copies.noundo"))
}

// mostNamed is how many clients are named before the others are counted.
const mostNamed = 5

// SomeOf names a few clients, and counts the others.
func SomeOf(w *lang.Words, names []string) string {
	if more := len(names) - mostNamed; more > 1 {
		names = append(names[:mostNamed:mostNamed], w.N("copies.more", more))
	}
	return w.And(names)
}
