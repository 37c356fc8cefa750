package lang

import (
	"strconv"
	"strings"

	"kwi/internal/account"
)

const (
	minusSign = "−" // U+2212, as wide as the plus
	noFigure  = "–"
)

// Score writes a score kept in hundredths: 7,60 or 7.60; – where there is none.
func (w *Words) Score(hundredths int, ok bool) string {
	if !ok {
		return noFigure
	}
	return w.decimal(hundredths, 2)
}

// ScoreBy writes a score as it may be shown: by group with one decimal.
func (w *Words) ScoreBy(by account.AnswersBy, hundredths int, ok bool) string {
	if by == account.ByGroup {
		return w.Score1(hundredths, ok)
	}
	return w.Score(hundredths, ok)
}

// Score1 writes a score kept in hundredths with one decimal, rounded half up.
func (w *Words) Score1(hundredths int, ok bool) string {
	if !ok {
		return noFigure
	}
	if hundredths < 0 {
		return w.decimal(-((-hundredths + 4) / 10), 1)
	}
	return w.decimal((hundredths+5)/10, 1)
}

// Change writes the difference of two shown scores: +0,31, −0,12 or 0,00; ""
// where there is nothing to compare with.
func (w *Words) Change(hundredths int, ok bool) string {
	if !ok {
		return ""
	}
	return plusSign(hundredths) + w.decimal(hundredths, 2)
}

// ChangeIn writes a difference, of scores that have one decimal with one.
func (w *Words) ChangeIn(tenths bool, hundredths int, ok bool) string {
	if !ok || !tenths {
		return w.Change(hundredths, ok)
	}
	return plusSign(hundredths) + w.decimal(hundredths/10, 1)
}

// Target writes a target with two decimals, as the score that it is held against
// and as it stands in every document; – for none.
func (w *Words) Target(t account.Target) string { return w.Score(int(t), t != 0) }

// Signed writes a whole number with its sign: +8, −3, 0. An NPS is said so.
func (w *Words) Signed(n int) string { return plusSign(n) + w.Int(n) }

// Difference writes a decimal text as Money does, with its sign: +8, −2,5, 0.
func (w *Words) Difference(s string) string {
	if strings.Trim(s, "0.") == "" || strings.Trim(s, "0123456789.") != "" {
		return w.Money(s)
	}
	return "+" + w.Money(s)
}

// Int writes a quantity with its thousands apart.
func (w *Words) Int(n int) string { return w.Money(strconv.Itoa(n)) }

// Money writes a decimal text as the plan keeps it (450000, 18.5) with its
// thousands apart and the decimal mark of the language. A text that is no
// number comes back as it is.
func (w *Words) Money(s string) string {
	digits, negative := strings.CutPrefix(s, "-")
	whole, part, cut := strings.Cut(digits, ".")
	if whole == "" || cut && part == "" || strings.Trim(whole+part, "0123456789") != "" {
		return s
	}
	var b strings.Builder
	if negative {
		b.WriteString(minusSign)
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(w.language.Thousands)
		}
		b.WriteRune(r)
	}
	if cut {
		b.WriteString(w.DecimalMark() + part)
	}
	return b.String()
}

// decimal writes n divided by a power of ten.
func (w *Words) decimal(n, places int) string {
	sign := ""
	if n < 0 {
		sign, n = minusSign, -n
	}
	s := strconv.Itoa(n)
	for len(s) <= places {
		s = "0" + s
	}
	return sign + s[:len(s)-places] + w.DecimalMark() + s[len(s)-places:]
}

// DecimalMark is the mark before the decimals of a number.
func (w *Words) DecimalMark() string { return w.language.Decimal }

func plusSign(n int) string {
	if n > 0 {
		return "+"
	}
	return ""
}
