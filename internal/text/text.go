// Package text is what the whole program does with text before it means
// anything: foreign text is cleaned here, brought into the form in which it is
// recognised, and into the one form in which texts are compared and found.
//
// Narrow is for what is read as a grade, a code, a date or a word. Fold is for
// telling whether two texts are the same, Search for finding one in another.
// None of them is ever kept or shown: what somebody wrote stays as it is. Visual
// and Shape are for what draws letters one by one from left to right.
//
// It is pure. Besides the standard library it knows golang.org/x/text, for the
// tables of Unicode are not to be written twice.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Steers reports whether a character steers what it stands in: a control
// character, or an invisible bidirectional override or isolate.
func Steers(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// lineEnds are all that ends a line, as \n.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// Clean takes out of foreign text what the contract does not allow in a text
// of several lines, white space at both ends with it, and reports whether
// there was anything but that. Ends of lines become \n.
func Clean(s string) (clean string, dirty bool) {
	clean = Lines(s)
	dirty = !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return Steers(r) && !strings.ContainsRune("\r\n\t", r) })
	return Trim(clean), dirty
}

// Trim is a text without white space at both ends, and none at all where nothing
// in it can be seen: what only looks empty is not kept as if somebody had written it.
func Trim(s string) string {
	s = strings.TrimSpace(s)
	if !isASCII(s) && Narrow(s) == "" {
		return ""
	}
	return s
}

// Lines is foreign text of several lines: valid, ends of lines as \n, and
// nothing else in it that steers but the tab.
func Lines(s string) string {
	return strings.Map(func(r rune) rune {
		if Steers(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, lineEnds.Replace(strings.ToValidUTF8(s, "\ufffd")))
}

// Line is a text on one line, with single spaces for all white space.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isLine says of most texts that Line has nothing to do on them.
func isLine(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

// Compose is a text with its letters composed, as nearly all text is.
func Compose(s string) string { return norm.NFC.String(s) }

// Decompose is a text with its marks behind the letters that carry them.
func Decompose(s string) string { return norm.NFD.String(s) }

// Narrow is a text on one line as it is recognised: letters composed, digits
// and signs of full width or of another script as ASCII has them, and nothing
// that cannot be seen.
func Narrow(s string) string {
	if !isASCII(s) {
		s = norm.NFC.String(width.Fold.String(s))
		s = strings.Map(narrowRune, s)
	}
	return Line(s)
}

// narrowRune is one character as Narrow writes it, -1 for none.
func narrowRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == '\u00ad', r == '\u061c', r == '\u180e', r >= '\u200b' && r <= '\u200f', r >= '\u2060' && r <= '\u2064', r == '\ufeff':
		return -1
	case unicode.Is(unicode.Nd, r):
		return '0' + digitValue(r)
	}
	return r
}

// digitValue is the value of a decimal digit: the ten of a script stand in a row.
func digitValue(r rune) rune {
	for _, in := range unicode.Nd.R16 {
		if rune(in.Lo) <= r && r <= rune(in.Hi) {
			return (r - rune(in.Lo)) % 10
		}
	}
	for _, in := range unicode.Nd.R32 {
		if rune(in.Lo) <= r && r <= rune(in.Hi) {
			return (r - rune(in.Lo)) % 10
		}
	}
	return 0
}

// typedAlike are signs that are typed for one another.
var typedAlike = strings.NewReplacer(
	"‘", "'", "’", "'", "‛", "'", "ʼ", "'", "´", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-", "…", "...",
)

// Fold is the one form in which texts are compared: as Narrow, in lower case,
// with one sign for each kind of quote and dash.
func Fold(s string) string {
	if isASCII(s) {
		return Line(strings.ToLower(strings.ReplaceAll(s, "`", "'")))
	}
	s = typedAlike.Replace(norm.NFKC.String(typedAlike.Replace(Narrow(s)))) // that of a column is a dash only then, ´ only before
	s = norm.NFC.String(strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, s))
	return Line(s)
}

// Equal reports whether two texts say the same.
func Equal(a, b string) bool { return a == b || Fold(a) == Fold(b) }

// bareLetters are letters that are written with marks that Unicode does not take
// apart, and what people type for them.
var bareLetters = strings.NewReplacer("æ", "ae", "ø", "o", "ß", "ss", "ı", "i", "ł", "l", "œ", "oe", "đ", "d", "ð", "d", "þ", "th")

// Search is the form in which a text is found: as Fold, without marks on
// letters, so that e finds é.
func Search(s string) string {
	if s = Fold(s); isASCII(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return norm.NFC.String(bareLetters.Replace(s))
}

// Finds reports whether all words of what was typed stand in a text.
func Finds(in, typed string) bool {
	in = Search(in)
	for _, word := range strings.Fields(Search(typed)) {
		if !strings.Contains(in, word) {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
