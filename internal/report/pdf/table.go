package pdf

import (
	"unicode/utf8"

	"kwi/internal/report"
)

// sliced is from how many lines on a row may go over to the next page, and
// how many lines of it stay together then.
const (
	sliced    = 24
	sliceFrom = 6
)

// table makes pieces of a table: its caption, its head, and a piece for every
// row. The head stands above the rows on every page. A row stays whole, but
// for one that is very high.
func (l documentLook) table(t report.Table, x, width float64) []layoutPiece {
	var out []layoutPiece
	if t.Caption != "" {
		out = l.set(t.Caption, x, width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(4), keep: true, heads: true, below: l.mm(1)})
	}
	if len(t.Columns) == 0 {
		return out
	}
	g := l.fit(t, width)
	var again []layoutPiece
	if g.titled() {
		head := g.head(x, width)
		if len(head) == 1 {
			again = append(again, head...)
		}
		if t.Caption == "" {
			head[0].above = l.mm(3)
		}
		out = append(out, head...)
	}
	for i, r := range t.Rows {
		pieces := g.row(r, x, width)
		for j := range pieces {
			pieces[j].again = again
		}
		last := &pieces[len(pieces)-1]
		last.keep = last.keep || i+1 < len(t.Rows) && t.Rows[i+1].Total || i == 0 && len(t.Rows) > 1
		out = append(out, pieces...)
	}
	return append(out, layoutPiece{height: l.mm(2)})
}

// titled reports whether the columns have heads at all.
func (g tableGrid) titled() bool {
	for _, c := range g.Columns {
		if c.Title != "" {
			return true
		}
	}
	return false
}

// head is the row above all others: one piece, or some of one that is very
// high and then is not repeated.
func (g tableGrid) head(x, width float64) (out []layoutPiece) {
	f := fontAtSize{boldFace, g.size}
	cells, high := make([][]string, len(g.Columns)), 1
	for i, c := range g.Columns {
		cells[i] = f.wrap(c.Title, g.widths[i]-g.pad(i)-cellPadX)
		high = max(high, len(cells[i]))
	}
	for i, lines := range cells { // heads stand on the line below them
		cells[i] = append(make([]string, high-len(lines)), lines...)
	}
	size := high
	if high > sliced {
		size = sliceFrom
	}
	for from := 0; from < high; from += size {
		to := min(from+size, high)
		h := float64(to-from)*f.line() + cellPadY
		if to == high {
			h += cellPadY + 0.6
		}
		out = append(out, layoutPiece{height: h, keep: size == high || to == high, heads: true, draw: func(p *paperDocument, y float64) {
			at := x
			for i, lines := range cells {
				g.cell(p, at, y+cellPadY, i, lines[from:to], f, quietColour, g.Columns[i].Right)
				at += g.widths[i]
			}
			if to == high {
				p.line(x, y+h-0.3, x+width, y+h-0.3, 0.35, accent)
			}
		}})
	}
	return out
}

// row is the pieces of one row: one, or of a very high row some slices.
func (g tableGrid) row(r report.Row, x, width float64) []layoutPiece {
	f := g.font(r)
	cells, high, says := make([][]string, min(len(r.Cells), len(g.Columns))), 1, 0
	for i := range cells {
		w := g.widths[i]
		if spansTable(r) {
			w = width
			if i > 0 {
				continue
			}
		}
		cells[i] = f.wrap(r.Cells[i].Text, w-g.pad(i)-cellPadX)
		high = max(high, len(cells[i]))
		says += utf8.RuneCountInString(r.Cells[i].Text)
	}
	size := high
	if high > sliced {
		size = sliceFrom
	}
	var out []layoutPiece
	for from := 0; from < high; from += size {
		to := min(from+size, high)
		out = append(out, g.part(r, cells, x, width, from, to, from == 0, to == high))
	}
	out[0].says = says
	return out
}

// part draws the lines of a row from one to another.
func (g tableGrid) part(r report.Row, cells [][]string, x, width float64, from, to int, first, last bool) layoutPiece {
	f, top, bottom := g.font(r), 0.0, 0.0
	if first {
		top = cellPadY
	}
	if last {
		bottom = cellPadY
	}
	h := top + float64(to-from)*f.line() + bottom
	return layoutPiece{height: h, keep: r.Head || first && !last, heads: r.Head && last, draw: func(p *paperDocument, y float64) {
		if r.Head {
			p.box(x, y, width, h, ground)
		}
		if r.Total && first {
			p.line(x, y, x+width, y, 0.35, accent)
		}
		at := x
		for i, lines := range cells {
			lines = lines[min(from, len(lines)):min(to, len(lines))]
			g.cell(p, at, y+top, i, lines, f, inkColour, g.Columns[i].Right && !spansTable(r))
			at += g.widths[i]
		}
		if last && !r.Head {
			p.line(x, y+h, x+width, y+h, 0.1, ruleColour)
		}
	}}
}

// cell puts the lines of the cell in a column that begins at x.
func (g tableGrid) cell(p *paperDocument, x, y float64, column int, lines []string, f fontAtSize, c colour, right bool) {
	for i, s := range lines {
		if right || len(lines) > 1 && leansRight(s) {
			p.right(x+g.widths[column]-cellPadX, y+float64(i)*f.line(), s, f, c)
		} else {
			p.text(x+g.pad(column), y+float64(i)*f.line(), s, f, c)
		}
	}
}
