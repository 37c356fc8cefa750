package sheet

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
)

// cellLook is how a cell looks.
type cellLook struct {
	size         float64
	bold, italic bool
	ink, fill    string // RRGGBB
	box          bool   // a thin line around it
	under        bool   // a line below it
	middle, low  bool   // not at the top of the cell
	center       bool
	answer       bool // they may write in it
	plain        bool // it is no text: a number typed here is a number
}

// The colours are those of all papers; what is theirs to fill in has one of its
// own.
var (
	inkHex, quietColour = report.Ink.Hex(), report.Quiet.Hex()
	deepColour, border  = report.Accent.Hex(), report.Soft.Hex()
	paleColour          = report.Ground.Hex()
)

const fillInColour = "FFF8DC"

const bodyFont = "Calibri"

// The looks of the list.
var (
	titleLook  = cellLook{size: 17, bold: true, ink: deepColour, under: true, middle: true}
	subtitle   = cellLook{size: 11, ink: quietColour}
	proseLook  = cellLook{size: 11, ink: inkHex}
	wanted     = cellLook{size: 11, bold: true, ink: deepColour, fill: paleColour, middle: true}
	explaining = cellLook{size: 10, ink: quietColour}
	headMiddle = cellLook{size: 10, bold: true, ink: deepColour, under: true, middle: true, center: true}
	kwiTitle   = cellLook{size: 12, bold: true, ink: deepColour, fill: paleColour, middle: true}
	expects    = cellLook{size: 10.5, italic: true, ink: inkHex}
	codeLook   = cellLook{size: 10.5, bold: true, ink: inkHex, middle: true}
	question   = cellLook{size: 11, ink: inkHex, middle: true}
	aboveLook  = cellLook{size: 11, ink: inkHex, low: true}
	pickLook   = cellLook{size: 12, bold: true, ink: inkHex, fill: fillInColour, box: true, middle: true, center: true, answer: true, plain: true}
	writing    = cellLook{size: 11, ink: inkHex, fill: fillInColour, box: true, answer: true}
	tinyLook   = cellLook{size: 8, ink: quietColour}
)

// style is the number of a look in the workbook. Texts have the format of
// text, so that Excel does not take = + - or @ for a formula when somebody
// edits them.
func (b *listBook) style(l cellLook) int {
	if id, made := b.look[l]; made {
		return id
	}
	s := &excelize.Style{
		Font:       &excelize.Font{Family: bodyFont, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.ink},
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
