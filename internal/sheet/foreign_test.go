package sheet

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kwi/internal/questionnaire"
)

// program finds a program that is not ours, or skips the test with a message.
func program(t *testing.T, names ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs take their time")
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed here; .ci/run installs it", names[0])
	return ""
}

// runs runs a program and fails with what it said.
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

// converted is a file as LibreOffice saves it in another form.
func converted(t *testing.T, path, form string) string {
	t.Helper()
	office := program(t, "soffice", "libreoffice")
	into := t.TempDir()
	runs(t, office, "-env:UserInstallation=file://"+filepath.Join(t.TempDir(), "profile"), "--headless", "--norestore", "--convert-to", form, "--outdir", into, path)
	out := filepath.Join(into, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"."+form)
	if _, err := os.Stat(out); err != nil {
		t.Fatalf("LibreOffice made no %s", form)
	}
	return out
}

func saved(t *testing.T, content []byte, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func loaded(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLibreOfficeSavesItAgain(t *testing.T) {
	program(t, "soffice", "libreoffice")
	answers, _ := some()
	path := saved(t, filled(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), answers), "kk.xlsx")
	same(t, loaded(t, converted(t, path, "xlsx")), "saved again")
	ods := converted(t, path, "ods")
	same(t, loaded(t, converted(t, ods, "xlsx")), "by way of ods")
}

// fills is how a script with openpyxl fills a list.
const fills = `
import json, sys, openpyxl
source, target, answers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(source)
assert [s.sheet_state for s in book] == ["visible", "veryHidden"], [s.sheet_state for s in book]
sheet = book.worksheets[0]
assert sheet.protection.sheet and int(sheet.page_setup.paperSize) == 9
for row in sheet.iter_rows():
    for cell in row:
        assert cell.data_type != "f", cell.coordinate
for cells in sheet.iter_rows(min_col=1, max_col=1):
    code = str(cells[0].value or "").split("\n")[0]
    for i, value in enumerate(answers.get(code, [])):
        cell = sheet.cell(cells[0].row, (2 if code in "ADEF" else 3) + i)
        assert not cell.protection.locked, cell.coordinate
        cell.value = value
book.save(target)
`

func TestOpenpyxlFillsIt(t *testing.T) {
	python := "/usr/bin/python3"
	if _, err := os.Stat(python); err != nil {
		python = program(t, "python3")
	}
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		t.Skip("python3-openpyxl is not installed here; .ci/run installs it")
	}
	answers, _ := some()
	given, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	path := saved(t, written(t, listOf(t, "KK", questionnaire.Measure, "en")), "kk.xlsx")
	target := filepath.Join(t.TempDir(), "filled.xlsx")
	runs(t, python, "-c", fills, path, target, string(given))
	same(t, loaded(t, target), "openpyxl")
}

// TestItPrints looks at the list on paper: A4 upright, no column on a page of
// its own, the head repeated, and every question on it.
func TestItPrints(t *testing.T) {
	info, text := program(t, "pdfinfo"), program(t, "pdftotext")
	l := listOf(t, "AA", questionnaire.Measure, "nl")
	pdf := converted(t, saved(t, written(t, l), "aa.xlsx"), "pdf")
	facts := runs(t, info, pdf)
	if !regexp.MustCompile(`Page size:\s+59[45][.\d]* x 84[12]`).MatchString(facts) || !regexp.MustCompile(`Pages:\s+[23]\n`).MatchString(facts) {
		t.Error(facts)
	}
	said := runs(t, text, "-layout", pdf, "-")
	pages := strings.Split(strings.TrimRight(said, "\f"), "\f")
	for i, page := range pages {
		if !regexp.MustCompile(`vraag\s+cijfer\s+relevantie`).MatchString(page) || !strings.Contains(page, "bladzijde") {
			t.Errorf("page %d has no head or foot:\n%s", i+1, page)
		}
	}
	flat := strings.Join(strings.Fields(said), " ")
	for _, k := range l.KWIs {
		for _, q := range k.Questions {
			if words := strings.Fields(q.Text); !strings.Contains(flat, q.Code.String()) || !strings.Contains(flat, strings.Join(words[:min(3, len(words))], " ")) {
				t.Errorf("%s is not on paper", q.Code)
			}
		}
	}
}
