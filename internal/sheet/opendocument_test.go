package sheet

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/foreigntest"
	"kwi/internal/questionnaire"
	words "kwi/internal/text"
)

// TestSavedInAnotherFormItSaysTheSame has LibreOffice save a filled list as .ods
// and as .csv: what comes back of it is what the workbook says.
func TestSavedInAnotherFormItSaysTheSame(t *testing.T) {
	answers, _ := some()
	book := filled(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), answers)
	path := foreigntest.Saved(t, "kk.xlsx", book)
	open := foreigntest.Loaded(t, foreigntest.Convert(t, "ods", path)[0])
	same(t, open, "kk.ods")
	want, err := readOne(book, "kk")
	if err != nil {
		t.Fatal(err)
	}
	got, err := readOne(open, "kk")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("as .ods: %v\ngot  %+v\nwant %+v", err, got, want)
	}
	for i := range want.Lines {
		want.Lines[i].Asked = "" // it was told unseen
	}
	text := foreigntest.Loaded(t, foreigntest.Convert(t, "csv", path)[0])
	for name, data := range formsOf(t, text) {
		if !IsCSV(data) {
			t.Errorf("%s: is no list", name)
		}
		all, err := ReadCSV(data, "kk")
		if err != nil || len(all) != 1 {
			t.Fatal(name, err, len(all))
		}
		if !reflect.DeepEqual(all[0], want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, all[0], want)
		}
	}
}

