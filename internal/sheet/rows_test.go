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

// TestDaysAreThoseOfTheFile: counted from 1904 where it says so, and as an
// OpenDocument keeps them, not as a country shows them. A formula that nobody
// computed is told of, and one whose result is nothing is not.
func TestDaysAreThoseOfTheFile(t *testing.T) {
	f := excelize.NewFile()
	old := true
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &old}); err != nil {
		t.Fatal(err)
	}
	for at, v := range map[string]any{"A1": 44895, "B1": 8, "C1": "44895"} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Sheet1", "D1", "B1+1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := Rows(b.Bytes(), "oud.xlsx")
	if err != nil || len(rows) != 1 || !reflect.DeepEqual(rows[0].Cells[:3], []string{"46357", "8", "44895"}) || !reflect.DeepEqual(rows[0].Uncomputed, []int{4}) {
		t.Errorf("%v %+v", err, rows)
	}
	ods := openBook(t, `<t:table><t:table-row><t:table-cell o:value-type="date" o:date-value="2026-12-01"><x:p>12/01/26</x:p></t:table-cell>`+
		`<t:table-cell t:formula="of:=1" o:value-type="string"/></t:table-row></t:table>`, nil)
	if rows, err = Rows(ods, "dag.ods"); err != nil || len(rows) != 1 || rows[0].Cells[0] != "2026-12-01" || len(rows[0].Uncomputed) > 0 {
		t.Errorf("%v %+v", err, rows)
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
