package origin

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
)

// How wide a body is before what the row in hand leads to stands beside it, and
// how wide lines become so that the eye keeps to them.
const (
	besideFrom = 110
	gutter     = 4
	widest     = 100
	indent     = 2
)

// drawn is a page in lines, and on which lines each row stands that leads
// further.
type drawn struct {
	lines []string
	rows  [][2]int // from and up to
}

// drawer draws a page in w cells.
type drawer struct {
	drawn
	f  *kit.Frame
	w  int
	at int // the row in hand, -1 for none
}

// drawn is the page that is looked at.
func (s Screen) drawn(f *kit.Frame) drawn {
	p, _ := s.page(f)
	return draw(f, &p, leftWidth(f), min(s.here().at, max(len(p.Rows())-1, 0)))
}

func leftWidth(f *kit.Frame) int {
	if f.W >= besideFrom {
		return min((f.W-gutter)/2, widest)
	}
	return f.W
}

func draw(f *kit.Frame, p *trace.Page, w, at int) drawn {
	d := drawer{f: f, w: w, at: at}
	t := f.Theme
	d.ended(t.Strong, "", p.Title, p.Figure)
	if p.Said != "" {
		d.blank()
		d.text(t.Quote, "“"+strings.TrimSpace(p.Said)+"”", indent)
		d.blank()
	}
	for _, fact := range p.Facts {
		d.text(t.Faint, fact, indent)
	}
	for _, s := range p.Sections {
		d.blank()
		d.ended(t.Faint, "", s.Title, s.Right)
		for _, r := range s.Rows {
			d.row(r)
		}
	}
	return d.drawn
}

// blank leaves a line free, once.
func (d *drawer) blank() {
	if n := len(d.lines); n > 0 && d.lines[n-1] != "" {
		d.lines = append(d.lines, "")
	}
}

// text is foreign or own words on as many lines as they take.
func (d *drawer) text(look theme.Style, words string, in int) {
	for _, l := range cells.Wrap(words, max(d.w-in, 10)) {
		d.lines = append(d.lines, cells.Spaces(in)+look.Render(l))
	}
}

// ended is words with something at the end of their first line, behind a sign of
// two cells where there is one.
func (d *drawer) ended(look theme.Style, sign, words, end string) {
	in, wide := 0, 0
	if sign != "" {
		in = indent
	}
	if end = cells.Line(end, max(d.w/2, 8)); strings.TrimSpace(end) != "" {
		wide = cells.Width(end) + 2
	}
	for i, l := range cells.Wrap(words, max(d.w-in-wide, 10)) {
		switch {
		case i > 0:
			d.lines = append(d.lines, cells.Spaces(in)+look.Render(l))
		case wide > 0:
			d.lines = append(d.lines, sign+look.Render(cells.Pad(l, d.w-in-wide))+"  "+look.Render(end))
		default:
			d.lines = append(d.lines, sign+look.Render(l))
		}
	}
}

// row is one row: of those that lead further the one in hand is lit.
func (d *drawer) row(r trace.Row) {
	t := d.f.Theme
	switch {
	case r.To.IsNone() && r.Quiet:
		d.ended(t.Faint, cells.Spaces(indent), r.Text, r.Right)
	case r.To.IsNone():
		d.ended(t.Text, cells.Spaces(indent), r.Text, r.Right)
	default:
		sign, look := cells.Spaces(indent), t.Text
		if len(d.rows) == d.at {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
		}
		from := len(d.lines)
		d.ended(look, sign, r.Text, r.Right)
		d.rows = append(d.rows, [2]int{from, len(d.lines)})
	}
}

// inView reports whether the whole row, or as much of it as there is room for,
// is in view.
func (d drawn) inView(row, top, h int) bool {
	if row >= len(d.rows) {
		return false
	}
	r := d.rows[row]
	return r[0] >= top && min(r[1], r[0]+h) <= top+h
}

