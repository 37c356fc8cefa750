package html

import (
	"strconv"

	"kwi/internal/report"
	"kwi/internal/text"
)

// wallSizes are how large the plan may be printed, in points, from the largest.
// The last can still be read at arm's length; what does not fit on a sheet in
// that goes on on the next, for nothing of it is left out.
var wallSizes = [...]int{11, 10, 9, 8, 7, 6}

// What a sheet of A3 has room for between its margins, in millimetres, less
// what the head and the closing line take, and what a block takes besides its
// lines, in lines of its own size.
const (
	wallWide, wallHigh = 396.0, 242.0
	blockEdge          = 3.0
)

// wallSize is the largest size in which the plan is on one sheet. No browser
// shrinks a page by itself, so that is reckoned from how much there is to read.
func wallSize(p report.PlanPage) int {
	for _, size := range wallSizes {
		if wallHeight(p, float64(size)*25.4/72) <= wallHigh {
			return size
		}
	}
	return wallSizes[len(wallSizes)-1]
}

// wallHeight is how many millimetres high the blocks are in letters of so many
// millimetres: three rows, each as high as its highest block.
func wallHeight(p report.PlanPage, letter float64) (high float64) {
	line := (wallWide/3-4)/letter - 4
	for _, row := range report.PlanGrid() {
		highest := 0.0
		for _, number := range row {
			for i := range p.Blocks {
				if b := &p.Blocks[i]; b.Number == number {
					highest = max(highest, blockHeight(b, line)*letter)
				}
			}
		}
		high += highest + 4
	}
	return high
}

// blockHeight is how high a block is of which the lines have so much room, both in
// times its letter.
func blockHeight(b *report.PlanBlock, line float64) float64 {
	lines := func(s string, room float64) float64 { return float64(len(text.Wrap(s, room, letterWidth))) }
	const leading = 1.3
	high := blockEdge + leading*lines(b.Title+" "+b.Aside(), line*0.8)
	if b.Figures != nil {
		for _, n := range b.Figures.Notes {
			high += leading * lines(n, line)
		}
		return high + float64(len(b.Figures.Rows)+2)*1.9
	}
	if len(b.Lines) == 0 {
		return high + leading*lines(b.Why+b.Question, line)
	}
	for _, l := range b.Lines {
		within := line - 1.5
		if l.Entry {
			within -= 1.5
		}
		high += 0.3 + leading*lines(l.Code+" "+l.Text+" "+l.Note, within)
	}
	return high
}

// wallKind is the class of a plan that is printed so large.
func wallKind(p report.PlanPage) string { return "wall wall-" + strconv.Itoa(wallSize(p)) }

// letterWidth is how wide a letter is at most on average, in times its height: of most scripts
// about half of it, of those of East Asia all.
func letterWidth(r rune) float64 {
	switch {
	case r < 0x1100, 0x1200 <= r && r < 0x2e80, text.HasRightToLeft(string(r)): // dashes, quotes and the euro among them
		return 0.56
	}
	return 1
}