// formsOf are the ways in which spreadsheets save a sheet as text.
func formsOf(t *testing.T, text []byte) map[string][]byte {
	t.Helper()
	whole := text
	if !utf8.Valid(whole) {
		whole = []byte(words.DecodeWindows(whole)) // LibreOffice saves in the code of its computer
	}
	rows, err := csv.NewReader(bytes.NewReader(whole)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	with := func(sign rune) []byte {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = sign, sign == ';'
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var windows []byte
	for _, r := range string(with(';')) {
		switch {
		case r < 0x100:
			windows = append(windows, byte(r))
		case r == '’':
			windows = append(windows, 0x92)
		default:
			windows = append(windows, '?')
		}
	}
	return map[string][]byte{
		"commas": text, "semicolons": with(';'), "tabs": with('\t'), "mark": append([]byte("\ufeff"), with(';')...), "windows": windows,
	}
}

// openBook is a workbook in the form of OpenDocument with this in its sheets.
func openBook(t testing.TB, content string, more map[string][]byte) []byte {
	t.Helper()
	parts := map[string][]byte{"mimetype": []byte(openSheets), "content.xml": []byte(
		`<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">` + content + `</o:document-content>`)}
	for name, data := range more {
		parts[name] = data
	}
	return repacked(t, []byte("PK\x05\x06"+strings.Repeat("\x00", 18)), parts)
}

func TestAHostileOpenDocumentIsRefused(t *testing.T) {
	full := func(rows, cells string) string {
		return `<t:table><t:table-row t:number-rows-repeated="` + rows + `"><t:table-cell t:number-columns-repeated="` + cells + `"><x:p>1.02</x:p></t:table-cell></t:table-row></t:table>`
	}
	cell := func(s string) string {
		return "<t:table><t:table-row><t:table-cell><x:p>" + s + "</x:p></t:table-cell></t:table-row></t:table>"
	}
	for name, c := range map[string]struct {
		book []byte
		want fault.Kind
	}{
		"rows":     {openBook(t, full("1048576", "1"), nil), fault.Overflow},
		"cells":    {openBook(t, full("1", "1048576"), nil), fault.Overflow},
		"both":     {openBook(t, full("4000", "4000"), nil), fault.Overflow},
		"number":   {openBook(t, full("99999999999999999999", "1"), nil), fault.BrokenBook},
		"negative": {openBook(t, full("-1", "1"), nil), fault.BrokenBook},
		"rowless":  {openBook(t, "<t:table><t:table-cell/></t:table>", nil), fault.BrokenBook},
		"loose":    {openBook(t, "<t:table-row/>", nil), fault.BrokenBook},
		"spaces":   {openBook(t, cell(strings.Repeat(`<x:s x:c="100"/>`, 50_000)), nil), fault.Overflow},
		"sheets":   {openBook(t, strings.Repeat("<t:table/>", 51), nil), fault.Overflow},
		"entity":   {openBook(t, cell("&lol;"), nil), fault.BrokenBook},
		"cut":      {openBook(t, "<t:table><t:table-row>", nil), fault.BrokenBook},
		"outside":  {openBook(t, "<t:table><t:table-source/></t:table>", nil), fault.Outside},
		"macros":   {openBook(t, "", map[string][]byte{"Basic/Standard/x.xml": nil, "basic/a": []byte("x")}), fault.Macros},
		"locked":   {openBook(t, "", map[string][]byte{"META-INF/manifest.xml": []byte("<m><file-entry><encryption-data/></file-entry></m>")}), fault.Encrypted},
		"strange":  {openBook(t, cell("zomaar iets"), nil), fault.NotOurs},
		"nothing":  {openBook(t, "", map[string][]byte{"content.xml": nil}), fault.BrokenBook},
	} {
		if _, err := Read(c.book, name); !fault.Has(err, c.want) {
			t.Errorf("%s: %v, not %s", name, err, c.want)
		}
	}
}

// TestWhatIsRepeatedStandsThere: a row that is told once and stands there twice
// is two rows, and what was left open between two rows counts.
func TestWhatIsRepeatedStandsThere(t *testing.T) {
	g, err := parcelOf(t, openBook(t, `<t:table><t:table-row t:number-rows-repeated="3"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>`+
		`<t:table-row t:number-rows-repeated="2"><t:table-cell/><t:table-cell t:number-columns-repeated="2" o:value-type="float" o:value="7.0000000000000009"><x:p>7</x:p><o:annotation><x:p>noot</x:p></o:annotation></t:table-cell></t:table-row></t:table>`, nil)).grids()
	if err != nil || len(g) != 1 {
		t.Fatal(err, g)
	}
	cells := []sheetCell{{column: 2, text: "7", number: true}, {column: 3, text: "7", number: true}}
	if want := []sheetRow{{4, cells}, {5, cells}}; !reflect.DeepEqual(g[0].rows, want) {
		t.Errorf("%+v", g[0].rows)
	}
}

func parcelOf(t testing.TB, book []byte) parcel {
	t.Helper()
	p, err := openParcel(book, "x")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatIsNoListAsTextIsRefused(t *testing.T) {
	for text, want := range map[string]fault.Kind{
		"a;b\n1;2\n":                    fault.NotOurs,
		"\x00\x01":                      fault.NotWorkbook,
		strings.Repeat("x;", 60_000):    fault.Overflow,
		strings.Repeat("x;y\n", 6_000):  fault.Overflow,
		strings.Repeat("x", mostText+1): fault.Overflow,
	} {
		if _, err := ReadCSV([]byte(text), "x.csv"); !fault.Has(err, want) {
			t.Errorf("%.20q: %v, not %s", text, err, want)
		}
	}
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(`<t:table><t:table-row t:number-rows-repeated="2"><t:table-cell o:value-type="float" o:value="7"><x:p>a<x:s x:c="3"/></x:p></t:table-cell></t:table-row></t:table>`)
	f.Fuzz(func(t *testing.T, content string) {
		if all, err := Read(openBook(t, content, nil), "x.ods"); err == nil && len(all) == 0 {
			t.Error("nothing, and no reason")
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("sep=;\ncode;vraag;cijfer;relevantie\n1.02;\"a\nb\";7;>\nkwi:newmedia · 2011H1 · KK\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if all, err := ReadCSV(data, "x.csv"); err == nil && len(all) == 0 {
			t.Error("nothing, and no reason")
		}
	})
}
