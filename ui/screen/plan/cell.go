package plan

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// cellMargin is the room at the left of a block for the sign of what is in hand.
const cellMargin = 2

// cell is a block while it is being drawn in w cells: all its lines below the
// title, before a window is put on them.
type cell struct {
	f        *kit.Frame
	s        Screen
	b        *report.PlanBlock
	w        int
	hand     bool // it is the block in hand
	lines    []string
	from, to int // the lines of what is in hand
	asked    int // from where on only guidance stands, 0 where none does
	cursor   *tea.Cursor
}

// drawBlock makes the lines of a block.
func (s Screen) drawBlock(f *kit.Frame, b *report.PlanBlock, w, h int) *cell {
	c := &cell{f: f, s: s, b: b, w: w, hand: b.Number == s.number()}
	if !c.hand {
		c.s.in, c.s.compare, c.s.form = false, false, widget.Form{}
	}
	_, typed := typedBlock(b.Number)
	switch {
	case c.s.compare:
		c.changes()
	case typed && c.s.form.Typing():
		c.typing(h)
	case b.Figures != nil:
		c.figures()
	case len(b.Lines) == 0 && !c.s.form.Typing():
		c.empty()
	default:
		c.rows()
	}
	return c
}

// put adds a drawn line behind the margin.
func (c *cell) put(line string) { c.lines = append(c.lines, cells.Spaces(cellMargin)+line) }

// faint adds a text that stands back.
func (c *cell) faint(text string) {
	if text == "" {
		return
	}
	for _, l := range cells.Wrap(text, c.w-cellMargin) {
		c.put(c.f.Theme.Faint.Render(l))
	}
}

// empty shows what to ask oneself and an example, or why there is nothing.
func (c *cell) empty() {
	if c.b.Why != "" {
		c.faint(c.b.Why)
		return
	}
	c.told(textID(c.b.Number))
	c.asked = max(len(c.lines), 1)
	c.asks()
}

// asks shows what to ask oneself, and an example of our own.
func (c *cell) asks() {
	c.faint(c.b.Question)
	if len(c.b.Example) == 0 {
		return
	}
	c.lines = append(c.lines, "")
	c.faint(c.f.T("plan.example"))
	for _, l := range c.b.Example {
		c.faint(l)
	}
}

// told says what must be said with a field.
func (c *cell) told(id string) {
	if !c.hand {
		return
	}
	for _, l := range cells.Wrap(c.s.form.Told(*c.f, c.s.fields(c.f, c.b), id), c.w-cellMargin) {
		if l != "" {
			c.put(c.f.Theme.Accent.Render(l))
		}
	}
}

// typing shows the text of the block as it is typed, and below it what to ask
// oneself.
func (c *cell) typing(h int) {
	typed, cursor := c.s.form.Typed(*c.f, c.s.fields(c.f, c.b), max(h, 1))
	c.caret(cursor, cellMargin)
	for _, l := range typed {
		c.put(l)
	}
	c.from, c.to = 0, len(c.lines)
	c.told(textID(c.b.Number))
	c.guide()
}

// guide shows below what is written what to ask oneself.
func (c *cell) guide() {
	c.asked = len(c.lines)
	c.lines = append(c.lines, "")
	c.asks()
}

// caret puts the caret of a text that begins on the next line.
func (c *cell) caret(at *tea.Cursor, left int) {
	if at != nil {
		own := *at
		own.X, own.Y = own.X+left, own.Y+len(c.lines)
		c.cursor = &own
	}
}

// changes shows what went and what came since the plan before.
func (c *cell) changes() {
	if len(c.b.Changes) == 0 {
		c.faint(c.f.T("plan.same"))
		return
	}
	for _, change := range c.b.Changes {
		sign, look := "+ ", c.f.Theme.Text
		if change.Gone {
			sign, look = "− ", c.f.Theme.Faint
		}
		for i, l := range cells.Wrap(change.Text, c.w-cellMargin-2) {
			if i > 0 {
				sign = "  "
			}
			c.put(look.Render(sign + l))
		}
	}
}

// rows shows the lines of the block, the one in hand with its sign.
func (c *cell) rows() {
	at := -1
	if c.s.in && !c.s.form.Open(fresh) {
		at = c.s.held(c.b).In(len(c.b.Lines))
	}
	for i, l := range c.b.Lines {
		start := len(c.lines)
		if l.KPI != "" && c.b.Number == report.KPIsBlock && c.s.form.Open(indicator+l.KPI) {
			c.writing(l.KPI)
		} else {
			c.row(l, i == at)
		}
		if i == at {
			c.from, c.to = start, len(c.lines)
		}
	}
	if c.s.form.Open(fresh) {
		c.from = len(c.lines)
		c.writing("KPI")
		c.to = len(c.lines)
		c.told(fresh)
		c.guide()
	} else if c.b.Number == report.KPIsBlock {
		c.told(fresh)
		if c.s.in { // what the letters mean
			c.asked = len(c.lines)
			c.lines = append(c.lines, "")
			c.faint(c.b.Question)
		}
	}
	if _, typed := typedBlock(c.b.Number); typed {
		c.told(textID(c.b.Number))
	}
}

// writing shows an indicator while it is typed.
func (c *cell) writing(code string) {
	left := cellMargin + cells.Width(code) + 1
	lines, cursor := c.s.form.Typed(*c.f, c.s.fields(c.f, c.b), manyLines)
	c.caret(cursor, left)
	for i, l := range lines {
		if i == 0 {
			c.lines = append(c.lines, c.f.Theme.Accent.Render(c.f.Theme.Glyphs.Cursor+" "+code)+" "+l)
		} else {
			c.lines = append(c.lines, cells.Spaces(left)+l)
		}
	}
	if code != "KPI" {
		c.told(indicator + code)
	}
}
