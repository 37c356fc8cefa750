package table

import (
	"strconv"
	"strings"

	"kwi/internal/account"
)

// cycleName reads a half-year: 2010H1, 2010-1, H1 2010, 1e halfjaar 2010, or a
// day in it.
func cycleName(s string) (account.CycleName, bool) {
	if n := account.CycleName(strings.ToUpper(strings.ReplaceAll(s, " ", ""))); n.Valid() {
		return n, true
	}
	if d, ok := day(s); ok {
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

// day reads 2010-06-23, also with what a spreadsheet puts behind it, or
// 23-6-2010, or the number of days by which a spreadsheet keeps it.
func day(s string) (account.Date, bool) {
	if n, err := strconv.Atoi(s); err == nil && len(s) == 5 && n > 0 {
		return account.Date("1899-12-30").Add(n), true
	}
	if len(s) >= 10 && account.Date(s[:10]).Valid() {
		return account.Date(s[:10]), true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 {
		return "", false
	}
	two := func(s string) string {
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	d := account.Date(parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]))
	return d, d.Valid()
}

// kwiCode reads KWI-01, KWI 1, KWI1 and 1.
func kwiCode(s string) (account.KWICode, bool) {
	digits := strings.ToUpper(s)
	digits = strings.TrimLeft(strings.TrimPrefix(digits, "KWI"), " -")
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || n == 0 || len(digits) > 5 {
		return 0, false
	}
	return account.KWICode(n), true
}

// questionCode reads 1.02 and 1,02. One place behind the sign is the first of
// two where the table has any code of two (1.1 for 1.10, as a spreadsheet
// writes it), and else the last.
func questionCode(s string, tens bool) (account.QuestionCode, bool) {
	s = strings.Replace(s, ",", ".", 1)
	left, right, cut := strings.Cut(s, ".")
	if !cut {
		return account.QuestionCode{}, false
	}
	if len(right) == 1 && tens {
		right += "0"
	} else if len(right) == 1 {
		right = "0" + right
	}
	return account.ParseQuestionCode(strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(left), "KWI"), " -0") + "." + right)
}

// codeOf is the question that a cell names: a code alone, or before the text.
func codeOf(s string, tens bool) (account.QuestionCode, string, bool) {
	first, rest, _ := strings.Cut(s, " ")
	q, ok := questionCode(strings.TrimRight(first, ":"), tens)
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
				_, right, _ := strings.Cut(strings.Replace(first, ",", ".", 1), ".")
				if _, ok := questionCode(first, false); ok && len(right) == 2 {
					return true
				}
			}
		}
	}
	return false
}

// one is the value among some of which the words of a key hold the text.
func one[T ~string](s, key string, values ...T) (T, bool) {
	for _, v := range values {
		if strings.EqualFold(s, string(v)) || said(s, key+string(v)) {
			return v, true
		}
	}
	return "", false
}
