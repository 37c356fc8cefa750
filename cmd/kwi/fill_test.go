package main

import (
	"regexp"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

var questionCode = regexp.MustCompile(`^[0-9]+\.[0-9]{2}$`)

// fillList fills a list in as a respondent does in a spreadsheet: one grade for
// every question.
func fillList(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	grade, err := strconv.Atoi(args[1])
	ts.Check(err)
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	for i, row := range rows {
		if len(row) > 0 && questionCode.MatchString(row[0]) {
			ts.Check(book.SetCellValue(sheet, "C"+strconv.Itoa(i+1), grade))
		}
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}
