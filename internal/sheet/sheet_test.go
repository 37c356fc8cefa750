package sheet

import (
	"archive/zip"
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/questionnaire"
)

func TestAFilledListIsReadBack(t *testing.T) {
	answers, _ := some()
	for _, tag := range []string{"nl", "en"} {
		for _, moment := range []questionnaire.Moment{questionnaire.Communicate, questionnaire.Measure} {
			book := written(t, listOf(t, "KK", moment, tag))
			same(t, filled(t, book, answers), tag)
			r, err := readOne(book, "/home/somebody/naam.xlsx")
			if err != nil || r.File != "naam.xlsx" || r.Reference != listOf(t, "KK", moment, tag).Reference() {
				t.Errorf("%+v %v", r.Reference, err)
			}
			if f, _ := check(t, r); f.No == nil || f.No.Ground != questionnaire.Unfilled {
				t.Errorf("an empty list: %+v", f)
			}
		}
	}
}

func TestRowsMayMove(t *testing.T) {
	answers, _ := some()
	book := filled(t, written(t, listOf(t, "KK", questionnaire.Measure, "nl")), answers)
	for name, change := range map[string]func(*excelize.File, string) error{
		"inserted": func(f *excelize.File, s string) error { return f.InsertRows(s, 3, 7) },
		"deleted":  func(f *excelize.File, s string) error { return f.RemoveRow(s, 1) },
		"column":   func(f *excelize.File, s string) error { return f.InsertCols(s, "C", 1) },
		"copied":   func(f *excelize.File, s string) error { return f.DuplicateRow(s, 20) },
		"named":    func(f *excelize.File, s string) error { return f.SetSheetName(s, "Blad1") },
		"shown":    func(f *excelize.File, _ string) error { return f.SetSheetVisible(hidden, true) },
		"first":    func(f *excelize.File, s string) error { return f.MoveSheet(hidden, s) },
		"lost":     func(f *excelize.File, _ string) error { return f.DeleteSheet(hidden) },
		"open":     func(f *excelize.File, s string) error { return f.UnprotectSheet(s) },
	} {
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		if err := change(f, f.GetSheetName(0)); err != nil {
			t.Fatal(name, err)
		}
		var b bytes.Buffer
		if _, err := f.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		same(t, b.Bytes(), name)
	}
}

func TestItNeverCallsItselfThat(t *testing.T) {
	never := regexp.MustCompile(`(?i)questionnaire|vragenlijst|go excelize|xuri`)
	for _, tag := range []string{"nl", "en"} {
		book := written(t, listOf(t, "KK", questionnaire.Measure, tag))
		z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if found := never.FindString(f.Name + string(part(t, f))); found != "" {
				t.Errorf("%s: %s says %q", tag, f.Name, found)
			}
		}
	}
}

// TestNoTextIsAFormula: whatever the client and the supplier are called and
// ask, every cell is a text, in the format of text, and reads back as it was.
func TestNoTextIsAFormula(t *testing.T) {
	for _, start := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'", "=cmd|' /C calc'!A0"} {
		c, _ := newMedia(t)
		y := c.Newest()
		c.Name, c.Respondent("KK").Name = start+" BV", start+" naam"
		for i := range y.KWIs {
			y.KWIs[i].Title, y.KWIs[i].Expectation = start+" t", start+" e"
			for j := range y.KWIs[i].Questions {
				y.KWIs[i].Questions[j].Text = start + " v"
			}
		}
		l := questionnaire.For(&c, y, "KK", questionnaire.Sender{Supplier: start + " lev"}, questionnaire.Measure, "nl")
		book := written(t, l)
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			rows, _ := f.GetRows(sheet)
			for i, row := range rows {
				for j, text := range row {
					cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
					formula, _ := f.GetCellFormula(sheet, cell)
					kind, _ := f.GetCellType(sheet, cell)
					id, _ := f.GetCellStyle(sheet, cell)
					style, _ := f.GetStyle(id)
					if text != "" && (formula != "" || kind != excelize.CellTypeSharedString || style.NumFmt != 49) {
						t.Errorf("%s!%s: %q is %v, %q, format %d", sheet, cell, text, kind, formula, style.NumFmt)
					}
				}
			}
		}
		r, err := readOne(filled(t, book, map[string][]any{"1.02": {8}}), "x.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		if found := questionnaire.Check(&c, "", r); found.Bad() > 0 {
			t.Errorf("%q: %+v", start, found.Items)
		}
	}
}

