package xlsx_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
)

// Every trend of a client has the axis of all others, and its target is dashed
// and has no points, so that grey paper tells them apart.
func TestAllTrendsHaveOneAxisAndADashedTarget(t *testing.T) {
	c := client(t, "newmedia")
	d := document(&c, "2026H1", report.ForClient)
	axis := regexp.MustCompile(`<max val="([0-9.]+)"></max><min val="([0-9.]+)">`)
	seen, dashed, trends := map[string]int{}, 0, 0
	for name, content := range parts(t, written(t, d)) {
		if !strings.HasPrefix(name, "xl/charts/chart") || !strings.Contains(content, "<lineChart>") {
			continue
		}
		trends++
		for _, m := range axis.FindAllStringSubmatch(content, -1) {
			seen[m[2]+"–"+m[1]]++
		}
		if strings.Contains(content, `<a:prstDash val="dash">`) && strings.Contains(content, `<symbol val="none">`) {
			dashed++
		}
	}
	var lines report.Lines
	for _, p := range d.Parts {
		for _, x := range p.Blocks {
			if l, ok := x.(report.Lines); ok {
				lines = l
			}
		}
	}
	if trends != len(lines.Lines) || dashed != trends-1 {
		t.Errorf("%d trends, %d with a dashed target, of %d lines", trends, dashed, len(lines.Lines))
	}
	if len(seen) != 1 || seen["6–8"] != trends || lines.Reach().Low != 6 || lines.Reach().High != 8 {
		t.Errorf("axes %v on %v", seen, lines.Reach())
	}
}

// A chart of a workbook is drawn from cells: where a question got other words
// the line is drawn in pieces, each from a row whose other cells are empty.
func TestALineBreaksWhereAQuestionGotOtherWords(t *testing.T) {
	c := client(t, "newmedia")
	at := slices.IndexFunc(c.Cycles, func(y account.Cycle) bool { return y.Name == "2026H1" })
	c.Cycles[at].KWIs[0].Questions[0].Text = "Something else altogether."
	d := document(&c, "2026H1", report.Internal)
	var lines report.Lines
	for _, p := range d.Parts {
		for _, x := range p.Blocks {
			if l, ok := x.(report.Lines); ok {
				lines = l
			}
		}
	}
	broken := lines.Lines[0]
	if n := len(broken.Pieces); n != 2 || len(lines.Pieces.Rows) != 2 {
		t.Fatalf("%d pieces, and %d rows of them", n, len(lines.Pieces.Rows))
	}
	last := len(lines.Cycles)
	for i := range lines.Cycles {
		before, after := lines.Pieces.Rows[0].Cells[i+1], lines.Pieces.Rows[1].Cells[i+1]
		if figure := broken.Figures[i].OK(); before.Missing != (!figure || i+1 == last) || after.Missing != (!figure || i+1 < last) {
			t.Errorf("%s: %+v before the break and %+v after it", lines.Cycles[i], before, after)
		}
	}
	f, ends := opened(t, written(t, d)), map[string]int{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if len(row) > 0 {
				ends[row[0]] = len(row) // cells behind the last that has something are not there
			}
		}
	}
	if before, after := ends[lines.Pieces.Rows[0].Cells[0].Text], ends[lines.Pieces.Rows[1].Cells[0].Text]; before < 2 || after <= before {
		t.Errorf("the row before the break ends at %d, that after it at %d", before, after)
	}
	series := map[int]int{}
	for name, content := range parts(t, written(t, d)) {
		if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(content, "<lineChart>") {
			series[strings.Count(content, `<symbol val="circle">`)]++
		}
	}
	if series[2] != 1 || series[1] != len(lines.Lines)-1 {
		t.Errorf("charts by how many lines they draw: %v", series)
	}
}
