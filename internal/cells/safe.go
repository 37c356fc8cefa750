package cells

import (
	"strings"
	"unicode/utf8"
)

// Safe is the last look at a drawn screen before it goes to the terminal: it
// lets printable text through, newlines, and the sequences that set a style.
// Everything else that a terminal could take for an order is dropped, so that
// foreign text which somebody forgot to clean does no harm.
func Safe(body string) string {
	if utf8.ValidString(body) {
		if at := harmAt(body, 0); at == len(body) {
			return body
		}
	}
	var b strings.Builder
	b.Grow(len(body))
	for i := 0; i < len(body); {
		if body[i] == '\x1b' {
			if size := styleAt(body[i:]); size > 0 {
				b.WriteString(body[i : i+size])
				i += size
				continue
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(body[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteRune(utf8.RuneError)
		case r == '\t':
			b.WriteByte(' ')
		case r == '\n', !steers(r) && r != '\u2028' && r != '\u2029':
			b.WriteString(body[i : i+size])
		}
		i += size
	}
	return b.String()
}

// harmAt is where the first thing stands that must not pass, len(s) for
// nowhere. It looks at bytes, for it reads every screen that is drawn; the
// few lead bytes behind which something can hide are looked at closely.
func harmAt(s string, i int) int {
	for i < len(s) {
		switch b := s[i]; {
		case b >= 0x20 && b < 0x7f, b == '\n':
			i++
		case b == '\x1b':
			size := styleAt(s[i:])
			if size == 0 {
				return i
			}
			i += size
		case b < 0x80:
			return i
		case b == 0xc2, b == 0xe2 && (s[i+1] == 0x80 || s[i+1] == 0x81), b == 0xef, b == 0xf3:
			r, size := utf8.DecodeRuneInString(s[i:])
			if steers(r) || r == '\u2028' || r == '\u2029' {
				return i
			}
			i += size
		default:
			i++
		}
	}
	return i
}
