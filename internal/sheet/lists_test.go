package sheet

import (
	"strings"
	"testing"

	"kwi/internal/questionnaire"
)

// rowed is a sheet with some rows, its cells apart by a bar.
func rowed(rows ...string) (g sheetGrid) {
	for i, r := range rows {
		l := sheetRow{number: i + 1}
		for j, s := range strings.Split(r, "|") {
			if s != "" {
				l.cells = append(l.cells, sheetCell{column: j + 1, text: s})
			}
		}
		g.rows = append(g.rows, l)
	}
	return g
}

const headsOfList = "||Cijfer|ＲＥＬＥＶＡＮＣＥ"

// inSight is a list as it is seen, unseen what is told of it.
func inSight(who, grade string) sheetGrid {
	return rowed(headsOfList, "1.01|een|"+grade, "A", "Kenmerk: newmedia · 2026H2 · "+who)
}

func unseen(who string) sheetGrid {
	return rowed(markText+"|1", "client|newmedia", "cycle|2026H2", "respondent|"+who, "1.01|x|een")
}

// TestEachSheetUnderItsOwnReference: whatever else stands in a workbook, no
// answer comes under another's name.
func TestEachSheetUnderItsOwnReference(t *testing.T) {
	loose := rowed("1.01|mijn aantekening|3")
	plainList := rowed(headsOfList, "1.01|een|8")
	for name, w := range map[string]struct {
		sheets []sheetGrid
		want   string // respondent and grades, or the ground
	}{
		"one":                   {[]sheetGrid{inSight("AA", "8"), unseen("AA")}, "AA 8"},
		"own sheet in front":    {[]sheetGrid{loose, inSight("AA", "8"), unseen("AA")}, "AA 8"},
		"own sheet behind":      {[]sheetGrid{unseen("AA"), inSight("AA", "8"), loose}, "AA 8"},
		"nothing unseen":        {[]sheetGrid{loose, inSight("AA", "8")}, "AA 8"},
		"nothing in sight":      {[]sheetGrid{loose, plainList, unseen("AA")}, "AA 8"},
		"two in sight":          {[]sheetGrid{inSight("AA", "8"), unseen("AA"), inSight("BB", "2"), unseen("BB")}, "AA 8, BB 2"},
		"the other way round":   {[]sheetGrid{inSight("BB", "2"), inSight("AA", "8"), unseen("AA"), unseen("BB")}, "BB 2, AA 8"},
		"one moved in":          {[]sheetGrid{inSight("AA", "8"), unseen("AA"), inSight("BB", "2")}, "AA 8, BB 2"},
		"a copy of the sheet":   {[]sheetGrid{inSight("AA", ""), inSight("AA", "8"), unseen("AA")}, "AA 8"},
		"seen BB, unseen AA":    {[]sheetGrid{inSight("BB", "2"), unseen("AA")}, "twolists"},
		"two in one sheet":      {[]sheetGrid{{rows: append(inSight("AA", "8").rows, inSight("BB", "2").rows...)}, unseen("AA")}, "twolists"},
		"two unseen":            {[]sheetGrid{plainList, unseen("AA"), unseen("BB")}, "twolists"},
		"two that may be it":    {[]sheetGrid{plainList, plainList, unseen("AA")}, "manysheets"},
		"the second unnamed":    {[]sheetGrid{inSight("AA", "8"), unseen("AA"), plainList}, "AA 8, stray"},
		"second unnamed, told":  {[]sheetGrid{inSight("AA", "8"), unseen("AA"), plainList, unseen("BB")}, "AA 8, stray"},
		"the second empty":      {[]sheetGrid{inSight("AA", "8"), unseen("AA"), rowed(headsOfList, "1.01|een|")}, "AA 8"},
		"one below another":     {[]sheetGrid{{rows: append(inSight("AA", "8").rows, plainList.rows...)}, unseen("AA")}, "stray"},
		"one above another":     {[]sheetGrid{{rows: append(plainList.rows[:2:2], inSight("AA", "8").rows...)}, unseen("AA")}, "stray"},
		"its reference mangled": {[]sheetGrid{{rows: append(inSight("AA", "").rows, rowed("1.01|een|8", "Kenmerk: newmedia ? 2026H2 ? BB ? 0123456789abcdef").rows...)}, unseen("AA")}, "stray"},
		"neither seen nor told": {[]sheetGrid{plainList, loose}, ""},
	} {
		var got []string
		for _, r := range listsIn(w.sheets) {
			s := string(r.Who)
			for _, l := range r.Lines {
				if l.Grade.Text != "" {
					s += " " + l.Grade.Text
				}
			}
			if r.No != nil {
				s = string(r.No.Ground)
			}
			got = append(got, s)
		}
		if strings.Join(got, ", ") != w.want {
			t.Errorf("%s: got %q, not %q", name, got, w.want)
		}
	}
}

// TestWhatStandsBesideIsNamed: a cell of their own in the row of a question, and
// a grade behind the words of one.
func TestWhatStandsBesideIsNamed(t *testing.T) {
	all := listsIn([]sheetGrid{rowed(headsOfList, "1.01|een|8||maar te laat", "Kenmerk: newmedia · 2026H2 · AA")})
	if len(all) != 1 || all[0].Lines[0].Beside != "maar te laat" || all[0].Empty() {
		t.Errorf("%+v", all)
	}
	if empty := listsIn([]sheetGrid{inSight("AA", ""), unseen("AA")}); !empty[0].Empty() {
		t.Errorf("%+v", empty)
	}
	var none questionnaire.Return
	if !none.Empty() {
		t.Error("nothing is something")
	}
}
