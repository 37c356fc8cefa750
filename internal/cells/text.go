package cells

import (
	"kwi/internal/text"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean takes out of foreign text whatever steers a terminal or turns the
// order of reading: control characters but the newline, escape sequences'
// ESC, what overrides or isolates a direction of writing, and bytes that are
// no text. A tab becomes a space.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\n', !steers(r):
			return r
		}
		return -1
	}, s)
}

// isClean is the common case: nothing but letters, signs and newlines.
func isClean(s string) bool {
	for _, r := range s {
		if r != '\n' && (steers(r) || r == '\u2028' || r == '\u2029') {
			return false
		}
	}
	return utf8.ValidString(s)
}

// steers reports whether a rune is an order to the terminal rather than text:
// what steers anywhere, and what a terminal never draws.
func steers(r rune) bool {
	if r < 0x2000 {
		return r < 0x20 || r >= 0x7f && r < 0xa0
	}
	return text.Steers(r) || r == 0xfeff || r >= 0xfff9 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f
}

// Line is foreign text as one line of at most w cells: cleaned, newlines as
// spaces, cut with … where it is longer.
func Line(s string, w int) string {
	if fitsAsIs(s, w) {
		return s
	}
	return Cut(rooted(OneLine(s)), w)
}

// fitsAsIs reports whether text is a clean line of simple characters that is short
// enough as it is, which nearly all text of the program is.
func fitsAsIs(s string, w int) bool {
	n := 0
	for _, r := range s {
		if n++; n > w || !simple(r) {
			return false
		}
	}
	return true
}

// rooted takes marks off the beginning of a line, where they have no letter to
// stand on and would join whatever is drawn before them.
func rooted(s string) string {
	for {
		r, size := utf8.DecodeRuneInString(s)
		if simple(r) || !unicode.Is(unicode.M, r) && r != '\u200d' && (r < 0x1f3fb || r > 0x1f3ff) {
			return s
		}
		s = s[size:]
	}
}

func OneLine(s string) string {
	s = Clean(s)
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}

// Cut is one line that was drawn already, styles and all, cut with … where it
// is wider than w. The styles stay whole.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case Width(s) <= w:
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, room, full := 0, w-1, false; i < len(s); {
		size, cells := styleAt(s[i:]), 0
		if size == 0 {
			size, cells = Cluster(s[i:])
			if !full && cells > room {
				b.WriteString("…")
				full = true
			}
			if full {
				i += size
				continue
			}
		}
		b.WriteString(s[i : i+size])
		i, room = i+size, room-cells
	}
	return b.String()
}

// Pad fills a line with spaces on the right to at least w cells.
func Pad(s string, w int) string {
	n := w - Width(s)
	if n <= 0 {
		return s
	}
	padded := s + Spaces(n)
	if !endsPlain(s) && Width(padded) < w { // some scripts take the first space in
		padded += " "
	}
	return padded
}

// endsPlain reports whether text is ASCII or ends in it, so that what follows it
// stands apart.
func endsPlain(s string) bool { return s == "" || s[len(s)-1] < utf8.RuneSelf }

// PadLeft fills a line with spaces on the left to at least w cells.
func PadLeft(s string, w int) string {
	if n := w - Width(s); n > 0 {
		return Spaces(n) + s
	}
	return s
}

// Fit is foreign text as one line of exactly w cells.
func Fit(s string, w int) string { return Pad(Line(s, w), w) }

// FitRight is Fit with the text at the right, as figures stand.
func FitRight(s string, w int) string { return PadLeft(Line(s, w), w) }

// FitDrawn is a line that was drawn already, cut and padded to exactly w.
func FitDrawn(s string, w int) string { return Pad(Cut(s, w), w) }

const blanks = "                                                                                                                                "

// Spaces are n spaces; a screen is full of them, so most cost nothing.
func Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
