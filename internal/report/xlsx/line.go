package xlsx

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// line is a text over the whole width.
type line struct {
	text  string
	style look
	row   int
}

// heights of one line of text, in points.
var heights = map[look]float64{title: 28, subtitle: 20, heading: 19}

const usual = 12.8

func (l line) write(b *book, s *sheet) error {
	from, to := at(1, l.row), at(len(s.widths), l.row)
	if err := b.MergeCell(s.name, from, to); err != nil {
		return err
	}
	id, err := b.style(style{look: l.style, text: sly(l.text)})
	if err != nil {
		return err
	}
	if err := b.SetCellStyle(s.name, from, to, id); err != nil {
		return err
	}
	return b.SetCellStr(s.name, from, l.text)
}

// high is how high the row of a line is.
func (s *sheet) high(l line) float64 {
	one, wide := heights[l.style], s.width(1, len(s.widths))
	switch {
	case l.style == title:
		wide /= 2
	case one > 0:
		wide /= 1.35
	default:
		one = usual
	}
	return height(lines(l.text, wide), one)
}

// height is that of so many lines, with a little air.
func height(n int, one float64) float64 { return math.Min(float64(n)*one+3, 405) }

// at is the name of a cell.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}
