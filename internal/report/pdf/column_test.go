package pdf

import (
	"strings"
	"testing"

	"kwi/internal/lang"
	"kwi/internal/report"
)

const bodyWide = a4Wide - 2*marginX

// linesOf is how many lines the cells of a row take.
func linesOf(g tableGrid, row int) (out []int) {
	for i, c := range g.Rows[row].Cells {
		out = append(out, len(g.font(g.Rows[row]).wrap(c.Text, g.widths[i]-g.pad(i)-cellPadX)))
	}
	return out
}

// Beside names as long as they come, what was agreed keeps the most room: its
// column is not the one that makes the row high by itself.
func TestLongNamesLeaveRoomForWhatWasAgreed(t *testing.T) {
	table := actions(0)
	agreed := strings.Repeat("Een voorstel voor het opdrachtdossier maken, samen met de mensen die ermee werken. ", 3)
	who, side := "Wilhelmina-Charlotte van Roozendaal-Verschuurenberg", "Vereniging van Samenwerkende Informatievoorzieningsorganisaties"
	table.Columns = append(table.Columns, report.Column{Title: "Kant", Share: 4})
	table.Rows = rows("2026-01|6 jul 2026|" + agreed + "|" + who + "|1 okt 2026 17:00|open|" + side)
	g := documentLook{lang.For("nl"), 1}.fit(table, bodyWide)
	for i, w := range g.widths {
		if i != 2 && w >= g.widths[2] {
			t.Errorf("column %d is %.1f wide, that of what was agreed %.1f", i, w, g.widths[2])
		}
	}
	if lines := linesOf(g, 0); lines[0] > 1 || lines[1] > 1 || lines[2] > 9 {
		t.Errorf("the cells take %v lines in %.1f", lines, g.widths)
	}
}

// With as many cycles as a client may have in five years each KWI stays on its
// line.
func TestTenCyclesLeaveRoomForTheNames(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Title: "Score", Share: 6}}}
	for _, cycle := range strings.Fields("2022H1 2022H2 2023H1 2023H2 2024H1 2024H2 2025H1 2025H2 2026H1 2026H2") {
		table.Columns = append(table.Columns, report.Column{Title: cycle, Share: 2, Right: true})
	}
	table.Rows = rows("04 Kostenreductie"+strings.Repeat("|7,00", 10), "03 Bijdrage aan ons jaarplan"+strings.Repeat("|10,00", 10))
	g := documentLook{lang.For("nl"), 1}.fit(table, bodyWide)
	for i, most := range []int{1, 2} {
		for column, lines := range linesOf(g, i) {
			if column == 0 && lines > most || column > 0 && lines > 1 {
				t.Errorf("row %d, column %d takes %d lines in %.1f", i, column, lines, g.widths[column])
			}
		}
	}
}

// TestNobodyIsNamedTwiceAboveOrBelowAPage: neither where the client's copy is for
// whom it is of, nor where supplier and client are one.
func TestNobodyIsNamedTwiceAboveOrBelowAPage(t *testing.T) {
	d := document()
	d.Supplier = "NEWMEDIA"
	for _, audience := range []report.Audience{report.ForClient, report.Internal} {
		d.Audience = audience
		named := 0
		for _, m := range onPaper(t, d) {
			if m.page == 2 && (m.y < 20 || m.y > a4High-20) {
				named += strings.Count(strings.ToLower(m.text), "newmedia")
			}
		}
		if want := 1 + int(audience); named != want { // within the house it says for whom
			t.Errorf("%d: the client is named %d times, not %d", audience, named, want)
		}
	}
}
