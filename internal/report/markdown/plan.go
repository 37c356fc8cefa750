package markdown

import (
	"io"
	"strconv"
	"strings"

	"kwi/internal/report"
)

// Plan writes the A3 plan: the blocks under each other in order of number, the
// figures as a table, and what is still lacking.
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
		b.planBlock(block)
	}
	if p.Lacking != "" {
		b.line("*" + inline(p.Lacking) + "*")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// planBlock writes one block. What to ask oneself stands where nothing else does.
func (b *markdownPage) planBlock(block report.PlanBlock) {
	title := escapeInline(block.Title)
	if block.Figures == nil {
		title = strconv.Itoa(block.Number) + " " + title
	}
	if aside := block.Aside(); aside != "" {
		title += " *(" + escapeInline(aside) + ")*"
	}
	b.line("## " + title)
	switch {
	case block.Figures != nil:
		b.planFigures(*block.Figures)
	case len(block.Lines) == 0 && block.Why != "":
		b.line("*" + inline(block.Why) + "*")
	case len(block.Lines) == 0:
		b.line("*" + inline(block.Question) + "*")
	default:
		var items []string
		for i, l := range block.Lines {
			items = append(items, planItem(l, !l.Entry && i+1 < len(block.Lines) && block.Lines[i+1].Entry))
		}
		b.line(strings.Join(items, "\n"))
	}
}

// planFigures writes the table, and what must be said about it.
func (b *markdownPage) planFigures(f report.PlanFigures) {
	t := report.Table{Columns: []report.Column{{}, {Title: f.LastYear, Right: true}, {Title: f.Wanted, Right: true}, {Title: f.SoFar, Right: true}, {Title: f.Difference, Right: true}}}
	for _, r := range f.Rows {
		t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{{Text: r.Name}, {Text: r.LastYear.Text}, {Text: r.Wanted.Text}, {Text: r.SoFar.Text}, {Text: r.Difference}}})
	}
	b.table(t)
	for _, note := range f.Notes {
		b.line(inline(note))
	}
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
