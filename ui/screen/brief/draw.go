package brief

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// How wide a body is before the page stands in columns beside each other, and
// what lies between them.
const (
	twoColumns   = 110
	threeColumns = 170
	gutter       = 4
	indent       = 2
)

// drawn is a page in as many columns as the body has room for.
func drawn(f *kit.Frame, d report.Document) []string {
	n := 1
	switch {
	case f.W >= threeColumns:
		n = 3
	case f.W >= twoColumns:
		n = 2
	}
	w := (f.W - (n-1)*gutter) / n
	var parts [][]string
	for _, p := range d.Parts {
		lines := []string{f.Theme.Strong.Render(cells.Line(p.Title, w))}
		for i, b := range p.Blocks {
			if isTable(b) && i > 0 && isTable(p.Blocks[i-1]) {
				lines = append(lines, "")
			}
			lines = append(lines, cells.Indent(blockLines(f, b, w-indent), indent)...)
		}
		parts = append(parts, append(lines, ""))
	}
	columns := split(parts, n)
	out := strings.Join(columns[0], "\n")
	for i, c := range columns[1:] {
		out = cells.Columns(out, w*(i+1)+gutter*i, strings.Join(c, "\n"), w, gutter)
	}
	lines := cells.Lines(out)
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func isTable(b report.Block) bool { _, is := b.(report.Table); return is }

// split puts parts into n columns in their order, so that the longest column is
// as short as it can be.
func split(parts [][]string, n int) [][]string {
	if n == 1 {
		var all []string
		for _, p := range parts {
			all = append(all, p...)
		}
		return [][]string{all}
	}
	var best [][]string
	longest := 0
	for cut := range len(parts) + 1 {
		columns := append(split(parts[:cut], 1), split(parts[cut:], n-1)...)
		most := 0
		for _, c := range columns {
			most = max(most, len(c))
		}
		if best == nil || most < longest {
			best, longest = columns, most
		}
	}
	return best
}

// blockLines is one piece of a part in w cells.
func blockLines(f *kit.Frame, b report.Block, w int) (out []string) {
	switch b := b.(type) {
	case report.Heading:
		return styled(f.Theme.Strong, cells.Wrap(b.Text, w))
	case report.Text:
		switch {
		case b.Quote:
			return cells.Indent(styled(f.Theme.Quote, cells.Wrap(b.Text, w-indent)), indent)
		case b.Quiet:
			return styled(f.Theme.Faint, cells.Wrap(b.Text, w))
		}
		return styled(f.Theme.Text, cells.Wrap(b.Text, w))
	case report.Table:
		return tableLines(f, b, w)
	}
	return nil
}

func styled(look theme.Style, lines []string) []string {
	for i, l := range lines {
		lines[i] = look.Render(l)
	}
	return lines
}

// tableLines draws a table whole: nothing in it is cut, each cell goes on below
// itself. The column with the largest share gets what the others leave.
func tableLines(f *kit.Frame, t report.Table, w int) (out []string) {
	widths := columnWidths(t, w)
	row := func(texts []string, look theme.Style) {
		var columns [][]string
		high := 0
		for i, text := range texts {
			lines := cells.Wrap(text, widths[i])
			columns, high = append(columns, lines), max(high, len(lines))
		}
		for n := range high {
			line := ""
			for i, c := range columns {
				text := ""
				if n < len(c) {
					text = c[n]
				}
				if t.Columns[i].Right {
					text = cells.PadLeft(text, widths[i])
				}
				line += cells.Pad(text, widths[i]) + cells.Spaces(columnGap)
			}
			out = append(out, look.Render(strings.TrimRight(line, " ")))
		}
	}
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	row(titles, f.Theme.Faint)
	for _, r := range t.Rows {
		var texts []string
		for _, c := range r.Cells {
			texts = append(texts, c.Text)
		}
		look := f.Theme.Text
		if r.Head {
			look = f.Theme.Strong
		}
		row(texts, look)
	}
	return out
}

// columnGap lies between the columns of a table.
const columnGap = 2

// columnWidths is as wide as each column has to be, none but the widest more
// than a fifth of the table.
func columnWidths(t report.Table, w int) []int {
	widths := make([]int, len(t.Columns))
	rest, wide := w-columnGap*(len(t.Columns)-1), 0
	for i, c := range t.Columns {
		if c.Share > t.Columns[wide].Share {
			wide = i
		}
		widths[i] = cells.Width(c.Title)
		for _, r := range t.Rows {
			widths[i] = max(widths[i], cells.Width(r.Cells[i].Text))
		}
		widths[i] = min(widths[i], max(w/5, 8))
	}
	for i := range widths {
		if i != wide {
			rest -= widths[i]
		}
	}
	widths[wide] = max(rest, 8)
	return widths
}

// titleLines is what stands above a page that is printed.
func titleLines(h kit.Head, w int) []string {
	return append(cells.Wrap(h.Right+" · "+h.Title+h.Tail, w), "")
}

// plain is drawn lines as plain text.
func plain(lines []string) string {
	for i := range lines {
		lines[i] = strings.TrimRight(cells.Safe(lines[i]), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}
