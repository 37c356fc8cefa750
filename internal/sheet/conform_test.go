package sheet

import (
	"strings"
	"testing"

	"kwi/internal/foreigntest"
	"kwi/internal/questionnaire"
	"kwi/internal/workbooktest"
)

func TestAListIsToTheLetter(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		workbooktest.Conforms(t, written(t, listOf(t, "AA", questionnaire.Measure, tag)), "2026-11-24")
	}
}

func TestExcelJSReadsAList(t *testing.T) {
	l := listOf(t, "AA", questionnaire.Measure, "nl")
	got := foreigntest.ExcelJS(t, written(t, l), `const s = book.worksheets[0];
		let codes = []; s.eachRow(r => codes.push(String(r.getCell(1).value || "").split("\n")[0]));
		return [book.lastModifiedBy, s.views[0].state, s.views[0].ySplit, codes.includes("`+l.KWIs[0].Questions[0].Code.String()+`")].join("|")`)
	if want := l.Supplier + "|frozen|1|true"; strings.TrimSpace(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
