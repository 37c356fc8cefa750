// Package home is the first page of a meeting: what one can do together, a
// line each. It knows the kit and the pure rooms, and no other screen: whoever
// lists the places hands it their names.
package home

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Page is a page that leads on from here: its place, and the key of its name
// in the catalogue, with what it is for under KEY.line.
type Page struct{ Name, Title string }

// Screen is the cursor on the pages.
type Screen struct {
	pages []Page
	list  widget.List
}

// With is how this page opens among others.
func With(pages []Page) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return Screen{pages: pages} }
}

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head is nothing: the client's name stands on the page.
func (s Screen) Head(kit.Frame) kit.Head { return kit.Head{} }

// Acts are to open the page in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "open", Keys: keys.Open, Name: f.T("meet.act.open"), Together: true}}
}

// Update moves among the pages, or opens one.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("open")) && len(s.pages) > 0 {
		return s, kit.Goes(kit.Place{Name: s.pages[s.list.In(len(s.pages))].Name, Client: f.Client.ID, Cycle: f.Cycle})
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(s.pages), len(s.pages))
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// View draws the client's name, the pages, and who sits here.
func (s Screen) View(f kit.Frame) kit.Page {
	t, w := f.Theme, min(f.W-4, 84)
	lines := []string{""}
	for _, l := range cells.Wrap(f.Client.Name, w) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, "")
	if 3*len(s.pages)+len(lines)+2 <= f.H {
		lines = append(lines, "")
	}
	for i, p := range s.pages {
		sign, look := "  ", t.Text
		if i == s.list.In(len(s.pages)) {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
		}
		lines = append(lines, sign+t.Accent.Render(f.Words.Int(i+1))+"  "+look.Render(cells.Line(f.T(p.Title), w-5)))
		for _, l := range cells.Wrap(f.T(p.Title+".line"), w-5) {
			lines = append(lines, "     "+t.Faint.Render(l))
		}
		if 3*len(s.pages)+6 <= f.H {
			lines = append(lines, "")
		}
	}
	if here := present(&f); here != "" {
		lines = append(lines, "", t.Faint.Render(cells.Line(here, w)))
	}
	return kit.Page{Body: cells.Block(cells.Indent(lines, 2), f.W, f.H)}
}

// present names who sits here, "" where nobody said so.
func present(f *kit.Frame) string {
	if !f.Room.Known {
		return ""
	}
	var names []string
	for _, who := range f.Room.Present {
		names = append(names, part.NameOf(f, who))
	}
	if f.Room.Guests {
		names = append(names, f.T("attendance.guests"))
	}
	if len(names) == 0 {
		return ""
	}
	return f.T("meet.here", strings.Join(names, ", "))
}
