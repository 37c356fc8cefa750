package sheet

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kwi/internal/questionnaire"
)

// paper sets the page: A4 upright, as wide as the columns.
func (b *listBook) paper(l questionnaire.List) {
	b.try(b.SetDefaultFont(bodyFont))
	for name, w := range widths() {
		b.try(b.SetColWidth(b.name, name, name, w))
	}
	a4, upright, one, any := 9, "portrait", 1, 0
	b.try(b.SetPageLayout(b.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &upright, FitToWidth: &one, FitToHeight: &any}))
	fit := true
	b.try(b.SetSheetProps(b.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, edge, mark, centred := 0.6, 0.7, 0.35, true
	b.try(b.SetPageMargins(b.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &mark, Footer: &mark, Horizontally: &centred}))
	lines := false
	b.try(b.SetSheetView(b.name, -1, &excelize.ViewOptions{ShowGridLines: &lines}))
	foot := "&L&8" + footText(strings.Join(nonEmpty([]string{l.Client, l.Name, string(l.Cycle)}), " · ")) +
		"&R&8" + b.words.T("sheet.page", "&P", "&N")
	b.try(b.SetHeaderFooter(b.name, &excelize.HeaderFooterOptions{OddFooter: foot}))
}

// footText is foreign text in a footer, where & commands. A footer that is
// too long makes the whole file unreadable, and a digit after a size would
// change the size.
func footText(s string) string {
	if r := []rune(s); len(r) > 90 {
		s = string(r[:89]) + "…"
	}
	return " " + strings.ReplaceAll(s, "&", "&&")
}

// finish sets what needs the whole sheet: what stays in sight, what is printed
// and repeated, where a page ends, and what is protected.
func (b *listBook) finish() {
	sheet := "'" + strings.ReplaceAll(b.name, "'", "''") + "'!"
	b.try(b.SetPanes(b.name, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: firstColumn + strconv.Itoa(headRow+1), ActivePane: "bottomLeft"}))
	b.try(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: b.name, RefersTo: sheet + "$" + strconv.Itoa(headRow) + ":$" + strconv.Itoa(headRow)}))
	b.try(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: b.name, RefersTo: sheet + "$" + firstColumn + "$1:$" + lastColumn + "$" + strconv.Itoa(b.row)}))
	for _, row := range b.pageEnds() {
		b.try(b.InsertPageBreak(b.name, firstColumn+strconv.Itoa(row)))
	}
	b.try(b.ProtectSheet(b.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true}))
}

// What the hidden sheet says of itself in its first cell, and its name.
const (
	markText = "kwi/list/1"
	hidden   = "kwi"
)

// hide adds the sheet that tells the reader what was asked.
func (b *listBook) hide(l questionnaire.List) {
	_, err := b.NewSheet(hidden)
	b.try(err)
	moment := "communicate"
	if l.Moment == questionnaire.Measure {
		moment = "measure"
	}
	rows := [][]string{{markText}, {"client", l.ID}, {"cycle", string(l.Cycle)}, {"respondent", string(l.Who)}, {"moment", moment}, {"print", l.Print()}}
	if l.Mark != "" {
		rows = append(rows, []string{"mark", string(l.Mark)}, []string{"promise", string(l.Promise)})
	}
	for _, k := range l.KWIs {
		for _, q := range k.Questions {
			text, _ := questionnaire.Clean(q.Text)
			rows = append(rows, []string{q.Code.String(), questionnaire.Print(text), text})
		}
	}
	text := b.style(cellLook{size: baseHeight, ink: inkHex})
	for i, row := range rows {
		for j, value := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			b.try(err)
			b.try(b.SetCellStr(hidden, cell, escaped(value)))
			b.try(b.SetCellStyle(hidden, cell, cell, text))
		}
	}
	b.try(b.ProtectSheet(hidden, &excelize.SheetProtectionOptions{}))
	b.try(b.SetSheetVisible(hidden, false, true))
	b.SetActiveSheet(0)
}

// numbers are the whole numbers from one to another.
func numbers(from, to int) (out []string) {
	for n := from; n <= to; n++ {
		out = append(out, strconv.Itoa(n))
	}
	return out
}
