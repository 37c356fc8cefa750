package xlsx

import (
	"math"

	"github.com/xuri/excelize/v2"

	"kwi/internal/text"
)

// wideLine is a text over the whole width.
type wideLine struct {
	text  string
	style cellLook
	row   int

	formula func() string // of the same text, once all has its place; nil for none
}

// heights of one line of text, in points.
var heights = map[cellLook]float64{titleLook: 28, subtitle: 20, headline: 20, heading: 19}

const usualWidth = 12.8

func (l wideLine) write(b *monitorBook, s *sheetLayout) error {
	from, to := cellName(1, l.row), cellName(len(s.widths), l.row)
	if err := b.MergeCell(s.name, from, to); err != nil {
		return err
	}
	id, err := b.style(cellStyle{look: l.style, text: text.BeginsFormula(l.text)})
	if err != nil {
		return err
	}
	if err := b.SetCellStyle(s.name, from, to, id); err != nil {
		return err
	}
	if l.formula != nil {
		if f := l.formula(); f != "" && len(f) <= longestFormula {
			b.comesTo[f] = l.text
			return b.SetCellFormula(s.name, from, f)
		}
	}
	return b.SetCellStr(s.name, from, l.text)
}

// high is how high the row of a line is.
func (s *sheetLayout) high(l wideLine) float64 {
	one, wide := heights[l.style], s.width(1, len(s.widths))
	switch {
	case l.style == titleLook:
		wide /= 2
	case one > 0:
		wide /= 1.35
	default:
		one = usualWidth
	}
	return height(countLines(l.text, wide), one)
}

// height is that of so many lines, with a little air.
func height(n int, one float64) float64 { return math.Min(float64(n)*one+3, 405) }

// cellName is the name of a cell.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}
