package origin

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/trace"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// The room between a page and where the row in hand leads, and how wide lines become
// so that the eye keeps to them.
const (
	gutter = 4
	widest = 100
)

// drawn is a page in lines, and on which lines each row stands that leads
// further.
type drawn struct{ part.TraceLines }

// drawn is the page that is looked at.
func (s Screen) drawn(f *kit.Frame) drawn {
	p, _ := s.page(f)
	return draw(f, &p, leftWidth(f), min(s.here().at, max(len(p.Rows())-1, 0)))
}

func leftWidth(f *kit.Frame) int {
	if f.W >= part.BesideFrom {
		return min((f.W-gutter)/2, widest)
	}
	return f.W
}

func draw(f *kit.Frame, p *trace.Page, w, at int) drawn {
	return drawn{part.DrawTrace(f, p, w, at)}
}

// inView reports whether the whole row, or as much of it as there is room for,
// is in view.
func (d drawn) inView(row, top, h int) bool {
	if row >= len(d.Rows) {
		return false
	}
	r := d.Rows[row]
	return r[0] >= top && min(r[1], r[0]+h) <= top+h
}

// showing is the first line in view once a row is.
func (d drawn) showing(row, top, h int) int {
	if row >= len(d.Rows) {
		return top
	}
	r := d.Rows[row]
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
	if len(d.Lines) > h {
		return h - 1
	}
	return h
}

// top is the first line in view, which what changed meanwhile never leaves
// behind.
func (s Screen) top(d drawn, h int) int { return max(min(s.here().top, len(d.Lines)-d.room(h)), 0) }

// move goes from row to row, and by lines where the next row is out of view.
func (s Screen) move(f *kit.Frame, way keys.Way) Screen {
	d, at := s.drawn(f), s.here()
	h := d.room(f.H)
	at.top, at.at = s.top(d, f.H), max(min(at.at, len(d.Rows)-1), 0)
	last := max(len(d.Lines)-h, 0)
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
		at.at, at.top = max(len(d.Rows)-1, 0), last
		return s.with(at)
	default:
		return s
	}
	if way == keys.Up || way == keys.Down {
		if to >= 0 && to < len(d.Rows) && d.near(to, at.top, h) {
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
	r := d.Rows[row]
	return r[0] >= top-h/2 && r[0] < top+h+h/2
}

// held puts the cursor on a row that is in view, where there is one.
func (d drawn) held(at step, h int) step {
	if d.inView(at.at, at.top, h) {
		return at
	}
	best, found := at.at, false
	for i := range d.Rows {
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
	if row, ok := s.inHand(&f); ok && f.W >= part.BesideFrom {
		next, _ := part.TraceSource(&f).Of(row.To)
		w := leftWidth(&f)
		right := draw(&f, &next, min(f.W-w-gutter, widest), -1)
		body = cells.Columns(body, w, strings.Join(right.window(&f, 0, f.H), "\n"), min(f.W-w-gutter, widest), gutter)
	}
	return kit.Page{Body: body}
}

// window is the lines in view; where they go on, the last one says so.
func (d drawn) window(f *kit.Frame, top, h int) []string {
	if len(d.Lines) <= h {
		return d.Lines
	}
	room := d.room(h)
	key := "kit.scroll.more"
	if top+room >= len(d.Lines) {
		key = "kit.scroll.end"
	}
	to := min(top+room, len(d.Lines))
	return append(append([]string{}, d.Lines[top:to]...), f.Theme.Faint.Render(f.T(key, top+1, to, len(d.Lines))))
}
