package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// formShape is where the parts of a form stand.
type formShape struct {
	label, value int  // widths of the columns
	aside        int  // width of the column behind the values, 0 for none
	beside       int  // width of the help beside the fields, 0 for help below
	help         bool // whether any field has something to say
}

// leastValue is the width of the values that a column behind them leaves them.
const leastValue = 24

// widestValue is how wide they are at most then, so that the eye finds the way.
const widestValue = 56

// BroadForm is the width from which help stands beside the fields.
const BroadForm = 112

// roomyForm is the width from which the help beside the fields grows with it.
const roomyForm = 140

func (f Form) shape(fields []Field, w int) formShape {
	s := formShape{}
	for _, field := range fields {
		if field.holds() {
			s.label = max(s.label, cells.Width(field.Label))
			s.aside = max(s.aside, cells.Width(field.Beside))
		}
		s.help = s.help || field.Help != "" || field.Why != ""
	}
	if s.help && w >= BroadForm && !f.Below {
		s.beside = 36 + min(max(w-roomyForm, 0)*2/3, 40)
		w -= s.beside + 2*columnGap
	}
	s.label = min(s.label, 28, max(w/3, 1))
	s.value = max(w-signMargin-s.label-columnGap, 1)
	if s.aside > 0 {
		s.aside = min(s.aside, max(s.value-leastValue, s.value/2))
		s.value = min(max(s.value-s.aside-columnGap, 1), widestValue)
	}
	return s
}

// room is the width in which text is typed.
func (f Form) room(fr kit.Frame, fields []Field) int {
	if f.Across > 0 {
		return f.Across
	}
	w := fr.W
	if f.Wide > 0 {
		w = f.Wide
	}
	return f.shape(fields, w).value
}

// View draws the form on exactly h lines of at most w cells: labels at the
// left, values beside them, the field in hand in view and its help with it.
func (f Form) View(fr kit.Frame, fields []Field, w, h int) kit.Page {
	if w < 1 || h < 1 {
		return kit.Page{}
	}
	f = f.followed(fr, fields)
	fields = f.warned(fr, fields)
	d := formDrawing{form: f, fr: fr, s: f.shape(fields, w), w: w, h: h, hand: f.index(fields)}
	if d.s.beside > 0 {
		d.w -= d.s.beside + 2*columnGap
	}
	for i := range fields {
		d.field(fields, i)
	}
	help := d.help(fields)
	room := h
	if d.s.beside == 0 && len(help) > 0 && h >= 8 {
		room = h - 3
	}
	lines, top := d.window(fields, room)
	if room < h {
		lines = append(append(lines, ""), help...)
	}
	body := cells.Block(lines, d.w, h)
	if d.s.beside > 0 {
		body = cells.Block(cells.Lines(cells.Columns(body, d.w, cells.Block(help, d.s.beside, h), d.s.beside, 2*columnGap)), w, h)
	}
	return kit.Page{Body: body, Cursor: d.seen(top, len(lines))}
}

// formDrawing is a form while it is being drawn, all of it, before the window.
type formDrawing struct {
	form     Form
	fr       kit.Frame
	s        formShape
	w, h     int
	hand     int
	lines    []string
	starts   []int // the line at which each field begins
	from, to int   // the lines of the field in hand
	cursor   *tea.Cursor
}

// window is the lines in view, and how many were left above them.
func (d *formDrawing) window(fields []Field, h int) ([]string, int) {
	if len(d.lines) <= h || h < 2 {
		top := 0
		if len(d.lines) > h {
			if top = d.from; d.cursor != nil {
				top = d.cursor.Y
			}
		}
		return d.lines[top:min(top+h, len(d.lines))], top
	}
	h--
	top := cells.Scroll(d.from, d.to, h)
	if d.cursor != nil && (d.cursor.Y < top || d.cursor.Y >= top+h) {
		top = cells.Scroll(d.cursor.Y, d.cursor.Y+1, h)
	}
	top = min(top, len(d.lines)-h)
	above, below := 0, 0
	for i, start := range d.starts {
		switch {
		case !fields[i].holds():
		case start < top:
			above++
		case start >= top+h:
			below++
		}
	}
	return append(d.lines[top:top+h:top+h], quietLine(d.fr, More(d.fr, above, below), d.w)), top
}

// seen is the caret in the window.
func (d *formDrawing) seen(top, h int) *tea.Cursor {
	if d.cursor == nil || d.cursor.X >= d.w || d.cursor.Y < top || d.cursor.Y >= top+h {
		return nil
	}
	c := *d.cursor
	c.Y -= top
	return &c
}

// help is what is said of the field in hand: why it cannot be changed, or
// what to ask now.
func (d *formDrawing) help(fields []Field) []string {
	if !d.s.help {
		return nil
	}
	text := ""
	if d.hand >= 0 {
		if text = fields[d.hand].Why; text == "" {
			text = fields[d.hand].Help
		}
	}
	w, most := d.w-signMargin, 2
	if d.s.beside > 0 {
		w, most = d.s.beside, max(min(12, d.h), d.h*2/3)
	}
	var out []string
	for _, l := range clipLines(cells.Wrap(text, w), most, w) {
		l = d.fr.Theme.Faint.Render(l)
		if d.s.beside == 0 && l != "" {
			l = cells.Spaces(signMargin) + l
		}
		out = append(out, l)
	}
	for d.s.beside == 0 && len(out) < most {
		out = append(out, "")
	}
	return out
}

// clipLines is at most so many lines; the last one says with … that there is more.
func clipLines(lines []string, most, w int) []string {
	if len(lines) <= most {
		return lines
	}
	lines = append([]string(nil), lines[:most]...)
	lines[most-1] = cells.Cut(strings.TrimRight(lines[most-1], " …")+"…", w)
	return lines
}
