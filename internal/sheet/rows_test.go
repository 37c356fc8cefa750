package sheet

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

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
