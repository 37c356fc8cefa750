package library

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// askAttach asks whether the entry in hand is for the client as a whole or for
// one KWI, the one that was in hand before first.
func (s Screen) askAttach(f *kit.Frame, r row) kit.Outcome {
	title, entry, today := cells.Line(r.entry.Title, 60), r.entry.ID, f.Today
	codes := map[string]account.KWICode{"client": 0}
	pick := widget.Pick{Title: f.T("library.attach.title", title), At: "client"}
	add := func(id, label string, code account.KWICode) {
		item := widget.Item{ID: id, Label: label}
		if f.Client.Attachment(entry, code) != nil {
			item.Detail = f.T("library.attach.there")
		}
		codes[id] = code
		pick.Items = append(pick.Items, item)
		if code != 0 && code == s.kwi {
			pick.At = id
		}
	}
	add("client", f.T("library.attach.client", f.Client.Name), 0)
	if y := f.Y(); y != nil {
		for i := range y.KWIs {
			k := &y.KWIs[i]
			add(k.Code.String(), k.Code.String()+" "+k.Title, k.Code)
		}
	}
	pick.Then = func(id string) kit.Outcome {
		code := codes[id]
		return kit.Changes(kit.Label("library.label.attached", title), func(c *account.Client) error { return c.Attach(entry, code, today) })
	}
	return kit.Outcome{Ask: pick}
}

// to is what an entry is attached to, the client as a whole where it is not yet.
func (r row) to() account.KWICode {
	if r.at != nil {
		return r.at.KWI
	}
	return 0
}

// attaching does something to an attached entry, and attaches it first where it
// is not yet.
func (r row) attaching(today account.Date, do func(*account.Client) error) func(*account.Client) error {
	entry, to, there := r.entry.ID, r.to(), r.at != nil
	return func(c *account.Client) error {
		if !there {
			if err := c.Attach(entry, to, today); err != nil {
				return err
			}
		}
		return do(c)
	}
}

// tick marks the point in hand done, or opens it again.
func (s Screen) tick(f *kit.Frame, r row) kit.Outcome {
	point, entry, to, on, label := s.pointOf(r), r.entry.ID, r.to(), f.Today, "library.label.ticked"
	if r.at != nil && r.at.Tick(point).Date != "" {
		on, label = "", "library.label.unticked"
	}
	return kit.Changes(kit.Label(label, cells.Line(r.words(point), 60)), r.attaching(f.Today, func(c *account.Client) error { return c.TickOff(entry, to, point, on) }))
}

// words is what a point says.
func (r row) words(point string) string {
	for _, p := range r.entry.Parts {
		for _, l := range p.Lines {
			switch {
			case l.ID != point:
			case l.Title != "":
				return l.Title
			default:
				return l.Text
			}
		}
	}
	return ""
}

// askItem asks what there is to say of the point in hand.
func (s Screen) askItem(f *kit.Frame, r row) kit.Screen {
	point, entry, to, today := s.pointOf(r), r.entry.ID, r.to(), f.Today
	stored := func(f kit.Frame) (string, bool) {
		if a := f.Client.Attachment(entry, to); a != nil {
			return a.Tick(point).Note, true
		}
		return "", r.at == nil
	}
	value, _ := stored(*f)
	return widget.NewAsk(widget.Ask{
		Name: "library/" + r.key() + "/" + point, Title: r.entry.Title, Text: r.words(point), Label: f.T("library.item.label"), Value: value, Lines: 4,
		Stored: stored,
		Then: func(note string) kit.Outcome {
			return kit.Changes(kit.Label("library.label.item", cells.Line(r.words(point), 60)), r.attaching(today, func(c *account.Client) error { return c.NoteItem(entry, to, point, note) }))
		},
	})
}

// askNote asks what an attached entry is for, or how it goes.
func askNote(f *kit.Frame, r row) kit.Screen {
	entry, to := r.at.Entry, r.at.KWI
	return widget.NewAsk(widget.Ask{
		Name: "library/" + r.key(), Title: r.entry.Title, Text: f.T("library.note.text"), Label: f.T("library.item.label"), Value: r.at.Note, Lines: 4,
		Stored: func(f kit.Frame) (string, bool) {
			if a := f.Client.Attachment(entry, to); a != nil {
				return a.Note, true
			}
			return "", false
		},
		Then: func(note string) kit.Outcome {
			return kit.Changes(kit.Label("library.label.note", cells.Line(r.entry.Title, 60)), func(c *account.Client) error { return c.NoteAttached(entry, to, note) })
		},
	})
}
