package xlsx

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
)

// nativeChart is bars or lines that can be made into a native chart.
type nativeChart interface {
	native(*monitorBook) (*excelize.Chart, bool)
	name() string
}

// placedChart is a chart at its place.
type placedChart struct {
	nativeChart
	row, rows int
}

type (
	barChart  struct{ report.Bars }
	lineChart struct{ report.Lines }
)

// lineColours are the colours of lines, calm and far enough apart; a total is ink.
var lineColours = [...]string{"1F6F8B", "C08A3E", "7A9E7E", "A65D57", "6C6FA8", "4FA3A5", "8F7A66", "B07AA1", "9AA5B1"}

func (d placedChart) write(b *monitorBook, s *sheetLayout) error {
	c, ok := d.native(b)
	if !ok {
		return nil
	}
	pixels := 0.0
	for _, w := range s.widths {
		pixels += w*7 + 5
	}
	c.Dimension = excelize.ChartDimension{Width: uint(pixels) - 8, Height: uint(d.rows*20 - 10)}
	c.Format = excelize.GraphicOptions{OffsetX: 2, OffsetY: 2, Positioning: "oneCell", AltText: d.name()}
	c.Border = excelize.LineOptions{Type: excelize.LineNone}
	c.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFFF"}}
	c.ShowBlanksAs = "gap"
	if text := d.name(); text != "" {
		c.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: bodyFont, Size: 11, Bold: true, Color: inkColour}}}}
	}
	c.Legend = excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: bodyFont, Size: 9, Color: inkColour}}
	return b.AddChart(s.name, cellName(1, d.row), c)
}

func (c barChart) name() string  { return c.Caption }
func (c lineChart) name() string { return c.Caption }

func chartAxis() excelize.ChartAxis {
	return excelize.ChartAxis{Font: excelize.Font{Family: bodyFont, Size: 9, Color: inkColour}}
}

// gradeAxis is the axis of grades.
func gradeAxis(from float64) excelize.ChartAxis {
	a, least, most := chartAxis(), from, 10.0
	a.Minimum, a.Maximum, a.MajorUnit, a.MajorGridLines = &least, &most, 1, true
	a.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0"}
	return a
}

// native draws a bar for score, average and target of every KWI.
func (c barChart) native(b *monitorBook) (*excelize.Chart, bool) {
	p, ok := b.source(c.Source, len(c.Bars.Bars))
	if !ok {
		return nil, false
	}
	x := &excelize.Chart{Type: excelize.Bar, XAxis: chartAxis(), YAxis: gradeAxis(0), GapWidth: gapWidth(60), Overlap: overlap(-5)}
	x.XAxis.ReverseOrder = true
	for i, colour := range []string{accent, "A9C6D2", "C9CED2"} {
		if i >= len(c.Source.Columns) || c.Source.Columns[i] < 0 {
			continue
		}
		column := c.Source.Columns[i]
		x.Series = append(x.Series, excelize.ChartSeries{
			Name:       p.sheet.quoted() + absolute(p.from[column], p.head),
			Categories: p.column(c.Source.Label, c.Source.Row, len(c.Bars.Bars)),
			Values:     p.column(column, c.Source.Row, len(c.Bars.Bars)),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		})
	}
	return x, len(x.Series) > 0
}

// native draws a line for every KWI and the total.
func (c lineChart) native(b *monitorBook) (*excelize.Chart, bool) {
	p, ok := b.source(c.Source, len(c.Lines.Lines))
	if !ok || len(c.Source.Columns) == 0 {
		return nil, false
	}
	x := &excelize.Chart{Type: excelize.Line, XAxis: chartAxis(), YAxis: gradeAxis(c.least())}
	first, last := p.from[c.Source.Columns[0]], p.from[c.Source.Columns[len(c.Source.Columns)-1]]
	for i, l := range c.Lines.Lines {
		row, colour, width := p.rows[c.Source.Row+i], lineColours[i%len(lineColours)], 1.5
		if l.Total {
			colour, width = inkColour, 3
		}
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
		x.Series = append(x.Series, excelize.ChartSeries{
			Name:       p.sheet.quoted() + absolute(p.from[c.Source.Label], row),
			Categories: p.sheet.quoted() + absolute(first, p.head) + ":" + absolute(last, p.head),
			Values:     p.sheet.quoted() + absolute(first, row) + ":" + absolute(last, row),
			Fill:       fill,
			Line:       excelize.LineOptions{Type: excelize.LineSolid, Width: width, Fill: fill},
			Marker:     excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: fill},
		})
	}
	return x, true
}

// least is where the axis begins: a whole grade below the lowest figure, for
// lines are read by their slope.
func (c lineChart) least() float64 {
	low := 1000
	for _, l := range c.Lines.Lines {
		for _, f := range l.Figures {
			if f.OK() {
				low = min(low, int(f))
			}
		}
	}
	return float64(max(low/100-1, 0))
}
