package pdf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
)

// wallPaper is a plan with a text of so many characters in its blocks.
func wallPaper(vision, actions, kpis int) report.PlanPage {
	p := report.PlanPage{Language: "nl", Title: "A3-accountplan 2026", Internal: "Intern: niet voor de klant", Client: "NewMedia", MadeBy: "gemaakt door Joe Bestseller", Source: "cyclus 2026H2", Supplier: "BESTSELLER B.V.", Made: "2026-11-24", Lacking: "nog leeg: 2, 3"}
	for i, name := range []string{"Visie", "Missie", "Kritieke succesfactoren", "KWI's", "Acties per KWI", "Organisatie-indicatoren", "Acties per indicator", "Randvoorwaarden", "In cijfers"} {
		p.Blocks = append(p.Blocks, report.PlanBlock{Number: i + 1, Title: name, Lines: []report.PlanLine{{Text: "Een enkele zin."}}})
	}
	p.Blocks[1] = report.PlanBlock{Number: 2, Title: "Missie", Empty: true, Question: "Waarom doen wij ertoe?"}
	p.Blocks[3].Live = "live"
	p.Blocks[0].Lines[0].Text = strings.TrimSpace(words("v", vision))
	for i := range actions {
		p.Blocks[4].Lines = append(p.Blocks[4].Lines, report.PlanLine{Code: "KWI-01", Text: "Kennisborging"},
			report.PlanLine{Code: fmt.Sprintf("2026-%02d", i), Text: "Het opdrachtdossier samen doornemen.", Note: "Joe Bestseller, 1 okt 2026", Entry: true})
	}
	for i := range kpis {
		p.Blocks[5].Lines = append(p.Blocks[5].Lines, report.PlanLine{Code: fmt.Sprintf("KPI-%d", i), Text: strings.Repeat("Onafscheidbaarheid", 27)})
	}
	f := &report.PlanFigures{LastYear: "uitkomst 2025", Wanted: "wens 2026", SoFar: "2026 tot nu toe", Difference: "verschil", Notes: []string{words("noot", 30)}}
	for i, name := range []string{"contactpersonen", "klantgesprekken", "leads", "opdrachten", "omzet", "marge", "klantwaardesessies", "NPS"} {
		f.Rows = append(f.Rows, report.PlanFigure{Name: name, LastYear: report.PlanNumber{Text: "999.999.999.999.999"}, Wanted: report.PlanNumber{Text: "−100"}, SoFar: report.PlanNumber{Text: "–"},
			Difference: "+999.999.999.999.999", Reached: []int{-1, 0, 500, 1000}[i%4]})
	}
	p.Blocks[8].Lines, p.Blocks[8].Figures = nil, f
	return p
}

func onWall(t *testing.T, p report.PlanPage) []placedText {
	t.Helper()
	all := drawn(t, a3Wide, a3High, func(seen func(placedText)) *paperDocument { return planPaper(p, seen) })
	for _, m := range all {
		if m.page != 1 {
			t.Fatalf("page %d", m.page)
		}
	}
	return all
}

func TestThePlanIsOnePageAndSaysWhatItCannotHold(t *testing.T) {
	note := regexp.MustCompile(`… nog [0-9.]+ regels? \(([0-9.]+) tekens?\) in (.+)`)
	for _, n := range [][3]int{{0, 0, 0}, {5, 3, 2}, {200, 10, 2}, {300, 2, 0}, {2200, 40, 30}, {2, 300, 0}} {
		page := wallPaper(n[0], n[1], n[2])
		marks := onWall(t, page)
		shown, told := 0, ""
		for _, m := range marks {
			for _, word := range strings.Fields(m.text) {
				if len(word) == 6 && word[0] == 'v' {
					shown++
				}
			}
			if strings.HasPrefix(m.text, "… nog") && strings.HasSuffix(m.text, "visie") {
				told = m.text
			}
		}
		if (shown < n[0]) != (told != "") {
			t.Errorf("%v: %d of the words are shown, told is %q", n, shown, told)
		}
		if m := note.FindStringSubmatch(told); m != nil {
			left, _ := strconv.Atoi(strings.ReplaceAll(m[1], ".", ""))
			if want := 7 * (n[0] - shown); left != want {
				t.Errorf("%v: %d characters are left out, told are %d", n, want, left)
			}
		}
		has(t, marks, page.Title, page.Client, page.Internal, page.MadeBy, page.Source, page.Lacking, page.Blocks[1].Question, page.Blocks[3].Live, page.Blocks[8].Figures.Notes[0])
	}
}

