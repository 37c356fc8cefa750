package markdown

import (
	"io"
	"strconv"
	"strings"

	"kwi/internal/report"
)

// Plan writes the A3 plan: the eight blocks under each other, and the table.
func Plan(w io.Writer, p report.PlanPage) error {
	b := &markdownPage{tag: p.Language}
	b.line("# " + inline(p.Title+" · "+p.Client))
	var facts []string
	for _, s := range []string{p.Supplier, p.MadeBy, p.Source} {
		if s != "" {
			facts = append(facts, inline(s))
		}
	}
	b.line(strings.Join(facts, " · "))
	b.line("**" + inline(p.Internal) + "**")
	for _, block := range p.Blocks {
		b.line("## " + strconv.Itoa(block.Number) + " " + escapeInline(block.Title))
		var items []string
		for i, l := range block.Lines {
			items = append(items, planItem(l, i+1 < len(block.Lines) && block.Lines[i+1].Entry))
		}
		b.line(strings.Join(items, "\n"))
	}
	n := p.Numbers
	b.line("## " + inline(n.Title))
	t := report.Table{Columns: []report.Column{{}, {Title: n.LastYear, Right: true}, {Title: n.Target, Right: true}, {Title: n.SoFar, Right: true}}}
	for _, r := range n.Rows {
		t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{{Text: r.Name}, {Text: r.LastYear}, {Text: r.Target}, {Text: r.SoFar}}})
	}
	b.table(t)
	for _, note := range n.Notes {
		b.line(inline(note))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// planItem is one line of a block as an item of a list, an entry below the item
// that heads it.
func planItem(l report.PlanLine, heads bool) string {
	var parts []string
	if l.Code != "" {
		parts = append(parts, "**"+escapeInline(l.Code)+"**")
	}
	switch text := inline(l.Text); {
	case text == "":
	case heads && l.Code == "":
		parts = append(parts, "**"+text+"**")
	default:
		parts = append(parts, text)
	}
	if l.Note != "" && len(parts) > 0 {
		parts = append(parts, "("+escapeInline(l.Note)+")")
	} else if l.Note != "" {
		parts = append(parts, "*"+escapeInline(l.Note)+"*")
	}
	indent := ""
	if l.Entry {
		indent = "  "
	}
	return indent + "- " + strings.Join(parts, " ")
}
