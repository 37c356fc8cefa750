package large

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/theme"
)

// Choice is a row of short options, one of them lit: its letters are cut out
// of a box, so that it can be seen without colour. It is as large as w by h
// cells allow. lit below 0 lights none.
func Choice(t theme.Theme, options []string, lit, w, h int) []string {
	if w <= 0 || h <= 0 || len(options) == 0 {
		return nil
	}
	row := make([]shape, len(options))
	drawable := true
	for i, o := range options {
		row[i] = shapeOf(cells.OneLine(o))
		drawable = drawable && row[i].drawable && row[i].width() > 0
	}
	// A box is one dot larger than its letters on each side.
	rows := capitalRows + 2
	for i := range row {
		if drawable && row[i].hangs() {
			rows = letterRows + 2
		}
	}
	for at := usual; at > 0 && drawable; at-- {
		z := sizes[at-1]
		widths, sum := make([]int, len(row)), 0
		for i := range row {
			widths[i] = z.across(row[i].width() + 2)
			sum += widths[i]
		}
		if gap := gapIn(w-sum, len(row), z.x+1); gap > 0 && z.down(rows) <= h {
			return drawChoice(t, row, widths, lit, z, z.down(rows), gap)
		}
	}
	return []string{plainChoice(t, row, lit, w)}
}

// gapIn is how many cells lie between n things that leave so many free, at
// most so many; 0 where there are too few.
func gapIn(free, n, most int) int {
	if n < 2 {
		return min(max(free+1, 0), most)
	}
	return min(max(free, 0)/(n-1), most)
}

// hangs reports whether letters of a shape hang below the line.
func (s *shape) hangs() bool {
	_, bottoms := outline(s.paragraphs[0])
	return highest(bottoms) > capitalRows
}

func drawChoice(t theme.Theme, row []shape, widths []int, lit int, z size, h, gap int) []string {
	out := make([]strings.Builder, h)
	for i := range row {
		c := newCanvas(widths[i], h)
		inset := max((2*c.w-row[i].width()*z.x)/2, 0)
		each(row[i].paragraphs[0], func(at int, g glyph) { c.put(g, inset+at*z.x, z.y, z) })
		style := t.Text
		if i == lit {
			style = t.Accent
			for at := range c.quarters {
				c.quarters[at] ^= 15
			}
		}
		for y := range out {
			if i > 0 {
				out[y].WriteString(cells.Spaces(gap))
			}
			out[y].WriteString(style.Render(c.line(y, 0, c.w)))
		}
	}
	lines := make([]string, h)
	for y := range out {
		lines[y] = out[y].String()
	}
	return lines
}

// plainChoice is the row in plain letters. Where it is too long it begins so
// late that the lit option is seen.
func plainChoice(t theme.Theme, row []shape, lit, w int) string {
	words := make([]string, len(row))
	total := 0
	for i := range row {
		words[i] = " " + row[i].clean + " "
		if i == lit {
			words[i] = "▐" + t.Selected.Render(row[i].clean) + "▌"
		}
		total += cells.Width(words[i])
	}
	gap := gapIn(w-total, len(words), 3)
	line := func(from, to int) string { return strings.Join(words[from:to], cells.Spaces(gap)) }
	from := 0
	for from < lit && lit < len(words) && cells.Width(line(from, lit+1)) > w {
		from++
	}
	return cells.Cut(line(from, len(words)), w)
}
