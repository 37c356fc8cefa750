package lang

import (
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// CopyMoment is when a copy was made: of one of a day whose hour is not known the day, and of
// one that has a twin in its minute the seconds too.
func (w *Words) CopyMoment(at time.Time, twin bool) string {
	if at.Equal(time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, at.Location())) {
		return w.Date(account.MomentOf(at).Date())
	}
	said := w.Moment(account.MomentOf(at))
	if twin {
		said += at.Format(":05")
	}
	return said
}

// CopyCause is why a copy was kept.
func (w *Words) CopyCause(cause string) string {
	if key := "copies.cause." + cause; w.Has(key) {
		return w.T(key)
	}
	return text.Line(cause)
}

// LockedCopy stands in the place of how many clients are in a copy that is locked.
const LockedCopy = -2

// CopySize is how large a copy is, and how many clients are in it; less than 0: nobody
// can read it.
func (w *Words) CopySize(size int64, clients int) string {
	return w.Int(int((size+1023)/1024)) + " kB · " + w.CopyHolds(clients)
}

// CopyHolds is how many clients are in a copy, or why nobody knows.
func (w *Words) CopyHolds(clients int) string {
	switch {
	case clients == LockedCopy:
		return w.T("copies.locked")
	case clients >= 0:
		return w.N("copies.clients", clients)
	}
	return w.T("copies.unread")
}

// Uncopied is why no copy of the data file was kept in a folder, with the word that the
// work itself is.
func (w *Words) Uncopied(folder string, err error) string {
	why := w.T("copies.why.other")
	if f, ok := fault.Of(err); ok && w.Has("copies.why."+string(f.Kind)) {
		var values []any
		for _, v := range f.Values {
			values = append(values, v)
		}
		why = w.T("copies.why."+string(f.Kind), values...)
	}
	return w.T("copies.failed", folder, why)
}
