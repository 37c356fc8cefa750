// Package tour is the place that leads a new user along the example: a short list
// of stops, each a screen of one of its clients with a word on what is seen there
// and which key to press. Enter goes there, esc comes back, and what was seen is
// ticked for as long as the program runs. With the client watching it is closed.
//
// It knows the kit and the pure rooms, and the clients of the example by their
// IDs. It must not know any other screen (it names places).
package tour

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// widest is how wide running text grows.
const widest = 88

// Screen is the stop in hand, and which ones were gone to.
type Screen struct {
	list widget.List
	seen [len(stops)]bool
}

// New makes the screen, with nothing seen.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells how many of the stops were seen.
func (s Screen) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: f.T("place.tour"), Right: f.T("tour.seen", s.count(), len(stops))}
}

// count is how many stops were seen.
func (s Screen) count() (n int) {
	for _, seen := range s.seen {
		if seen {
			n++
		}
	}
	return n
}

// Acts lead to the stop in hand, or with a digit to any.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("tour.act.open")},
		{ID: "leave", Keys: keys.Back, Name: f.T("tour.act.leave")},
	}
	for i, to := range stops {
		acts = append(acts, kit.Act{ID: to.name, Looks: true, Keys: keys.Place(i + 1), Name: f.T("tour.stop." + to.name), Hidden: true})
	}
	return acts
}

// Update answers a key.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("open"):
		return s.goTo(s.list.In(len(stops)))
	case kit.Do("leave"):
		return s, kit.Outcome{Back: true, Notice: f.T("tour.left")}
	}
	for i, to := range stops {
		if msg == tea.Msg(kit.Do(to.name)) {
			return s.goTo(i)
		}
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(stops), len(stops))
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// goTo goes to a stop, and takes the next one in hand for when the user is back.
func (s Screen) goTo(i int) (kit.Screen, kit.Outcome) {
	s.seen[i] = true
	s.list = s.list.To(min(i+1, len(stops)-1), len(stops), len(stops))
	to := stops[i]
	led := kit.Label("tour.do."+to.name, strconv.Itoa(i+1), strconv.Itoa(len(stops)))
	out := kit.Outcome{On: to.client, Led: &led}
	if !to.of.IsNone() {
		out.Trace = &to.of
		return s, out
	}
	out.Go, out.Over = &kit.Place{Name: to.place, Client: to.client, At: to.at}, true
	return s, out
}

// View draws the list, each stop with what is seen there, or where that does not
// fit below it what is seen at the one in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	w := min(f.W, widest)
	lines := append([]string{""}, s.wrapped(&f, s.opening(&f), w, 2)...)
	each := append(lines, "")
	for i := range stops {
		each = append(append(each, s.row(&f, i, w)), s.wrapped(&f, f.T("tour.line."+stops[i].name), w, rowIndent)...)
	}
	if len(each) <= f.H {
		return kit.Page{Body: cells.Block(each, f.W, f.H)}
	}
	short := []string{}
	for i := range stops {
		short = append(short, s.row(&f, i, w))
	}
	told := append([]string{""}, s.wrapped(&f, f.T("tour.line."+stops[s.list.In(len(stops))].name), w, 2)...)
	if room := f.H - len(short) - len(told); room > len(lines) {
		short = append(append(lines, ""), short...)
	} else if room > 0 {
		short = append(make([]string, 1), short...)
	}
	return kit.Page{Body: cells.Block(append(short, told...), f.W, f.H)}
}

// opening is what stands above the list: what this is, or that all was seen.
func (s Screen) opening(f *kit.Frame) string {
	if s.count() == len(stops) {
		return f.T("tour.done")
	}
	return f.T("tour.text")
}

// rowIndent is how far the name of a stop stands from the left.
const rowIndent = 7

// row is one stop by its name.
func (s Screen) row(f *kit.Frame, i, w int) string {
	t := f.Theme
	cursor, tick, name := "  ", " ", cells.Line(f.T("tour.stop."+stops[i].name), w-rowIndent)
	if i == s.list.In(len(stops)) {
		cursor, name = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent.Render(name)
	}
	if s.seen[i] {
		tick = t.Good.Render(t.Glyphs.Ok)
	}
	return cursor + t.Faint.Render(strconv.Itoa(i+1)) + "  " + tick + " " + name
}

// wrapped is a text below each other, so far from the left.
func (s Screen) wrapped(f *kit.Frame, text string, w, indent int) (lines []string) {
	for _, l := range cells.Wrap(text, w-indent) {
		lines = append(lines, cells.Pad("", indent)+f.Theme.Faint.Render(l))
	}
	return lines
}
