package xlsx

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/language"
	"kwi/internal/report"
)

// The colours are those of all papers.
var (
	inkColour   = report.Ink.Hex()
	faintColour = report.Quiet.Hex()
	accent      = report.Accent.Hex()
	softColour  = report.Soft.Hex()
	ruleColour  = report.Rule.Hex()
	washColour  = report.Ground.Hex()
	paper       = report.Paper.Hex()
)

const bodyFont = "Arial" // is or has a twin of the same widths wherever a workbook opens

// cellLook is the part that something plays.
type cellLook byte

const (
	bodyLook cellLook = iota
	titleLook
	subtitle
	headline
	heading
	quietLook
	quoteLook
	caption
	headLook  // of a table
	plainLook // a row of a table
	groupLook // the head of a group of rows
	totalLook
)

// cellStyle is all that tells two cells apart.
type cellStyle struct {
	look  cellLook
	right bool
	apart bool // keeps off what stands at its left
	kind  report.CellKind
	text  bool // must stay a text, whatever it begins with
	empty bool // shows nothing where the figure is nought
}

// style is the number of a style in the workbook.
func (b *monitorBook) style(s cellStyle) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	id, err := b.NewStyle(b.made(s))
	b.styles[s] = id
	return id, err
}

func (b *monitorBook) made(s cellStyle) *excelize.Style {
	f := &excelize.Font{Family: bodyFont, Size: 10, Color: inkColour}
	x := &excelize.Style{Font: f, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	side := func(where, colour string, weight int) {
		x.Border = append(x.Border, excelize.Border{Type: where, Color: colour, Style: weight})
	}
	switch s.look {
	case titleLook:
		f.Size, f.Bold, f.Color = 20, true, accent
	case subtitle:
		f.Size, f.Bold = 14, true
	case headline:
		f.Size, f.Bold, f.Color = 14, true, accent
	case heading:
		f.Size, f.Bold, f.Color = 12, true, accent
	case caption:
		f.Bold = true
	case quietLook:
		f.Color = faintColour
	case quoteLook:
		f.Italic = true
		x.Alignment.Indent = 1
		side("left", accent, 5)
	case headLook:
		f.Bold, f.Color, f.Size = true, accent, 9
		x.Alignment.Vertical = "bottom"
		side("bottom", accent, 2)
	case plainLook:
		x.Alignment.Vertical = "center"
		side("bottom", ruleColour, 1)
	case groupLook:
		f.Bold, x.Alignment.Vertical = true, "center"
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{washColour}}
	case totalLook:
		f.Bold, x.Alignment.Vertical = true, "center"
		side("top", accent, 1)
	}
	x.Alignment.Horizontal = "left"
	switch {
	case s.right:
		x.Alignment.Horizontal = "right"
	case s.apart:
		x.Alignment.Indent = 1
	}
	if format := b.format(s); format != "" {
		x.CustomNumFmt = &format
	}
	return x
}

// format is how a number shows.
func (b *monitorBook) format(s cellStyle) string {
	if s.empty {
		return "0;0;"
	}
	switch s.kind {
	case report.Count:
		return "0"
	case report.Decimal:
		return "0.00"
	case report.Change:
		return `+0.00;"−"0.00;0.00`
	case report.Tenth:
		return "0.0"
	case report.TenthChange:
		return `+0.0;"−"0.0;0.0`
	case report.Balance:
		return `+0;"−"0;0`
	case report.Day:
		return "[$-" + language.All()[language.Index(b.d.Language)].Locale + "]d mmm yyyy"
	}
	if s.text {
		return "@"
	}
	return ""
}
