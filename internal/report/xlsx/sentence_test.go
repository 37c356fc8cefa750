package xlsx_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/workbooktest"
)

// The headline follows the figures that somebody changes, and of the other
// sentences it is said of which day they are.
func TestTheHeadlineFollowsItsFigures(t *testing.T) {
	for tag, said := range map[string][]string{
		"nl": {"Totale score", `^Totale score \d,\d\d, \+0,48 ten opzichte van `, `^Totale score \d,\d\d, −\d,\d\d ten opzichte van `, "Antwoorden", "Cijfer"},
		"en": {"Total score", `^Total score \d\.\d\d, \+0\.48 compared with `, `^Total score \d\.\d\d, −\d\.\d\d compared with `, "Answers", "Grade"},
	} {
		c := client(t, "newmedia")
		d := report.Monitor(&c, "2026H1", report.Options{Language: tag, Supplier: "BESTSELLER B.V.", Today: today})
		f := opened(t, written(t, d))
		first := f.GetSheetName(0)
		row := 0
		rows, err := f.GetRows(first)
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for i, r := range rows {
			if len(r) > 0 && strings.HasPrefix(r[0], said[0]+" ") {
				row = i + 1
			}
			told = told || len(r) > 0 && d.Computed != "" && r[0] == d.Computed
		}
		if !told {
			t.Errorf("%s: the sheet does not say what is computed: %q", tag, d.Computed)
		}
		at := "A" + strconv.Itoa(row)
		if before, err := f.GetCellValue(first, at); err != nil || !regexp.MustCompile(said[1]).MatchString(before) {
			t.Errorf("%s: %q, %v", tag, before, err)
		}
		grades, from := find(t, f, said[3], said[4], 0)
		all, err := f.GetRows(said[3])
		if err != nil {
			t.Fatal(err)
		}
		for i := from; i < len(all); i++ {
			if len(all[i]) >= grades && regexp.MustCompile(`^\d+$`).MatchString(all[i][grades-1]) {
				name, _ := excelize.CoordinatesToCellName(grades, i+1)
				if err := f.SetCellValue(said[3], name, 1); err != nil {
					t.Fatal(err)
				}
			}
		}
		if after, err := f.CalcCellValue(first, at); err != nil || !regexp.MustCompile(said[2]).MatchString(after) {
			t.Errorf("%s: with all grades 1 it says %q, %v", tag, after, err)
		}
	}
}

// Where a page ends, no head of a group stands alone above it and no sum alone
// below it, and no page holds more than it can.
func TestPagesEndBetweenRows(t *testing.T) {
	c := client(t, "newmedia")
	q := &c.Cycle("2026H1").KWIs[0].Questions
	for i := range 9 { // so that the lists are longer than a page
		code := account.QuestionCode{KWI: 1, Serial: uint16(50 + i)}
		*q = append(*q, account.Question{Code: code, Text: strings.Repeat("a long question ", 14)})
		for _, who := range []account.Initials{"AA", "BB"} {
			y := c.Cycle("2026H1")
			y.Assigned[who] = append(slices.Clone(y.Assigned[who]), code)
			y.Answers[who] = y.Answers[who].With(account.Answer{Question: code, Grade: 7})
		}
	}
	b := written(t, document(&c, "2026H1", report.ForClient))
	f := opened(t, b)
	breaks := regexp.MustCompile(`<brk id="(\d+)"`)
	ends := 0
	for i, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		text := workbooktest.Parts(t, b)["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"]
		for _, m := range breaks.FindAllStringSubmatch(text, -1) {
			last, _ := strconv.Atoi(m[1])
			ends++
			if above := rows[last-1]; len(above) > 0 && regexp.MustCompile(`^\d\d$`).MatchString(above[0]) {
				t.Errorf("%s: a page ends with the head %v", sheet, above)
			}
			if last < len(rows) && slices.Contains(rows[last], "Score van deze antwoorden") {
				t.Errorf("%s: a page begins with a sum", sheet)
			}
		}
	}
	if ends < 5 {
		t.Errorf("only %d pages end", ends)
	}
}
