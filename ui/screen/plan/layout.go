package plan

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// gridSize is how many rows and columns the page has.
const gridSize = 3

// leastRow is how many lines a row of the page has at least: a title and two
// lines with how much more there is.
const leastRow = 4

// wallCells draws the blocks of the page, each as high as the rows are.
func (s Screen) wallCells(f *kit.Frame, page *report.PlanPage) (drawn [gridSize][gridSize]*cell, high [gridSize]int) {
	w := columnWidths(f.W)
	var asks [gridSize]int
	opened, ask := -1, 0
	room := f.H - (gridSize - 1) - footLines
	for i, row := range report.PlanGrid() {
		for j, number := range row {
			c := s.drawBlock(f, page.Block(number), w[j], room)
			drawn[i][j] = c
			asks[i] = max(asks[i], len(c.lines)+1)
			if c.hand && (s.in || s.compare || s.form.Typing()) {
				opened, ask = i, len(c.lines)+1
			}
		}
	}
	high = rowHeights(asks, room, opened, ask)
	if i, j := place(s.number()); s.form.Typing() { // now it is known how high it is typed
		drawn[i][j] = s.drawBlock(f, page.Block(s.number()), w[j], high[i]-1)
	}
	return drawn, high
}

// wall draws the page as it hangs on the wall.
func (s Screen) wall(f *kit.Frame, page *report.PlanPage) kit.Page {
	w := columnWidths(f.W)
	drawn, high := s.wallCells(f, page)
	var lines []string
	out := kit.Page{}
	for i, row := range drawn {
		if i > 0 {
			lines = append(lines, ruleLine(f, w))
		}
		block := make([]string, high[i])
		left := 0
		for j, c := range row {
			body, cursor := c.window(high[i] - 1)
			body = append([]string{c.title()}, body...)
			for k := range block {
				if j > 0 {
					block[k] = cells.Pad(block[k], left-1) + f.Theme.Faint.Render(f.Theme.Glyphs.Column)
				}
				if k < len(body) {
					block[k] += cells.Cut(body[k], w[j])
				}
			}
			if cursor != nil {
				cursor.X, cursor.Y = cursor.X+left, cursor.Y+1+len(lines)
				out.Cursor = cursor
			}
			left += w[j] + 2
		}
		lines = append(lines, block...)
	}
	lines = append(lines, "", s.foot(f, page))
	out.Body = cells.Block(lines, f.W, f.H)
	return out
}

// footLines is what the foot takes, with the empty line above it.
const footLines = 2

// columnWidths divides the width over the columns, a space and a line between
// them.
func columnWidths(w int) (out [gridSize]int) {
	w -= 2 * (gridSize - 1)
	for j := range out {
		out[j] = w / gridSize
		if j < w%gridSize {
			out[j]++
		}
	}
	return out
}

// rowHeights divides the room over the rows: to each what it asks and the rest
// evenly, and where that is too much to all alike as far as they ask for it. The
// row in which something is open then takes what that asks from the highest of
// the others, as far as these keep their least.
func rowHeights(asks [gridSize]int, room, opened, ask int) (out [gridSize]int) {
	spare := room
	for i, a := range asks {
		asks[i] = max(a, leastRow)
		spare -= asks[i]
	}
	for i := range out {
		if out[i] = leastRow; spare >= 0 {
			out[i] = asks[i] + (spare+i)/gridSize
		}
	}
	if spare >= 0 {
		return out
	}
	for free := room - gridSize*leastRow; free > 0; free-- {
		at := 0
		for i := range out {
			if asks[i] > out[i] && (asks[at] <= out[at] || out[i] < out[at]) {
				at = i
			}
		}
		out[at]++
	}
	for opened >= 0 && out[opened] < ask {
		at := (opened + 1) % gridSize
		if other := (opened + 2) % gridSize; out[other] > out[at] {
			at = other
		}
		if out[at] <= leastRow {
			break
		}
		out[at]--
		out[opened]++
	}
	return out
}

// ruleLine is the line between two rows, across the lines between columns.
func ruleLine(f *kit.Frame, w [gridSize]int) string {
	rule := f.Theme.Glyphs.Rule
	parts := make([]string, len(w))
	for i, n := range w {
		if i < len(w)-1 {
			n++ // the space before the line
		}
		parts[i] = strings.Repeat(rule, n)
	}
	return f.Theme.Faint.Render(strings.Join(parts, "┼"))
}

// The map: each block a number and how it stands, and the room to the block.
const (
	mapCell = 5
	mapGap  = 2
	mapWide = gridSize*mapCell + mapGap
)

