package markdown

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/foreigntest"
	"kwi/internal/report"
)

// rendered is what a program that we did not write makes of Markdown: the tags in
// their order, without those of a mail address, and the text.
func rendered(t *testing.T, program, source string) (tags []string, text string) {
	t.Helper()
	out, complaints := foreigntest.Run(t, source, program, "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes", "--unsafe")
	if complaints != "" {
		t.Fatal(complaints)
	}
	out = regexp.MustCompile(`<a href="mailto:[^"]*">([^<]*)</a>`).ReplaceAllString(out, "$1")
	tag := regexp.MustCompile(`<[^>]*>`)
	return tag.FindAllString(out, -1), strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(out, " "))), " ")
}

// with is a document and a plan with a text in every place where there is one.
func with(t *testing.T, s string) string {
	t.Helper()
	row := func(r report.Row) report.Row { r.Cells = []report.Cell{{Text: s}, {Text: "x " + s}}; return r }
	d := report.Document{Language: "nl", Title: s, Client: s, Supplier: s, For: s, Parts: []report.Part{{Title: s, Blocks: []report.Block{
		report.Headline{Label: s, Figure: report.Cell{Text: "7,10"}, Change: report.Cell{Text: "+1,00"}, About: s},
		report.Heading{Text: s}, report.Text{Text: s}, report.Text{Text: s, Quiet: true}, report.Text{Text: s, Quote: true}, report.Text{Text: "een\n" + s + "\n" + s},
		report.Text{Text: s + "\n" + s, Quote: true}, report.Text{Text: s, Lead: true},
		report.Table{Caption: s, Columns: []report.Column{{Title: s}, {Title: s, Right: true}}, Rows: []report.Row{row(report.Row{Head: true}), row(report.Row{}), row(report.Row{Total: true})}},
		report.Bars{Caption: s, About: s, Bars: []report.Bar{{Label: s}}}, report.Lines{Caption: s, Lines: []report.Line{{Label: s}}},
		report.Text{Text: s},
	}}}}
	p := report.PlanPage{Language: "nl", Title: s, Client: s, Internal: s, MadeBy: s, Source: s, Lacking: s, Blocks: []report.PlanBlock{
		{Number: 1, Title: s, Live: s, Lines: []report.PlanLine{{Text: s}, {Code: s, Text: s, Note: s}, {Text: s, Note: s, Entry: true}, {Text: s, Entry: true}, {Note: s}}},
		{Number: 2, Title: s, Question: s}, {Number: 3, Title: s, Why: s},
		{Number: 9, Title: s, Figures: &report.PlanFigures{LastYear: s, Notes: []string{s}, Rows: []report.PlanFigure{{Name: s}}}},
	}}
	var b strings.Builder
	if err := Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n")
	if err := Plan(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever is typed, what others make of it has the tags that a plain word has, and
// the text that was typed.
func TestNoTextBecomesMarkup(t *testing.T) {
	program := foreigntest.Program(t, "cmark-gfm")
	plain, _ := rendered(t, program, with(t, "woord"))
	for _, s := range []string{
		"*vet*", "**vet**", "_schuin_", "a_b_c", "*", "**", "# kop", "#", "#kop", "1. een", "1) een", "12. een", "1.", "- punt", "+ punt", "* punt", "-", "a - b", "---", "===", "***", "___",
		"| a | b |", "a|b", "|", "| --- |", "<b>x</b>", "<script>", "<", "a < b > c", "<https://x.example>", "[a](b)", "![a](b)", "[a]: b", "[^1]", "[x] af", "[ ] nog", "https://x.example/a_b?c=d", "http://x.example", "www.x.example", "WWW.x.example",
		"a@x.example", "mailto:a@x.example", "`code`", "```", "~~~", "~~weg~~", "~weg~", "> citaat", ">", "&amp; &lt; &#35;", "&copy;", `\`, `\*`, `een\`, "$x$", "een  twee", "!", ": a", "= b", "“Hij zei *niets*.”", "(*)", "*a*b*c", "één*twee", "**a** b", "a**b**c", "x *", "* x", "ftp://x.example",
	} {
		tags, text := rendered(t, program, with(t, s))
		if !slices.Equal(tags, plain) {
			i := 0
			for i < min(len(tags), len(plain)) && tags[i] == plain[i] {
				i++
			}
			t.Errorf("%q: tag %d of %d is %q, of a word there are %d", s, i, len(tags), tags[i:min(i+1, len(tags))], len(plain))
		}
		if !strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
			t.Errorf("%q is not what others read: %.300s", s, text)
		}
	}
}
