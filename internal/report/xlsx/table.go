package xlsx

import (
	"kwi/internal/report"
)

// tableRows is a table at its place. Of every row it keeps the texts, divided over
// as many rows of the sheet as the longest needs.
type tableRows struct {
	*tablePlace
	texts [][][]string // by row and column, the pieces
}

// table lays a table.
func (b *monitorBook) table(s *sheetLayout, t report.Table) *tablePlace {
	s.row++ // air
	if t.Caption != "" {
		s.put(wideLine{text: t.Caption, style: caption})
	}
	p := &tablePlace{sheet: s, table: t}
	if len(t.Columns) == 0 {
		return p
	}
	p.from, p.to = s.spans(t)
	s.row++
	p.head = s.row
	deepest := 1
	for c, column := range t.Columns {
		deepest = max(deepest, countLines(column.Title, s.width(p.from[c], p.to[c])))
	}
	s.heights[s.row] = height(deepest, usualWidth) + 3
	out := tableRows{tablePlace: p}
	for i, r := range t.Rows {
		if i > 0 && !t.Rows[i-1].Head && !r.Total {
			s.units = append(s.units, s.row+1) // a head stays with what it is of, a sum with what it sums
		}
		p.rows = append(p.rows, s.row+1)
		deep, pieces := 1, make([][]string, len(t.Columns))
		for c := range t.Columns {
			if c < len(r.Cells) && r.Cells[c].Kind == report.Words {
				pieces[c] = chunks(r.Cells[c].Text, s.width(p.from[c], p.to[c]))
				deep = max(deep, len(pieces[c]))
			}
		}
		out.texts = append(out.texts, pieces)
		for sub := range deep {
			most := 1
			for c := range pieces {
				if sub < len(pieces[c]) {
					most = max(most, countLines(pieces[c][sub], s.width(p.from[c], p.to[c])))
				}
			}
			s.row++
			s.heights[s.row] = height(most, usualWidth) + 2
		}
	}
	s.items = append(s.items, out)
	if t.Name != "" {
		b.places[t.Name] = p
	}
	return p
}

func (t tableRows) write(b *monitorBook, s *sheetLayout) error {
	if len(t.table.Columns) == 0 {
		return nil
	}
	for c, column := range t.table.Columns {
		if err := b.words(s, t.from[c], t.to[c], t.head, column.Title, t.style(headLook, c)); err != nil {
			return err
		}
	}
	if err := b.between(s, t, t.head, headLook); err != nil {
		return err
	}
	for i := range t.table.Rows {
		if err := t.writeRow(b, s, i); err != nil {
			return err
		}
	}
	return nil
}

func (t tableRows) writeRow(b *monitorBook, s *sheetLayout, i int) error {
	r, pieces := t.table.Rows[i], t.texts[i]
	play := plainLook
	switch {
	case r.Head:
		play = groupLook
	case r.Total:
		play = totalLook
	}
	deep := 1
	for _, p := range pieces {
		deep = max(deep, len(p))
	}
	for sub := range deep {
		row := t.rows[i] + sub
		for c := range t.table.Columns {
			from, to, st := t.from[c], t.to[c], t.style(play, c)
			switch {
			case c < len(r.Cells) && r.Cells[c].Kind != report.Words && sub == 0:
				if err := b.number(s, t, from, to, row, r.Cells[c], st); err != nil {
					return err
				}
			default:
				text := ""
				if sub < len(pieces[c]) {
					text = pieces[c][sub]
				}
				if err := b.words(s, from, to, row, text, st); err != nil {
					return err
				}
			}
		}
		if err := b.between(s, t, row, play); err != nil {
			return err
		}
	}
	return nil
}

// style is the look of a column; words behind a figure keep off it.
func (t tableRows) style(l cellLook, c int) cellStyle {
	right := t.table.Columns[c].Right
	return cellStyle{look: l, right: right, apart: !right && c > 0 && t.table.Columns[c-1].Right}
}

// between gives the columns that a table leaves out the look of its row.
func (b *monitorBook) between(s *sheetLayout, t tableRows, row int, play cellLook) error {
	id, err := b.style(cellStyle{look: play})
	for c := range t.to {
		next := len(s.widths) + 1
		if c+1 < len(t.from) {
			next = t.from[c+1]
		}
		if err == nil && t.to[c]+1 < next {
			err = b.SetCellStyle(s.name, cellName(t.to[c]+1, row), cellName(next-1, row), id)
		}
	}
	return err
}
