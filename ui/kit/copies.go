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
	GoBack func(Copy) (kept string, came lang.Came, err error)
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
	Path  string
	Name  string // as kwi restore knows it
	At    time.Time
	Twin  bool // another was made in the same minute
	Cause string
	Size  int64
	lang.GoingBack

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
	case c.Same:
		return w.T("copies.identical")
	}
	return ""
}

// Preview is what going back to a copy brings; last is when something was last changed
// that it takes away.
func (c Copy) Preview(w *lang.Words, last account.Moment) []string {
	said := []string{w.T("copies.preview", w.CopyMoment(c.At, c.Twin), w.CopyCause(c.Cause), w.CopyHolds(c.Clients))}
	return append(append(said, w.GoingBack(c.GoingBack, last)...), w.T("copies.noundo"))
}
