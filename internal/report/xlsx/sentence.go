package xlsx

import (
	"strings"

	"kwi/internal/language"
	"kwi/internal/report"
)

// longestWords is how many characters a program takes for a text in a formula.
const longestWords = 255

// sentence is the headline as a formula that follows its figures; nil where
// they follow nothing.
func (b *monitorBook) sentence(h report.Headline) func() string {
	if h.Figure.Formula == nil || h.Figure.Missing || h.Change.Missing || h.Change.Kind != report.Change || len(h.Label)+len(h.About) > longestWords {
		return nil
	}
	return func() string {
		figure := b.formula(*h.Figure.Formula)
		change := ""
		if h.Change.Formula != nil {
			change = b.formula(*h.Change.Formula)
		}
		if figure == "" || change == "" {
			return ""
		}
		return "IF(COUNT(" + figure + "," + change + ")=2," + quotedText(h.Label+" ") + "&" + b.fixed(figure) + `&", "&IF(` + change + `>0,"+",IF(` + change + `<0,"−",""))&` +
			b.fixed("ABS("+change+")") + "&" + quotedText(" "+h.About) + "," + quotedText(h.Label+" "+noValue) + ")"
	}
}

// fixed is a figure with two decimals as the language of the document writes
// it, whatever that of the program is.
func (b *monitorBook) fixed(figure string) string {
	l := language.All()[language.Index(b.d.Language)]
	return "SUBSTITUTE(FIXED(" + figure + `,2,TRUE),"` + l.Thousands + `","` + l.Decimal + `")`
}

// quotedText is a text in a formula.
func quotedText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