// TestThePlanStandsInItsGrid: whatever the blocks hold, each stands in its
// column, actions under what they serve.
func TestThePlanStandsInItsGrid(t *testing.T) {
	for _, n := range [][3]int{{0, 0, 0}, {300, 10, 2}, {2200, 40, 30}} {
		at := map[string]placedText{}
		page := wallPaper(n[0], n[1], n[2])
		for _, m := range onWall(t, page) {
			for _, b := range page.Blocks {
				if strings.HasSuffix(m.text, b.Title) && at[b.Title] == (placedText{}) && !strings.HasPrefix(m.text, "…") {
					at[b.Title] = m
				}
			}
		}
		for _, row := range report.PlanGrid() {
			for j, number := range row {
				m, above := at[page.Block(number).Title], at[page.Block(report.PlanGrid()[0][j]).Title]
				if left := at[page.Block(row[0]).Title]; m.text == "" || m.x != above.x || m.y != left.y {
					t.Errorf("%v: %q stands at %.1f %.1f", n, m.text, m.x, m.y)
				}
			}
		}
	}
}

func TestThePlanHoldsLongNames(t *testing.T) {
	page := wallPaper(3, 1, 1)
	page.Client, page.MadeBy, page.Supplier = words("klant", 60), strings.Repeat("Bestseller", 50), words("wij", 70)
	has(t, onWall(t, page), page.Client, page.MadeBy, page.Supplier)
}

func TestAListStandsOnItsPages(t *testing.T) {
	f, c := newMedia(t, "nl")
	q := questionnaire.For(c, c.Newest(), "KK", questionnaire.Sender{Supplier: f.Supplier}, questionnaire.Measure, "nl")
	marks := drawn(t, a4Wide, a4High, func(seen func(placedText)) *paperDocument { return listPaper(q, "2026-11-24", seen) })
	has(t, marks, q.Message, q.Heading, q.Thanks)

	long := strings.Repeat("Onafscheidbaarheidsverklaringsprocedure", 12)
	q.Name, q.Function, q.Client, q.Message, q.Thanks, q.Columns.Grade = long, words("functie", 50), words("klant", 50), words("brief", 2500), long, "cijferinwoorden"
	q.KWIs[0].Title, q.KWIs[0].Expectation = words("titel", 60), words("wens", 2000)
	q.KWIs[0].Questions[0].Text, q.KWIs[0].Questions[1].Text, q.KWIs[0].Questions[2].New = words("vraag", 2000), long, words("nieuw", 9)
	for range 100 {
		q.KWIs[1].Questions = append(q.KWIs[1].Questions, questionnaire.Question{Code: account.QuestionCode{KWI: 65535, Serial: 65535}, Text: "nog een"})
	}
	marks = drawn(t, a4Wide, a4High, func(seen func(placedText)) *paperDocument { return listPaper(q, "2026-11-24", seen) })
	has(t, marks, q.Name, q.Function, q.Message, q.Thanks, q.KWIs[0].Title, q.KWIs[0].Expectation, q.KWIs[0].Questions[0].Text, q.KWIs[0].Questions[2].New)
}

// TestThePlanGrowsToItsPage: where there is little to say it is said as large as the
// page can hold, and with the text above it always in a larger title.
func TestThePlanGrowsToItsPage(t *testing.T) {
	size := func(page report.PlanPage) float64 {
		high := 0.0
		for _, m := range onWall(t, page) {
			if strings.Contains(m.text, "Een enkele zin.") {
				high = max(high, m.h)
			}
		}
		return high / (pointInMM * 1.32)
	}
	if little, much := size(wallPaper(1, 0, 0)), size(wallPaper(300, 12, 2)); little < blockMost-0.1 || much >= little || much < blockAlike-0.1 {
		t.Errorf("a short plan is set in %.1f points, a long one in %.1f", little, much)
	}
}

// TestThePlanSaysHowManyActionsItCannotHold: all of those that are shown and all that
// are told are all that there are.
func TestThePlanSaysHowManyActionsItCannotHold(t *testing.T) {
	page := wallPaper(300, 90, 2)
	shown, told, cut := 0, 0, ""
	for _, m := range onWall(t, page) {
		if regexp.MustCompile(`^2026-\d+$`).MatchString(strings.TrimSpace(m.text)) {
			shown++
		}
		if f := regexp.MustCompile(`^… nog (\d+) afspraken \([0-9.]+ tekens\) in acties per KWI`).FindStringSubmatch(m.text); f != nil {
			told, _ = strconv.Atoi(f[1])
		}
		if strings.HasPrefix(m.text, "…") {
			cut += m.text + "\n"
		}
	}
	if told == 0 || shown+told < 90 || shown+told > 91 { // one may be cut in the middle
		t.Errorf("%d are shown, %d are told:\n%s", shown, told, cut)
	}
}
