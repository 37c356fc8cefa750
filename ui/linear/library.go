package linear

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/part"
)

// inLibrary is an entry of the library as somebody came to it: of a client, and as it is
// attached to that or to one of its KWIs.
type inLibrary struct {
	id    string
	about bool // a client is in hand, to whom it may be attached
	at    bool // it is attached
	to    account.KWICode
}

// library is what there is to read beside the work: what is attached to the client first, then
// all of it by kind. about is that it was opened from the client in hand.
func (t *teller) library(about bool) error {
	t.firmAnew()
	return t.stay(place{bare: true, name: func() string { return t.T("place.library") }, what: func() {
		t.count("library.count", len(t.offered()))
	}, acts: func() []choice {
		all := []choice{{name: t.T("linear.library.find"), do: func() error { return t.findEntry(about) }}}
		if about {
			all = append(all, t.attachedChoices()...)
		}
		var last guide.Kind
		for _, e := range t.offered() {
			if e.Kind != last {
				last = e.Kind
				kind := e.Kind
				all = append(all, choice{name: t.T("library.kind." + string(kind)), do: func() error { return t.libraryOf(kind, about) }})
			}
		}
		if gone := t.withdrawn(); len(gone) > 0 {
			all = append(all, choice{name: t.T("library.head.gone"), do: func() error { return t.entries(t.T("library.head.gone"), t.withdrawn, about) }})
		}
		return append(all, choice{name: t.T("library.act.new"), changes: true, do: func() error { return t.newOwn(about) }})
	}})
}

// offered are the entries that are offered, withdrawn those of the supplier that are not any more.
func (t *teller) offered() []guide.Entry {
	return slices.DeleteFunc(part.Shelf(t.frame()), func(e guide.Entry) bool { return e.Gone })
}

func (t *teller) withdrawn() []guide.Entry {
	return slices.DeleteFunc(part.Shelf(t.frame()), func(e guide.Entry) bool { return !e.Gone })
}

// attachedChoices are what is attached, to the client first and then by KWI.
func (t *teller) attachedChoices() (all []choice) {
	c := t.client()
	attached := slices.Clone(c.Library)
	slices.SortStableFunc(attached, func(a, b account.Attached) int { return int(a.KWI) - int(b.KWI) })
	for _, a := range attached {
		e := t.entryOf(a.Entry)
		all = append(all, choice{name: t.T("linear.library.with", t.attachedTo(a.KWI), part.AttachedName(t.frame(), e, &a)), do: func() error {
			return t.entry(inLibrary{id: a.Entry, about: true, at: true, to: a.KWI})
		}})
	}
	return all
}

// attachedTo is what something is attached to: the client as a whole, or a KWI.
func (t *teller) attachedTo(code account.KWICode) string {
	if code == 0 {
		return t.client().Name
	}
	return code.String() + " " + t.client().KWITitle(code)
}

// entryOf is an entry by its ID. One that the library has no more has a title that says so.
func (t *teller) entryOf(id string) guide.Entry {
	e, known := guide.Find(part.Shelf(t.frame()), id)
	if !known {
		return guide.Entry{ID: id, Title: t.T("library.unknown", id), When: t.T("library.unknown.how"), Gone: true}
	}
	return e
}

// libraryOf are the entries of a kind.
func (t *teller) libraryOf(kind guide.Kind, about bool) error {
	return t.entries(t.T("library.kind."+string(kind)), func() []guide.Entry {
		return slices.DeleteFunc(t.offered(), func(e guide.Entry) bool { return e.Kind != kind })
	}, about)
}

// entries are some of them by their titles, the supplier's own marked.
func (t *teller) entries(name string, of func() []guide.Entry, about bool) error {
	return t.stay(place{bare: true, name: func() string { return name }, acts: func() (all []choice) {
		for _, e := range of() {
			title := e.Title
			if e.Own() {
				title = t.T("inspiring.own", e.Title)
			}
			all = append(all, choice{name: title, do: func() error { return t.openEntry(e.ID, about) }})
		}
		return all
	}})
}

// openEntry opens an entry: as it is attached to the client, where it is.
func (t *teller) openEntry(id string, about bool) error {
	where := inLibrary{id: id, about: about}
	if about {
		for _, a := range t.client().Library {
			if a.Entry == id {
				where.at, where.to = true, a.KWI
				break
			}
		}
	}
	return t.entry(where)
}

// findEntry finds entries by words that stand anywhere in them.
func (t *teller) findEntry(about bool) error {
	typed, err := t.needed(t.T("linear.search.what"), t.T("linear.search.help"))
	if err != nil {
		return err
	}
	shelf := t.offered()
	finder := text.NewFinder(len(shelf), func(i int) (string, string) { return shelf[i].Title, shelf[i].Words() })
	var found []choice
	for _, i := range finder.Find(typed) {
		found = append(found, choice{name: shelf[i].Title, do: func() error { return t.openEntry(shelf[i].ID, about) }})
	}
	if len(found) == 0 {
		t.say(t.T("library.none.found"))
		return errRefused
	}
	t.say(t.N("linear.found", len(found), echo(typed)))
	i, err := t.one(t.T("linear.found.which"), found)
	if err != nil {
		return err
	}
	return found[i].do()
}

// tellEntry tells an entry: its title, when it is of use, and its lines, but for those that can
// be ticked off where they are choices.
func (t *teller) tellEntry(e guide.Entry, ticks bool) {
	t.say(e.When)
	for _, p := range e.Parts {
		lines := slices.Clone(p.Lines)
		if ticks {
			lines = slices.DeleteFunc(lines, func(l guide.Line) bool { return l.ID != "" })
		}
		if len(lines) == 0 {
			continue
		}
		t.say(sentence(p.Title))
		for _, l := range lines {
			if l.Title == "" || l.Text == "" {
				t.say(l.Title + l.Text)
				continue
			}
			t.tell(strings.TrimRight(l.Title, ".:"), l.Text)
		}
	}
}
