package sheet

import (
	"strconv"

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
				cells, beyond := l.texts(g.since1904)
				rows = append(rows, table.Row{Sheet: sheet, Number: l.number, Cells: cells, Beyond: beyond, Uncomputed: l.uncomputed()})
			}
		}
		return rows, nil
	})
}

// mostColumns is how far to the right a table goes.
const mostColumns = 256

// texts are the cells of a row, the empty ones too, and the first column with
// something in it that is too far to the right, 0 for none. A day is as the file
// keeps it, for how it is shown hangs on a country.
func (l sheetRow) texts(since1904 bool) (out []string, beyond int) {
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
		switch {
		case c.day != "":
			out[c.column-1] = c.day
		case since1904 && c.number:
			out[c.column-1] = countedFrom1900(c.text)
		}
	}
	return out, beyond
}

// uncomputed are the columns with a formula that was never computed.
func (l sheetRow) uncomputed() (columns []int) {
	for _, c := range l.cells {
		if c.blank && c.column >= 1 && c.column <= mostColumns {
			columns = append(columns, c.column)
		}
	}
	return columns
}

// countedFrom1900 is the number of a day that is counted from 1904, as all others
// count it. A number that is too small or too large for a day of our time is none.
func countedFrom1900(s string) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 20_000 || n > 60_000 {
		return s
	}
	return strconv.FormatFloat(n+1462, 'f', -1, 64)
}
