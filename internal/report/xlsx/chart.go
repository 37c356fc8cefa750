package xlsx

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
)

// nativeChart is bars or lines that can be made into a native chart.
type nativeChart interface {
	native(*monitorBook) (*excelize.Chart, bool)
	name() string             // above it
	told(*monitorBook) string // what it shows, for who cannot see it
}

// placedChart is a chart at its place: the at-th of so many beside each other.
type placedChart struct {
	nativeChart
	row, rows int
	at, of    int
}

type barChart struct{ report.Bars }

func (d placedChart) write(b *monitorBook, s *sheetLayout) error {
	c, ok := d.native(b)
	if !ok {
		return nil
	}
	pixels := 0.0
	for _, w := range s.widths {
		pixels += w*7 + 5
	}
	share := pixels / float64(d.of)
	column, offset := 1, share*float64(d.at)
	for column < len(s.widths) && offset >= s.widths[column-1]*7+5 {
		offset -= s.widths[column-1]*7 + 5
		column++
	}
	c.Dimension = excelize.ChartDimension{Width: uint(share) - 8, Height: uint(d.rows*20 - 10)}
	c.Format = excelize.GraphicOptions{OffsetX: 2 + int(offset), OffsetY: 2, Positioning: "oneCell", AltText: d.told(b)}
	c.Border = excelize.LineOptions{Type: excelize.LineNone}
	c.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{paper}}
	c.ShowBlanksAs = "gap"
	if text := d.name(); text != "" {
		c.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: bodyFont, Size: 11, Bold: true, Color: inkColour}}}}
	}
	c.Legend = excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: bodyFont, Size: 9, Color: inkColour}}
	return b.AddChart(s.name, cellName(column, d.row), c)
}

func (c barChart) name() string { return c.Caption }

func chartAxis() excelize.ChartAxis {
	return excelize.ChartAxis{Font: excelize.Font{Family: bodyFont, Size: 9, Color: inkColour}}
}

// gradeAxis is the axis of grades.
func gradeAxis(least, most float64) excelize.ChartAxis {
	a := chartAxis()
	a.Minimum, a.Maximum, a.MajorUnit, a.MajorGridLines = &least, &most, 1, true
	a.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0"}
	return a
}

// native draws a bar for score, average and target of every KWI: dark, light,
// and an edge alone, so that grey paper tells them apart.
func (c barChart) native(b *monitorBook) (*excelize.Chart, bool) {
	p, ok := b.source(c.Source, len(c.Bars.Bars))
	if !ok {
		return nil, false
	}
	x := &excelize.Chart{Type: excelize.Bar, XAxis: chartAxis(), YAxis: gradeAxis(0, 10), VaryColors: varied(false), GapWidth: gapWidth(60), Overlap: overlap(-5)}
	x.XAxis.ReverseOrder = true
	for i, colour := range []string{accent, softColour, paper} {
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
