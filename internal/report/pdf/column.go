package pdf

import (
	"math"
	"slices"
	"unicode/utf8"

	"kwi/internal/report"
)

// The sizes of a table's text, and the room round it.
const (
	tableSize  = 8.5
	tableFloor = 6.5
	cellPadX   = 1.4
	cellPadY   = 0.9
)

// tableGrid is a table as it will be set: how large, and how wide each column is.
type tableGrid struct {
	report.Table
	size   float64
	widths []float64
}

// unbrokenLength is how many characters a text has that is best not broken at all: a
// date, a name, a number.
const unbrokenLength = 14

// fit chooses the size and the widths. Columns get their share; one whose
// longest word does not fit takes room from those that have it over, and so
// does one with short texts as long as there is any; where there is none, the
// text becomes smaller, down to the floor. Only then are words broken.
func (l documentLook) fit(t report.Table, width float64) tableGrid {
	g := tableGrid{Table: t, size: tableSize * l.scale}
	if need, most := g.needs(width, unbrokenLength); sumFloats(need) <= width {
		g.widths = divide(t.Columns, need, most, width)
		return g
	}
	for ; ; g.size -= 0.25 {
		need, most := g.needs(width, 0)
		if sumFloats(need) <= width || g.size-0.25 < tableFloor*l.scale {
			g.widths = divide(t.Columns, need, most, width)
			return g
		}
	}
}

// needs are, for each column, the room that its longest word takes, or a text
// of so few characters as a whole, and that all of its text takes on one line.
func (g tableGrid) needs(width float64, whole int) (need, most []float64) {
	need, most = make([]float64, len(g.Columns)), make([]float64, len(g.Columns))
	see := func(i int, s string, f fontAtSize) {
		if i >= len(need) {
			return
		}
		line := f.widest(f.wrap(s, 10*width))
		must := f.longest(s)
		if utf8.RuneCountInString(s) <= whole {
			must = line
		}
		need[i] = max(need[i], min(must, width/3)+g.pad(i)+cellPadX+roundingSlack)
		most[i] = max(most[i], min(line, width)+g.pad(i)+cellPadX+roundingSlack)
	}
	for i, c := range g.Columns {
		see(i, c.Title, fontAtSize{boldFace, g.size})
	}
	for _, r := range g.Rows {
		if spansTable(r) {
			continue
		}
		for i, c := range r.Cells {
			see(i, c.Text, g.font(r))
		}
	}
	return need, most
}

// pad is the room at the left of a column's text: more where the figures
// beside it stand against it.
func (g tableGrid) pad(i int) float64 {
	if i > 0 && i < len(g.Columns) && g.Columns[i-1].Right && !g.Columns[i].Right {
		return cellPadX + 2.2
	}
	return cellPadX
}

// divide gives each column its width; together they are the whole.
func divide(columns []report.Column, need, most []float64, width float64) []float64 {
	if sumFloats(need) > width {
		return shrink(need, width)
	}
	if sumFloats(most) > width {
		return growColumns(columns, need, most, width)
	}
	out := make([]float64, len(need))
	fixed := make([]bool, len(need)) // columns that take more than their share
	for {
		shares, left := 0, width
		for i, c := range columns {
			if fixed[i] {
				left -= out[i]
			} else {
				shares += max(1, c.Share)
			}
		}
		again := false
		for i, c := range columns {
			if fixed[i] {
				continue
			}
			out[i] = left * float64(max(1, c.Share)) / float64(shares)
			if out[i] < most[i] {
				out[i], fixed[i], again = most[i], true, true
			}
		}
		if !again {
			return out
		}
	}
}

// shrink divides too little room after what the columns need, so that each
// has some for text beside the room round it.
func shrink(need []float64, width float64) []float64 {
	const round = 2*cellPadX + 2.2
	out, fixed := make([]float64, len(need)), min(round, width/float64(2*len(need)))
	asks := 0.0
	for _, n := range need {
		asks += max(n-fixed, 0.1)
	}
	for i, n := range need {
		out[i] = fixed + (width-fixed*float64(len(need)))*max(n-fixed, 0.1)/asks
	}
	return out
}

// growColumns gives each column what it needs, and the rest to those with more text
// than a line: by their share, and by how much text there is, of which twice
// as much does not ask twice the width.
func growColumns(columns []report.Column, need, most []float64, width float64) []float64 {
	out, asks := slices.Clone(need), make([]float64, len(need))
	for i, c := range columns {
		asks[i] = math.Sqrt(max(0, most[i]-need[i])) * float64(max(1, c.Share))
	}
	left, all := width-sumFloats(need), sumFloats(asks)
	for i := range out {
		out[i] += left * asks[i] / all
	}
	for i := range out { // what is more than a line goes to the others
		over := out[i] - most[i]
		if over <= 0 {
			continue
		}
		out[i], all = most[i], 0
		for j := range out {
			all += max(0, most[j]-out[j])
		}
		for j := range out {
			out[j] += over * max(0, most[j]-out[j]) / all
		}
	}
	return out
}

func sumFloats(all []float64) (t float64) {
	for _, v := range all {
		t += v
	}
	return t
}

// spansTable reports whether a row is one text over the whole width: the head of a
// group with nothing beside it.
func spansTable(r report.Row) bool {
	if !r.Head || len(r.Cells) == 0 {
		return false
	}
	for _, c := range r.Cells[1:] {
		if c.Text != "" {
			return false
		}
	}
	return true
}

// font is what a row is set in.
func (g tableGrid) font(r report.Row) fontAtSize {
	if r.Head || r.Total {
		return fontAtSize{boldFace, g.size}
	}
	return fontAtSize{regular, g.size}
}
