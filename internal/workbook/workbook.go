// Package workbook is what all workbooks that kwi writes have in common,
// whatever stands in them. With its two callers, sheet and report/xlsx, it is
// the only user of the XLSX library.
package workbook

import (
	"github.com/xuri/excelize/v2"

	"kwi/internal/text"
)

// QuoteTexts gives every cell whose text a spreadsheet could take for a formula as soon
// as somebody edits it, although the file says that it is text, the
// style that it has, with the mark that it is quoted. What stands in the cell
// stays as it is. It is called when all cells have their text and style.
func QuoteTexts(f *excelize.File) error {
	quoted := map[int]int{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		for r, row := range rows {
			for c, cell := range row {
				if !text.BeginsFormula(cell) {
					continue
				}
				if err := quoteCell(f, sheet, c+1, r+1, quoted); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// quoteCell marks one cell, unless it holds a figure or a formula of ours.
func quoteCell(f *excelize.File, sheet string, column, row int, quoted map[int]int) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	kind, err := f.GetCellType(sheet, cell)
	if err != nil || kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
		return err
	}
	plain, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	if _, known := quoted[plain]; !known {
		quoted[plain] = quoteStyle(f, plain)
	}
	return f.SetCellStyle(sheet, cell, cell, quoted[plain])
}

// quoteStyle adds a style that is like another, and quoted. The library has no
// word for it, but keeps it.
func quoteStyle(f *excelize.File, plain int) int {
	styles, yes := f.Styles.CellXfs, true
	style := styles.Xf[plain]
	style.QuotePrefix = &yes
	styles.Xf = append(styles.Xf, style)
	styles.Count = len(styles.Xf)
	return len(styles.Xf) - 1
}
