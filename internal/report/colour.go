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

// Palette is what a form of the report draws in: what the names above say, and what
// leads elsewhere.
type Palette struct{ Paper, Ink, Quiet, Rule, Ground, Accent, Soft, Link Colour }

// The two that a screen has; on paper the light one holds.
var (
	Light = Palette{Paper, Ink, Quiet, Rule, Ground, Accent, Soft, Accent}
	Dark  = Palette{
		Paper: Colour{20, 24, 29}, Ink: Colour{228, 232, 236}, Quiet: Colour{164, 173, 183}, Rule: Colour{57, 66, 75},
		Ground: Colour{30, 37, 44}, Accent: Colour{140, 184, 232}, Soft: Colour{77, 106, 138}, Link: Colour{156, 196, 240},
	}
)

// Hex is the colour as six digits.
func (c Colour) Hex() string { return fmt.Sprintf("%02X%02X%02X", c[0], c[1], c[2]) }
