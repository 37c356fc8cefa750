// Package markdown writes a Document as Markdown: tables that render, bars and
// trends as text. Foreign text stays text: nothing in it can become a heading,
// a link, an image, HTML or the end of a cell.
//
// It knows the report and the words of its charts, and no file and no screen.
package markdown

import (
	"bytes"
	"io"
	"strings"

	"kwi/internal/report"
)

// Monitor writes the whole document.
func Monitor(w io.Writer, d report.Document) error {
	b := &markdownPage{tag: d.Language}
	b.line("# " + inline(d.Title+" · "+d.Client))
	facts := []string{}
	for _, s := range []string{d.Supplier, d.Cycle, d.Made} {
		if s != "" {
			facts = append(facts, inline(s))
		}
	}
	b.line(strings.Join(facts, " · "))
	b.line("*" + inline(d.For) + "*")
	for _, p := range d.Parts {
		b.line("## " + inline(p.Title))
		for _, block := range p.Blocks {
			b.block(block)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// markdownPage is what has been written.
type markdownPage struct {
	bytes.Buffer
	tag string
}

// line writes one block of lines, with an empty one before all but the first.
func (b *markdownPage) line(text string) {
	if text == "" {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(text + "\n")
}

func (b *markdownPage) block(x report.Block) {
	switch x := x.(type) {
	case report.Headline:
		b.line("**" + escapeInline(x.Sentence()) + "**")
	case report.Heading:
		b.line("### " + inline(x.Text))
	case report.Text:
		b.text(x)
	case report.Table:
		b.table(x)
	case report.Bars:
		b.bars(x)
	case report.Lines:
		b.lines(x)
	}
}

// text is a paragraph; line ends in it stay.
func (b *markdownPage) text(x report.Text) {
	before, between := "", "\\\n"
	if x.Quote {
		before, between = "> ", "\\\n> "
	}
	var lines []string
	for l := range strings.Lines(strings.TrimSpace(x.Text)) {
		if l = inline(l); l != "" {
			lines = append(lines, l)
		}
	}
	text := strings.Join(lines, between)
	if x.Quiet && len(lines) == 1 {
		text = "*" + text + "*"
	}
	if text != "" {
		b.line(before + text)
	}
}
