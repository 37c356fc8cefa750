package letter_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/letter"
	"kwi/internal/questionnaire"
)

// TestLettersOfTwoPeople: in the simple approach each letter speaks of the one
// contact's own questions, and of no session or monitor.
func TestLettersOfTwoPeople(t *testing.T) {
	for tag, never := range map[string][]string{"nl": {"sessie", "monitor", "collega's", "{", "vragenlijst"}, "en": {"session", "monitor", "colleagues", "{", "questionnaire"}} {
		c := account.Client{ID: "x", Name: "Facilitair", Approach: account.Simple, Respondents: []account.Respondent{{Initials: "MM", Name: "Marga Meijer", Language: tag}},
			Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
		if _, err := c.AskOwn("", "MM", "Vragen van Marga Meijer", "Wij weten wie er begint.", account.Standard{Noticed: "Wij merkten het."}); err != nil {
			t.Fatal(err)
		}
		y := c.Newest()
		from := questionnaire.Sender{Supplier: "Bestseller", Name: "Joe"}
		told := map[string]string{}
		lists := func(when string) {
			for _, r := range []questionnaire.Round{questionnaire.Preview, questionnaire.Answering, questionnaire.Reminding} {
				l := r.List(&c, y, "MM", from, tag, "2026-11-01")
				told[when+string(r)] = l.Subject + "\n" + l.Message
			}
		}
		lists("unplanned ")
		y.Session, y.Place = "2026-12-10", "K2"
		lists("")
		l := letter.Of(&c, y, letter.Invitation, "MM", letter.Writing{From: from, Tag: tag, Today: "2026-10-01"})
		told["invitation"] = l.Subject + "\n" + l.Text
		y.Meeting.Present = []account.Initials{"MM"}
		l = letter.Of(&c, y, letter.Thanks, "MM", letter.Writing{From: from, Tag: tag, Today: "2026-12-11"})
		told["thanks"] = l.Subject + "\n" + l.Text
		for kind, text := range told {
			t.Logf("%s %s\n%s\n", tag, kind, text)
			for _, word := range never {
				if strings.Contains(text, word) {
					t.Errorf("%s %s says %q:\n%s", tag, kind, word, text)
				}
			}
			if !strings.Contains(text, "Marga") || !strings.Contains(text, "Joe") {
				t.Errorf("%s %s is from nobody to nobody:\n%s", tag, kind, text)
			}
		}
	}
}
