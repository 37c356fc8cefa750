package linear

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// entry is one entry of the library: what there is to read in it, its points with what of them is
// done, and what can be done with it.
func (t *teller) entry(where inLibrary) error {
	return t.stay(place{bare: true, name: func() string { return t.entryOf(where.id).Title }, what: func() {
		if where.at {
			if a := t.client().Attachment(where.id, where.to); a != nil {
				t.say(sentence(t.T("library.attached", t.attachedTo(a.KWI), t.Words.ShortDate(a.Date, t.today()))))
			}
		}
		t.tellEntry(t.entryOf(where.id), where.about)
	}, acts: func() (all []choice) {
		e := t.entryOf(where.id)
		if where.about {
			all = append(append(all, t.pointChoices(&where, e)...), t.attachChoices(&where, e)...)
		}
		if e.Own() {
			all = append(all, t.ownChoices(e)...)
		}
		return all
	}})
}

// attached is the entry as it is attached, nil where it is not.
func (t *teller) attached(where inLibrary) *account.Attached {
	if !where.at {
		return nil
	}
	return t.client().Attachment(where.id, where.to)
}

// pointChoices are the points of a checklist, each with what of it is done.
func (t *teller) pointChoices(where *inLibrary, e guide.Entry) (all []choice) {
	for _, p := range e.Parts {
		for _, l := range p.Lines {
			if l.ID == "" {
				continue
			}
			said := pointWords(l)
			tick := account.Tick{}
			if a := t.attached(*where); a != nil {
				tick = a.Tick(l.ID)
			}
			if tick.Date != "" {
				said += ", " + t.T("linear.library.ticked", t.Words.ShortDate(tick.Date, t.today()))
			}
			if tick.Note != "" {
				said += ": " + short(tick.Note)
			}
			all = append(all, choice{name: said, fact: true, do: func() error { return t.point(where, l, tick) }})
		}
	}
	return all
}

// pointWords are what a point says.
func pointWords(l guide.Line) string {
	if l.Title != "" {
		return l.Title
	}
	return l.Text
}

// point ticks a point off or opens it again, or notes something beside it. What is not attached
// yet is, to the client as a whole.
func (t *teller) point(where *inLibrary, l guide.Line, was account.Tick) error {
	t.say(sentence(pointWords(l)))
	if l.Title != "" {
		t.say(l.Text)
	}
	ticks, on, label := t.T("library.act.tick"), t.today(), "library.label.ticked"
	if was.Date != "" {
		ticks, on, label = t.T("library.act.untick"), "", "library.label.unticked"
	}
	i, err := t.one(t.T("linear.library.point"), []choice{{name: ticks}, {name: t.T("library.act.item")}})
	if err != nil {
		return err
	}
	words, id, to := short(pointWords(l)), where.id, where.to
	where.at = true
	attaching := func(do func(*account.Client) error) func(*account.Client) error {
		today := t.today()
		return func(c *account.Client) error {
			if c.Attachment(id, to) == nil {
				if err := c.Attach(id, to, today); err != nil {
					return err
				}
			}
			return do(c)
		}
	}
	if i == 0 {
		return t.done(kit.Label(label, words), attaching(func(c *account.Client) error { return c.TickOff(id, to, l.ID, on) }))
	}
	return t.long("library/"+id+"/"+to.String()+"/"+l.ID, t.T("library.item.label"), was.Note, func(note string) error {
		return t.change(kit.Label("library.label.item", words), attaching(func(c *account.Client) error { return c.NoteItem(id, to, l.ID, note) }))
	})
}

// attachChoices attach an entry to the client or a KWI, say what it is for, and take it off.
func (t *teller) attachChoices(where *inLibrary, e guide.Entry) (all []choice) {
	if !e.Gone {
		all = append(all, choice{name: t.T("linear.library.attach"), changes: true, do: func() error { return t.attach(where, e) }})
	}
	a := t.attached(*where)
	if a == nil {
		return all
	}
	id, to, title := where.id, where.to, short(e.Title)
	return append(all,
		t.longField("library/"+id+"/"+to.String(), t.T("library.act.note"), a.Note, kit.Label("library.label.note", title), func(c *account.Client, note string) error { return c.NoteAttached(id, to, note) }),
		choice{name: t.T("linear.library.detach", t.attachedTo(to)), changes: true, do: func() error {
			err := t.done(kit.Label("library.label.detached", title), func(c *account.Client) error { return c.Detach(id, to) })
			if err == nil {
				where.at, where.to = false, 0
			}
			return err
		}})
}

// attach asks whether an entry is for the client as a whole or for one KWI.
func (t *teller) attach(where *inLibrary, e guide.Entry) error {
	to := []option[account.KWICode]{{0, t.T("library.attach.client", t.client().Name)}}
	if y := t.cycle(); y != nil {
		for _, k := range y.KWIs {
			to = append(to, option[account.KWICode]{k.Code, t.kwiName(&k)})
		}
	}
	for i := range to {
		if t.client().Attachment(e.ID, to[i].value) != nil {
			to[i].label += ", " + t.T("library.attach.there")
		}
	}
	code, err := ofOptions(t, t.T("library.attach.title", e.Title), to)
	if err != nil {
		return err
	}
	today := t.today()
	if err := t.done(kit.Label("library.label.attached", short(e.Title)), func(c *account.Client) error { return c.Attach(e.ID, code, today) }); err != nil {
		return err
	}
	where.at, where.to = true, code
	return nil
}
