package widget

import "kwi/internal/cells"

// Snug is the table with these columns no wider than their title and their texts
// need, so that the columns which share the rest cut less. All rows are asked for:
// it is for tables of a few people.
func (t Table) Snug(columns ...int) Table {
	cols := append([]Column(nil), t.Columns...)
	for _, c := range columns {
		wide := cells.Width(cols[c].Title)
		for i := range t.Count {
			row := t.Row(i).Cells
			if c >= len(row) {
				continue
			}
			text := row[c].Text
			if row[c].Drawn != "" {
				text = row[c].Drawn
			}
			wide = max(wide, cells.Width(text))
		}
		cols[c].Width = min(cols[c].Width, max(wide, 1))
	}
	t.Columns = cols
	return t
}
