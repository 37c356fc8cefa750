package sheet

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/table"
)

func TestRowsOfAnyWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for at, v := range map[string]any{"A2": "Initialen", "C2": "Naam", "A3": "KK", "C3": "Kees", "D3": 1.1, "E3": 8} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := Rows(b.Bytes(), "tabel.xlsx")
	want := []table.Row{{Number: 2, Cells: []string{"Initialen", "", "Naam"}}, {Number: 3, Cells: []string{"KK", "", "Kees", "1.1", "8"}}}
	if err != nil || !reflect.DeepEqual(rows, want) {
		t.Errorf("%v %+v", err, rows)
	}
	if _, err := f.NewSheet("Cijfers"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Cijfers", "B1", "x"); err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if rows, err = Rows(b.Bytes(), "tabel.xlsx"); err != nil || len(rows) != 3 || rows[2].Sheet != 2 || rows[0].Sheet != 1 {
		t.Errorf("%v %+v", err, rows)
	}
	for _, no := range [][]byte{nil, []byte("PK"), b.Bytes()[:b.Len()/2], []byte("initialen;naam")} {
		if _, err := Rows(no, "../tabel.xlsx"); !fault.Has(err, fault.BrokenBook) && !fault.Has(err, fault.NotWorkbook) {
			t.Errorf("%.20q gives %v", no, err)
		}
	}
}

// A monitor that LibreOffice made a workbook of makes an earlier cycle; it
// keeps 1.10 as the number 1.1, and the day as a number.
func TestAMonitorOfLibreOfficeIsATable(t *testing.T) {
	text := "Monitor\nCyclus,KWI,Titel,Nr,Vraag,KK,BB,BB belang,Gem.\n2025-07-14,1,Kennis,1.01,Kent ons werk,6,7,meer,6.5\n,,,1.10,Tiende,8,,,8\n"
	book, err := os.ReadFile(converted(t, saved(t, []byte(text), "monitor.csv"), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
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

// TestAScoreBesideGradesIsNoGrade: what somebody worked out beside the columns
// of respondents does not hide these.
func TestAScoreBesideGradesIsNoGrade(t *testing.T) {
	data, err := os.ReadFile("testdata/score-beside-grades.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Rows(data, "tabel.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	tab, err := table.Read(rows)
	if err != nil {
		t.Fatal(err)
	}
	p := table.Plan(&account.Client{ID: "x"}, tab, "2026-11-21", account.Standard{})
	if p.Answers() != 4 || len(p.Odd) == 0 || p.Odd[0].Ground != table.Unknown || p.Odd[0].Values[0] != "Score" {
		t.Errorf("%d grades, %+v", p.Answers(), p.Odd)
	}
}

func TestWhatStandsTooFarToTheRightIsTold(t *testing.T) {
	f := excelize.NewFile()
	for at, v := range map[string]any{"A1": "Initialen", "B1": "Naam", "A2": "KK", "B2": "Kees", "ZZ2": "ver weg"} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := Rows(b.Bytes(), "tabel.xlsx")
	if err != nil || len(rows) != 2 || rows[1].Beyond != 702 {
		t.Errorf("%v %+v", err, rows)
	}
}
