package report

import (
	"io"
	"strconv"
	"strings"
)

// PlanMarkdown writes a plan as Markdown: the eight blocks under each other,
// and the table.
func PlanMarkdown(w io.Writer, p PlanPage) error {
	var b strings.Builder
	b.WriteString("# " + plain(p.Title+" · "+p.Client) + "\n\n")
	for _, s := range []string{p.Supplier, p.MadeBy, p.Source} {
		if s != "" {
			b.WriteString("- " + begins(s) + "\n")
		}
	}
	b.WriteString("\n**" + plain(p.Internal) + "**\n")
	for _, block := range p.Blocks {
		b.WriteString("\n## " + strconv.Itoa(block.Number) + " " + plain(block.Title) + "\n\n")
		for i, l := range block.Lines {
			b.WriteString(planLine(l, i+1 < len(block.Lines) && block.Lines[i+1].Entry))
		}
	}
	n := p.Numbers
	b.WriteString("\n## " + plain(n.Title) + "\n\n")
	b.WriteString("| | " + strings.Join([]string{plain(n.LastYear), plain(n.Target), plain(n.SoFar)}, " | ") + " |\n|---|--:|--:|--:|\n")
	for _, r := range n.Rows {
		b.WriteString("| " + strings.Join([]string{plain(r.Name), plain(r.LastYear), plain(r.Target), plain(r.SoFar)}, " | ") + " |\n")
	}
	for _, note := range n.Notes {
		b.WriteString("\n" + begins(note) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// planLine is one line of a block as an item of a list, entries below the
// item they belong to.
func planLine(l PlanLine, heads bool) string {
	s := "- "
	if l.Entry {
		s = "  - "
	}
	var parts []string
	if l.Code != "" {
		parts = append(parts, "**"+plain(l.Code)+"**")
	}
	if l.Text != "" {
		text := begins(l.Text)
		if heads && l.Code == "" {
			text = "**" + text + "**"
		}
		parts = append(parts, text)
	}
	if l.Note != "" {
		parts = append(parts, "("+plain(l.Note)+")")
	}
	return s + strings.Join(parts, " ") + "\n"
}

// plain is a text on one line in which nothing is a mark of Markdown or HTML.
func plain(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if strings.ContainsRune("\\`*_{}[]<>|#~&!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// begins is the same for a text at the beginning of a line or an item, where
// more has a meaning: a number with a point, a dash.
func begins(s string) string {
	s = plain(s)
	if dot := strings.IndexAny(s, ".)"); dot > 0 && strings.Trim(s[:dot], "0123456789") == "" {
		s = s[:dot] + "\\" + s[dot:]
	}
	if s != "" && strings.ContainsRune("-+=", rune(s[0])) {
		s = "\\" + s
	}
	return s
}
