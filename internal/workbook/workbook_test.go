package workbook_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"kwi/internal/text"
	"kwi/internal/workbook"
)

// TestTextsThatCouldActAreQuoted writes texts, figures and formulas in styles
// of their own: each comes back as it was, and only such texts are quoted.
func TestTextsThatCouldActAreQuoted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := excelize.NewFile()
		bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
		if err != nil {
			t.Fatal(err)
		}
		texts := rapid.SliceOfN(rapid.StringMatching("[=+@\\-\t\ra1 ']{1,6}"), 1, 8).Draw(t, "texts")
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		for i, said := range texts {
			cell, _ := excelize.CoordinatesToCellName(1+i%3, 1+i/3)
			must(f.SetCellStr("Sheet1", cell, said))
			if i%2 == 0 {
				must(f.SetCellStyle("Sheet1", cell, cell, bold))
			}
		}
		must(f.SetCellInt("Sheet1", "F1", -1))
		must(f.SetCellFormula("Sheet1", "F2", "=1-3"))
		must(workbook.QuoteTexts(f))
		var b bytes.Buffer
		must(f.Write(&b))
		g, err := excelize.OpenReader(&b)
		must(err)
		look := func(cell string) (quoted, bold bool) {
			id, err := g.GetCellStyle("Sheet1", cell)
			must(err)
			style, err := g.GetStyle(id)
			must(err)
			q := g.Styles.CellXfs.Xf[id].QuotePrefix
			return q != nil && *q, style.Font != nil && style.Font.Bold
		}
		for i, said := range texts {
			cell, _ := excelize.CoordinatesToCellName(1+i%3, 1+i/3)
			if got, err := g.GetCellValue("Sheet1", cell); err != nil || got != said && said[0] != '\r' && !bytes.ContainsRune([]byte(said), '\r') {
				t.Errorf("%q came back as %q, %v", said, got, err)
			}
			acts := text.BeginsFormula(said)
			if quoted, dark := look(cell); quoted != acts || dark != (i%2 == 0) {
				t.Errorf("%q: quoted %v, bold %v", said, quoted, dark)
			}
		}
		for _, cell := range []string{"F1", "F2"} {
			if quoted, _ := look(cell); quoted {
				t.Errorf("%s is quoted", cell)
			}
		}
	})
}
