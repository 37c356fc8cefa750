package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The measures of the page: the lines above the list, from which width the
// reader stands beside it, and how wide either is then.
const (
	linesAbove  = 1
	listWidth   = 52
	readerGap   = 3
	widestLines = 88
)

// beside reports whether list and reader stand beside each other.
func beside(f *kit.Frame) bool { return f.W >= part.BesideFrom }

// readerSize is the room for what is read.
func (s Screen) readerSize(f *kit.Frame) (w, h int) {
	if beside(f) {
		return min(f.W-listWidth-readerGap, widestLines), f.H
	}
	return min(f.W, widestLines), f.H
}

// View draws the list and what is in hand, or one of them. Nothing of it is for
// the client.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	s = s.settled(&f)
	r, ok := s.row()
	w, h := s.readerSize(&f)
	switch {
	case beside(&f):
		list, c := s.list(&f, listWidth)
		var read []string
		if ok {
			read, _ = s.reader(&f, r, w, h)
		}
		return kit.Page{Body: cells.Columns(strings.Join(list, "\n"), listWidth, strings.Join(read, "\n"), w, readerGap), Cursor: c}
	case s.reading && ok:
		read, _ := s.reader(&f, r, w, h)
		return kit.Page{Body: cells.Block(read, f.W, f.H)}
	}
	list, c := s.list(&f, f.W)
	return kit.Page{Body: cells.Block(list, f.W, f.H), Cursor: c}
}

// list is the search and the rows.
func (s Screen) list(f *kit.Frame, w int) ([]string, *tea.Cursor) {
	first, cursor := s.search(f, w)
	t := widget.Table{Count: len(s.shown.rows), Bare: true, Empty: f.T("library.none.found"), Quiet: s.reading && beside(f), Columns: []widget.Column{{}, {Width: 8, Right: true}}}
	t.Told = func(from, to int) (n int) {
		for _, r := range s.shown.rows[from:to] {
			if r.head == "" {
				n++
			}
		}
		return n
	}
	t.Row = func(i int) widget.Row { return s.drawn(f, s.shown.rows[i], w) }
	lines := append([]string{first}, t.View(*f, s.cursor, w, f.H-linesAbove)...)
	return lines, cursor
}

// drawn is one row of the list: the title, what it is attached to, and how far
// it is or that it is the supplier's own.
func (s Screen) drawn(f *kit.Frame, r row, w int) widget.Row {
	if r.head != "" {
		return widget.Row{Wide: true, Cells: widget.Texts(r.head)}
	}
	title, right := r.entry.Title, ""
	if r.entry.Own() {
		right = f.T("library.own")
	}
	if r.at != nil {
		if r.at.KWI != 0 {
			title = r.at.KWI.String() + " " + title
		}
		if points := r.entry.Points(); len(points) > 0 {
			right = f.T("library.of", r.at.Done(points), len(points))
		}
	}
	return widget.Row{Cells: widget.Texts(title, right), Faint: r.entry.Gone || !r.known}
}

// search is the line above the list: what is looked for and how much is found.
func (s Screen) search(f *kit.Frame, w int) (string, *tea.Cursor) {
	typed := s.filter.Text()
	if !s.typing && typed == "" {
		return "", nil
	}
	label, right := f.T("library.find"), f.N("library.found", len(s.shown.rows))
	if typed == "" {
		right = ""
	}
	room := max(w-cells.Width(label)-cells.Width(right)-6, 1)
	left, cursor := f.Theme.Faint.Render(label)+"  "+cells.Line(typed, room), (*tea.Cursor)(nil)
	if s.typing {
		drawn, c := s.filter.View(f.Theme, room, 1)
		left = f.Theme.Accent.Render(label) + "  " + drawn[0]
		c.X += cells.Width(label) + 4
		cursor = c
	}
	return cells.Pad("  "+left, w-cells.Width(right)) + f.Theme.Faint.Render(right), cursor
}

// reader is the entry in hand in a room of w by h, and on which line of that the
// point in hand stands, -1 for none.
func (s Screen) reader(f *kit.Frame, r row, w, h int) ([]string, int) {
	all := s.lines(f, r, w)
	drawn := make([]string, len(all))
	at := -1
	for i, l := range all {
		drawn[i] = l.drawn
		if l.inHand && at < 0 {
			at = i
		}
	}
	fr := *f
	fr.W = w
	scroll := s.scroll
	switch typed := s.filter.Text(); {
	case at >= 0: // the point in hand with what belongs to it
		if from, to := scroll.Window(drawn, w, h-1); len(drawn) > h && (at < from || at+2 >= to) {
			scroll = widget.Scroll(max(at-h/2, 0))
		}
	case typed != "" && scroll == 0 && len(drawn) > h:
		if i := firstHolding(all, typed); i >= h-2 {
			scroll = widget.Scroll(max(i-2, 0))
		}
	}
	return scroll.View(fr, drawn, h), at
}

// drawnLines are all lines of the entry in hand.
func (s Screen) drawnLines(f *kit.Frame, r row, w int) (out []string) {
	for _, l := range s.lines(f, r, w) {
		out = append(out, l.drawn)
	}
	return out
}

// attachedTo says what an entry is attached to, since when, and how far it is.
func attachedTo(f *kit.Frame, r row) string {
	if r.at == nil {
		return ""
	}
	name := f.Client.Name
	if r.at.KWI != 0 {
		name = r.at.KWI.String() + " " + f.Client.KWITitle(r.at.KWI)
	}
	said := f.T("library.attached", name, f.Words.ShortDate(r.at.Date, f.Today))
	if points := r.entry.Points(); len(points) > 0 {
		said += " " + f.Theme.Glyphs.Dot + " " + f.T("library.done", r.at.Done(points), len(points))
	}
	return said
}
