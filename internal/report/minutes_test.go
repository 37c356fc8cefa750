package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
)

// recorded is a client whose session brought something; what is internal says
// so.
func recorded() account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, stage account.Stage, grade account.Grade) account.Cycle {
		return account.Cycle{Name: name, Stage: stage, AnswersBy: account.ByName,
			KWIs:     []account.KWI{{Code: 1, Title: "Kennis", Expectation: "Kennis blijft.", Why: "GEHEIM", Target: 800, Questions: []account.Question{{Code: q, Text: "Blijft het?"}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": {q}, "BB": {q}, "CC": {q}},
			Answers:  map[account.Initials]account.Sheet{"AA": {{Question: q, Grade: grade}}, "BB": {{Question: q, Grade: grade + 1}}, "CC": {{Question: q, Grade: grade + 1}}}}
	}
	y := cycle("2026H2", account.Session, 7)
	y.Session, y.Place = "2026-11-20", "Utrecht"
	y.Notes = []account.Note{{Date: "2026-09-01", With: "AA", Text: "GEHEIM"}}
	y.Remarks, y.Released = map[account.Initials]string{"AA": "Dit mag gezegd.", "BB": "GEHEIM"}, []account.Initials{"AA"}
	y.NPS = map[account.Initials]account.NPS{"BB": {Score: 9, Why: "GEHEIM"}}
	y.Analysis.Outliers = "GEHEIM"
	y.Excused = map[account.Initials]account.Date{"DD": "2026-11-01"}
	y.Reasons = []account.Reason{{Text: "GEHEIM"}}
	y.Actions = []account.Action{
		{Number: "2026-01", Date: "2026-08-01", Text: "Vroeger", Why: "GEHEIM", For: "JB", Side: account.SupplierSide, Status: account.Done, Done: "2026-10-01", Evidence: "Te zien.", EvidenceShared: true},
		{Number: "2026-02", Date: "2026-08-01", Text: "Nog", Side: account.ClientSide, Status: account.Open, Due: "2026-11-01", Evidence: "GEHEIM"},
		{Number: "2026-03", Date: "2026-11-20", Text: "Nieuw", For: "Kees", Side: account.BothSides, Status: account.Open, Due: "2026-12-04T16:00"},
	}
	y.Meeting = account.Meeting{Present: []account.Initials{"AA", "JB"}, Notes: []string{"Gezegd."}, Decisions: []string{"Besloten."}, Ideas: []account.Idea{{Text: "Meelopen", Votes: 3, Action: "2026-03"}},
		Next: []account.NextKWI{{KWI: 1, Title: "Kennis blijft hier"}, {Title: "Tempo", Expectation: "Sneller."}}}
	return account.Client{ID: "x", Name: "Klant", Respondents: []account.Respondent{{Initials: "AA", Name: "Anna", Remark: "GEHEIM", Email: "anna@x.example"}, {Initials: "BB", Name: "Bert"}, {Initials: "CC"}, {Initials: "DD", Name: "Dora"}},
		Colleagues: []account.Colleague{{Initials: "JB", Name: "Joe", Role: "manager"}}, Cycles: []account.Cycle{cycle("2026H1", account.Closed, 6), y}}
}

func minutesText(t *testing.T, c account.Client, language string) string {
	t.Helper()
	var b bytes.Buffer
	d := report.Minutes(&c, "", report.Options{Language: language, Supplier: "Leverancier", Today: "2026-11-21", Audience: report.Internal})
	if err := markdown.Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	if err := pdf.Minutes(&bytes.Buffer{}, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMinutes(t *testing.T) {
	text := minutesText(t, recorded(), "nl")
	for _, want := range []string{"Anna", "Joe", "Utrecht", "2 afspraken, waarvan 1 gedaan", "Te zien.", "| 01 Kennis | 7,67 | +1,00 | 8,00 | 7,67 |", "Dit mag gezegd.", "| Meelopen | 3 | 2026-03 |", "Besloten.", "Gezegd.",
		"### Klant", "| 2026-03 | Nieuw | Kees | 4 dec 2026", "01 Kennis blijft hier", "aangescherpt", "| Tempo | Sneller.", "nieuw"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told in\n%s", want, text)
		}
	}
	for _, never := range []string{"GEHEIM", "Bert", "Dora", "anna@"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is told in\n%s", never, text)
		}
	}
	if english := minutesText(t, recorded(), "en"); !strings.Contains(english, "# Minutes of the session") || !strings.Contains(english, "2 agreements, 1 of them done.") {
		t.Errorf("in English they are\n%s", english)
	}
}

// How many agreements were kept is said as somebody says it, of none and of all
// too.
func TestMinutesSayWhatWasKept(t *testing.T) {
	for _, kept := range []struct {
		done   []bool
		nl, en string
	}{
		{[]bool{false}, "Eén afspraak; die is niet gedaan.", "One agreement; it is not done."},
		{[]bool{true}, "Eén afspraak, en die is gedaan.", "One agreement, and it is done."},
		{[]bool{false, false}, "2 afspraken, geen ervan gedaan.", "2 agreements, none of them done."},
		{[]bool{true, true, true}, "3 afspraken, alle gedaan.", "3 agreements, all of them done."},
		{[]bool{true, false, true}, "3 afspraken, waarvan 2 gedaan.", "3 agreements, 2 of them done."},
	} {
		c := recorded()
		y := &c.Cycles[1]
		y.Actions, y.Meeting.Ideas = nil, nil
		for i, done := range kept.done {
			a := account.Action{Number: fmt.Sprintf("2026-%02d", i+1), Date: "2026-08-01", Text: "Vroeger", Side: account.SupplierSide, Status: account.Open, Due: "2026-10-01"}
			if done {
				a.Status, a.Done = account.Done, "2026-10-01"
			}
			y.Actions = append(y.Actions, a)
		}
		for language, want := range map[string]string{"nl": kept.nl, "en": kept.en} {
			if text := minutesText(t, c, language); !strings.Contains(text, want) {
				t.Errorf("%q is not said in\n%s", want, text)
			}
		}
	}
}

// By group there is no average, one decimal, and no name beside a remark.
func TestMinutesByGroup(t *testing.T) {
	c := recorded()
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
		c.Cycles[i].Answers["DD"] = c.Cycles[i].Answers["CC"]
	}
	c.Newest().Meeting.Present = nil
	text := minutesText(t, c, "nl")
	if !strings.Contains(text, "| 01 Kennis | 7,8 | +1,0 | 8,00 |") || strings.Contains(text, "Gem.") || strings.Contains(text, "Anna") || !strings.Contains(text, "Dit mag gezegd.") || strings.Contains(text, "GEHEIM") {
		t.Errorf("by group they are\n%s", text)
	}
}

func TestMinutesOfWhatIsNotThereHaveNoPart(t *testing.T) {
	c := recorded()
	y := c.Newest()
	y.Stage = account.Measure
	if d := report.Minutes(&c, "", report.Options{}); len(d.Parts) != 0 {
		t.Errorf("before the session they have %d parts", len(d.Parts))
	}
	c.Cycles = []account.Cycle{{Name: "2026H2", Stage: account.Session}}
	if d := report.Minutes(&c, "", report.Options{}); len(d.Parts) != 0 {
		t.Errorf("of nothing they have %+v", d.Parts)
	}
	if d := report.Minutes(&account.Client{}, "", report.Options{}); len(d.Parts) != 0 {
		t.Error("without a cycle they have parts")
	}
}

func TestAgreedInLines(t *testing.T) {
	c := recorded()
	got := fmt.Sprint(strings.Join(report.Agreed(&c, "", report.Options{Language: "nl", Today: "2026-11-21", Supplier: "Leverancier"}), "\n"))
	if want := "Klant:\n- Nog, 1 nov 2026\n\nSamen:\n- Nieuw, Kees, 4 dec 2026 16:00"; got != want {
		t.Errorf("agreed is\n%s\nnot\n%s", got, want)
	}
}
