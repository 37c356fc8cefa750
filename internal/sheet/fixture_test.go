package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
)

// newMedia is the client of the known cases with their supplier.
func newMedia(t testing.TB) (account.Client, string) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	p, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	c := p.Clients[0]
	accounttest.SendAll(&c, "2011-06-09")
	return c, p.Supplier
}

// listOf is what somebody is asked at a moment.
func listOf(t testing.TB, who account.Initials, moment questionnaire.Moment, tag string) questionnaire.List {
	c, supplier := newMedia(t)
	c.Respondent(who).Language = tag
	l := questionnaire.For(&c, c.Newest(), who, questionnaire.Sender{Supplier: supplier}, moment, tag)
	l.Mark = accounttest.MarkOf(who)
	return l
}

// written is the workbook of a list.
func written(t testing.TB, l questionnaire.List) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, l, "2026-11-24"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// filled puts values in the workbook as somebody with a spreadsheet does, by
// code: a grade, or a grade and a relevance, or another answer.
func filled(t testing.TB, book []byte, answers map[string][]any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	sheet := f.GetSheetName(0)
	for row, code := range codesOf(t, f, sheet) {
		for i, v := range answers[code] {
			column := 3 + i
			if strings.Contains("ADEF", code) {
				column = 2
			}
			cell, _ := excelize.CoordinatesToCellName(column, row)
			if err := f.SetCellValue(sheet, cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// codesOf are the rows with a code.
func codesOf(t testing.TB, f *excelize.File, sheet string) map[int]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]string{}
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		code, _, _ := strings.Cut(row[0], "\n")
		_, graded := account.ParseQuestionCode(code)
		if _, other := questionnaire.KeyOf(code); graded || other {
			out[i+1] = code
		}
	}
	return out
}

// repacked is a workbook with parts changed, added or, with nil, left out.
func repacked(t testing.TB, book []byte, change map[string][]byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	put := func(name string, content []byte) {
		p, err := w.Create(name)
		if err == nil {
			_, err = p.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range r.File {
		if _, changed := change[f.Name]; !changed {
			put(f.Name, part(t, f))
		}
	}
	for name, content := range change {
		if content != nil {
			put(name, content)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func part(t testing.TB, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// some answers of every kind, with how they read.
func some() (map[string][]any, map[string]string) {
	return map[string][]any{
			"1.02": {7, ">"}, "1.03": {"7,0"}, "1.04": {" 8 ", "MINDER"}, "2.01": {"8<"}, "2.02": {10.0, "n"}, "3.02": {6.000000000000001},
			"A": {"-let op = goed\nen nog wat"}, "B": {"Ja"}, "C": {9}, "D": {"omdat"}, "E": {"@blij"}, "F": {"+niets"}, "G": {"ja"},
		}, map[string]string{
			"1.02": "7>", "1.03": "7", "1.04": "8<", "2.01": "8<", "2.02": "10", "3.02": "6",
		}
}

// check holds a return against the client, as they were before anybody answered.
func check(t testing.TB, r questionnaire.Return) (questionnaire.Found, account.Client) {
	t.Helper()
	c, _ := newMedia(t)
	y := c.Newest()
	y.Answers, y.NPS, y.Remarks, y.Answered, y.Released = nil, nil, nil, nil, nil
	return questionnaire.Check(&c, "", r), c
}

// same asks that a workbook holds the answers of some.
func same(t testing.TB, book []byte, name string) {
	t.Helper()
	r, err := readOne(book, name)
	if err != nil {
		t.Fatal(name, err)
	}
	f, c := check(t, r)
	if err := f.Apply(&c, false, false, "2011-06-12"); err != nil {
		t.Fatalf("%s: %v: %+v %+v", name, err, f.No, f.Items)
	}
	y := c.Newest()
	_, want := some()
	if len(y.Answers["KK"]) != len(want) {
		t.Errorf("%s: %v", name, y.Answers["KK"])
	}
	for _, a := range y.Answers["KK"] {
		if want[a.Question.String()] != a.String() {
			t.Errorf("%s: %s is %s", name, a.Question, a)
		}
	}
	n := account.NPS{Score: 9, Why: "omdat", Pleased: "@blij", Missed: "+niets"}
	if y.NPS["KK"] != n || y.Remarks["KK"] != "-let op = goed\nen nog wat" || len(y.Released) != 1 {
		t.Errorf("%s: %+v %q %v", name, y.NPS["KK"], y.Remarks["KK"], y.Released)
	}
}

// readOne reads a workbook in which there is one list.
func readOne(data []byte, name string) (questionnaire.Return, error) {
	all, err := Read(data, name)
	if err != nil || len(all) != 1 {
		return questionnaire.Return{}, errors.Join(err, fmt.Errorf("%d lists", len(all)))
	}
	return all[0], nil
}
