package post_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
)

// fill writes answers between the brackets of a letter.
func fill(text string, answers map[string]string) string {
	for code, answer := range answers {
		text = strings.Replace(text, "\n"+code+" "+questionnaire.Blank, "\n"+code+" ["+answer+"]", 1)
	}
	return text
}

// quoted is a text as a mail program quotes it in an answer.
func quoted(text string) string {
	return "Hierbij mijn antwoorden.\r\n\r\nOp 13 november schreef Joe:\r\n> " + strings.ReplaceAll(text, "\n", "\r\n> ")
}

// TestAnAnsweredLetterIsReadBack answers the letter as people do, and asks
// that all of it arrives, whoever brought the letter.
func TestAnAnsweredLetterIsReadBack(t *testing.T) {
	for _, by := range []post.By{post.ByManager, post.BySponsor} {
		for _, who := range []account.Initials{"KK", "ÉB"} {
			for _, as := range []func(string) string{func(s string) string { return s }, quoted} {
				c := client()
				l := list(&c, who, questionnaire.Measure)
				letter := post.Bring(&c, l, by, post.Address{}, at)
				letter.Text = as(fill(letter.Text, map[string]string{
					"1.01": "8", "1.02": " 7> ", "2.01": "9<", "A": "Een woord [met haken] erin,\nen een regel eronder.", "B": "ja",
					"C": "9", "D": "Omdat", "E": "Van alles", "F": "Niets", "G": "Ja",
				}))
				m, err := post.Read([]byte(draft(t, letter)), "antwoord.eml")
				if err != nil {
					t.Fatal(err)
				}
				r, ok := questionnaire.ReadText(m.Texts[0].Text, "antwoord.eml")
				if !ok || r.Reference != l.Reference() {
					t.Fatalf("%v %+v", ok, r.Reference)
				}
				f := questionnaire.Check(&c, "2026H2", r)
				if f.No != nil || f.Bad() > 0 || f.Graded() != l.Count() || !f.Recommends() || !f.Remarked() {
					t.Fatalf("%s by %s: %+v", who, by, f)
				}
				if err := f.Apply(&c, false, false, "2026-11-18"); err != nil {
					t.Fatal(err)
				}
				y := c.Newest()
				if got := y.Answers[who].Of(account.QuestionCode{KWI: 1, Serial: 2}).String(); got != "7>" {
					t.Errorf("1.02 is %q", got)
				}
				want := account.NPS{Score: 9, Why: "Omdat", Pleased: "Van alles", Missed: "Niets"}
				if y.NPS[who] != want || !strings.HasPrefix(y.Remarks[who], "Een woord [met haken] erin,\nen een regel") || len(y.Released) != 1 {
					t.Errorf("got %+v, %q, %v", y.NPS[who], y.Remarks[who], y.Released)
				}
			}
		}
	}
}

func TestAnUnansweredLetterHoldsNoAnswer(t *testing.T) {
	c := client()
	l := list(&c, "KK", questionnaire.Measure)
	r, ok := questionnaire.ReadText(post.Bring(&c, l, post.BySponsor, post.Address{}, at).Text, "")
	if f := questionnaire.Check(&c, "2026H2", r); !ok || len(r.Lines) != l.Count() || len(r.Asks) != 7 || f.No == nil || f.No.Ground != questionnaire.Unfilled {
		t.Errorf("%v %+v", ok, r)
	}
}

// TestAnotherQuestionWasReworded since the letter went: the one with brackets
// in its words, which a letter writes round, is still the same.
func TestAnotherQuestionWasReworded(t *testing.T) {
	c := client()
	letter := post.Bring(&c, list(&c, "KK", questionnaire.Measure), post.ByManager, post.Address{}, at)
	c.Newest().KWIs[1].Questions[0].Text = "Heel iets anders"
	r, _ := questionnaire.ReadText(fill(letter.Text, map[string]string{"1.02": "8", "2.01": "7"}), "x")
	f := questionnaire.Check(&c, "2026H2", r)
	if f.Graded() != 1 || f.Bad() != 1 {
		t.Errorf("got %+v", f)
	}
}
