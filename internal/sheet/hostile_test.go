package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// bomb is a small file of which the sheet unpacks to so many megabytes.
func bomb(t testing.TB, book []byte, megabytes int) []byte {
	row := `<row><c t="inlineStr"><is><t>` + strings.Repeat("a", 1<<10) + `</t></is></c></row>`
	return repacked(t, book, map[string][]byte{sheetPart: []byte(`<worksheet><sheetData>` + strings.Repeat(row, megabytes<<10) + `</sheetData></worksheet>`)})
}

// rows is a sheet of so many rows with a cell in each.
func rows(n int) []byte {
	return []byte(`<worksheet><sheetData>` + strings.Repeat(`<row><c><v>7</v></c></row>`, n) + `</sheetData></worksheet>`)
}

const sheetPart = "xl/worksheets/sheet1.xml"

// lied is a workbook whose sheet announces itself as empty.
func lied(t testing.TB, book []byte) []byte {
	b := bomb(t, book, 4)
	at := bytes.Index(b, []byte("PK\x01\x02"))
	for at >= 0 {
		name := b[at+46:]
		if bytes.HasPrefix(name, []byte(sheetPart)) {
			copy(b[at+24:], []byte{10, 0, 0, 0})
			break
		}
		next := bytes.Index(b[at+4:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += 4 + next
	}
	return b
}

func TestWhatIsNoListIsRefused(t *testing.T) {
	book := written(t, listOf(t, "KK", questionnaire.Measure, "nl"))
	types := string(partOf(t, book, "[Content_Types].xml"))
	many := map[string][]byte{}
	for i := range mostFileParts + 1 {
		many[fmt.Sprintf("xl/media/%d.png", i)] = []byte("x")
	}
	named := func(name string) []byte { return repacked(t, book, map[string][]byte{name: []byte("x")}) }
	sealed := bytes.Clone(book)
	for at := 0; at < len(sealed)-10; at++ { // the mark of a password on every part
		if bytes.Equal(sealed[at:at+4], []byte("PK\x01\x02")) {
			sealed[at+8] |= 1
		}
	}
	for name, w := range map[string]struct {
		data []byte
		kind fault.Kind
	}{
		"empty":       {nil, fault.NotWorkbook},
		"text":        {[]byte("1.02 [8]"), fault.NotWorkbook},
		"pdf":         {[]byte("%PDF-1.7"), fault.NotWorkbook},
		"zip of text": {repacked(t, book, map[string][]byte{"[Content_Types].xml": nil}), fault.NotWorkbook},
		"document":    {repacked(t, book, map[string][]byte{"[Content_Types].xml": []byte(strings.ReplaceAll(types, "spreadsheetml", "wordprocessingml"))}), fault.NotWorkbook},
		"half":        {book[:len(book)/2], fault.BrokenBook},
		"PK":          {[]byte("PK"), fault.BrokenBook},
		"no end":      {book[:len(book)-10], fault.BrokenBook},
		"no sheet":    {repacked(t, book, map[string][]byte{sheetPart: nil}), fault.BrokenBook},
		"no workbook": {repacked(t, book, map[string][]byte{"xl/workbook.xml": nil}), fault.BrokenBook},
		"torn sheet":  {repacked(t, book, map[string][]byte{sheetPart: []byte(`<worksheet><sheetData><row><c>`)}), fault.BrokenBook},
		"no text":     {repacked(t, book, map[string][]byte{sheetPart: []byte(`<worksheet><row><c t="s"><v>99999</v></c></row></worksheet>`)}), fault.BrokenBook},
		"row zero":    {repacked(t, book, map[string][]byte{sheetPart: []byte(`<worksheet><row r="-1"><c><v>1</v></c></row></worksheet>`)}), fault.BrokenBook},
		"entities":    {repacked(t, book, map[string][]byte{sheetPart: []byte(`<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><row><c t="str"><v>&b;</v></c></row></worksheet>`)}), fault.BrokenBook},
		"encrypted":   {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), wide16("EncryptedPackage")...), fault.Encrypted},
		"sealed":      {sealed, fault.Encrypted},
		"xls":         {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), wide16("Workbook")...), fault.OtherForm},
		"odt":         {repacked(t, book, map[string][]byte{"mimetype": []byte("application/vnd.oasis.opendocument.text")}), fault.OtherForm},
		"macros":      {named("xl/vbaProject.bin"), fault.Macros},
		"macro type":  {repacked(t, book, map[string][]byte{"[Content_Types].xml": []byte(strings.ReplaceAll(types, "sheet.main", "sheet.macroEnabled.main"))}), fault.Macros},
		"links":       {named("xl/externalLinks/externalLink1.xml"), fault.Outside},
		"connections": {named("xl/connections.xml"), fault.Outside},
		"path up":     {named("../../etc/passwd"), fault.OddPath},
		"path root":   {named("/etc/passwd"), fault.OddPath},
		"path drive":  {named(`C:\evil.dll`), fault.OddPath},
		"twice":       {named("XL/Workbook.xml"), fault.BrokenBook},
		"parts":       {repacked(t, book, many), fault.Overflow},
		"bomb":        {bomb(t, book, 33), fault.Overflow},
		"small bomb":  {bomb(t, book, 7), fault.Overflow},
		"lies":        {lied(t, book), fault.BrokenBook},
		"rows":        {repacked(t, book, map[string][]byte{sheetPart: rows(1 << 20)}), fault.Overflow},
		"some rows":   {repacked(t, book, map[string][]byte{sheetPart: rows(mostRows + 1)}), fault.Overflow},
		"large":       {make([]byte, MostBytes+1), fault.Overflow},
		"not ours":    {repacked(t, book, map[string][]byte{sheetPart: rows(9), "xl/worksheets/sheet2.xml": rows(9)}), fault.NotOurs},
	} {
		r, err := readOne(w.data, "map/lijst.xlsx")
		f, ok := fault.Of(err)
		if !ok || f.Kind != w.kind || len(r.Lines) > 0 {
			t.Errorf("%s: %v, not %s", name, err, w.kind)
			continue
		}
		for _, words := range []*lang.Words{lang.For("nl"), lang.For("en")} {
			if s := words.Fault(err); strings.Contains(s, "\n") || !strings.Contains(s, "lijst.xlsx") || strings.Contains(s, "map/") {
				t.Errorf("%s: %s", name, s)
			}
		}
	}
}

