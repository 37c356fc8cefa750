package due_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
)

// Whoever named nothing yet and was promised inspiration is waited for as one
// who was promised a concept, under another name.
func TestPromisedInspirationIsDue(t *testing.T) {
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees"}}, Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Draft}}}
	if err := c.PromiseInspiration("", "KK", today); err != nil {
		t.Fatal(err)
	}
	items := due.Of(&c).Items
	if len(items) != 1 || items[0].Kind != due.Inspiration || !items[0].Kind.Promised() || items[0].Name != "Kees" || items[0].ID() != "2026H2.inspiration.KK" {
		t.Fatalf("got %+v", items)
	}
	if dates := due.Dates(&c); len(dates) != 1 || dates[0].What != due.OnInspired {
		t.Errorf("got %+v", dates)
	}
	if err := c.BringConcept("", "KK", today); err != nil || len(due.Of(&c).Items) != 0 {
		t.Errorf("it stays: %v", err)
	}
}
