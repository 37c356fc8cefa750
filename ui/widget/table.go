package widget

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Column is one column of a table.
type Column struct {
	Title    string
	Width    int  // in cells; 0 takes a share of what the others leave
	Share    int  // the weight of that share, 0 counts as 1
	Least    int  // the narrowest that a column without a width may be, 0 counts as 12
	Right    bool // text at the right, as figures stand
	Decimals int  // figures with a mark and this many decimals at most stand with their marks under each other
	From     int  // shown only where the table is at least this wide
}

// Cell is one cell of a row: foreign text in a look of its own, or something
// that was drawn already. A cell without a look takes that of its row.
type Cell struct {
	Text  string
	Style theme.Style
	Drawn string // in place of Text
}

// Row is one row of a table, a cell for every column.
type Row struct {
	Cells []Cell
	Head  bool   // the head of a group of rows, in strong letters
	Wide  bool   // the head of a group of rows over the whole width: its first cell, to the left of theirs
	Faint bool   // stands back, for what cannot be chosen now
	Under string // drawn below the row, where Table.Tall is 2
}

// Table draws rows under a head, in columns. Row is asked for the rows in view
// only, so a table of thousands costs what one of twenty does.
type Table struct {
	Columns []Column
	Count   int
	Row     func(i int) Row
	Tall    int    // lines a row, 0 counts as 1
	Bare    bool   // without the line of titles
	Quiet   bool   // no row is in hand: no ▸ and no accent
	Empty   string // said in place of rows where there are none

	Told func(from, to int) int // how many of these rows count as more, where heads do not
}

// Texts makes cells without a look of their own.
func Texts(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i].Text = t
	}
	return cells
}

// Visible is how many rows a table of h lines shows.
func (t Table) Visible(h int) int {
	room := h
	if !t.Bare {
		room--
	}
	tall := max(t.Tall, 1)
	if t.Count*tall > room {
		room-- // for how many more there are
	}
	return max(room/tall, 1)
}

// View draws at most h lines of at most w cells, with the row in hand among
// them.
func (t Table) View(fr kit.Frame, at List, w, h int) []string {
	if h < 1 || w < 1 {
		return nil
	}
	lines := make([]string, 0, h)
	widths := t.widths(w - signMargin)
	if !t.Bare {
		lines = append(lines, fr.Theme.Faint.Render(cells.Cut(strings.TrimRight(t.head(widths), " "), w)))
	}
	if t.Count == 0 {
		for _, l := range cells.Wrap(t.Empty, w-signMargin) {
			lines = append(lines, quietLine(fr, l, w))
		}
		return lines[:min(len(lines), h)]
	}
	visible := t.Visible(h)
	from, to := at.Window(t.Count, visible)
	for i := from; i < to; i++ {
		r := t.Row(i)
		lines = append(lines, t.line(fr.Theme, r, widths, i == at.In(t.Count) && !t.Quiet, w))
		if t.Tall > 1 {
			lines = append(lines, strings.TrimRight(cells.Cut(cells.Spaces(signMargin)+r.Under, w), " "))
		}
	}
	above, below := from, t.Count-to
	if t.Told != nil {
		above, below = t.Told(0, from), t.Told(to, t.Count)
	}
	if more := More(fr, above, below); more != "" {
		lines = append(lines, quietLine(fr, more, w))
	}
	return lines[:min(len(lines), h)]
}

// CutOff is what the row in hand has no room for: every text that its cell cuts,
// whole, in lines for below the table; none where all of it is read there.
func (t Table) CutOff(fr kit.Frame, at List, w int) (lines []string) {
	if t.Count == 0 || t.Quiet {
		return nil
	}
	widths := t.widths(w - signMargin)
	for i, c := range t.Row(at.In(t.Count)).Cells {
		if i >= len(widths) || widths[i] == 0 || c.Drawn != "" || cells.Width(cells.OneLine(c.Text)) <= widths[i] {
			continue
		}
		for _, l := range cells.Wrap(c.Text, min(w-signMargin, widestText)) {
			lines = append(lines, quietLine(fr, l, w))
		}
	}
	return lines
}

// widestText is how many cells a line of running text has at most.
const widestText = 88

// quietLine is a line that stands back, under the texts of rows.
func quietLine(fr kit.Frame, text string, w int) string {
	if text = cells.Cut(text, w-signMargin); text == "" {
		return ""
	}
	return cells.Spaces(signMargin) + fr.Theme.Faint.Render(text)
}

// signMargin is the room for the sign of the row in hand.
const signMargin = 2

// columnGap is the room between two columns.
const columnGap = 2

// More says how many rows there are above and below those in view, "" for
// none.
func More(fr kit.Frame, above, below int) string {
	switch {
	case above > 0 && below > 0:
		return fr.N("kit.above", above) + " " + fr.Theme.Glyphs.Dot + " " + fr.N("kit.more", below)
	case above > 0:
		return fr.N("kit.above", above)
	case below > 0:
		return fr.N("kit.more", below)
	}
	return ""
}
