package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// Shelf is the whole library: what the guide has and what the supplier added,
// in the order of its kinds. What was withdrawn is in it too.
func Shelf(f *kit.Frame) []guide.Entry { return guide.For(f.Words.Tag()).ShelfWith(f.Firm.Library) }

// Attached is what is attached to a KWI, or with 0 to the client as a whole, in
// one line: each with how many of its points are done. It is "" where nothing is.
func Attached(f *kit.Frame, to account.KWICode) string {
	var names []string
	all := f.Client.AttachedTo(to)
	if len(all) == 0 || f.Audience != kit.Manager {
		return ""
	}
	shelf := Shelf(f)
	for i := range all {
		if e, known := guide.Find(shelf, all[i].Entry); known {
			names = append(names, AttachedName(f, e, &all[i]))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return f.T("library.at", strings.Join(names, " "+f.Theme.Glyphs.Dot+" "))
}

// AttachedName is the title of an entry as it is attached, and how many of its
// points are done.
func AttachedName(f *kit.Frame, e guide.Entry, a *account.Attached) string {
	if points := e.Points(); len(points) > 0 {
		return f.T("library.progress", e.Title, a.Done(points), len(points))
	}
	return e.Title
}
