// Package xlsx writes a Document as a workbook: a sheet for every part,
// figures as numbers, computed cells as live formulas beside the answers with
// our own value as the cached one, native charts, and set to print on A4
// without a cut column. Foreign text stays text, whatever it begins with.
//
// It writes in two steps: lay.go gives everything its place, because a
// formula may refer to a sheet further on; then the sheets are filled. With
// internal/sheet and what they share in internal/workbook it is the only user
// of the XLSX library, and it knows no client, no file and no clock.
package xlsx

import (
	"errors"
	"io"

	"github.com/xuri/excelize/v2"

	"kwi/internal/report"
	"kwi/internal/workbook"
)

// Monitor writes the whole document.
func Monitor(w io.Writer, d report.Document) (err error) {
	b := &monitorBook{File: excelize.NewFile(), d: d, styles: map[cellStyle]int{}, places: map[string]*tablePlace{}, plotted: map[string]bool{}, comesTo: map[string]string{}}
	defer func() { err = errors.Join(err, b.Close()) }()
	b.lay()
	for i, s := range b.sheets {
		if err := b.begin(i, s); err != nil {
			return err
		}
	}
	if err := b.SetDefaultFont(bodyFont); err != nil {
		return err
	}
	for _, s := range b.sheets {
		if err := b.fill(s); err != nil {
			return err
		}
	}
	if err := workbook.QuoteTexts(b.File); err != nil {
		return err
	}
	return b.finish(w)
}

// monitorBook is a workbook in the making.
type monitorBook struct {
	*excelize.File
	d       report.Document
	sheets  []*sheetLayout
	places  map[string]*tablePlace // of the named tables
	plotted map[string]bool        // tables that a line is drawn from, where no figure is no cell
	styles  map[cellStyle]int
	comesTo map[string]string // the text that a formula comes to now, which finish writes with it
}

// begin makes a sheet with the width of its columns.
func (b *monitorBook) begin(i int, s *sheetLayout) error {
	if i == 0 {
		if err := b.SetSheetName(b.GetSheetName(0), s.name); err != nil {
			return err
		}
	} else if _, err := b.NewSheet(s.name); err != nil {
		return err
	}
	for c, width := range s.widths {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(s.name, name, name, width); err != nil {
			return err
		}
	}
	return nil
}

// fill writes what was laid on a sheet.
func (b *monitorBook) fill(s *sheetLayout) error {
	for _, it := range s.items {
		if err := it.write(b, s); err != nil {
			return err
		}
	}
	return b.setup(s)
}
