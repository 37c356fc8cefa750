package desk_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/report"
	"kwi/store/memory"
)

// TestThePageOfAPersonTellsNothingOfANamesake: what holds a first name alone may be
// about another, and stands on nobody's page unless somebody chose it.
func TestThePageOfAPersonTellsNothingOfANamesake(t *testing.T) {
	t.Parallel()
	x := client("x")
	x.Respondents[0].Name = "Kees Klant"
	x.Respondents = append(x.Respondents, account.Respondent{Initials: "KB", Name: "Kees Bakker"})
	x.Cycles[0].Notes = []account.Note{{Date: "2011-01-01", Text: "Kees is ziek"}, {Date: "2011-01-02", Text: "KK belt morgen"}, {Date: "2011-01-02", Text: "Klant, Kees weet het"}}
	d := seeded(t, memory.New(), x)
	page := func(who account.Initials, texts ...string) string {
		return string(must[[]byte](t)(d.Person(ctx, x, desk.PersonAsked{Who: who, Texts: texts}, ".md", report.Options{Today: "2026-11-27"}, "nl")))
	}
	if s := page("KK"); strings.Contains(s, "ziek") || !strings.Contains(s, "KK belt morgen") || !strings.Contains(s, "Klant, Kees weet het") || !strings.Contains(s, "Eén tekst noemt misschien een ander") {
		t.Error(s)
	}
	if s := page("KK", "Kees is ziek"); !strings.Contains(s, "Kees is ziek") || strings.Contains(s, "misschien") {
		t.Error(s)
	}
	if s := page("KB"); strings.Contains(s, "Klant") || !strings.Contains(s, "2 teksten noemen misschien een ander") {
		t.Error(s)
	}
}
