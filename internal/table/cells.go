package table

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// cycleName reads a half-year: 2010H1, 2010-1, H1 2010, 1e halfjaar 2010, or a
// day in it.
func cycleName(s string) (account.CycleName, bool) {
	s = text.Narrow(s)
	if n := account.CycleName(strings.ToUpper(strings.ReplaceAll(s, " ", ""))); n.Valid() {
		return n, true
	}
	if d, ok := lang.For("nl").ParseTableDate(s); ok {
		return account.HalfYear(d), true
	}
	year, half := "", ""
	for _, part := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" -/.,", r) }) {
		switch {
		case len(part) == 4 && strings.Trim(part, "0123456789") == "" && year == "":
			year = part
		case half == "" && (part == "1" || part == "h1" || part == "1e" || part == "1st"):
			half = "1"
		case half == "" && (part == "2" || part == "h2" || part == "2e" || part == "2nd"):
			half = "2"
		case part == "halfjaar" || part == "half" || part == "helft" || part == "year" || part == "jaar":
		default:
			return "", false
		}
	}
	n := account.CycleName(year + "H" + half)
	return n, n.Valid()
}

// oneOfWords is the value among some of which the words of a key hold the text.
func oneOfWords[T ~string](s, key string, values ...T) (T, bool) {
	for _, v := range values {
		if text.Equal(s, string(v)) || isOneOfWords(s, key+string(v)) {
			return v, true
		}
	}
	return "", false
}