func TestOnlyAnswersAreOpen(t *testing.T) {
	l := listOf(t, "KK", questionnaire.Measure, "nl")
	f, err := excelize.OpenReader(bytes.NewReader(written(t, l)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetName(0)
	open := 0
	rows, _ := f.GetRows(sheet)
	for i := range len(rows) + 5 {
		for _, column := range []string{"A", "B", "C", "D"} {
			cell := column + itoa(i+1)
			id, _ := f.GetCellStyle(sheet, cell)
			style, _ := f.GetStyle(id)
			if style.Protection == nil || style.Protection.Locked {
				continue
			}
			open++
			if text, _ := f.GetCellValue(sheet, cell); text != "" {
				t.Errorf("%s is open and holds %q", cell, text)
			}
		}
	}
	if want := 2*l.Count() + 3 + 4*3; open != want { // a text takes three merged cells
		t.Errorf("%d cells are open, not %d", open, want)
	}
	choices, _ := f.GetDataValidations(sheet)
	if want := 2*l.Count() + 3; len(choices) != want {
		t.Errorf("%d choices, not %d", len(choices), want)
	}
	if o, err := f.GetSheetProtection(sheet); err != nil || o.Password != "" {
		t.Error(o, err)
	}
	if shown, _ := f.GetSheetVisible(hidden); shown {
		t.Error("the hidden sheet is not")
	}
	page, _ := f.GetPageLayout(sheet)
	if *page.Size != 9 || *page.Orientation != "portrait" || *page.FitToWidth != 1 {
		t.Errorf("%+v", page)
	}
	if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == "_xlnm.Print_Titles" }) {
		t.Error("no row is repeated")
	}
}

func itoa(n int) string { return cellName(0, n) }

func TestTheSameListIsTheSameBytes(t *testing.T) {
	l := listOf(t, "KK", questionnaire.Measure, "nl")
	if !bytes.Equal(written(t, l), written(t, l)) {
		t.Error("it differs")
	}
}

// TestTextsHaveRoom: no row is higher than a row can be, and no word is lost.
func TestTextsHaveRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zA-Z0-9é€.,-]{0,90}[ \n]`), 0, 400).Draw(t, "words"), "")
		size := rapid.SampledFrom([]float64{8, 11, 17}).Draw(t, "size")
		var words []string
		for _, p := range pieces(text, rapid.Float64Range(8, 95).Draw(t, "width"), size) {
			if p.points > 409 || p.points < size {
				t.Fatalf("%g points", p.points)
			}
			words = append(words, strings.Fields(p.text)...)
		}
		if got, want := strings.Join(words, ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// TestAQuestionThatIsReadAsOneRow stands in one row.
func TestAQuestionThatIsReadAsOneRow(t *testing.T) {
	if h := heightNeeded(strings.Repeat("een lange vraag ", longQuestion/16), widthOf(questions, questions), question.size); h > tallest {
		t.Errorf("%g points", h)
	}
}

func TestALongQuestion(t *testing.T) {
	c, supplier := newMedia(t)
	y := c.Newest()
	y.Answers = nil
	y.KWIs[0].Questions[1].Text = strings.Repeat("een lange vraag ", 400)
	y.KWIs[0].Expectation = strings.Repeat("veel verwachten ", 1200)
	l := questionnaire.For(&c, y, "KK", questionnaire.Sender{Supplier: supplier}, questionnaire.Measure, "nl")
	r, err := readOne(filled(t, written(t, l), map[string][]any{"1.02": {8}, "1.03": {9}}), "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	f := questionnaire.Check(&c, "", r)
	if f.Bad() != 0 || f.Graded() != 2 {
		t.Errorf("%+v", f)
	}
}

func TestANewQuestionIsMarked(t *testing.T) {
	c, supplier := newMedia(t)
	y := c.Newest()
	y.Sent = map[account.Initials][]account.Date{"KK": {"2011-01-01"}}
	y.KWIs[0].Questions[1].Added = "2011-02-01"
	l := questionnaire.For(&c, y, "KK", questionnaire.Sender{Supplier: supplier}, questionnaire.Measure, "nl")
	l.Mark = accounttest.MarkOf("KK")
	answers, _ := some()
	same(t, filled(t, written(t, l), answers), "new")
}

func TestWhatLooksLikeAnEscape(t *testing.T) {
	for _, s := range []string{"_x000D_ v", "_x000D_x000A_", "__x0041__x0042_", "_x005F_x0041_", "_x00", "_xzzzz_"} {
		c, _ := newMedia(t)
		c.Newest().KWIs[0].Questions[1].Text = s
		r, err := readOne(written(t, questionnaire.For(&c, c.Newest(), "KK", questionnaire.Sender{Supplier: "B"}, questionnaire.Measure, "nl")), "x.xlsx")
		if err != nil || r.Lines[0].Shown != s || r.Lines[0].Asked != s {
			t.Errorf("%q: %q %q %v", s, r.Lines[0].Shown, r.Lines[0].Asked, err)
		}
	}
}
