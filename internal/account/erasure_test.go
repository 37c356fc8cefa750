package account_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kwi/internal/account"
)

// TestAnErasureTellsOnlyWhoStillHasThemWho: it names nobody, finds them under the initials
// of before too, and does elsewhere what was decided.
func TestAnErasureTellsOnlyWhoStillHasThemWho(t *testing.T) {
	t.Parallel()
	e := account.Erasure{Mark: "m", As: "X7", On: "2026-11-27", Word: "[gone]"}
	e.OfPerson("KL", "KK")
	e.Decide(map[string]string{"Kees calls": "He calls", "Kees stays": "Kees stays"})
	text, err := json.Marshal(e)
	if err != nil || strings.Contains(string(text), "KL") || strings.Contains(string(text), "KK") || strings.Contains(string(text), "Kees calls") {
		t.Errorf("it is %s, %v", text, err)
	}
	if public := e.Public(); public.Texts != nil || len(public.Who) != 2 {
		t.Errorf("for all it is %+v", public)
	}
	c := account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended,
		Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Bea Beer"}},
		Cycles: []account.Cycle{{Name: "2026H1", Actions: []account.Action{
			{Number: "2026-01", Text: "Kees calls", Status: account.Open}, {Number: "2026-02", Text: "Kees stays", Status: account.Open},
			{Number: "2026-03", Text: "asks Kees", For: "KK", Status: account.Open}, {Number: "2026-04", Text: "asks Bea", Status: account.Open}}}}}
	if !e.Erase(&c) || e.Erase(&c) {
		t.Error("it is done once")
	}
	var texts []string
	for _, a := range c.Cycles[0].Actions {
		texts = append(texts, a.Text)
	}
	if got := strings.Join(texts, ", "); got != "He calls, Kees stays, asks [gone], asks Bea" || c.Cycles[0].Actions[2].For != "X7" || c.Respondent("KK") != nil {
		t.Errorf("it became %s, %+v", got, c.Respondents)
	}
}
