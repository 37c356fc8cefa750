// Package home is the first page of a meeting: what one can do together, a
// line each. It knows the kit and the pure rooms, and no other screen: whoever
// lists the places hands it their names.
package home

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
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

// Head tells the client.
func (s Screen) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.Client.Name} }

// Acts are to open the page in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("meet.act.open"), Together: true}}
}

// Update moves among the pages, or opens one.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("open")) && len(s.pages) > 0 {
		return s, s.open(f)
	}
	if aim, is := msg.(kit.Aim); is {
		return s.aimed(f, string(aim))
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(s.pages), len(s.pages))
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

func (s Screen) open(f kit.Frame) kit.Outcome {
	return kit.Goes(kit.Place{Name: s.pages[s.list.In(len(s.pages))].Name, Client: f.Client.ID, Cycle: f.Cycle})
}

// aimed takes a page in hand, and opens it where it is that already.
func (s Screen) aimed(f kit.Frame, name string) (kit.Screen, kit.Outcome) {
	i := slices.IndexFunc(s.pages, func(p Page) bool { return p.Name == name })
	switch {
	case i < 0:
		return s, kit.Outcome{}
	case i == s.list.In(len(s.pages)):
		return s, s.open(f)
	}
	s.list = s.list.To(i, len(s.pages), len(s.pages))
	return s, kit.Outcome{}
}

// View draws the client's name, the pages, and who sits here. Where there is
// room the names are drawn large, in two columns if they are not in one.
func (s Screen) View(f kit.Frame) kit.Page {
	lines, _ := s.draw(&f)
	return kit.Page{Body: cells.Block(cells.Indent(lines, bodyIndent), f.W, f.H)}
}

// bodyIndent is how far the page stands from its left edge.
const bodyIndent = 2

// spot is where a page stands: its first line and the one behind its last, and the
// cells of its column.
type spot struct{ top, bottom, left, right int }

// draw is the body before it is indented, and where each page stands in it.
func (s Screen) draw(f *kit.Frame) (lines []string, spots []spot) {
	w := f.W - 2*bodyIndent
	lines = append([]string{""}, large.Text(f.Theme, f.Client.Name, w, max(f.H/5, 1), 0)...)
	here := present(f)
	h := f.H - len(lines) - 3
	gap := min(max(h/max(len(s.pages), 1)-2, 0), 1)
	lines = append(lines, make([]string, gap+1)...)
	top := len(lines)
	column := func(from, to, left, w int, size large.Size) (column []string) {
		room := h/max(to-from, 1) - gap
		for i := from; i < to; i++ {
			page := s.page(f, i, s.pages[i], w, size, room)
			spots = append(spots, spot{top + len(column), top + len(column) + len(page), left, left + w})
			column = append(append(column, page...), make([]string, gap)...)
		}
		return column
	}
	if size, halves, ok := s.halves(f, w, h, gap); ok {
		half := (len(s.pages) + 1) / 2
		left := column(0, half, 0, halves.Left, size)
		lines = append(lines, halves.Beside(left, column(half, len(s.pages), w-halves.Right, halves.Right, size))...)
	} else {
		lines = append(lines, column(0, len(s.pages), 0, w, s.size(f, w, h, gap, len(s.pages)))...)
	}
	if here != "" {
		lines = append(lines, "", f.Theme.Faint.Render(cells.Line(here, w)))
	}
	return lines, spots
}

// AimAt implements kit.Aimed: the page that stands there.
func (s Screen) AimAt(f kit.Frame, x, y int) kit.Aim {
	_, spots := s.draw(&f)
	x = max(x-bodyIndent, 0)
	for i, at := range spots {
		if y >= at.top && y < at.bottom && x >= at.left && x < at.right {
			return kit.Aim(s.pages[i].Name)
		}
	}
	return ""
}

// size is the largest size in which the names stand in h lines with so many of
// them below each other; none where they do not.
func (s Screen) size(f *kit.Frame, w, h, gap, below int) large.Size {
	size, _ := large.OneSize(w-nameMargin, h/max(below, 1)-gap-1, s.names(f)...)
	return size
}

// halves are two columns, where the names are larger in those than in one.
func (s Screen) halves(f *kit.Frame, w, h, gap int) (large.Size, part.Pair, bool) {
	halves := part.HalvesOf(&kit.Frame{W: w}, leastColumn)
	size := s.size(f, halves.Right, h, gap, (len(s.pages)+1)/2)
	return size, halves, halves.Wide() && size.Rows() > s.size(f, w, h, gap, len(s.pages)).Rows()
}

// leastColumn is how narrow a column of pages may be.
const leastColumn = 50

// nameMargin is what stands before the name of a page.
const nameMargin = 5

// names are what the pages are called.
func (s Screen) names(f *kit.Frame) (names []string) {
	for _, p := range s.pages {
		names = append(names, f.T(p.Title))
	}
	return names
}

// page is the name of one in its size, in plain letters where that is none, and
// what it is for, in at most h lines.
func (s Screen) page(f *kit.Frame, i int, p Page, w int, size large.Size, h int) (lines []string) {
	t, inHand := f.Theme, i == s.list.In(len(s.pages))
	sign, look := "  ", t.Text
	if inHand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
	}
	name := []string{look.Render(cells.Line(f.T(p.Title), w-nameMargin))}
	if size.Rows() > 0 {
		name = size.Draw(t.Strong, f.T(p.Title))
	}
	for n, l := range name {
		before := cells.Spaces(nameMargin)
		if n == 0 {
			before = sign + t.Accent.Render(f.Words.Int(i+1)) + "  "
		}
		lines = append(lines, before+l)
	}
	about := cells.Wrap(f.T(p.Title+".line"), w-nameMargin)
	for _, l := range about[:max(min(len(about), h-len(name)), 0)] {
		lines = append(lines, cells.Spaces(nameMargin)+t.Faint.Render(l))
	}
	return lines
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
