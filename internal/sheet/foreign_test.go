package sheet

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/foreigntest"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
)

// monitorCSV is a monitor of an earlier cycle as somebody keeps it.
const monitorCSV = "Monitor\nCyclus,KWI,Titel,Nr,Vraag,KK,BB,BB belang,Gem.\n2025-07-14,1,Kennis,1.01,Kent ons werk,6,7,meer,6.5\n,,,1.10,Tiende,8,,,8\n"

func TestLibreOfficeSavesItAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	answers, _ := some()
	book := filled(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), answers)
	other := foreigntest.Convert(t, "ods", foreigntest.Saved(t, "other.xlsx", book))
	again := foreigntest.Convert(t, "xlsx", foreigntest.Saved(t, "again.xlsx", book), other[0], foreigntest.Saved(t, "monitor.csv", []byte(monitorCSV)))
	same(t, foreigntest.Loaded(t, again[0]), "saved again")
	same(t, foreigntest.Loaded(t, again[1]), "by way of ods")
	isMonitor(t, foreigntest.Loaded(t, again[2]))
}

// isMonitor tests that a monitor that LibreOffice made a workbook of makes an
// earlier cycle; it keeps 1.10 as the number 1.1, and the day as a number.
func isMonitor(t *testing.T, book []byte) {
	t.Helper()
	rows, err := Rows(book, "monitor.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	read, err := table.Read(rows)
	if err != nil {
		t.Fatal(err)
	}
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
	if err := table.Plan(&c, read, "2026-11-21", account.Standard{}).Apply(&c); err != nil {
		t.Fatal(err)
	}
	y := c.Cycle("2025H2")
	if y == nil || y.Answers["BB"].Of(account.QuestionCode{KWI: 1, Serial: 1}).String() != "7>" || y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 10}).String() != "8" {
		t.Errorf("%+v", c.Cycles)
	}
}

// fills is how a script with openpyxl fills a list.
const fills = `
import json, sys, openpyxl
source, target, answers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(source)
assert [s.sheet_state for s in book] == ["visible", "veryHidden"], [s.sheet_state for s in book]
sheet = book.worksheets[0]
assert sheet.protection.sheet and int(sheet.page_setup.paperSize) == 9
for row in sheet.iter_rows():
    for cell in row:
        assert cell.data_type != "f", cell.coordinate
for cells in sheet.iter_rows(min_col=1, max_col=1):
    code = str(cells[0].value or "").split("\n")[0]
    for i, value in enumerate(answers.get(code, [])):
        cell = sheet.cell(cells[0].row, (2 if code in "ADEF" else 3) + i)
        assert not cell.protection.locked, cell.coordinate
        cell.value = value
book.save(target)
`

func TestOpenpyxlFillsIt(t *testing.T) {
	python := foreigntest.Python(t, "openpyxl")
	answers, _ := some()
	given, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	path := foreigntest.Saved(t, "kk.xlsx", written(t, listOf(t, "KK", questionnaire.Measure, "en")))
	target := filepath.Join(t.TempDir(), "filled.xlsx")
	foreigntest.Run(t, "", python, "-c", fills, path, target, string(given))
	same(t, foreigntest.Loaded(t, target), "openpyxl")
}

// TestItPrints looks at the list on paper: A4 upright, no column on a page of
// its own, the head repeated, and every question on it.
func TestItPrints(t *testing.T) {
	info, text := foreigntest.Program(t, "pdfinfo"), foreigntest.Program(t, "pdftotext")
	l := listOf(t, "AA", questionnaire.Measure, "nl")
	pdf := foreigntest.Convert(t, "pdf", foreigntest.Saved(t, "aa.xlsx", written(t, l)))[0]
	facts, _ := foreigntest.Run(t, "", info, pdf)
	if !regexp.MustCompile(`Page size:\s+59[45][.\d]* x 84[12]`).MatchString(facts) || !regexp.MustCompile(`Pages:\s+[23]\n`).MatchString(facts) {
		t.Error(facts)
	}
	said, _ := foreigntest.Run(t, "", text, "-layout", pdf, "-")
	pages := strings.Split(strings.TrimRight(said, "\f"), "\f")
	for i, page := range pages {
		if !regexp.MustCompile(`cijfer\s+relevantie`).MatchString(page) || !strings.Contains(page, "bladzijde") {
			t.Errorf("page %d has no head or foot:\n%s", i+1, page)
		}
	}
	flat := strings.Join(strings.Fields(said), " ")
	for _, k := range l.KWIs {
		for _, q := range k.Questions {
			if words := strings.Fields(q.Text); !strings.Contains(flat, q.Code.String()) || !strings.Contains(flat, strings.Join(words[:min(3, len(words))], " ")) {
				t.Errorf("%s is not on paper", q.Code)
			}
		}
	}
}
