package sheet

import (
	"kwi/internal/text"
	"strings"
	"unicode"
)

// widths are those of the columns, in digits of the default font. Together
// they fill an A4 page between its margins.
func widths() map[string]float64 {
	return map[string]float64{codeColumn: 6.5, questions: 62, grades: 10.5, relevances: 12.5}
}

// widthOf is the width of some columns together.
func widthOf(from, to string) (sum float64) {
	for name, w := range widths() {
		if name >= from && name <= to {
			sum += w
		}
	}
	return sum
}

const (
	baseHeight = 11.0  // the size of the default font
	leading    = 1.33  // from line to line, in sizes
	tallest    = 400.0 // points; a row of Excel has at most 409
	flowing    = 120.0 // points of a long text in one row, so that it goes on over pages
	onePage    = 700.0 // points of an A4 page between its margins, rather too few than too many
)

// textPiece is a part of a text that fits in one row, with the height it needs.
type textPiece struct {
	text   string
	points float64
}

// pieces cuts a text into rows: one a paragraph, and more where a paragraph
// is higher than a row can be. No empty rows are made of empty lines.
func pieces(text string, width, size float64) (out []textPiece) {
	most := int(flowing / (size * leading))
	for _, paragraph := range strings.Split(text, "\n") {
		lines := wrapped(strings.TrimSpace(paragraph), width, size)
		for len(lines) > 0 {
			n := min(most, len(lines))
			out = append(out, textPiece{strings.Join(lines[:n], " "), height(n, size)})
			lines = lines[n:]
		}
	}
	return out
}

// heightNeeded is how high a text stands in a column.
func heightNeeded(text string, width, size float64) float64 {
	n := 0
	for _, paragraph := range strings.Split(text, "\n") {
		n += max(1, len(wrapped(paragraph, width, size)))
	}
	return height(n, size)
}

func height(lines int, size float64) float64 { return float64(lines)*size*leading + 3 }

// wrapped breaks a paragraph as a spreadsheet is expected to, rather too
// early than too late: its font may be replaced by a wider one.
func wrapped(paragraph string, width, size float64) []string {
	return text.Wrap(paragraph, (width-1)*0.94*baseHeight/size, wideRune)
}

// wideRune is about how wide a character is, in digits.
func wideRune(r rune) float64 {
	switch {
	case r == ' ':
		return 0.5
	case strings.ContainsRune("iljtfrI.,:;'|!()[]", r):
		return 0.56
	case strings.ContainsRune("mwMW@%", r):
		return 1.5
	case r > 0x2e80: // full-width scripts
		return 2
	case unicode.IsUpper(r):
		return 1.14
	}
	return 0.97
}

// unit begins something that one page must hold: a KWI with its first question,
// a question with what is answered below it.
func (b *listBook) unit() { b.units = append(b.units, b.row+1) }

// pageEnds are the rows that must begin a page, because what begins there would
// otherwise be torn. Of what no page can hold, as much stands on this one as fits.
func (b *listBook) pageEnds() (rows []int) {
	points := func(from, to int) (sum float64) {
		for _, h := range b.high[from-1 : to-1] {
			sum += h
		}
		return sum
	}
	head := points(headRow, headRow+1) // comes again on every page
	used := 0.0
	for i, from := range append([]int{1}, b.units...) {
		to := b.row + 1
		if i < len(b.units) {
			to = b.units[i]
		}
		need := points(from, to)
		if i > 0 && used+need > onePage && need <= onePage-head {
			rows, used = append(rows, from), head
		}
		for used += need; used > onePage; {
			used -= onePage - head
		}
	}
	return rows
}
