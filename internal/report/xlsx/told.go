package xlsx

import (
	"strings"

	"kwi/internal/report"
)

// mostTold is how many characters a program reads of what a chart shows.
const mostTold = 2000

// told is what the bars show: for every one its figures, as its table says them.
func (c barChart) told(b *monitorBook) string {
	if c.Source == nil || b.places[c.Source.Table] == nil {
		return c.Caption
	}
	t, out := b.places[c.Source.Table].table, []string{}
	for i := range c.Bars.Bars {
		if line := toldRow(t, c.Source.Row+i, c.Source.Label, c.Source.Columns); line != "" {
			out = append(out, line)
		}
	}
	return toldTogether(c.Caption, out)
}

// told is what the line shows: the figure of every cycle, and what was aimed for.
func (c lineChart) told(b *monitorBook) string {
	var out []string
	for _, s := range []*report.Source{c.Source, c.Targets} {
		if s == nil || b.places[s.Table] == nil || s.Row+c.at >= len(b.places[s.Table].table.Rows) {
			continue
		}
		t := b.places[s.Table].table
		figures := toldFigures(t, s.Row+c.at, s.Columns)
		if figures != "" {
			out = append(out, t.Columns[s.Label].Title+": "+figures)
		}
	}
	return toldTogether(c.name(), out)
}

func toldRow(t report.Table, row, label int, columns []int) string {
	if row >= len(t.Rows) || label >= len(t.Rows[row].Cells) {
		return ""
	}
	return t.Rows[row].Cells[label].Text + ": " + toldFigures(t, row, columns)
}

// toldFigures is the figures in some columns of a row, each with the head of
// its column.
func toldFigures(t report.Table, row int, columns []int) string {
	var out []string
	for _, c := range columns {
		if c < 0 || c >= len(t.Rows[row].Cells) || t.Rows[row].Cells[c].Missing || t.Rows[row].Cells[c].Text == "" {
			continue
		}
		out = append(out, t.Columns[c].Title+" "+t.Rows[row].Cells[c].Text)
	}
	return strings.Join(out, ", ")
}

func toldTogether(name string, lines []string) string {
	text := strings.Join(filledTexts(name, strings.Join(lines, "; ")), ". ")
	if r := []rune(text); len(r) > mostTold {
		text = string(r[:mostTold-1]) + "…"
	}
	return text
}
