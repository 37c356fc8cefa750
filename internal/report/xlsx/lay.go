package xlsx

import (
	"strconv"
	"strings"

	"kwi/internal/report"
)

// sheetLayout is one part with everything in its place.
type sheetLayout struct {
	part     report.Part
	name     string
	widths   []float64 // of its columns, in characters
	lies     bool      // the page on its side
	titles   []string  // of the table that gave the columns
	items    []sheetItem
	row      int             // the last row in use, counted from 1
	heights  map[int]float64 // of its rows, where it is not that of air
	cover    int             // how many rows tell what this is
	frozen   int             // how many rows stay in sight
	sections []int           // the rows that a section begins on
	units    []int           // the rows of tables that a page may begin with
}

// sheetItem is something at its place on a sheet.
type sheetItem interface {
	write(*monitorBook, *sheetLayout) error
}

// tablePlace is where the cells of a table stand.
type tablePlace struct {
	sheet *sheetLayout
	table report.Table
	head  int   // the row of its head
	rows  []int // the first row of each of its rows
	from  []int // the first column of each of its columns, counted from 1
	to    []int // and the last
}

// lay gives every block of every part its place.
func (b *monitorBook) lay() {
	parts := b.d.Parts
	if len(parts) == 0 {
		parts = []report.Part{{ID: "empty", Title: b.d.Title}}
	}
	for _, p := range parts {
		for _, x := range p.Blocks {
			if l, ok := x.(report.Lines); ok && l.Source != nil {
				b.plotted[l.Source.Table], b.plotted[l.Pieces.Name] = true, true
				if l.Targets != nil {
					b.plotted[l.Targets.Table] = true
				}
			}
		}
	}
	for i, p := range parts {
		s := &sheetLayout{part: p, name: b.sheetName(p.Title, i), heights: map[int]float64{}}
		s.grid()
		b.cover(s, i == 0)
		first, spoken := true, true
		for n, x := range p.Blocks {
			t, speaks := x.(report.Text)
			if speaks && !spoken && !t.Quiet {
				s.row++ // air between a table and what is said after it
			}
			spoken = speaks
			switch x := x.(type) {
			case report.Headline:
				s.row++ // air
				s.put(wideLine{text: x.Sentence(), style: headline, formula: b.sentence(x)})
			case report.Heading:
				s.row++ // air, which begins the page too
				s.sections = append(s.sections, s.row)
				s.put(wideLine{text: x.Text, style: heading})
				first = false
			case report.Text:
				b.text(s, x)
				first = first && !x.Quote
				if last := n+1 == len(p.Blocks) || !leads(p.Blocks[n+1]); leads(x) && last && b.d.Computed != "" {
					b.text(s, report.Text{Text: b.d.Computed, Quiet: true})
				}
			case report.Table:
				at := b.table(s, x)
				if first && len(x.Columns) == len(s.titles) {
					s.frozen = at.head
				}
				first = false
			case report.Bars:
				s.chart(barChart{x}, 4+(3*len(x.Bars)+1)/2)
				first = false
			case report.Lines:
				b.lines(s, x)
				first = false
			}
		}
		b.sheets = append(b.sheets, s)
	}
}

// leads reports whether a block is a sentence that matters most.
func leads(x report.Block) bool {
	t, ok := x.(report.Text)
	return ok && t.Lead
}

// cover is the head of a sheet: of the first what the document is, of the
// others what part of it.
func (b *monitorBook) cover(s *sheetLayout, first bool) {
	about := strings.Join(filledTexts(b.d.Client, b.d.Cycle, b.d.For), " · ")
	if first {
		s.put(wideLine{text: b.d.Title, style: titleLook})
		s.put(wideLine{text: strings.Join(filledTexts(b.d.Client, b.d.Cycle), " · "), style: subtitle})
		s.put(wideLine{text: strings.Join(filledTexts(b.d.Supplier, b.d.Made, b.d.For), " · "), style: quietLook})
	} else {
		s.put(wideLine{text: s.part.Title, style: titleLook})
		s.put(wideLine{text: about, style: quietLook})
	}
	s.cover, s.frozen = s.row, s.row
	s.row++
}

// put sets something on the next row.
func (s *sheetLayout) put(l wideLine) {
	s.row++
	l.row = s.row
	s.heights[s.row] = s.high(l)
	s.items = append(s.items, l)
}

// text lays a paragraph over the width of the sheet, in as many rows as it
// needs: a row cannot be higher than a hand.
func (b *monitorBook) text(s *sheetLayout, t report.Text) {
	st := bodyLook
	switch {
	case t.Quote:
		st = quoteLook
	case t.Quiet:
		st = quietLook
	}
	for _, chunk := range chunks(t.Text, s.width(1, len(s.widths))) {
		s.put(wideLine{text: chunk, style: st})
	}
}

// chart keeps so many rows of the usual height free for a chart.
func (s *sheetLayout) chart(c nativeChart, rows int) {
	s.row++
	s.sections = append(s.sections, s.row)
	s.items = append(s.items, placedChart{nativeChart: c, row: s.row + 1, rows: rows, of: 1})
	s.leave(rows)
}

// leave keeps so many rows of the usual height free.
func (s *sheetLayout) leave(rows int) {
	for range rows {
		s.row++
		s.heights[s.row] = chartRow
	}
}

// width is that of some columns together, counted from 1.
func (s *sheetLayout) width(from, to int) (w float64) {
	for _, x := range s.widths[from-1 : to] {
		w += x
	}
	return w
}

// sheetName is a part's title as the name of a sheet.
func (b *monitorBook) sheetName(title string, n int) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'’`, r) || r < ' ' {
			return -1
		}
		return r
	}, title)
	if r := []rune(name); len(r) > 28 {
		name = string(r[:28])
	}
	if name = strings.TrimSpace(name); name == "" {
		name = strconv.Itoa(n + 1)
	}
	for _, s := range b.sheets {
		if strings.EqualFold(s.name, name) {
			name += " " + strconv.Itoa(n+1)
		}
	}
	return name
}

func filledTexts(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
