// Package sheet turns what one respondent is asked into a workbook that they can
// fill in and print, and reads a filled one back: as it was written, as LibreOffice
// and Google save it (.ods), or its sheet as text (.csv). With report/xlsx it is the
// only place that knows what a workbook is.
//
// It writes with excelize. It reads with the standard library, cell by cell
// and within limits that are checked before anything is unpacked: a genuine
// list is small, so whatever is large inside is refused at once, and no row
// that a hostile file announces is ever made room for. What makes the way
// back safe is the code in front of every answer; neither the place of a row
// nor a protection is trusted.
//
// It knows the list, the rules for text and the words, and must not know a
// client's data, the data file, a folder or a screen.
package sheet

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/internal/workbook"
)

// The columns: the code, the question, and the two answers.
const (
	codeColumn, questions, grades, relevances = "A", "B", "C", "D"
	firstColumn, lastColumn                   = codeColumn, relevances
)

// listBook is one workbook in the making.
type listBook struct {
	*excelize.File
	words *lang.Words
	name  string    // of the visible sheet
	row   int       // the last one written
	high  []float64 // how high each row is, in points
	units []int     // the rows before which a page may end
	look  map[cellLook]int
	err   error
}

// Write writes the workbook of one list, made on a day. The same list of the
// same day gives the same bytes.
func Write(w io.Writer, l questionnaire.List, made account.Date) error {
	words := lang.For(l.Language)
	b := &listBook{File: excelize.NewFile(), words: words, name: words.T("sheet.name"), look: map[cellLook]int{}}
	defer func() { _ = b.Close() }()
	b.try(b.SetSheetName("Sheet1", b.name))
	b.paper(l)
	b.heads(l)
	b.opening(l)
	for _, k := range l.KWIs {
		b.kwi(k)
	}
	b.closing(l)
	b.finish()
	b.hide(l)
	b.try(workbook.QuoteTexts(b.File))
	if b.err != nil {
		return b.err
	}
	return workbook.Write(w, b.File, workbook.About{
		Title: l.Heading, Subject: l.Client + " · " + string(l.Cycle), Author: l.Supplier, Language: l.Language, Day: string(made),
	}, nil)
}

// try keeps the first error.
func (b *listBook) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// at names a cell of the row that was written last.
func (b *listBook) at(column string) string { return column + strconv.Itoa(b.row) }

// next begins a row of so many points.
func (b *listBook) next(points float64) {
	b.row++
	points = min(points, tallest)
	b.high = append(b.high, points)
	b.try(b.SetRowHeight(b.name, b.row, points))
}

// put writes a text, which is a text whatever it begins with.
func (b *listBook) put(column, text string, l cellLook) {
	text, _ = questionnaire.Clean(text)
	if text != "" {
		b.try(b.SetCellStr(b.name, b.at(column), escaped(text)))
	}
	b.dress(column, column, l)
}

// escaped keeps a text that looks like one of the escapes of a workbook, as
// _x000A_, from being taken for it.
func escaped(s string) string {
	for i := len(s) - 7; i >= 0; i-- {
		if s[i:i+2] == "_x" && s[i+6] == '_' && strings.Trim(s[i+2:i+6], "0123456789abcdefABCDEF") == "" {
			s = s[:i] + "_x005F" + s[i:]
		}
	}
	return s
}

// dress gives cells of the last row their look.
func (b *listBook) dress(from, to string, l cellLook) {
	b.try(b.SetCellStyle(b.name, b.at(from), b.at(to), b.style(l)))
}

// across writes a text over the whole width, in as many rows as it needs.
func (b *listBook) across(text string, l cellLook) {
	text, _ = questionnaire.Clean(text)
	for _, part := range pieces(text, widthOf(firstColumn, lastColumn), l.size) {
		b.next(part.points)
		b.try(b.MergeCell(b.name, b.at(firstColumn), b.at(lastColumn)))
		b.put(firstColumn, part.text, l)
		b.dress(firstColumn, lastColumn, l)
	}
}

// gap leaves so many points open.
func (b *listBook) gap(points float64) { b.next(points) }
