package sheet

import (
	"kwi/internal/fault"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
)

// IsCSV reports whether a text is the sheet of a list: the heads of one stand in it,
// each in a cell of its own.
func IsCSV(data []byte) bool {
	g, err := splitGrid(data, "")
	return err == nil && g.headed()
}

// ReadCSV reads the sheet of a list that was saved as text, with commas,
// semicolons or tabs. What such a file does not hold is what was told unseen of
// the list; its reference stands in sight.
func ReadCSV(data []byte, name string) ([]questionnaire.Return, error) {
	name = questionnaire.Name(name)
	g, err := splitGrid(data, name)
	if err != nil {
		return nil, err
	}
	return namedLists([]sheetGrid{g}, name)
}

// splitGrid is the text of a sheet as rows and cells, within the limits of a
// workbook.
func splitGrid(data []byte, name string) (g sheetGrid, err error) {
	if len(data) > mostText {
		return g, fault.New(fault.Overflow, name)
	}
	rows, err := table.Split(data)
	if fault.Has(err, fault.NoText) {
		return g, fault.New(fault.NotWorkbook, name).By(err)
	}
	if err != nil {
		return g, fault.New(fault.Overflow, name).By(err)
	}
	cells := 0
	for _, r := range rows {
		row := sheetRow{number: r.Number}
		for i, text := range r.Cells {
			if text != "" {
				row.cells = append(row.cells, sheetCell{column: i + 1, text: text})
			}
		}
		if cells += len(row.cells); cells > mostCells || len(g.rows) >= mostRows {
			return g, fault.New(fault.Overflow, name)
		}
		if len(row.cells) > 0 {
			g.rows = append(g.rows, row)
		}
	}
	return g, nil
}
