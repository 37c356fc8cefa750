package library

import (
	"reflect"
	"slices"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// row is one row of the list: a head, or an entry, as it is attached where it
// is.
type row struct {
	head  string
	entry guide.Entry
	known bool // the library has the entry
	at    *account.Attached
}

// key is what a row is known by, wherever it stands.
func (r row) key() string {
	if r.at != nil {
		return r.entry.ID + "@" + r.at.KWI.String()
	}
	return r.entry.ID
}

// shownList is the list as it is looked at, with what it was made of.
type shownList struct {
	tag, client, typed string
	own                account.Shelf
	attached           []account.Attached
	made               bool

	rows    []row
	offered int // how many entries there are to read
}

// settled is the screen with the list as it is now. It costs little where
// nothing changed.
func (s Screen) settled(f *kit.Frame) Screen {
	sh := &s.shown
	if sh.made && sh.tag == f.Words.Tag() && sh.typed == s.filter.Text() && sh.client == f.Client.ID && reflect.DeepEqual(sh.own, f.Firm.Library) && reflect.DeepEqual(sh.attached, s.attached(f)) {
		return s
	}
	return s.arranged(f)
}

// attached is what is attached to the client that the screen is about.
func (s Screen) attached(f *kit.Frame) []account.Attached {
	if !s.about(f) {
		return nil
	}
	return f.Client.Library
}

// arranged makes the list anew and keeps the row in hand.
func (s Screen) arranged(f *kit.Frame) Screen {
	sh := shownList{made: true, tag: f.Words.Tag(), client: f.Client.ID, typed: s.filter.Text(), own: f.Firm.Library, attached: s.attached(f)}
	shelf := part.Shelf(f)
	at, groups := s.attachedRows(f, shelf), s.groups(f, shelf)
	for _, e := range shelf {
		if !e.Gone {
			sh.offered++
		}
	}
	if sh.typed == "" {
		sh.rows = append(at, groups...)
	} else {
		sh.rows = found(append(at, groups...), sh.typed)
	}
	s.shown = sh
	return s.picked(f, s.inHand)
}

// attachedRows are the rows of what is attached, to the client first and then by
// KWI.
func (s Screen) attachedRows(f *kit.Frame, shelf []guide.Entry) (rows []row) {
	all := slices.Clone(s.attached(f))
	slices.SortStableFunc(all, func(a, b account.Attached) int { return int(a.KWI) - int(b.KWI) })
	for i := range all {
		e, known := guide.Find(shelf, all[i].Entry)
		if !known {
			e = guide.Entry{ID: all[i].Entry, Title: f.T("library.unknown", all[i].Entry)}
		}
		rows = append(rows, row{entry: e, known: known, at: &all[i]})
	}
	if len(rows) > 0 {
		rows = append([]row{{head: f.T("library.head.attached", f.Client.Name)}}, rows...)
	}
	return rows
}

// groups are the rows of all that is not attached, by kind, and what was
// withdrawn at the end.
func (s Screen) groups(f *kit.Frame, shelf []guide.Entry) (rows []row) {
	var gone []row
	last := guide.Kind("")
	for _, e := range shelf {
		if slices.ContainsFunc(s.attached(f), func(a account.Attached) bool { return a.Entry == e.ID }) {
			continue
		}
		if e.Gone {
			gone = append(gone, row{entry: e, known: true})
			continue
		}
		if e.Kind != last {
			rows = append(rows, row{head: kindName(f, e.Kind)})
			last = e.Kind
		}
		rows = append(rows, row{entry: e, known: true})
	}
	if len(gone) > 0 {
		rows = append(append(rows, row{head: f.T("library.head.gone")}), gone...)
	}
	return rows
}

// found are the rows that what was typed finds in any of their words, the best
// first, without heads.
func found(rows []row, typed string) (out []row) {
	rows = slices.DeleteFunc(rows, func(r row) bool { return r.head != "" })
	finder := text.NewFinder(len(rows), func(i int) (string, string) {
		words := rows[i].entry.Words()
		if at := rows[i].at; at != nil {
			words += "\n" + at.Note
			for _, t := range at.Ticks {
				words += "\n" + t.Note
			}
		}
		return rows[i].entry.Title, words
	})
	for _, i := range finder.Find(typed) {
		out = append(out, rows[i])
	}
	return out
}

// picked is the screen with the row of that key in hand, or another row of the
// same entry, or the one that stands where it stood.
func (s Screen) picked(f *kit.Frame, key string) Screen {
	rows := s.shown.rows
	at := slices.IndexFunc(rows, func(r row) bool { return r.head == "" && r.key() == key })
	if at < 0 && key != "" {
		at = slices.IndexFunc(rows, func(r row) bool { return r.head == "" && r.entry.ID == entryOf(key) })
	}
	if at < 0 {
		at = s.cursor.In(len(rows))
		for at < len(rows)-1 && rows[at].head != "" {
			at++
		}
	}
	s.cursor = s.cursor.To(at, len(rows), s.visible(f))
	if s.cursor.Top == 1 && len(rows) > 0 && rows[0].head != "" {
		s.cursor.Top = 0
	}
	return s.took()
}

// entryOf is the entry that a key is of.
func entryOf(key string) string {
	for i := range key {
		if key[i] == '@' {
			return key[:i]
		}
	}
	return key
}

// took notes which row is in hand.
func (s Screen) took() Screen {
	if r, ok := s.row(); ok {
		if entryOf(s.inHand) != r.entry.ID {
			s.point, s.scroll = "", 0
		}
		s.inHand = r.key()
	}
	return s
}

// row is the row in hand.
func (s Screen) row() (row, bool) {
	if len(s.shown.rows) == 0 {
		return row{}, false
	}
	r := s.shown.rows[s.cursor.In(len(s.shown.rows))]
	return r, r.head == ""
}

func (s Screen) visible(f *kit.Frame) int {
	return widget.Table{Count: len(s.shown.rows), Bare: true}.Visible(f.H - linesAbove)
}