// showing is the first line in view once a row is.
func (d drawn) showing(row, top, h int) int {
	if row >= len(d.rows) {
		return top
	}
	r := d.rows[row]
	switch {
	case r[0] < top && row == 0:
		return 0
	case r[0] < top:
		return r[0]
	case r[1] > top+h:
		return min(r[1]-h, r[0])
	}
	return top
}

// room is how many lines of the page are in view: the last one tells that it
// goes on.
func (d drawn) room(h int) int {
	if len(d.lines) > h {
		return h - 1
	}
	return h
}

// top is the first line in view, which what changed meanwhile never leaves
// behind.
func (s Screen) top(d drawn, h int) int { return max(min(s.here().top, len(d.lines)-d.room(h)), 0) }

// move goes from row to row, and by lines where the next row is out of view.
func (s Screen) move(f *kit.Frame, way keys.Way) Screen {
	d, at := s.drawn(f), s.here()
	h := d.room(f.H)
	at.top, at.at = s.top(d, f.H), max(min(at.at, len(d.rows)-1), 0)
	last := max(len(d.lines)-h, 0)
	to, by := at.at, 0
	switch way {
	case keys.Up:
		to, by = at.at-1, -1
	case keys.Down:
		to, by = at.at+1, 1
	case keys.PageUp:
		by = -h
	case keys.PageDown:
		by = h
	case keys.Home:
		at.at, at.top = 0, 0
		return s.with(at)
	case keys.End:
		at.at, at.top = max(len(d.rows)-1, 0), last
		return s.with(at)
	default:
		return s
	}
	if way == keys.Up || way == keys.Down {
		if to >= 0 && to < len(d.rows) && d.near(to, at.top, h) {
			at.at = to
			at.top = max(min(d.showing(to, at.top, h), last), 0)
			return s.with(at)
		}
	}
	at.top = max(min(at.top+by, last), 0)
	return s.with(d.held(at, h))
}

// near reports whether a row is in view or follows close by.
func (d drawn) near(row, top, h int) bool {
	r := d.rows[row]
	return r[0] >= top-h/2 && r[0] < top+h+h/2
}

// held puts the cursor on a row that is in view, where there is one.
func (d drawn) held(at step, h int) step {
	if d.inView(at.at, at.top, h) {
		return at
	}
	best, found := at.at, false
	for i := range d.rows {
		if d.inView(i, at.top, h) && (!found || distance(i, at.at) < distance(best, at.at)) {
			best, found = i, true
		}
	}
	at.at = best
	return at
}

func distance(a, b int) int { return max(a-b, b-a) }

// View draws the page as far as it is in view, and beside it where the row in
// hand leads.
func (s Screen) View(f kit.Frame) kit.Page {
	switch {
	case f.Audience != kit.Manager:
		return kit.Page{}
	case len(s.steps) == 0:
		return kit.Page{Body: part.Empty(&f, f.T("trace.empty"), f.T("trace.empty.how"))}
	}
	if _, ok := s.page(&f); !ok {
		return kit.Page{Body: part.Empty(&f, f.T("trace.nothing"), f.T("trace.nothing.how"))}
	}
	d := s.drawn(&f)
	lines := d.window(&f, s.top(d, f.H), f.H)
	body := strings.Join(lines, "\n")
	if row, ok := s.inHand(&f); ok && f.W >= besideFrom {
		next, _ := source(&f).Of(row.To)
		w := leftWidth(&f)
		right := draw(&f, &next, min(f.W-w-gutter, widest), -1)
		body = cells.Columns(body, w, strings.Join(right.window(&f, 0, f.H), "\n"), min(f.W-w-gutter, widest), gutter)
	}
	return kit.Page{Body: body}
}

// window is the lines in view; where they go on, the last one says so.
func (d drawn) window(f *kit.Frame, top, h int) []string {
	if len(d.lines) <= h {
		return d.lines
	}
	room := d.room(h)
	key := "kit.scroll.more"
	if top+room >= len(d.lines) {
		key = "kit.scroll.end"
	}
	to := min(top+room, len(d.lines))
	return append(append([]string{}, d.lines[top:to]...), f.Theme.Faint.Render(f.T(key, top+1, to, len(d.lines))))
}
