package plan

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/theme"
)

// figureColumns are how many figures of a quantity can be typed.
const figureColumns = 3

// figureSheet is the widths of the table: the name, last year, what is wanted,
// how far it is, how far from that, and a bar; 0 where there is no room.
type figureSheet struct {
	name   int
	column [figureColumns + 1]int
	bar    int
	short  bool // names and heads in short
}

// The least and the most that a bar takes, and the least that a name does.
const (
	leastBar, mostBar = 6, 16
	leastName         = 10
	mostName          = 20
	columnGap         = 2
)

// sheet divides the width: the three figures first, then how far from what is
// wanted, and then a bar.
func (c *cell) sheet() figureSheet {
	sh := figureSheet{}
	room := c.w - cellMargin
	for i := range sh.column {
		sh.column[i] = cells.Width(c.head(i, true))
		for _, r := range c.b.Figures.Rows {
			sh.column[i] = max(sh.column[i], cells.Width(figureText(r, i)))
		}
		if i < figureColumns {
			room -= sh.column[i]
		}
	}
	gap := columnGap
	if room-figureColumns*gap < leastName {
		gap = 1
	}
	for i := range sh.column {
		sh.column[i] += gap
	}
	if room -= figureColumns * gap; room < leastName { // longer numbers than there is room for: the last year goes first
		room += sh.column[0]
		sh.column[0] = 0
	}
	if room < leastName {
		half := max((c.w-cellMargin-leastName)/(figureColumns-1), 1)
		sh.column[1], sh.column[2], room = half, half, leastName
	}
	difference := sh.column[figureColumns]
	if sh.column[figureColumns] = 0; room-difference >= leastName {
		sh.column[figureColumns] = difference
		room -= difference
	}
	sh.name = min(room, mostName)
	if rest := room - leastBar - columnGap; rest >= leastName {
		if rest < mostName {
			sh.name = leastName
		}
		sh.bar = min(room-sh.name-columnGap, mostBar)
	}
	sh.short = sh.name < mostName
	return sh
}

// figureText is what stands in a column.
func figureText(r report.PlanFigure, column int) string {
	switch column {
	case 0:
		return r.LastYear.Text
	case 1:
		return r.Wanted.Text
	case 2:
		return r.SoFar.Text
	}
	return r.Difference
}

// head is what a column is called.
func (c *cell) head(column int, short bool) string {
	t := c.b.Figures
	if short {
		key := []string{"plan.short.lastyear", "plan.short.wanted", "plan.short.sofar", "plan.short.difference"}[column]
		return c.f.T(key, c.s.yearOf(c.f)-1)
	}
	return []string{t.LastYear, t.Wanted, t.SoFar, t.Difference}[column]
}

// figures shows the table.
func (c *cell) figures() {
	t, sh := c.f.Theme, c.sheet()
	var b strings.Builder
	b.WriteString(cells.Spaces(sh.name))
	for i, w := range sh.column {
		if w == 0 {
			continue
		}
		head := c.head(i, false)
		if cells.Width(head)+columnGap > w {
			head = c.head(i, true)
		}
		b.WriteString(cells.FitRight(head, w))
	}
	c.put(t.Faint.Render(b.String()))
	at := c.s.held(c.b).In(len(c.b.Figures.Rows))
	for i, r := range c.b.Figures.Rows {
		start := len(c.lines)
		c.figureRow(r, sh, c.s.in && i == at)
		if c.s.in && i == at {
			c.from, c.to = start, len(c.lines)
		}
	}
	if r := c.b.Figures.Rows[at]; c.s.in && sh.column[figureColumns] == 0 && r.Difference != "" {
		line := t.Faint.Render(c.f.T("plan.short.difference")) + " " + r.Difference
		if r.Reached >= 0 {
			line += "  " + bar(t, r.Reached, min(mostBar, max(c.w-cellMargin-cells.Width(line)-2, 2)))
		}
		c.put(line)
	}
	for _, note := range c.b.Figures.Notes {
		c.faint(note)
	}
	if c.b.Empty || c.s.in {
		c.asked = len(c.lines)
		c.lines = append(c.lines, "")
		c.faint(c.b.Question)
	}
}

// figureRow shows one quantity.
func (c *cell) figureRow(r report.PlanFigure, sh figureSheet, inHand bool) {
	t, name := c.f.Theme, r.Name
	if sh.short {
		name = c.f.T("plan.short." + string(r.Quantity))
	}
	sign, look := cells.Spaces(cellMargin), t.Text
	if inHand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Accent
	}
	line := sign + look.Render(cells.Fit(name, sh.name))
	for i, w := range sh.column {
		if w == 0 {
			continue
		}
		text, look := figureText(r, i), t.Faint
		if i == 1 || i == 2 {
			look = t.Text
		}
		if inHand && i == c.s.column {
			line += c.figureInHand(r, i, w, cells.Width(line))
			continue
		}
		line += cells.PadLeft(look.Render(cells.Line(text, w-1)), w)
	}
	if sh.bar > 0 && r.Reached >= 0 {
		line += cells.Spaces(columnGap) + bar(t, r.Reached, sh.bar)
	}
	c.lines = append(c.lines, line)
	if inHand {
		c.told(figureID(r.Quantity, c.s.column))
	}
}

// figureInHand is the figure in hand, or what is typed in its place.
func (c *cell) figureInHand(r report.PlanFigure, column, w, left int) string {
	id := figureID(r.Quantity, column)
	if !c.s.form.Open(id) {
		text := cells.Line(figureText(r, column), w-2)
		return cells.Spaces(w-cells.Width(text)-1) + c.f.Theme.Selected.Render(text) + c.edge()
	}
	lines, cursor := c.s.form.Typed(*c.f, c.s.fields(c.f, c.b), 1)
	c.caret(cursor, left+1)
	return " " + cells.FitDrawn(strings.Join(lines, ""), w-1)
}

// edge marks the figure in hand where a colour does not.
func (c *cell) edge() string {
	if c.f.Theme.Selected == (theme.Style{}) {
		return "‹"
	}
	return " "
}

// bar is how much of what is wanted was reached, with a tick at all of it.
func bar(t theme.Theme, reached, w int) string {
	eighths := reached * (w - 1) * 8 / 1000
	filled := strings.Repeat(t.Glyphs.Bars[7], eighths/8)
	if part := eighths % 8; part > 0 {
		filled += t.Glyphs.Bars[part-1]
	}
	return cells.Pad(t.Bar.Render(filled), w-1) + t.Faint.Render(t.Glyphs.Target)
}

// quantityAt is the quantity in hand.
func (s Screen) quantityAt(b *report.PlanBlock) account.Quantity {
	return b.Figures.Rows[s.held(b).In(len(b.Figures.Rows))].Quantity
}
