package sheet

import (
	"kwi/internal/table"
)

// Rows is what stands in all sheets of any workbook, row by row, within the
// limits of a list that comes back and with the same suspicion. A formula is
// what it was last computed to be.
func Rows(data []byte, name string) ([]table.Row, error) {
	return readGrids(data, name, func(grids []sheetGrid, _ string) (rows []table.Row, err error) {
		for i, g := range grids {
			if g.tells() {
				continue // what our own lists carry unseen
			}
			sheet := 0
			if len(grids) > 1 {
				sheet = i + 1
			}
			for _, l := range g.rows {
				cells, beyond := l.texts()
				rows = append(rows, table.Row{Sheet: sheet, Number: l.number, Cells: cells, Beyond: beyond})
			}
		}
		return rows, nil
	})
}

// mostColumns is how far to the right a table goes.
const mostColumns = 256

// texts are the cells of a row, the empty ones too, and the first column with
// something in it that is too far to the right, 0 for none.
func (l sheetRow) texts() (out []string, beyond int) {
	for _, c := range l.cells {
		if c.column < 1 || c.column > mostColumns {
			if c.text != "" && beyond == 0 {
				beyond = max(c.column, 1)
			}
			continue
		}
		for len(out) < c.column {
			out = append(out, "")
		}
		out[c.column-1] = c.text
	}
	return out, beyond
}
