package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// drawn are the texts of a document by page, in the order in which they
// were put.
func drawn(t *testing.T, wide, high float64, make func(seen func(placedText)) *paperDocument) (all []placedText) {
	t.Helper()
	p := make(func(m placedText) { all = append(all, m) })
	if err := p.f.Error(); err != nil {
		t.Fatal(err)
	}
	pages := map[int][]placedText{}
	for _, m := range all {
		pages[m.page] = append(pages[m.page], m)
		if m.x < 8 || m.y < 8 || m.x+m.w > wide-8 || m.y+m.h > high-8 {
			t.Errorf("page %d: off the page at %.1f %.1f, %.1f wide: %q", m.page, m.x, m.y, m.w, m.text)
		}
	}
	faults := 0
	for page, marks := range pages {
		for i, a := range marks {
			for _, b := range marks[:i] {
				if a.x+0.05 < b.x+b.w && b.x+0.05 < a.x+a.w && a.y+0.3 < b.y+b.h*0.8 && b.y+0.3 < a.y+a.h*0.8 {
					if faults++; faults < 10 {
						t.Errorf("page %d: %q at %.1f %.1f runs over %q at %.1f %.1f", page, a.text, a.x, a.y, b.text, b.x, b.y)
					}
				}
			}
		}
	}
	return all
}

// has tells that every word is on the paper as it is; a word that had to be
// broken is found in the lines put together.
func has(t *testing.T, marks []placedText, texts ...string) {
	t.Helper()
	var b strings.Builder
	for _, m := range marks {
		b.WriteString(strings.ReplaceAll(m.text, " ", ""))
	}
	whole := b.String()
	for _, text := range texts {
		for _, word := range strings.Fields(cleanForSetting(text)) {
			if !strings.Contains(whole, word) {
				t.Errorf("%.80q is not on the paper", word)
			}
		}
	}
}

// texts are all texts of a document.
func texts(d report.Document) (out []string) {
	out = append(out, d.Title, d.Client, d.Supplier, d.Cycle, d.For, d.Made)
	for _, p := range d.Parts {
		out = append(out, p.Title)
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case report.Headline:
				out = append(out, b.Label, b.Figure.Text, b.Change.Text, b.About)
			case report.Heading:
				out = append(out, b.Text)
			case report.Text:
				out = append(out, b.Text)
			case report.Table:
				out = append(out, b.Caption)
				for _, c := range b.Columns {
					out = append(out, c.Title)
				}
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						out = append(out, c.Text)
					}
				}
			case report.Bars:
				out = append(out, b.Caption, b.About)
				for _, bar := range b.Bars {
					out = append(out, bar.Label)
				}
			case report.Lines:
				out = append(out, b.Caption)
				for _, l := range b.Lines {
					out = append(out, l.Label)
				}
			}
		}
	}
	return out
}

func onPaper(t *testing.T, d report.Document) []placedText {
	t.Helper()
	return drawn(t, a4Wide, a4High, func(seen func(placedText)) *paperDocument { return monitor(d, seen) })
}

func TestAllTextsStandOnTheirPage(t *testing.T) {
	d := document()
	has(t, onPaper(t, d), texts(d)...)
}

// words are n words that are all different, so that none can be lost unseen.
func words(tag string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%05d ", tag, i)
	}
	return b.String()
}

