package report

import "fmt"

// Colour is red, green and blue.
type Colour [3]int

// The few colours that paper and workbooks have: what is read, what stands
// back, lines, the faint ground of a head, one accent, that accent far back,
// and the paper itself. In grey they differ too.
var (
	Ink    = Colour{33, 37, 41}
	Quiet  = Colour{98, 104, 112}
	Rule   = Colour{196, 201, 207}
	Ground = Colour{241, 243, 246}
	Accent = Colour{28, 74, 122}
	Soft   = Colour{160, 182, 206}
	Paper  = Colour{255, 255, 255}
)

// Hex is the colour as six digits.
func (c Colour) Hex() string { return fmt.Sprintf("%02X%02X%02X", c[0], c[1], c[2]) }
