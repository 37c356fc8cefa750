package part

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// TraceLines is a page of the trace in lines: on which of them each row stands that
// leads further, from and up to, and which are the titles of its sections.
type TraceLines struct {
	Lines  []string
	Rows   [][2]int
	Titles []int
}

// traceIndent is how far what a page says is set in under its titles.
const traceIndent = 2

// traceDrawer draws a page of the trace in w cells.
type traceDrawer struct {
	TraceLines
	f  *kit.Frame
	w  int
	at int // the row in hand, -1 for none
}

// TraceSource is what the trace of the client in hand is made from.
func TraceSource(f *kit.Frame) trace.Source {
	return trace.Source{Client: &f.Client, Scores: f.Scores, Words: f.Words, Today: f.Today}
}

// DrawTrace draws a page of the trace in w cells, with the row at lit; -1 lights none.
func DrawTrace(f *kit.Frame, p *trace.Page, w, at int) TraceLines {
	d := traceDrawer{f: f, w: w, at: at}
	t := f.Theme
	d.ended(t.Strong, "", p.Title, p.Figure)
	if p.Said != "" {
		d.blank()
		d.text(t.Quote, "“"+strings.TrimSpace(p.Said)+"”", traceIndent)
		d.blank()
	}
	for _, fact := range p.Facts {
		d.text(t.Faint, fact, traceIndent)
	}
	for _, s := range p.Sections {
		d.blank()
		d.Titles = append(d.Titles, len(d.Lines))
		d.ended(t.Faint, "", s.Title, s.Right)
		for _, r := range s.Rows {
			d.row(r)
		}
	}
	return d.TraceLines
}

// blank leaves a line free, once.
func (d *traceDrawer) blank() {
	if n := len(d.Lines); n > 0 && d.Lines[n-1] != "" {
		d.Lines = append(d.Lines, "")
	}
}

// text is foreign or own words on as many lines as they take.
func (d *traceDrawer) text(look theme.Style, words string, in int) {
	for _, l := range cells.Wrap(words, max(d.w-in, 10)) {
		d.Lines = append(d.Lines, cells.Spaces(in)+look.Render(l))
	}
}

// ended is words with something at the end of their first line, behind a sign of
// two cells where there is one.
func (d *traceDrawer) ended(look theme.Style, sign, words, end string) {
	in, wide := 0, 0
	if sign != "" {
		in = traceIndent
	}
	if end = cells.Line(end, max(d.w/2, 8)); strings.TrimSpace(end) != "" {
		wide = cells.Width(end) + 2
	}
	for i, l := range hanging(words, max(d.w-in-wide, 10), d.hang(in)) {
		switch {
		case i > 0:
			d.Lines = append(d.Lines, cells.Spaces(in+d.hang(in))+look.Render(l))
		case wide > 0:
			d.Lines = append(d.Lines, sign+look.Render(cells.Pad(l, d.w-in-wide))+"  "+look.Render(end))
		default:
			d.Lines = append(d.Lines, sign+look.Render(l))
		}
	}
}

// hang is how far the further lines of a row are set in, where there is room.
func (d *traceDrawer) hang(in int) int {
	if d.f.W < BesideFrom {
		return 0
	}
	return in
}

// hanging are words in lines of w cells, of which those after the first are set in.
func hanging(words string, w, in int) []string {
	lines := cells.Wrap(words, w)
	if len(lines) < 2 || w-in < 10 {
		return lines
	}
	rest := strings.TrimSpace(strings.TrimPrefix(cells.OneLine(words), cells.OneLine(lines[0])))
	return append(lines[:1:1], cells.Wrap(rest, w-in)...)
}

// row is one row: of those that lead further the one in hand is lit.
func (d *traceDrawer) row(r trace.Row) {
	t := d.f.Theme
	switch {
	case r.To.IsNone() && r.Quiet:
		d.ended(t.Faint, cells.Spaces(traceIndent), r.Text, r.Right)
	case r.To.IsNone():
		d.ended(t.Text, cells.Spaces(traceIndent), r.Text, r.Right)
	default:
		sign, look := cells.Spaces(traceIndent), t.Text
		if len(d.Rows) == d.at {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
		}
		from := len(d.Lines)
		d.ended(look, sign, r.Text, r.Right)
		d.Rows = append(d.Rows, [2]int{from, len(d.Lines)})
	}
}
