package report_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/lang"
	"kwi/internal/report"
)

// Whatever is kept of anybody has words in every language.
func TestWhatIsKeptOfAPersonIsSaidInWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		for _, r := range c.Respondents {
			for _, item := range c.Keeps(r.Initials, true) {
				for _, w := range lang.All() {
					if !w.Has("kept.in." + strings.ToLower(item.In)) {
						t.Errorf("no words for %s", item.In)
					}
					for _, f := range item.Fields {
						if _, q := account.ParseQuestionCode(f.Name); f.Name != "" && f.Name != "question" && !q && !w.Has("kept.field."+strings.ToLower(f.Name)) {
							t.Errorf("no words for %s in %s", f.Name, item.In)
						}
					}
				}
			}
			report.Person(&c, report.AboutPerson{Who: r.Initials}, report.Options{Language: "nl", Today: "2026-11-27"})
		}
		for _, w := range lang.All() {
			for _, kind := range account.ErasedKinds() {
				if !w.Has("erase.did." + string(kind) + ".one") {
					t.Errorf("no words for %s", kind)
				}
			}
		}
	})
}

// Wherever free text stands, people can be told where.
func TestWhereATextStandsIsSaidInWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		seen := map[string]bool{}
		c.EachText(func(at account.Whereabouts) { seen[strings.ToLower(at.In)] = true })
		for in := range seen {
			for _, w := range lang.All() {
				if !w.Has("kept.place." + in) {
					t.Errorf("no words for %s", in)
				}
			}
		}
	})
}

func TestThePageOfAPersonKeepsWhatWasSaidByGroupToItself(t *testing.T) {
	t.Parallel()
	q, second := account.QuestionCode{KWI: 1, Serial: 1}, account.QuestionCode{KWI: 1, Serial: 2}
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}}, Cycles: []account.Cycle{{Name: "2026H1", AnswersBy: account.ByGroup,
		KWIs:     []account.KWI{{Code: 1, Questions: []account.Question{{Code: q, Text: "Goed?"}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}}, Answers: map[account.Initials]account.Sheet{"KK": {{Question: q, Grade: 3}, {Question: second, Grade: 8, Relevance: account.Less}}}, Remarks: map[account.Initials]string{"KK": "geheim"}}}}
	said := func(themselves bool) (all string) {
		d := report.Person(&c, report.AboutPerson{Who: "KK", Themselves: themselves}, report.Options{Language: "nl", Today: "2026-11-27"})
		for _, p := range d.Parts {
			for _, b := range p.Blocks {
				if table, ok := b.(report.Table); ok {
					for _, r := range table.Rows {
						all += r.Cells[0].Text + ": " + r.Cells[1].Text + "\n"
					}
				}
			}
		}
		return all
	}
	if s := said(false); strings.Contains(s, "geheim") || strings.Contains(s, "3 · 1.01 Goed?") || !strings.Contains(s, "Kees Klant") {
		t.Error(s)
	}
	if s := said(true); !strings.Contains(s, "Cijfers: 3 · 1.01 Goed?\n: 8 (weegt lichter) · 1.02\n") {
		t.Errorf("a question is no line of its own: %s", s)
	}
	if s := said(true); !strings.Contains(s, "geheim") || !strings.Contains(s, "3 · 1.01 Goed?") {
		t.Error(s)
	}
}
