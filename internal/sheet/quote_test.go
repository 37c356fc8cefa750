package sheet

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/questionnaire"
)

// TestTextsStayTextsOnceTheirCellIsEdited writes texts that begin as a formula
// does wherever a list has foreign text, and reads them back.
func TestTextsStayTextsOnceTheirCellIsEdited(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(\"http://x.example\")"} {
		l := listOf(t, "KK", questionnaire.Measure, "nl")
		l.Heading, l.Name, l.Message = text, text, text
		for i := range l.KWIs {
			l.KWIs[i].Expectation = text
			for j := range l.KWIs[i].Questions {
				l.KWIs[i].Questions[j].Text = text
			}
		}
		book := written(t, l)
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		met := 0
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range rows {
				for c, value := range row {
					cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
					id, err := f.GetCellStyle(name, cell)
					if err != nil {
						t.Fatal(err)
					}
					q := f.Styles.CellXfs.Xf[id].QuotePrefix
					acts := value != "" && bytes.IndexByte([]byte("=+-@"), value[0]) >= 0
					if acts != (q != nil && *q) {
						t.Errorf("%s %s holds %q: quoted %v", name, cell, value, !acts)
					}
					if acts {
						met++
					}
				}
			}
		}
		if met < 2*len(l.KWIs) {
			t.Errorf("%q was met %d times", text, met)
		}
		_ = f.Close()
		all, err := Read(book, "a.xlsx")
		if err != nil || len(all) != 1 || len(all[0].Lines) == 0 || all[0].Lines[0].Shown != text || all[0].Lines[0].Asked != text {
			t.Errorf("read back as %+v, %v", all, err)
		}
	}
}
