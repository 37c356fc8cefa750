package xlsx

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
)

// lineChart is one of some lines in its own chart, on the scale that all of
// them have, with what was aimed for in dashes.
type lineChart struct {
	report.Lines
	at int
}

// lineRows is how high the chart of a line is.
const lineRows = 12

// lines lays a chart for every line, two beside each other.
func (b *monitorBook) lines(s *sheetLayout, x report.Lines) {
	if x.Caption != "" {
		s.row++ // air
		s.sections = append(s.sections, s.row)
		s.put(wideLine{text: x.Caption, style: heading})
	}
	for i := 0; i < len(x.Lines); i += 2 {
		if i > 0 {
			s.sections = append(s.sections, s.row+1)
		}
		for k := i; k < min(i+2, len(x.Lines)); k++ {
			s.items = append(s.items, placedChart{nativeChart: lineChart{x, k}, row: s.row + 1, rows: lineRows, at: k - i, of: 2})
		}
		s.leave(lineRows)
	}
	if len(x.Pieces.Rows) > 0 {
		b.table(s, x.Pieces)
	}
	s.row++ // air
	s.sections = append(s.sections, s.row+1)
}

func (c lineChart) name() string { return c.Lines.Lines[c.at].Label }

// The look of a line and of what was aimed for: they differ in thickness,
// dashes and points, so that grey paper tells them apart.
const (
	lineThick   = 2.25
	totalThick  = 3
	targetThick = 1.25
)

// native draws the line, and the targets where it has any.
func (c lineChart) native(b *monitorBook) (*excelize.Chart, bool) {
	scale := c.Reach()
	x := &excelize.Chart{Type: excelize.Line, VaryColors: varied(false), XAxis: chartAxis(), YAxis: gradeAxis(float64(scale.Low), float64(scale.High))}
	l := c.Lines.Lines[c.at]
	look := excelize.LineOptions{Type: excelize.LineSolid, Width: lineThick, Fill: filled(accent)}
	if l.Total {
		look.Width = totalThick
	}
	for _, score := range c.pieces(b, l) {
		score.Fill, score.Line = filled(accent), look
		score.Marker = excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: filled(accent)}
		x.Series = append(x.Series, score)
	}
	if len(x.Series) == 0 {
		return nil, false
	}
	if target, ok := c.series(b, c.Targets, c.at); ok && !l.Total && c.aimed(l) {
		target.Fill = filled(inkColour)
		target.Line = excelize.LineOptions{Type: excelize.LineSolid, Dash: excelize.LineDashDash, Width: targetThick, Fill: filled(inkColour)}
		target.Marker = excelize.ChartMarker{Symbol: "none"}
		x.Series = append(x.Series, target)
	}
	return x, true
}

// pieces are the series of a line: one, or where it breaks one for each piece,
// called as its row is.
func (c lineChart) pieces(b *monitorBook, l report.Line) (out []excelize.ChartSeries) {
	if len(l.Pieces) == 0 {
		if one, ok := c.series(b, c.Source, c.at); ok {
			out = append(out, one)
		}
		return out
	}
	from := report.Source{Table: c.Lines.Pieces.Name, Columns: c.Source.Columns}
	for _, row := range l.Pieces {
		if one, ok := c.series(b, &from, row); ok {
			p := b.places[from.Table]
			one.Name = p.sheet.quoted() + absolute(p.from[0], p.rows[row])
			out = append(out, one)
		}
	}
	return out
}

func (c lineChart) aimed(l report.Line) bool {
	for i := range c.Cycles {
		if l.Target(i).OK() {
			return true
		}
	}
	return false
}

// series is a row of a table as a chart names it, called as the table is.
func (c lineChart) series(b *monitorBook, s *report.Source, at int) (excelize.ChartSeries, bool) {
	if s == nil || len(s.Columns) == 0 {
		return excelize.ChartSeries{}, false
	}
	p, ok := b.source(&report.Source{Table: s.Table, Row: s.Row + at, Label: s.Label, Columns: s.Columns}, 1)
	if !ok {
		return excelize.ChartSeries{}, false
	}
	row, first, last := p.rows[s.Row+at], p.from[s.Columns[0]], p.from[s.Columns[len(s.Columns)-1]]
	return excelize.ChartSeries{
		Name:       p.sheet.quoted() + absolute(p.from[s.Label], p.head),
		Categories: p.sheet.quoted() + absolute(first, p.head) + ":" + absolute(last, p.head),
		Values:     p.sheet.quoted() + absolute(first, row) + ":" + absolute(last, row),
	}, true
}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
