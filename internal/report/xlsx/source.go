package xlsx

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
)

// source is the table that a chart is drawn from, if all of its rows lie
// below each other there.
func (b *monitorBook) source(s *report.Source, n int) (*tablePlace, bool) {
	if s == nil || n == 0 {
		return nil, false
	}
	p := b.places[s.Table]
	if p == nil || s.Row+n > len(p.rows) || p.rows[s.Row+n-1]-p.rows[s.Row] != n-1 || s.Label >= len(p.from) {
		return nil, false
	}
	for _, c := range s.Columns {
		if c >= len(p.from) {
			return nil, false
		}
	}
	return p, true
}

// column is so many cells of a column, as a chart names them.
func (p *tablePlace) column(column, row, n int) string {
	c := p.from[column]
	return p.sheet.quoted() + absolute(c, p.rows[row]) + ":" + absolute(c, p.rows[row+n-1])
}

func absolute(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		return "$A$1"
	}
	return name
}

func gapWidth(n uint) *uint { return &n }
func overlap(n int) *int    { return &n }
func varied(yes bool) *bool { return &yes }
