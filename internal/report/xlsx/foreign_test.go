package xlsx_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/foreigntest"
	"kwi/internal/report"
)

// saved is workbooks as LibreOffice saves them, in another form.
func saved(t *testing.T, form string, contents ...[]byte) []string {
	t.Helper()
	var paths []string
	for i, content := range contents {
		paths = append(paths, foreigntest.Saved(t, strconv.Itoa(i)+".xlsx", content))
	}
	return foreigntest.Convert(t, form, paths...)
}

// LibreOffice, given no values of ours, comes to the same.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	var ours, asked [][]byte
	for _, m := range measured {
		c := client(t, m.id)
		b := written(t, document(&c, m.cycle, report.ForClient))
		ours, asked = append(ours, b), append(asked, forgetful(t, b))
	}
	for i, path := range saved(t, "xlsx", asked...) {
		m, theirs := measured[i], opened(t, foreigntest.Loaded(t, path))
		for at, want := range computed(t, opened(t, ours[i])) {
			got, err := theirs.GetCellValue(at[0], at[1])
			if err == nil && strings.HasPrefix(got, "−") {
				got = "-" + strings.TrimPrefix(got, "−")
			}
			if err != nil || !alike(strings.TrimPrefix(got, "+"), want) {
				t.Errorf("%s %v: LibreOffice has %q, %v; ours is %q", m.id, at, got, err, want)
			}
		}
	}
}

// A sheet prints on pages that are one beside the other nowhere, and the
// essential is one page.
func TestItPrintsInWholePages(t *testing.T) {
	text := foreigntest.Program(t, "pdftotext")
	c := client(t, "newmedia")
	d := document(&c, "2026H1", report.ForClient)
	all, _ := foreigntest.Run(t, "", text, "-layout", saved(t, "pdf", written(t, d))[0], "-")
	pages := strings.Split(strings.TrimSuffix(all, "\f"), "\f")
	if !strings.Contains(pages[0], "Totale score") || !strings.Contains(pages[0], "van de 5 respondenten") || !strings.Contains(pages[1], d.Parts[1].Title) {
		t.Errorf("the essential is not one page:\n%s\n%s", pages[0], pages[1])
	}
	for i, p := range pages {
		if !strings.Contains(p, "NewMedia") || !strings.Contains(p, strconv.Itoa(i+1)+" / "+strconv.Itoa(len(pages))) {
			t.Errorf("page %d has no foot:\n%s", i+1, p)
		}
		if strings.Contains(p, "###") {
			t.Errorf("page %d has a column that is too narrow:\n%s", i+1, p)
		}
	}
	for _, head := range []string{"Antw.", "Gewicht", "Stand", "Verwachting"} {
		if !strings.Contains(strings.Join(pages, ""), head) {
			t.Errorf("%s is cut off", head)
		}
	}
}

// python3-openpyxl, twice: for what is computed and for how.
const reader = `
import sys, json, openpyxl
out = {"names": [], "cells": {}, "charts": 0}
values, formulas = openpyxl.load_workbook(sys.argv[1], data_only=True), openpyxl.load_workbook(sys.argv[1])
for s in formulas.worksheets:
    out["names"].append(s.title)
    out["charts"] += len(s._charts)
    for row in s.iter_rows():
        for c in row:
            if c.value is not None:
                v = values[s.title][c.coordinate].value
                out["cells"][s.title + "!" + c.coordinate] = [c.data_type, type(v).__name__, str(v), c.number_format, str(c.value)]
json.dump(out, sys.stdout)
`

type read struct {
	Names  []string
	Cells  map[string][5]string // what it is, the type of its value, the value, its format, what is written
	Charts int
}

func python(t *testing.T, content []byte) (out read) {
	t.Helper()
	said, _ := foreigntest.Run(t, "", foreigntest.Python(t, "openpyxl"), "-c", reader, foreigntest.Saved(t, "monitor.xlsx", content))
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFiguresAreNumbersToOthers(t *testing.T) {
	c := client(t, "newmedia")
	got := python(t, written(t, document(&c, "2026H1", report.ForClient)))
	if len(got.Names) != 8 || got.Charts != 8 {
		t.Errorf("sheets %v, %d charts", got.Names, got.Charts)
	}
	kinds := map[string]int{}
	for at, cell := range got.Cells {
		if cell[0] == "f" {
			kinds[cell[1]]++
			if strings.HasPrefix(cell[2], "Totale score 7,36, +0,48 ") {
				kinds["headline"]++
				continue // the one sentence that is computed
			}
			if cell[1] != "float" && cell[1] != "int" && cell[2] != "–" && cell[2] != "None" {
				t.Errorf("%s: %v", at, cell)
			}
		} else {
			kinds[cell[0]]++
		}
	}
	if kinds["float"] < 40 || kinds["int"] < 90 || kinds["n"] < 90 || kinds["d"] < 4 || kinds["headline"] != 1 {
		t.Errorf("got %v", kinds)
	}
	for label, want := range map[string]string{"Totale score": "7.36", "Verandering": "0.48", "NPS": "20"} {
		found := false
		for at, cell := range got.Cells {
			if row, ok := strings.CutPrefix(at, "In het kort!A"); ok && cell[2] == label {
				found = true
				if figure := got.Cells["In het kort!B"+row]; !alike(figure[2], want) {
					t.Errorf("%s: %v, not %s", label, figure, want)
				}
			}
		}
		if !found {
			t.Errorf("%s is not there", label)
		}
	}
}
