package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
)

// hostile are texts that a program could take for something else.
var hostile = []string{
	`=HYPERLINK("http://x.example","x")`, "=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =1", `=cmd|' /C calc'!A1`, "'=1", "_x0041_", "<b>&amp;</b>", "&L&P &A", "&", "]]>", "]['*?:/\\",
	strings.Repeat("a very long word ", 600), strings.Repeat("x", 5000), "one\ntwo\n=three", "“‘’”", "漢字🙂", "",
}

// filled puts a text wherever others write.
func filled(text string) account.Client {
	c := account.Client{ID: "x", Name: text, Respondents: []account.Respondent{{Initials: "KK", Name: text, Function: text, Email: text, Remark: text}}, Sponsor: "KK"}
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c.Cycles = []account.Cycle{{
		Name: "2026H2", AnswersBy: account.ByName, Place: text, Session: "2026-11-27",
		KWIs:     []account.KWI{{Code: 1, Title: text, Expectation: text, Why: text, WishedBy: "KK", Target: 750, Questions: []account.Question{{Code: q, Text: text}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}},
		Answers:  map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 8}}},
		Remarks:  map[account.Initials]string{"KK": text}, Released: []account.Initials{"KK"},
		NPS:     map[account.Initials]account.NPS{"KK": {Score: 9, Why: text, Pleased: text, Missed: text}},
		Actions: []account.Action{{Number: "2026-01", Text: text, For: text, Evidence: text, Status: account.Open, Due: "2026-01-01T17:00"}},
		Meeting: account.Meeting{Notes: []string{text}, Decisions: []string{text}},
	}}
	return c
}

func TestForeignTextNeverActs(t *testing.T) {
	for _, text := range hostile {
		c := filled(text)
		for _, a := range []report.Audience{report.ForClient, report.Internal} {
			b := written(t, document(&c, "", a))
			f := opened(t, b)
			for at := range computed(t, f) {
				formula, err := f.GetCellFormula(at[0], at[1])
				if err != nil || !strings.HasPrefix(formula, "IF(") && !strings.HasPrefix(formula, "COUNT(") {
					t.Errorf("%q computes %s, %v", text, formula, err)
				}
			}
			for name, part := range parts(t, b) {
				if strings.Contains(part, "externalLink") || strings.Contains(part, "<hyperlink") {
					t.Errorf("%q links out in %s", text, name)
				}
			}
			unmarked(t, f, text)
		}
	}
}

// All of a long text is there, in as many rows as it takes.
func TestNoTextIsCut(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word after word ", 1200))
	c := filled("x")
	c.Cycles[0].KWIs[0].Expectation, c.Cycles[0].Actions[0].Text = long, long
	f := opened(t, written(t, document(&c, "", report.ForClient)))
	for sheet, least := range map[string]int{"KWIs": 3600, "Actielijst": 3600} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i, r := range rows {
			n += strings.Count(strings.Join(r, " "), "word") + strings.Count(strings.Join(r, " "), "after")
			if h, err := f.GetRowHeight(sheet, i+1); err != nil || h > 409 {
				t.Errorf("%s: row %d is %v high, %v", sheet, i+1, h, err)
			}
		}
		if n < least {
			t.Errorf("%s: %d of %d words", sheet, n, least)
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	c := client(t, "newmedia")
	d := document(&c, "2026H1", report.Internal)
	one, other := written(t, d), written(t, d)
	if bytes.Equal(one, other) {
		return
	}
	t.Error("two workbooks of one document differ")
	again := parts(t, other)
	for name, part := range parts(t, one) {
		if part != again[name] {
			t.Errorf("%s:\n%.300s\n%.300s", name, part, again[name])
		}
	}
}

func TestADocumentWithoutPartsIsAWorkbookToo(t *testing.T) {
	c := account.Client{ID: "x", Name: "X"}
	if names := opened(t, written(t, document(&c, "", report.ForClient))).GetSheetList(); len(names) != 1 {
		t.Errorf("got %v", names)
	}
}

func BenchmarkMonitor(b *testing.B) {
	c := client(b, "newmedia")
	d := document(&c, "2026H1", report.ForClient)
	for b.Loop() {
		written(b, d)
	}
}
