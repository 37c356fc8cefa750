package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/outlook/outlooktest"
)

// sheetForms are the forms in which rows come, each made of them.
var sheetForms = map[string]func(t *testing.T, rows [][]string) []byte{
	"csv": func(_ *testing.T, rows [][]string) []byte {
		var b bytes.Buffer
		c := csv.NewWriter(&b)
		c.Comma = ';'
		_ = c.WriteAll(rows)
		return b.Bytes()
	},
	"xlsx": func(t *testing.T, rows [][]string) []byte {
		f := excelize.NewFile()
		for y, row := range rows {
			for x, cell := range row {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err == nil {
					err = f.SetCellStr("Sheet1", at, cell)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	},
	"ods": func(t *testing.T, rows [][]string) []byte {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad">`)
		for _, row := range rows {
			b.WriteString("<table:table-row>")
			for _, cell := range row {
				b.WriteString(`<table:table-cell office:value-type="string"><text:p>`)
				_ = xml.EscapeText(&b, []byte(cell))
				b.WriteString("</text:p></table:table-cell>")
			}
			b.WriteString("</table:table-row>")
		}
		b.WriteString("</table:table></office:spreadsheet></office:body></office:document-content>")
		return packed(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", b.String())
	},
}

// packed is a zip of files, each a name and what is in it.
func packed(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tables are what kwi table reads, by what it is; {h} is something hostile.
var tables = map[string][][]string{
	"contacts": {{"initialen", "naam", "functie", "e-mail"}, {"ZN", "{h}", "{h}", "zn@twee.example"}, {"{h}", "Zoë Nieuw", "", "{h}"}},
	"kwis":     {{"KWI", "omschrijving", "vraag", "{h}"}, {"{h}", "{h}", "{h}", "x"}},
	"actions":  {{"actie", "wie", "wanneer", "gereed"}, {"{h}", "{h}", "2026-12-01", ""}, {"{h}", "RM", "{h}", "{h}"}},
	"grades":   {{"cyclus", "code", "kwi", "AA", "BB"}, {"2025H1", "1.01", "{h}", "7", "{h}"}, {"{h}", "1.02", "Een", "8<", "9"}},
	"earlier":  {{"cyclus", "initialen", "nps", "waarom"}, {"2025H1", "AA", "9", "{h}"}, {"2025H2", "{h}", "{h}", "{h}"}},
	"matrix":   {{"vraag", "AA", "BB"}, {"1.01", "x", "{h}"}, {"{h}", "", "x"}},
	"form":     {{"Tijdstempel", "Uw initialen", "1.01 {h}", "1.02", "Wilt u ons aanbevelen? {h}"}, {"21-11-2026 10:00:00", "AA", "7", "{h}", "9"}, {"{h}", "{h}", "8", "8", "{h}"}},
}

// returned are the ways in which a filled list comes back, made of a letter that was
// filled in and of the workbook and the page that were sent.
func returned(t *testing.T, letter string, rows [][]string, page string, h func() string) map[string][]byte {
	t.Helper()
	head := strings.NewReplacer("\r", " ", "\n", " ")
	_, text, _ := strings.Cut(letter, "\r\n\r\n")
	out := map[string][]byte{
		"in.eml": []byte("From: " + head.Replace(h()) + " <AA@twee.example>\r\nSubject: " + head.Replace(h()) + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text),
		"in.txt": []byte(text), "in.md": []byte("# " + h() + "\n\n" + text), "in.html": []byte(page),
		"in.msg": outlooktest.Write(outlooktest.Mail{From: head.Replace(h()), Text: text, Files: []outlooktest.File{{Name: h(), Content: []byte(h())}}}),
		"in.zip": packed(t, "../"+head.Replace(h())+".txt", text, head.Replace(h())+".eml", letter, "x.csv", h()),
	}
	for form, make := range sheetForms {
		out["in."+form] = make(t, rows)
	}
	return out
}

// TestHostileFilesComeInAsText: through every kind of file that comes back, every kind of
// table that is read, each as CSV, workbook and open document, and through the settings.
// What is said of them steers nothing, and of all that is made afterwards what stands
// there is looked at as who gets it does.
func TestHostileFilesComeInAsText(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	for seed := 1; seed <= timesFurther(t); seed++ {
		c := hostileClient(seed, true)
		w := newWorld(t, c)
		n := seed*1000 + 700
		h := func() string { n++; return strings.ReplaceAll(hostileText(n), "\x00", "") }
		answers := regexp.MustCompile(`(?m)^([0-9.]+|[A-F]) \[ [^\]]* \]`)
		letter := answers.ReplaceAllStringFunc(reply(c), func(line string) string {
			if n++; n%3 == 0 {
				return line[:strings.Index(line, "[")] + "[ " + strings.NewReplacer("\r", " ", "\n", " ").Replace(h()) + " ]"
			}
			return line
		})
		taken := map[string]int{}
		say := func(kind string, args ...string) {
			said := w.run(args...)
			if err := plainOut([]byte(said)); err != nil {
				t.Errorf("seed %d: %.80q: %v: %.300q", seed, args, err, said)
			}
			if strings.HasSuffix(said, "(0)") {
				taken[kind]++
			}
		}
		file := func(name string, content []byte) string {
			w.write(name, string(content))
			return filepath.Join(w.folder, name)
		}
		lists := filepath.Join(w.folder, "lists")
		w.run("questionnaires", "--client", "twee", "--only", "AA", "--out", lists)
		w.run("questionnaires", "--client", "twee", "--only", "BB", "--html", "--out", lists)
		rows, page := sentTo(t, lists, h)
		came := returned(t, letter, rows, page, h)
		for _, name := range slices.Sorted(maps.Keys(came)) {
			content := came[name]
			for _, more := range [][]string{{"--check", "--lang", "en"}, {"--partial", "--replace", "--unmarked"}} {
				say(filepath.Ext(name), append([]string{"collect", file(name, content)}, more...)...)
			}
		}
		for _, kind := range slices.Sorted(maps.Keys(tables)) {
			rows := tables[kind]
			var filled [][]string
			for _, row := range rows {
				var cells []string
				for _, cell := range row {
					cells = append(cells, strings.ReplaceAll(cell, "{h}", h()))
				}
				filled = append(filled, cells)
			}
			for _, form := range slices.Sorted(maps.Keys(sheetForms)) {
				path := file("in."+form, sheetForms[form](t, filled))
				say(kind, "table", "--client", "twee", path)
				say(kind, "table", "--client", "twee", "--lang", "en", "--json", path)
				say(kind, "table", "--client", "twee", "--yes", "--aside", "--replace", path)
			}
		}
		w.withSettings(t, h)
		say("settings", "doctor")
		say("settings", "questionnaires", "--client", "twee", "--out", filepath.Join(w.folder, "later"))
		w.some()
		w.lookAtAll(t, seed)
		for _, kind := range []string{".eml", ".txt", ".xlsx", "contacts", "kwis", "settings"} {
			if taken[kind] == 0 {
				t.Errorf("seed %d: nothing of %s was taken: the test sees nothing: %v", seed, kind, taken)
			}
		}
	}
}

// sentTo are the rows of the workbook that was sent, and the page, with something
// hostile where somebody fills in.
func sentTo(t *testing.T, folder string, h func() string) (rows [][]string, page string) {
	t.Helper()
	books, _ := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	pages, _ := filepath.Glob(filepath.Join(folder, "*.html"))
	if len(books) == 0 || len(pages) == 0 {
		t.Fatalf("no list was made: %v %v", books, pages)
	}
	book, err := excelize.OpenFile(books[0])
	if err != nil {
		t.Fatal(err)
	}
	if rows, err = book.GetRows(book.GetSheetName(0)); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && questionCode.MatchString(row[0]) {
			rows[i] = append(row, "", "")[:max(len(row), 3)]
			if rows[i][2] = "7"; i%3 == 0 {
				rows[i][2] = h()
			}
		}
	}
	content, err := os.ReadFile(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	page = strings.ReplaceAll(string(content), "</textarea>", html.EscapeString(h())+"</textarea>")
	return rows, page
}

// withSettings gives a world settings in which whatever is typed is hostile.
func (w *world) withSettings(t *testing.T, h func() string) {
	t.Helper()
	before, path := w.env.Getenv, filepath.Join(w.folder, "in.settings.json")
	w.env.Getenv = func(name string) string {
		if name == "KWI_SETTINGS" {
			return path
		}
		return before(name)
	}
	quoted := func(before string) []byte {
		b, err := json.Marshal(before + strings.Join(strings.Fields(h()), " "))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	w.write("in.settings.json", fmt.Sprintf(`{"me": {"name": %s, "function": %s, "email": %s}, "lists": %s, "returns": %s, "theme": %s, "mail": {"host": %s, "port": %s, "user": %s, "from": %s}}`,
		quoted(""), quoted(""), quoted(""), quoted(w.folder+"/"), quoted(""), quoted(""), quoted(""), quoted(""), quoted(""), quoted("")))
}
