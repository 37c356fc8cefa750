package questionnaire

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// A letter begins with the salutation, then has the word for this respondent
// alone, then what everybody reads; it names what was done, and no figure.
func TestALetterIsPersonal(t *testing.T) {
	c := client()
	y := c.Newest()
	y.Stage, y.AnswersBy = account.Measure, account.ByGroup
	c.Respondents[0].Salutation = "Geachte heer Klant"
	y.PersonalWords = map[account.Initials]string{"KK": "Fijn dat u weer meedoet.\n\nTot de 27e."}
	for i, text := range []string{"gids\ngemaakt.", "b", "c", "d", "e", "f", "g"} {
		y.Actions = append(y.Actions, account.Action{Number: "2026-0" + string(rune('1'+i)), Text: text, KWI: 1, Status: account.Done, Done: account.Date("2026-10-0" + string(rune('1'+i)))})
	}
	y.Actions[0].Evidence, y.Actions[0].EvidenceShared = "in elk dossier", true
	from := Sender{Supplier: "Bestseller", Name: "Joe"}
	want := "Geachte heer Klant,\n\nFijn dat u weer meedoet.\n\nTot de 27e.\n\nOp vrijdag 27 november 2026 bespreken"
	l := For(&c, y, "KK", from, Measure, "nl")
	if !strings.HasPrefix(l.Message, want) {
		t.Errorf("got %s", l.Message)
	}
	told := "\n\nU vertelde ons wat u belangrijk vindt. Dit hebben wij ermee gedaan:\n- Kennisborging: gids gemaakt. (in elk dossier)\n- Kennisborging: b\n"
	if !strings.Contains(l.Message, told) || !strings.Contains(l.Message, "\n- en nog 1 andere afspraak\n\nOntvangen wij") {
		t.Errorf("got %s", l.Message)
	}
	for _, round := range []Round{Preview, Reminding} {
		if l := round.List(&c, y, "KK", from, "nl", "2026-11-20"); !strings.HasPrefix(l.Message, want[:60]) || strings.Contains(l.Message, "gids") {
			t.Errorf("%s: %s", round, l.Message)
		}
	}
	// Of who judges nothing of it the letter has no gap.
	if l := For(&c, y, "BB", from, Measure, "nl"); strings.Contains(l.Message, "\n\n\n") || !strings.HasPrefix(l.Message, "Dear B. Beee,\n\nOn ") || strings.Contains(l.Message, "gids") {
		t.Errorf("got %s", l.Message)
	}
	// A personal word is nobody's answer.
	y.PersonalWords["KK"] = "1.01 en 3.01 kent u al.\n1.03 [9] is nieuw."
	l = For(&c, y, "KK", from, Measure, "nl")
	l.ID, l.Mark = "newmedia", "n55wxhkzb9mwdrv4a"
	mail := "> " + strings.ReplaceAll(Unbracketed(l.Message)+"\n\n"+strings.Replace(Plain(l), "1.01 [  ]", "1.01 [7]", 1), "\n", "\n> ")
	r, ok := ReadText(mail, "mail.eml")
	var graded []string
	for _, line := range r.Lines {
		if !line.Grade.Empty() {
			graded = append(graded, line.Code.String()+" "+line.Grade.Text)
		}
	}
	if !ok || !slices.Equal(graded, []string{"1.01 7"}) {
		t.Errorf("%v: read %v of %+v", ok, graded, r.Lines)
	}
}
