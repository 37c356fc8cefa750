package pdf

import (
	"kwi/internal/text"
	"strings"
	"unicode"
)

// pointInMM is a typographic point in millimetres.
const pointInMM = 25.4 / 72

// fontAtSize is a face at a size in points.
type fontAtSize struct {
	face fontFace
	size float64
}

// line is the distance between two lines of text in millimetres.
func (f fontAtSize) line() float64 { return f.size * pointInMM * 1.32 }

// rise is the distance from the top of a line to what the letters stand on.
func (f fontAtSize) rise() float64 { return f.size * pointInMM * 1.0 }

// width is how wide a text is in millimetres.
func (f fontAtSize) width(s string) float64 {
	w, all := measured[f.face](), 0
	for _, r := range s {
		all += w.of(r)
	}
	return float64(all) * f.size * pointInMM / 1000
}

// rune is how wide one character is.
func (f fontAtSize) rune(r rune) float64 {
	return float64(measured[f.face]().of(r)) * f.size * pointInMM / 1000
}

func (w *widths) of(r rune) int {
	if r < 0 || int(r) >= len(w) || w[r] < 0 {
		return int(w[lacking])
	}
	return int(w[r])
}

// lacking stands for a character that the fonts do not have.
const lacking = '□'

// cleanForSetting makes a text fit to be set: valid, without characters that are
// invisible or steer something, and with a box for what the font lacks. Lines
// stay apart.
func cleanForSetting(s string) string {
	w := measured[regular]()
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		case int(r) >= len(w) || w[r] < 0:
			return lacking
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(s, string(lacking)), "\r\n", "\n"))
}

// wrap breaks a text into lines no wider than so much. A word that is wider
// by itself is broken between its characters, after a hyphen or slash where
// that helps; nothing is left out. A line of the text stays a line, and an
// empty one too.
func (f fontAtSize) wrap(s string, width float64) []string {
	return text.Wrap(cleanForSetting(s), width, f.ruler())
}

// ruler measures a character in millimetres.
func (f fontAtSize) ruler() text.Ruler {
	w, unit := measured[f.face](), f.size*pointInMM/1000
	return func(r rune) float64 { return float64(w.of(r)) * unit }
}

// longest is the width of the widest word of a text.
func (f fontAtSize) longest(s string) (w float64) {
	for _, word := range strings.Fields(cleanForSetting(s)) {
		w = max(w, f.width(word))
	}
	return w
}

// widest is the width of the widest line of a text.
func (f fontAtSize) widest(lines []string) (w float64) {
	for _, l := range lines {
		w = max(w, f.width(l))
	}
	return w
}

// fields are the words of a text that is fit to be set.
func fields(s string) []string { return strings.Fields(cleanForSetting(s)) }
