package sheet

import "github.com/xuri/excelize/v2"

// look is how a cell looks.
type look struct {
	size         float64
	bold, italic bool
	ink, fill    string // RRGGBB
	box          bool   // a thin line around it
	under        bool   // a line below it
	middle, low  bool   // not at the top of the cell
	center       bool
	answer       bool // he may write in it
	plain        bool // it is no text: a number typed here is a number
}

// The colours: ink, quiet ink, the supplier's calm blue, and what is his to
// fill in.
const (
	ink, quiet, deep    = "1F2933", "6B7785", "1F4B6E"
	pale, yours, border = "EAF1F6", "FFF8DC", "B8C2CC"
)

const font = "Calibri"

// The looks of the list.
var (
	title      = look{size: 17, bold: true, ink: deep}
	subtitle   = look{size: 11, ink: quiet}
	prose      = look{size: 11, ink: ink}
	wanted     = look{size: 11, bold: true, ink: deep, fill: pale, middle: true}
	explaining = look{size: 10, ink: quiet}
	head       = look{size: 10, bold: true, ink: deep, under: true, middle: true}
	headMiddle = look{size: 10, bold: true, ink: deep, under: true, middle: true, center: true}
	kwiTitle   = look{size: 12, bold: true, ink: deep, fill: pale, middle: true}
	expects    = look{size: 10.5, italic: true, ink: ink}
	codeQuiet  = look{size: 8, ink: quiet, middle: true}
	question   = look{size: 11, ink: ink, middle: true}
	above      = look{size: 11, ink: ink, low: true}
	pick       = look{size: 12, bold: true, ink: ink, fill: yours, box: true, middle: true, center: true, answer: true, plain: true}
	writing    = look{size: 11, ink: ink, fill: yours, box: true, answer: true}
	tiny       = look{size: 8, ink: quiet}
)

// style is the number of a look in the workbook. Texts have the format of
// text, so that Excel does not take = + - or @ for a formula when somebody
// edits them.
func (b *book) style(l look) int {
	if id, made := b.look[l]; made {
		return id
	}
	s := &excelize.Style{
		Font:       &excelize.Font{Family: font, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.ink},
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "top"},
		Protection: &excelize.Protection{Locked: !l.answer},
	}
	if !l.plain {
		s.NumFmt = 49
	}
	if l.middle {
		s.Alignment.Vertical = "center"
	}
	if l.low {
		s.Alignment.Vertical = "bottom"
	}
	if l.center {
		s.Alignment.Horizontal = "center"
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	sides := []string{}
	if l.box {
		sides = []string{"left", "right", "top", "bottom"}
	} else if l.under {
		sides = []string{"bottom"}
	}
	for _, side := range sides {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: border, Style: 1})
	}
	id, err := b.NewStyle(s)
	b.try(err)
	b.look[l] = id
	return id
}