// hostile is a document of which every text is as long as it may be.
func hostile() report.Document {
	long := strings.Repeat("Onafscheidbaarheidsverklaringsprocedure", 12)
	d := document()
	d.Title, d.Client, d.Supplier, d.For = long, words("klant", 50), long, words("voor", 50)
	for i := range d.Parts {
		d.Parts[i].Title = words("deel", 40)
	}
	table := report.Table{Caption: long, Columns: []report.Column{{Title: long}, {Title: "cijfer", Right: true}, {Title: words("kop", 60), Share: 3}}}
	table.Rows = []report.Row{
		{Cells: cells(long + "|" + strings.Repeat("9", 80) + "|" + words("cel", 700))},
		{Head: true, Cells: cells(words("groep", 120))},
		{Cells: cells("|||te veel cellen")},
		{Cells: cells("te weinig")}, {},
		{Total: true, Cells: cells(words("som", 300) + "|1")},
	}
	wide := report.Table{}
	for i := range 30 {
		wide.Columns = append(wide.Columns, report.Column{Title: fmt.Sprintf("respondent%02d", i) + strings.Repeat("x", 8*i), Right: i > 1})
	}
	for range 20 {
		wide.Rows = append(wide.Rows, report.Row{Cells: cells("Onafscheidbaarheid" + strings.Repeat("|10,00", 29))})
	}
	d.Parts = append(d.Parts, report.Part{ID: "more", Title: "", Blocks: []report.Block{
		table, wide, report.Table{}, report.Bars{}, report.Lines{}, report.Heading{}, report.Text{}, report.Headline{},
		report.Headline{Label: words("kop", 30), Figure: report.Cell{Text: "10,00"}, Change: report.Cell{Text: "−10,00"}, About: words("sinds", 30)},
		report.Heading{Text: words("kopje", 300)}, report.Text{Text: words("tekst", 1500), Quote: true}, report.Text{Text: strings.Repeat("\n", 90) + "\u202e\x1b[31m日本語 👍\xff", Quiet: true},
		report.Bars{Caption: long, Bars: []report.Bar{{Label: words("balk", 70), Score: 1000, Average: 100, Target: score.None}, {Label: long, Score: score.None, Average: score.None, Target: 1000}}},
		report.Lines{Caption: long, Cycles: strings.Fields(words("2026H", 40)), Lines: []report.Line{{Label: words("lijn", 70), Figures: figures(40)}, {Label: long, Figures: figures(90)}, {Label: "kort"}}},
	}})
	return d
}

func figures(n int) (out []score.Figure) {
	for i := range n {
		out = append(out, score.Figure(100+(i*337)%900))
	}
	return out
}

func TestNothingRunsOffThePage(t *testing.T) {
	d := hostile()
	all := texts(d)
	for i, s := range all {
		if strings.ContainsRune(s, '|') || s == "te veel cellen" {
			all[i] = ""
		}
	}
	marks := onPaper(t, d)
	for i := range all { // what a page breaks is not found in one piece
		if !strings.Contains(all[i], "0000") {
			all[i] = ""
		}
	}
	has(t, marks, all...)
}

func TestTheSummaryIsOnePage(t *testing.T) {
	for _, n := range []int{1, 16, 40, 120} {
		d := document()
		d.Parts = d.Parts[:2]
		d.Parts[0].Blocks = append(d.Parts[0].Blocks, actions(n))
		marks := onPaper(t, d)
		last, left := 0, ""
		for _, m := range marks {
			if m.text == d.Parts[1].Title && m.page > 1 {
				last = m.page
			}
			if m.page == 2 && strings.HasPrefix(m.text, "… nog") {
				left = m.text
			}
		}
		if last != 3 {
			t.Errorf("%d: the part after the summary is on page %d", n, last)
		}
		if (left != "") != (n >= 40) {
			t.Errorf("%d: %q", n, left)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := Monitor(w, hostile()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings differ")
	}
	if !bytes.Contains(a.Bytes(), []byte("/CreationDate (D:20261126")) {
		t.Error("the day is not the document's")
	}
}

func TestOurWidthsAreTheLibrarys(t *testing.T) {
	p := newPaper(a4Wide, a4High, documentInfo{})
	p.page()
	const s = "Klantwaarde – 7,60 “één” ±ÿĳ€□■ < N > \u00a0 ﬁ"
	for f := range faceCount {
		p.f.SetFont(family, styles[f], 11)
		if ours, theirs := (fontAtSize{f, 11}).width(s), p.f.GetStringWidth(s); ours < theirs-0.01 || ours > theirs+0.01 {
			t.Errorf("%d: %f and %f", f, ours, theirs)
		}
	}
}

func TestWrap(t *testing.T) {
	f := fontAtSize{regular, 10}
	for _, s := range []string{"", "a", "een paar gewone woorden op een rij", strings.Repeat("x", 400), "kort " + strings.Repeat("lang-", 60), "een\n\ntwee\r\ndrie", "\t  \u00ad\u200b"} {
		for _, w := range []float64{0, 1, 12, 60} {
			lines := f.wrap(s, w)
			for _, l := range lines {
				if f.width(l) > w && len([]rune(l)) > 1 {
					t.Errorf("%q is wider than %.0f", l, w)
				}
			}
			if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(cleanForSetting(s)), ""); strings.ReplaceAll(got, " ", "") != want {
				t.Errorf("%q became %q", s, lines)
			}
		}
	}
	if got := f.wrap("een\n\ntwee", 60); len(got) != 3 {
		t.Errorf("%q", got)
	}
}

func TestEnglish(t *testing.T) {
	d := document()
	d.Language, d.Made = "en", "Thursday 26 November 2026"
	has(t, onPaper(t, d), lang.For("en").T("paper.page", 1, 10), "average")
}
