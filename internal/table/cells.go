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

// codeOf is the question that a cell names: a code alone, or before the text.
func codeOf(s string, tens bool) (account.QuestionCode, string, bool) {
	first, rest, _ := strings.Cut(s, " ")
	q, ok := account.ReadQuestionCode(first, tens)
	if !ok {
		return q, s, false
	}
	return q, strings.TrimSpace(strings.TrimLeft(rest, "-–: ")), true
}

// tens tells whether any code in the table has two places behind its sign.
func (t *Table) tens() bool {
	for i := range t.blocks {
		b := &t.blocks[i]
		for _, r := range b.rows {
			for _, c := range []Column{Code, Question} {
				s, _ := b.cell(r, c)
				first, _, _ := strings.Cut(s, " ")
				if _, ok := account.ReadQuestionCode(first, false); ok && !account.IsShortCode(first) {
					return true
				}
			}
		}
	}
	return false
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
