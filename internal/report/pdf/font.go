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
	all, ruler := 0.0, f.ruler()
	for _, r := range s {
		all += ruler(r)
	}
	return all
}

// rune is how wide one character is.
func (f fontAtSize) rune(r rune) float64 { return f.ruler()(r) }

// lacking stands for a character that the fonts do not have.
const lacking = '□'

// faceOf is the face in which a character is set: the upright one where another
// lacks it.
func (f fontFace) faceOf(r rune) fontFace {
	if f != regular && !f.has(r) && regular.has(r) {
		return regular
	}
	return f
}

func (f fontFace) has(r rune) bool {
	w := measured[f]()
	return r >= 0 && int(r) < len(w) && w[r] >= 0
}

// directionMark reports whether a character says how what is beside it reads, for the
// order in which a line is set; it takes no room.
func directionMark(r rune) bool {
	return r == '\u200e' || r == '\u200f'
}

// invisible reports whether a character is not drawn and means nothing to us: it
// steers, joins, or says how another is to look.
func invisible(r rune) bool {
	return !directionMark(r) && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F)
}

// cleanForSetting makes a text fit to be set: valid, without characters that are
// invisible or steer something but those that say how it reads, Arabic letters in the forms in which they join,
// and a box for what the fonts lack, which Lacks tells. Lines stay apart.
func cleanForSetting(s string) string {
	s, _ = text.Shape(strings.ReplaceAll(strings.ToValidUTF8(s, string(lacking)), "\r\n", "\n"), regular.has)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case invisible(r):
			return -1
		case !regular.has(r) && !directionMark(r):
			return lacking
		}
		return r
	}, s)
}

// wrap breaks a text into lines no wider than so much. A word that is wider
// by itself is broken between its characters, after a hyphen or slash where
// that helps; nothing is left out. A line of the text stays a line, and an
// empty one too. A line of a paragraph with anything from right to left begins
// with a mark that says how the paragraph reads.
func (f fontAtSize) wrap(s string, width float64) (lines []string) {
	for paragraph := range strings.SplitSeq(cleanForSetting(s), "\n") {
		lines = append(lines, text.MarkDirection(paragraph, text.Wrap(paragraph, width, f.ruler()))...)
	}
	return lines
}

// unmarked is a text without its marks of direction, as it is drawn.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if directionMark(r) {
			return -1
		}
		return r
	}, s)
}

// leansRight reports whether a line that was wrapped is one of a paragraph from right to
// left, which begins at the right.
func leansRight(line string) bool { return strings.HasPrefix(line, text.RightToLeftMark) }

// ruler measures a character in millimetres.
func (f fontAtSize) ruler() text.Ruler {
	own, upright, unit := measured[f.face](), measured[regular](), f.size*pointInMM/1000
	return func(r rune) float64 {
		switch {
		case directionMark(r):
			return 0
		case r >= 0 && int(r) < len(own) && own[r] >= 0:
			return float64(own[r]) * unit
		case r >= 0 && int(r) < len(upright) && upright[r] >= 0:
			return float64(upright[r]) * unit
		}
		return float64(upright[lacking]) * unit
	}
}

// longest is the width of the widest word of a text.
func (f fontAtSize) longest(s string) (w float64) {
	for _, word := range strings.Fields(cleanForSetting(s)) {
		w = max(w, f.width(word))
	}
	return w
}

// longestPart is the width of the widest part of a text that a line keeps whole:
// a word, or what is between its hyphens and slashes.
func (f fontAtSize) longestPart(s string) (w float64) {
	for _, word := range strings.Fields(cleanForSetting(s)) {
		for _, part := range strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune("-/.@_", r) }) {
			w = max(w, f.width(part+"-"))
		}
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