// TestOddCells: what is odd inside a sound workbook is told answer by answer.
func TestOddCells(t *testing.T) {
	book := written(t, listOf(t, "KK", questionnaire.Measure, "nl"))
	answers, _ := some()
	full := filled(t, book, answers)
	good := string(partOf(t, full, sheetPart))
	cell := func(with string) []byte {
		return repacked(t, full, map[string][]byte{sheetPart: []byte(replaceCell(t, good, gradeCell(t, book, "1.02"), with))})
	}
	for _, w := range []struct {
		with string
		why  questionnaire.Ground
	}{
		{`<f>3+4</f><v>7</v>`, questionnaire.Computed}, {`<f>WEBSERVICE("http://x")</f>`, questionnaire.Computed}, {`<f t="shared" si="0"/><v>7</v>`, questionnaire.Computed},
		{`<v>7.5</v>`, questionnaire.NotWhole}, {`<v>11</v>`, questionnaire.OutOfScale}, {`<v>1E300</v>`, questionnaire.NoNumber}, {`<v>NaN</v>`, questionnaire.NoNumber}, {`<v>45123</v>`, questionnaire.OutOfScale},
	} {
		r, err := readOne(cell(w.with), "x.xlsx")
		if err != nil {
			t.Fatal(w.with, err)
		}
		if f, _ := check(t, r); f.Bad() != 1 || f.Items[0].Reason.Ground != w.why || f.Items[0].At != gradeCell(t, book, "1.02") || f.Graded() != 5 {
			t.Errorf("%s: %+v", w.with, f.Items)
		}
	}
	r, err := readOne(filled(t, book, map[string][]any{"1.02": {8}, "A": {"rood _x001B_[31m\u202e!_x0007_"}}), "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if f, c := check(t, r); f.Bad() > 0 || f.Apply(&c, false, false, "2011-06-12") != nil || c.Newest().Remarks["KK"] != "rood [31m!" || len(r.Cleaned) != 1 {
		t.Errorf("%+v %q", f, r.Cleaned)
	}
}

// TestAFarRowCostsNothing: a cell at the end of a sheet is one cell.
func TestAFarRowCostsNothing(t *testing.T) {
	book := filled(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), map[string][]any{"1.02": {8}})
	far := strings.Replace(string(partOf(t, book, sheetPart)), "</sheetData>", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`, 1)
	far = strings.Replace(far, "</sheetData>", strings.Repeat(`<row r="1048576"/>`, 9000)+"</sheetData>", 1)
	r, err := readOne(repacked(t, book, map[string][]byte{sheetPart: []byte(far)}), "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := check(t, r); f.Graded() != 1 {
		t.Errorf("%+v", f)
	}
}

// TestARefusalUnpacksNothing holds a bomb to the memory of the file itself.
func TestARefusalUnpacksNothing(t *testing.T) {
	b := bomb(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), 40)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(b, "x.xlsx")
	runtime.ReadMemStats(&after)
	if !fault.Has(err, fault.Overflow) || after.TotalAlloc-before.TotalAlloc > 8<<20 {
		t.Errorf("%v after %d bytes", err, after.TotalAlloc-before.TotalAlloc)
	}
}

func FuzzRead(f *testing.F) {
	book := written(f, listOf(f, "KK", questionnaire.Measure, "nl"))
	answers, _ := some()
	f.Add([]byte("PK"))
	f.Add(filled(f, book, answers))
	f.Add(book)
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Read(b, "x.xlsx"); err != nil {
			if _, ok := fault.Of(err); !ok {
				t.Error(err)
			}
		}
	})
}

// FuzzSheet gives the reader sound packages with any sheet in them.
func FuzzSheet(f *testing.F) {
	book := written(f, listOf(f, "KK", questionnaire.Measure, "nl"))
	answers, _ := some()
	f.Add(partOf(f, filled(f, book, answers), sheetPart), partOf(f, book, "xl/sharedStrings.xml"))
	f.Add([]byte(`<worksheet><sheetData><row r="5"><c r="A5" t="inlineStr"><is><t>1.02</t></is></c><c r="C5" t="e"><v>#N/A</v></c></row></sheetData></worksheet>`), []byte(`<sst><si><r><t>a</t></r></si></sst>`))
	_, before := check(f, questionnaire.Return{})
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		f.Fatal(err)
	}
	others := map[string][]byte{}
	for _, p := range z.File {
		others[p.Name] = part(f, p)
	}
	f.Fuzz(func(t *testing.T, sheet, texts []byte) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for name, content := range others {
			switch name {
			case sheetPart:
				content = sheet
			case "xl/sharedStrings.xml":
				content = texts
			}
			if p, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil {
				_, _ = p.Write(content)
			}
		}
		_ = w.Close()
		r, err := readOne(b.Bytes(), "x.xlsx")
		if err != nil {
			if _, ok := fault.Of(err); !ok {
				t.Error(err)
			}
			return
		}
		c := before.Clone()
		found := questionnaire.Check(&c, "", r)
		if err := found.Apply(&c, true, true, "2011-06-12"); err != nil && found.No == nil {
			t.Error(err)
		}
	})
}

func partOf(t testing.TB, book []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == name {
			return part(t, f)
		}
	}
	t.Fatalf("no %s", name)
	return nil
}

// gradeCell is where the grade of a question stands.
func gradeCell(t testing.TB, book []byte, code string) string {
	r, err := readOne(book, "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range r.Lines {
		if l.Code.String() == code {
			return l.Grade.At
		}
	}
	t.Fatal(code)
	return ""
}

// replaceCell puts other contents in a cell of a sheet, as a number.
func replaceCell(t testing.TB, sheet, at, with string) string {
	from := strings.Index(sheet, `<c r="`+at+`"`)
	to := strings.Index(sheet[from:], `</c>`)
	if from < 0 || to < 0 {
		t.Fatal("no cell " + at)
	}
	return sheet[:from] + `<c r="` + at + `">` + with + sheet[from+to:]
}
