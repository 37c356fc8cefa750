package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"kwi/internal/report"
	"kwi/internal/text"
)

// rightToLeft is a document with names and a quote that read from right to left.
func rightToLeft() report.Document {
	d := document()
	d.Client = "שלום תקשורת"
	d.Parts = []report.Part{{ID: "lists", Title: "Antwoorden", Blocks: []report.Block{
		report.Heading{Text: "דוד כהן (DD)"},
		report.Text{Text: "העבודה טובה מאוד, 8 מתוך 10, והצוות של NewMedia עוזר. אנחנו רוצים להמשיך כך גם בשנה הבאה, עם אותו צוות ועם אותם אנשים.", Quote: true},
		report.Text{Text: "De wens van محمد الأحمد, 8 dec 2026."},
		report.Table{Columns: []report.Column{{Title: "Naam"}, {Title: "Functie"}}, Rows: rows("דוד כהן|Manager", "لالة فاطمة|Directeur")},
	}}}
	return d
}

// Somebody else's program reads each word as it is written, and the words stand
// from right to left.
func TestRightToLeftAsOthersReadIt(t *testing.T) {
	content := written(t, func(b *bytes.Buffer) error { return Monitor(b, rightToLeft()) })
	all := regexp.MustCompile(`\p{Cf}`).ReplaceAllString(asks(t, content, "pdftotext", "-raw", "FILE", "-"), "")
	for _, line := range []string{"כהן דוד Manager", "תקשורת שלום · 2026H2", "כהן דוד (DD)"} {
		if !strings.Contains(all, line) {
			t.Errorf("%q cannot be read", line)
		}
	}
	for _, word := range strings.Fields("מתוך NewMedia והצוות") {
		if !strings.Contains(all, word) {
			t.Errorf("%q cannot be read", word)
		}
	}
	for _, word := range strings.Fields("محمد الأحمد لالة فاطمة") { // in the forms in which they join
		if shaped, _ := text.Shape(word, regular.has); shaped == word || !strings.Contains(all, shaped) {
			t.Errorf("%q cannot be read, or does not join", word)
		}
	}
	if !regexp.MustCompile(`De wens van \S+ \S+, 8 dec 2026\.`).MatchString(all) {
		t.Errorf("a date is taken to the name before it:\n%s", all)
	}
}

// A paragraph from right to left begins at the right and keeps its way on each of
// its lines; what is ours begins at the left, whoever's name it begins with.
func TestAParagraphFromRightToLeftStandsAtTheRight(t *testing.T) {
	right, lines := 0.0, 0
	for _, m := range drawn(t, a4Wide, a4High, func(seen func(placedText)) *paperDocument { return monitor(rightToLeft(), seen) }) {
		switch {
		case m.page < 2:
		case strings.Contains(m.text, "(DD)"):
			if m.x != marginX {
				t.Errorf("the heading begins at %.1f", m.x)
			}
		case strings.Contains(m.text, "העבודה") || strings.Contains(m.text, "אנשים"):
			lines++
			if right != 0 && m.x+m.w != right {
				t.Errorf("a line ends at %.2f, not %.2f", m.x+m.w, right)
			}
			right = m.x + m.w
		}
	}
	if lines != 2 || right < a4Wide-marginX-0.1 {
		t.Errorf("%d lines, which end at %.1f", lines, right)
	}
}

// The title of a KWI stands after its number, and a name alone above what its
// bearer said, both at the left as every other heading and label.
func TestALabelFromRightToLeftStandsWithTheOthers(t *testing.T) {
	d := document()
	d.Parts = []report.Part{{ID: "remarks", Title: "Scores", Blocks: []report.Block{
		report.Heading{Text: "02 שיתוף ידע"},
		report.Text{Text: "محمد", Quiet: true},
		report.Text{Text: "Ik hoor het nu eerder.", Quote: true},
	}}}
	name, _ := text.Shape("محمد", regular.has)
	found := 0
	for _, m := range drawn(t, a4Wide, a4High, func(seen func(placedText)) *paperDocument { return monitor(d, seen) }) {
		heading := strings.Contains(m.text, "שיתוף")
		if m.page < 2 || !heading && !strings.Contains(m.text, "محمد") && !strings.Contains(m.text, name) {
			continue
		}
		found++
		if m.x != marginX {
			t.Errorf("%q begins at %.1f", m.text, m.x)
		}
		if heading && !strings.HasPrefix(strings.TrimLeft(m.text, text.LeftToRightMark), "02") {
			t.Errorf("%q does not begin with its number", m.text)
		}
	}
	if found != 2 {
		t.Errorf("%d labels are drawn", found)
	}
}

// A face that lacks a character borrows it from the upright one.
func TestAnotherFaceLendsItsLetters(t *testing.T) {
	const s = "العمل 8"
	if oblique.has('ا') {
		t.Skip("the oblique face has grown Arabic letters")
	}
	parts := fontAtSize{oblique, 9}.parts(cleanForSetting(s))
	if len(parts) != 2 || parts[0].face != regular || parts[1].face != oblique {
		t.Errorf("got %+v", parts)
	}
	if strings.ContainsRune(cleanForSetting(s), lacking) {
		t.Error("it is told as lacking")
	}
}

// On the wall the code of a KWI does not run into a year of its title from right to left.
func TestACodeOnTheWallStandsApartFromATitleFromRightToLeft(t *testing.T) {
	page := wallPaper(1, 1, 1)
	page.Blocks[3].Lines = []report.PlanLine{{Code: "KWI-02", Text: "שיתוף ידע 2026", Entry: true}}
	content := written(t, func(b *bytes.Buffer) error { return Plan(b, page) })
	all := regexp.MustCompile(`\p{Cf}`).ReplaceAllString(asks(t, content, "pdftotext", "-layout", "FILE", "-"), "")
	if !strings.Contains(all, "שיתוף") || !regexp.MustCompile(`KWI-02 +\S`).MatchString(all) {
		t.Errorf("the code runs into the title:\n%s", all)
	}
}
