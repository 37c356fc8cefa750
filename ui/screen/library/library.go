// Package library is what the method and the supplier have to say beside the
// work: texts to read, checklists to tick off, and the supplier's own entries.
// The list stands left and what is in hand right, or one after the other where
// it is narrow. Opened from a client, it attaches an entry to that client or to
// a KWI, and what is attached stands first. It is for the manager alone.
//
// It knows the kit and the pure rooms; what the library holds guide says. It
// must not know any other screen.
package library

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Screen is a cursor in the list, a way of looking, and a half-typed search.
type Screen struct {
	client string          // the ID of the client that it was opened from, ""
	kwi    account.KWICode // that was in hand there
	cursor widget.List
	inHand string // the row in hand, as rowKey tells it
	typing bool
	filter editor.Editor

	reading bool
	point   string // in hand while reading, "" the first
	scroll  widget.Scroll
	shown   shownList
}

// New makes the screen, about the client of the place where there is one.
func New(p kit.Place) kit.Screen { return Screen{client: p.Client, filter: editor.NewLine("")} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether letters go to the search.
func (s Screen) Typing() bool { return s.typing }

// Head names the place, and the client where there is one.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.T("place.library")}
	if s.about(&f) {
		h = kit.Head{Title: f.Client.Name, Tail: " " + f.Theme.Glyphs.Dot + " " + f.T("place.library")}
	}
	if f.Audience == kit.Manager {
		s = s.settled(&f)
		h.Right = f.N("library.count", s.shown.offered)
	}
	return h
}

// about reports whether the client of the frame is the one that the screen was
// opened from.
func (s Screen) about(f *kit.Frame) bool { return s.client != "" && s.client == f.Client.ID }

// MeetingPlace implements kit.Meeter: nothing of the library is for the client,
// so one meets at the first page.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place { return kit.Place{Client: s.client} }

// Acts are what can be done with the entry in hand and the list.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Audience != kit.Manager {
		return nil
	}
	s = s.settled(&f)
	r, ok := s.row()
	open := kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("library.act.read")}
	if !ok {
		open.Why = f.T("library.none.found")
	}
	if s.typing {
		return append([]kit.Act{
			open,
			{ID: "clear", Keys: keys.Back, Name: f.T("library.act.clear")},
			{ID: "leave", Keys: keys.Next, Name: f.T("library.act.leave")},
		}, widget.Undoing(f, s.filter, false)...)
	}
	find := kit.Act{ID: "find", Keys: keys.Filter, Name: f.T("library.act.find")}
	acts := append(s.readingActs(&f, r, ok), s.attachActs(&f, r, ok)...)
	if !s.reading {
		acts = append([]kit.Act{open}, acts...)
	}
	away := kit.Act{ID: "away", Looks: true, Keys: keys.Library, Name: f.T("library.act.away"), Hidden: true}
	return append(append(append(acts, find), s.ownActs(&f, r, ok)...), away)
}

// readingActs are for the point in hand.
func (s Screen) readingActs(f *kit.Frame, r row, ok bool) (acts []kit.Act) {
	if !ok || !s.reading {
		return nil
	}
	if r.entry.Points() != nil {
		tick := kit.Act{ID: "tick", Keys: keys.Toggle, Name: f.T("library.act.tick")}
		if r.at != nil && r.at.Tick(s.pointOf(r)).Date != "" {
			tick.Name = f.T("library.act.untick")
		}
		note := kit.Act{ID: "item", Looks: true, Keys: keys.Open, Name: f.T("library.act.item")}
		if !s.about(f) {
			tick.Why = f.T("library.why.noclient")
			note.Why = tick.Why
		}
		acts = append(acts, tick, note)
	}
	return append(acts, kit.Act{ID: "list", Keys: keys.Back, Name: f.T("library.act.list")})
}

// attachActs are about the client.
func (s Screen) attachActs(f *kit.Frame, r row, ok bool) []kit.Act {
	attach := kit.Act{ID: "attach", Keys: keys.Attach, Name: f.T("library.act.attach"), Hidden: !s.about(f)}
	switch {
	case !ok:
		attach.Why = f.T("library.none.found")
	case !s.about(f):
		attach.Why = f.T("library.why.noclient")
	case r.entry.Gone || !r.known:
		attach.Why = f.T("library.why.gone")
	}
	acts := []kit.Act{attach}
	if ok && r.at != nil {
		acts = append(acts,
			kit.Act{ID: "note", Keys: keys.Remark, Name: f.T("library.act.note")},
			kit.Act{ID: "detach", Keys: keys.Remove, Name: f.T("library.act.detach")})
	}
	return acts
}

// ownActs are about what the supplier wrote.
func (s Screen) ownActs(f *kit.Frame, r row, ok bool) []kit.Act {
	acts := []kit.Act{{ID: "new", Keys: keys.New, Name: f.T("library.act.new")}}
	own := ok && r.known && r.entry.Own()
	edit := kit.Act{ID: "edit", Keys: keys.Change, Name: f.T("library.act.edit"), Hidden: !own}
	if !own {
		edit.Why = f.T("library.why.notown")
	}
	acts = append(acts, edit)
	switch {
	case !ok || r.at != nil:
	case !own:
		acts = append(acts, kit.Act{ID: "withdraw", Keys: keys.Remove, Name: f.T("library.act.withdraw"), Why: f.T("library.why.notown"), Hidden: true})
	case r.entry.Gone:
		restore := kit.Act{ID: "restore", Keys: keys.Toggle, Name: f.T("library.act.restore")}
		if s.reading {
			restore.Keys = keys.Unbound // there a space ticks
		}
		acts = append(acts, restore, kit.Act{ID: "remove", Keys: keys.Remove, Name: f.T("library.act.remove")})
	default:
		acts = append(acts, kit.Act{ID: "withdraw", Keys: keys.Remove, Name: f.T("library.act.withdraw")})
	}
	return acts
}

// pointOf is the point in hand of the entry that is read.
func (s Screen) pointOf(r row) string {
	points := r.entry.Points()
	for _, p := range points {
		if p == s.point {
			return p
		}
	}
	if len(points) > 0 {
		return points[0]
	}
	return ""
}

// kindName is what a part of the library is called.
func kindName(f *kit.Frame, k guide.Kind) string { return f.T("library.kind." + string(k)) }
