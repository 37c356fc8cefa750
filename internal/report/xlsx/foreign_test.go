package xlsx_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"kwi/internal/report"
)

// program is another program, or the end of the test where it is missing.
func program(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("another program takes its time")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed here; .ci/run installs it", name)
	}
	return path
}

func runs(t *testing.T, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// saved is workbooks as LibreOffice saves them, in another form.
func saved(t *testing.T, form string, contents ...[]byte) (out [][]byte) {
	t.Helper()
	from, to := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--headless", "--norestore", "--convert-to", form, "--outdir", to}
	for i, content := range contents {
		path := filepath.Join(from, strconv.Itoa(i)+".xlsx")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	runs(t, program(t, "soffice"), args...)
	for i := range contents {
		content, err := os.ReadFile(filepath.Join(to, strconv.Itoa(i)+"."+form))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, content)
	}
	return out
}

// LibreOffice, given no values of ours, comes to the same.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	var ours, asked [][]byte
	for _, m := range measured {
		c := client(t, m.id)
		b := written(t, document(&c, m.cycle, report.ForClient))
		ours, asked = append(ours, b), append(asked, forgetful(t, b))
	}
	for i, content := range saved(t, "xlsx", asked...) {
		m, theirs := measured[i], opened(t, content)
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
	text := program(t, "pdftotext")
	c := client(t, "newmedia")
	d := document(&c, "2026H1", report.ForClient)
	path := filepath.Join(t.TempDir(), "monitor.pdf")
	if err := os.WriteFile(path, saved(t, "pdf", written(t, d))[0], 0o600); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(runs(t, text, "-layout", path, "-"), "\f"), "\f")
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
	for _, head := range []string{"Antw.", "Weegt", "Stand", "Tegenover de verwachting"} {
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
	if _, err := os.Stat("/usr/bin/python3"); err != nil || exec.CommandContext(t.Context(), "/usr/bin/python3", "-c", "import openpyxl").Run() != nil {
		t.Skip("python3-openpyxl is not installed here; .ci/run installs it")
	}
	path := filepath.Join(t.TempDir(), "monitor.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(runs(t, "/usr/bin/python3", "-c", reader, path)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFiguresAreNumbersToOthers(t *testing.T) {
	c := client(t, "newmedia")
	got := python(t, written(t, document(&c, "2026H1", report.ForClient)))
	if len(got.Names) != 8 || got.Charts != 3 {
		t.Errorf("sheets %v, %d charts", got.Names, got.Charts)
	}
	kinds := map[string]int{}
	for at, cell := range got.Cells {
		if cell[0] == "f" {
			kinds[cell[1]]++
			if cell[1] != "float" && cell[1] != "int" && cell[2] != "–" && cell[2] != "None" {
				t.Errorf("%s: %v", at, cell)
			}
		} else {
			kinds[cell[0]]++
		}
	}
	if kinds["float"] < 40 || kinds["int"] < 90 || kinds["n"] < 90 || kinds["d"] < 4 {
		t.Errorf("got %v", kinds)
	}
	for at, want := range map[string]string{"In het kort!B8": "7.36", "In het kort!B10": "0.48", "In het kort!B11": "20"} {
		if cell := got.Cells[at]; !alike(cell[2], want) {
			t.Errorf("%s: %v, not %s", at, cell, want)
		}
	}
}
