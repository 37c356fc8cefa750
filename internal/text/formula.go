package text

import (
	"strings"
	"unicode/utf8"
)

// BeginsFormula reports whether a spreadsheet could take a text for a formula: by
// the sign with which it begins, the wide ones of East Asia too, behind blanks that a
// spreadsheet passes over. A tab or the end of a line at the start is such a sign
// itself, for it takes what follows to a cell of its own.
func BeginsFormula(s string) bool {
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\r\n\u00a0\ufeff"))
	return strings.ContainsRune("=+-@＝＋－＠", first)
}
