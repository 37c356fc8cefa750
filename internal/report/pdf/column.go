package pdf

import (
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

// A text is whole, or has lines of half of it; a longer one of so many characters at
// least, the more the longer it is, so that it does not become a pillar of words.
const (
	leastLine    = 20
	mostLine     = 40
	linesOfAText = 6
)

// fit chooses the size and the widths. A column has room for its longest word,
// for short texts as a whole, and for some words of a longer one; where that is
// too much, the text becomes smaller, down to a floor, and words are broken after
// a hyphen; and only then a column has room for no more than its longest word, or
// its longest part between hyphens. Room that is over goes to where it makes the
// table lowest.
func (l documentLook) fit(t report.Table, width float64) tableGrid {
	for _, try := range []struct {
		columnNeed
		floor float64
	}{
		{columnNeed{whole: unbrokenLength, flows: true}, 7.5}, {columnNeed{whole: unbrokenLength, flows: true, hyphens: true}, tableFloor},
		{columnNeed{whole: unbrokenLength}, tableSize}, {columnNeed{}, tableFloor}, {columnNeed{hyphens: true}, tableFloor},
	} {
		for size := tableSize; size >= try.floor; size -= 0.25 {
			g := tableGrid{Table: t, size: size * l.scale}
			if least, most := g.needs(width, try.columnNeed); sumFloats(least) <= width {
				g.widths = g.divide(least, most, width)
				return g
			}
		}
	}
	g := tableGrid{Table: t, size: tableFloor * l.scale}
	least, _ := g.needs(width, columnNeed{hyphens: true})
	g.widths = shrink(least, width)
	return g
}

// columnNeed is what a column must have room for: a text of so many characters
// as a whole, some words of a longer one, and the longest word or, where that may
// be broken after a hyphen, its longest part.
type columnNeed struct {
	whole          int
	flows, hyphens bool
}

// needs are, for each column, the room that it must have, and that all of its
// text takes on one line.
func (g tableGrid) needs(width float64, need columnNeed) (least, most []float64) {
	least, most = make([]float64, len(g.Columns)), make([]float64, len(g.Columns))
	see := func(i int, s string, f fontAtSize) {
		if i >= len(least) {
			return
		}
		line := f.widest(f.wrap(s, 10*width))
		must := f.longest(s)
		if need.hyphens {
			must = f.longestPart(s)
		}
		if utf8.RuneCountInString(s) <= need.whole {
			must = line
		}
		if letter := f.width("n"); need.flows {
			must = max(must, min(line/2, max(leastLine*letter, min(line/linesOfAText, mostLine*letter))))
			if i == 0 && g.figuresOnly() {
				must = max(must, min(line, leastLine*letter))
			}
		}
		least[i] = max(least[i], min(must, width/3)+g.pad(i)+cellPadX+roundingSlack)
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
	return least, most
}

// figuresOnly reports whether beside the first column there are figures alone.
func (g tableGrid) figuresOnly() bool {
	for _, c := range g.Columns[1:] {
		if !c.Right {
			return false
		}
	}
	return true
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
func (g tableGrid) divide(need, most []float64, width float64) []float64 {
	if sumFloats(most) > width {
		return g.growColumns(need, most, width)
	}
	columns := g.Columns
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

// growStep is how much room is given away at a time, in parts of what there is.
const growStep = 60

// growColumns gives each column what it needs, and the rest step by step to the
// one where it takes most of the table's height away: every row is as high as the
// cell that has most text for its width.
func (g tableGrid) growColumns(need, most []float64, width float64) []float64 {
	out := slices.Clone(need)
	long := g.lengths()
	step := (width - sumFloats(need)) / growStep
	for range growStep {
		gain := make([]float64, len(out))
		for _, row := range long {
			highest, lines := -1, 1.0 // a row has a line in any case
			for i, text := range row {
				if n := text / (out[i] - g.pad(i) - cellPadX); n > lines {
					highest, lines = i, n
				}
			}
			if highest >= 0 {
				gain[highest] += lines / out[highest]
			}
		}
		best := -1
		for i := range out {
			if out[i] < most[i] && (best < 0 || gain[i] > gain[best]) {
				best = i
			}
		}
		if best < 0 {
			best = 0
		}
		out[best] += step
	}
	return out
}

// lengths are how long the text of each cell is on one line, by row.
func (g tableGrid) lengths() (out [][]float64) {
	measure := func(f fontAtSize, texts []string) {
		row := make([]float64, len(g.Columns))
		for i, s := range texts[:min(len(texts), len(row))] {
			row[i] = f.width(cleanForSetting(s))
		}
		out = append(out, row)
	}
	titles := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		titles[i] = c.Title
	}
	measure(fontAtSize{boldFace, g.size}, titles)
	for _, r := range g.Rows {
		if spansTable(r) {
			continue
		}
		texts := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			texts[i] = c.Text
		}
		measure(g.font(r), texts)
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
