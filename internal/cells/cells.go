// Package cells lays text out in the cells of a terminal: how wide it is, cut,
// padded and wrapped, cleaned of what steers a terminal, put together as
// blocks of lines. What it returns is drawn text.
//
// Screens and commands both stand on it. It must not know a screen, a widget, a
// theme, a client or the words of the program.
package cells

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells text takes; styles take none.
func Width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if b := s[i]; b >= 0x20 && b < 0x7f && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			n++
			i++
			continue
		}
		if size := styleAt(s[i:]); size > 0 {
			i += size
			continue
		}
		size, cells := Cluster(s[i:])
		n += cells
		i += size
	}
	return n
}

// Cluster is the size in bytes and the width in cells of the first character
// of a text as people see it: a letter with its marks, an emoji with its
// joiners. What stands in a text of these is never cut in two.
func Cluster(s string) (size, cells int) {
	r, size := utf8.DecodeRuneInString(s)
	if simple(r) {
		if size == len(s) {
			return size, 1
		}
		if next, _ := utf8.DecodeRuneInString(s[size:]); simple(next) || next == '\n' || next == '\x1b' {
			return size, 1
		}
	}
	c, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(c), 1), cells
}

// simple reports whether a rune is one cell wide and never joins another one.
// Nearly all text of the program is made of these, and counting them costs a
// tenth of looking for clusters. A test holds the ranges to the library.
func simple(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= 0x20
	case r < 0x300:
		return r >= 0xa0 && r != 0xad && r != 0xa9 && r != 0xae
	case r >= 0x2010 && r <= 0x2027, r >= 0x2500 && r <= 0x25a8:
		return true
	}
	return r == '●' || r == '◐' || r == '○' || r == '▸' || r == '−' || r == '✗' || r == '‹' || r == '›'
}

// styleAt is the size of the style sequence that a text begins with, 0 where
// it begins with anything else: ESC [ digits, semicolons and colons, m.
func styleAt(s string) int {
	if len(s) < 3 || s[0] != '\x1b' || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch b := s[i]; {
		case b == 'm':
			return i + 1
		case b < '0' || b > ';':
			return 0
		}
	}
	return 0
}
