package cli

import (
	"slices"
	"testing"

	"kwi/internal/desk"
)

// TestWhatCameSinceIsTold: who changed, came or went since the copies were seen, and what
// the supplier keeps; nothing where nothing did.
func TestWhatCameSinceIsTold(t *testing.T) {
	t.Parallel()
	seen := Seen{rev: 5, firm: 2, clients: map[string]desk.Standing{"a": {Name: "Aa", At: 1}, "b": {Name: "Bb", At: 2}, "c": {Name: "Cc", At: 3}}}
	now := Seen{rev: 9, firm: 2, clients: map[string]desk.Standing{"a": {Name: "Aa", At: 1}, "b": {Name: "Be", At: 4}, "d": {Name: "aD", At: 7}}}
	if came := now.since(seen); !slices.Equal(came.Clients, []string{"aD", "Be", "Cc"}) || came.Firm || !came.Any() {
		t.Errorf("%+v", came)
	}
	still := seen
	if still.rev = 9; still.since(seen).Any() {
		t.Error("a revision alone is no change")
	}
	if still.firm = 8; !still.since(seen).Firm {
		t.Error("what the supplier keeps came unseen")
	}
}
