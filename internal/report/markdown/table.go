package markdown

import (
	"strings"

	"kwi/internal/report"
)

// table writes a table. The head of a group and a total are bold.
func (b *markdownPage) table(t report.Table) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Caption != "" {
		b.line("**" + inline(t.Caption) + "**")
	}
	var rows strings.Builder
	rows.WriteString("|")
	for _, c := range t.Columns {
		rows.WriteString(" " + cellText(c.Title) + " |")
	}
	rows.WriteString("\n|")
	for _, c := range t.Columns {
		if c.Right {
			rows.WriteString(" ---: |")
		} else {
			rows.WriteString(" :--- |")
		}
	}
	for _, r := range t.Rows {
		rows.WriteString("\n|")
		for i := range t.Columns {
			text := ""
			if i < len(r.Cells) {
				text = cellText(r.Cells[i].Text)
			}
			if text != "" && (r.Head || r.Total) {
				text = "**" + text + "**"
			}
			rows.WriteString(" " + text + " |")
		}
	}
	b.line(rows.String())
}

// cellText is a text in a cell, where a line end is a break.
func cellText(s string) string {
	var lines []string
	for l := range strings.Lines(strings.TrimSpace(s)) {
		if l = escapeInline(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "<br>")
}

// special are the characters that mean something to a reader of Markdown.
const special = "\\`*_[]<>|#~&$"

// inline is a text on a line of its own that means nothing but itself.
func inline(s string) string {
	s = escapeInline(s)
	if s != "" && strings.ContainsRune("+-=:!", rune(s[0])) {
		return "\\" + s
	}
	return ordinal(s)
}

// escapeInline is a text within a line.
func escapeInline(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return unlinked(b.String())
}

// unlinked keeps what looks like an address from becoming a link.
func unlinked(s string) string {
	return strings.NewReplacer("://", "\\://", "www.", "www\\.", "@", "\\@").Replace(s)
}

// ordinal keeps a line that begins with a number and a point from becoming a
// list: 1. and 1) are, 1.02 is not.
func ordinal(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' || n+1 < len(s) && s[n+1] != ' ' {
		return s
	}
	return s[:n] + "\\" + s[n:]
}
