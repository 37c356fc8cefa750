package xlsx_test

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// unmarked holds every text that begins as a formula does to the format of a
// text, which keeps it one when somebody edits the cell.
func unmarked(t *testing.T, f *excelize.File, text string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c, value := range rows[r] {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				kind, err := f.GetCellType(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				if kind != excelize.CellTypeSharedString || value == "" || !begins(value) {
					continue
				}
				id, err := f.GetCellStyle(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				style, err := f.GetStyle(id)
				if err != nil || style.NumFmt != 49 && (style.CustomNumFmt == nil || *style.CustomNumFmt != "@") {
					t.Errorf("%q: %s %s is no text to a program: %+v, %v", text, sheet, name, style, err)
				}
				if q := f.Styles.CellXfs.Xf[id].QuotePrefix; q == nil || !*q {
					t.Errorf("%q: %s %s becomes a formula once it is edited", text, sheet, name)
				}
			}
		}
	}
}

func begins(s string) bool {
	switch s[0] {
	case '=', '+', '-', '@':
		return true
	}
	return false
}
