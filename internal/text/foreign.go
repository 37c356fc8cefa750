package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// OneLine is foreign text as it may stand within a sentence, a header or a
// cell of one line: valid, with single spaces for all white space, nothing in
// it that steers, and with most above 0 of at most so many characters, cut
// with … where there are more.
func OneLine(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case Steers(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	s = Line(s)
	if most > 0 {
		s = Shorten(s, most)
	}
	return s
}

// Shorten is a text of at most so many characters, cut with … where there are
// more.
func Shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if r := []rune(s); len(r) > most {
		return strings.TrimRight(string(r[:most-1]), " ") + "…"
	}
	return s
}

// DecodeWindows is text in the code page of Windows for Western Europe, as it
// is written where nobody says UTF-8; it holds all of Latin-1 too. A byte that
// stands for nothing there becomes U+FFFD.
func DecodeWindows(b []byte) string {
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xa0 {
			return '\ufffd'
		}
		return r
	}, string(decoded))
}
