package widget

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/theme"
)

// least is the narrowest that a column may be.
func (c Column) least() int {
	switch {
	case c.Width > 0:
		return c.Width
	case c.Least > 0:
		return c.Least
	}
	return 12
}

// widths gives every column its width, 0 for one that is not shown. Columns
// go from the right until the others fit; the first always stays.
func (t Table) widths(w int) []int {
	widths := make([]int, len(t.Columns))
	shown := make([]bool, len(t.Columns))
	for i, c := range t.Columns {
		shown[i] = w+signMargin >= c.From
	}
	for drop := len(t.Columns) - 1; ; drop-- {
		rest, shares, count := w, 0, 0
		for i, c := range t.Columns {
			if !shown[i] {
				continue
			}
			count++
			if rest -= c.least(); c.Width == 0 {
				shares += max(c.Share, 1)
			}
		}
		rest -= columnGap * max(count-1, 0)
		for drop > 0 && !shown[drop] {
			drop--
		}
		if rest < 0 && drop > 0 {
			shown[drop] = false
			continue
		}
		t.share(widths, shown, max(rest, 0), shares)
		return widths
	}
}

// share divides the rest among the columns without a width.
func (t Table) share(widths []int, shown []bool, rest, shares int) {
	for i, c := range t.Columns {
		switch {
		case !shown[i]:
		case c.Width > 0:
			widths[i] = c.Width
		default:
			weight := max(c.Share, 1)
			extra := rest * weight / shares
			widths[i] = c.least() + extra
			rest -= extra
			shares -= weight
		}
	}
}

func (t Table) head(widths []int) string {
	var b strings.Builder
	b.WriteString(cells.Spaces(signMargin))
	first := true
	for i, c := range t.Columns {
		if widths[i] == 0 {
			continue
		}
		if !first {
			b.WriteString(cells.Spaces(columnGap))
		}
		first = false
		b.WriteString(c.place(cells.Line(c.Title, widths[i]), widths[i]))
	}
	return b.String()
}

// line draws one row. Spaces at its end are left away.
func (t Table) line(th theme.Theme, r Row, widths []int, inHand bool, w int) string {
	if r.Wide && len(r.Cells) > 0 {
		return th.Strong.Render(cells.Line(r.Cells[0].Text, w)) // it is never in hand
	}
	var b strings.Builder
	look := theme.Style{}
	switch {
	case inHand:
		look = th.Accent
	case r.Head:
		look = th.Strong
	case r.Faint:
		look = th.Faint
	}
	sign := cells.Spaces(signMargin)
	if inHand {
		sign = th.Accent.Render(th.Glyphs.Cursor) + " "
	}
	b.WriteString(sign)
	wait := 0 // spaces that are written only when something follows
	for i, c := range t.Columns {
		if widths[i] == 0 {
			continue
		}
		text := ""
		if i < len(r.Cells) {
			text = c.draw(r.Cells[i], widths[i], look)
		}
		left, body, right := trimmed(text)
		if body != "" {
			b.WriteString(cells.Spaces(wait + left))
			b.WriteString(body)
			wait = right + columnGap
		} else {
			wait += widths[i] + columnGap
		}
	}
	return cells.Cut(b.String(), w)
}

// trimmed takes the spaces off both ends of a drawn cell.
func trimmed(s string) (left int, body string, right int) {
	body = strings.TrimLeft(s, " ")
	left = len(s) - len(body)
	all := len(body)
	body = strings.TrimRight(body, " ")
	return left, body, all - len(body)
}

// draw is one cell in its look, exactly as wide as its column.
func (c Column) draw(cell Cell, w int, look theme.Style) string {
	if cell.Drawn != "" {
		if c.Right {
			return cells.PadLeft(cells.Cut(cell.Drawn, w), w)
		}
		return cells.FitDrawn(cell.Drawn, w)
	}
	if cell.Style != (theme.Style{}) {
		look = cell.Style
	}
	left, body, right := trimmed(c.place(cells.Line(cell.Text, w), w))
	return cells.Spaces(left) + look.Render(body) + cells.Spaces(right)
}

// place puts a text that fits at its side of the column.
func (c Column) place(s string, w int) string {
	if !c.Right {
		return cells.Pad(s, w)
	}
	return cells.PadLeft(s+cells.Spaces(min(c.hang(s), w-cells.Width(s))), w)
}

// hang is how many cells a figure stays from the right, so that its mark
// stands under the others.
func (c Column) hang(s string) int {
	if c.Decimals == 0 || s == "" || s[len(s)-1] < '0' || s[len(s)-1] > '9' {
		return 0
	}
	mark := strings.LastIndexAny(s, ",.")
	if behind := len(s) - mark - 1; mark >= 0 && behind <= c.Decimals {
		return c.Decimals - behind
	}
	return c.Decimals + 1
}