// beside draws the map and the block in hand.
func (s Screen) beside(f *kit.Frame, page *report.PlanPage) kit.Page {
	b, w, h := page.Block(s.number()), f.W-mapWide, f.H-footLines
	c := s.drawBlock(f, b, w, h-2)
	body, cursor := c.window(h - 2)
	right := append([]string{c.title(), ""}, body...)
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X+mapWide, cursor.Y+2
	}
	text := cells.Columns(strings.Join(s.smallMap(f, page), "\n"), mapWide-mapGap, strings.Join(right, "\n"), w, mapGap)
	lines := append(cells.Lines(cells.Block(cells.Lines(text), f.W, h)), "", s.foot(f, page))
	return kit.Page{Body: cells.Block(lines, f.W, f.H), Cursor: cursor}
}

// smallMap is the page in nine numbers: the one in hand lit, and behind each
// whether anything stands there.
func (s Screen) smallMap(f *kit.Frame, page *report.PlanPage) (lines []string) {
	t := f.Theme
	for i, row := range report.PlanGrid() {
		if i > 0 {
			lines = append(lines, "")
		}
		line := ""
		for _, number := range row {
			b := page.Block(number)
			sign := t.Glyphs.Done
			if b.Empty {
				sign = t.Glyphs.Todo
			}
			mark := " "
			if b.Changed != "" {
				mark = "±"
			}
			if text := f.Words.Int(number) + sign; number == s.number() {
				line += t.Accent.Render(t.Glyphs.Cursor) + t.Selected.Render(text) + t.Faint.Render(mark) + " "
			} else {
				line += " " + t.Text.Render(f.Words.Int(number)) + t.Faint.Render(sign+mark) + " "
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// title is the number and the name of the block, and what stands beside it as far
// as there is room.
func (c *cell) title() string {
	t, text := c.f.Theme, title(c.b)
	sign, look := cells.Spaces(cellMargin), t.Strong
	if c.hand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
	}
	room := c.w - cellMargin
	text = cells.Line(text, room)
	left := room - cells.Width(text) - 2
	for _, aside := range c.asides() {
		if n := cells.Width(aside); aside != "" && n <= left {
			return sign + look.Render(text) + cells.Spaces(left+2-n) + t.Faint.Render(aside)
		}
	}
	return sign + look.Render(text)
}

// asides are what may stand beside the title, the longest first.
func (c *cell) asides() []string {
	live, mark := c.b.Live, ""
	if live != "" {
		live = c.f.T("plan.live")
	}
	if c.b.Changed != "" {
		mark = "±"
	}
	long := c.b.Aside()
	if c.b.Number == report.KPIsBlock && len(c.b.Lines) > 0 { // what the letters at the right are
		live = "SMART"
		if long = live; c.b.Changed != "" {
			long = c.b.Changed + " " + c.f.Theme.Glyphs.Dot + " " + live
			return []string{long, mark + " " + live, mark}
		}
	}
	return []string{long, strings.TrimSpace(live + " " + mark), mark}
}

// window is the lines of the block in h lines, and the caret among them; the last
// one says how much more there is. What to ask oneself is left out unsaid.
func (c *cell) window(h int) ([]string, *tea.Cursor) {
	lines := c.lines
	if c.asked > 0 && len(lines) > h {
		lines = lines[:max(c.asked, min(len(lines), h))]
	}
	if h < 1 {
		return nil, nil
	}
	top := 0
	if len(lines) > h {
		h--
		if c.to > 0 {
			top = min(cells.Scroll(c.from, c.to, h), len(lines)-h)
		}
		if c.cursor != nil && (c.cursor.Y < top || c.cursor.Y >= top+h) {
			top = min(cells.Scroll(c.cursor.Y, c.cursor.Y+1, h), len(lines)-h)
		}
		more := c.f.Theme.Faint.Render(c.left(top, len(lines)-top-h))
		lines = append(slices.Clone(lines[top:top+h]), cells.Spaces(cellMargin)+more)
	}
	if c.cursor == nil || c.cursor.Y < top || c.cursor.Y >= top+h || c.cursor.X >= c.w {
		return lines, nil
	}
	at := *c.cursor
	at.Y -= top
	return lines, &at
}

// left says how many lines are not in view.
func (c *cell) left(above, below int) string {
	if above > 0 {
		return cells.Line(widget.More(*c.f, above, below), c.w-cellMargin)
	}
	return cells.Line(c.f.N("plan.more", below), c.w-cellMargin)
}
