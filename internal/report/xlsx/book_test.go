package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/internal/report"
	"kwi/internal/report/xlsx"
	"kwi/internal/workbooktest"
)

const today account.Date = "2026-11-24"

// client is one of the known cases, or of the example.
func client(t testing.TB, id string) account.Client {
	t.Helper()
	clients := example.Portfolio("nl", today).Clients
	for _, name := range []string{"worked.json", "newmedia.json"} {
		f, err := os.Open(filepath.Join("..", "..", "portable", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		all, err := portable.Read(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if id == name {
			return all.Clients[0]
		}
	}
	for _, c := range clients {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("there is no %s", id)
	return account.Client{}
}

// measured are clients and cycles with figures, each with something of its own.
var measured = []struct {
	id    string
	cycle account.CycleName
}{{"worked.json", "2011H1"}, {"newmedia.json", "2011H1"}, {"newmedia", "2026H1"}}

func document(c *account.Client, cycle account.CycleName, a report.Audience) report.Document {
	return report.Monitor(c, cycle, report.Options{Language: "nl", Audience: a, Supplier: "BESTSELLER B.V.", Today: today})
}

// written is a document as the bytes of a workbook.
func written(t testing.TB, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t testing.TB, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// computed lists all cells with a formula, and their cached values.
func computed(t testing.TB, f *excelize.File) map[[2]string]string {
	t.Helper()
	out := map[[2]string]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range 20 {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := f.GetCellFormula(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				if out[[2]string{sheet, name}], err = f.GetCellValue(sheet, name, excelize.Options{RawCellValue: true}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return out
}

// parts are the files in a workbook.
func parts(t testing.TB, b []byte) map[string]string { return workbooktest.Parts(t, b) }

// forgetful is a workbook without our values for what is computed, so that
// whoever opens it has to compute.
func forgetful(t testing.TB, b []byte) []byte {
	t.Helper()
	value := regexp.MustCompile(`(</f>)<v>[^<]*</v>`)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts(t, b) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "xl/worksheets/") {
			text = value.ReplaceAllString(text, "$1")
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
