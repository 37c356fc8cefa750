package cli

import (
	"slices"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/lang"
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

// TestALaterCopyTakesNothingAway: what stands there is on the way to such a copy, so that no last
// change goes with it; one that is earlier, or lacks a client, takes it away.
func TestALaterCopyTakesNothingAway(t *testing.T) {
	t.Parallel()
	now := map[string]desk.Standing{"a": {Name: "Aa", At: 5}}
	for _, then := range []struct {
		of    map[string]desk.Standing
		loses bool
	}{
		{map[string]desk.Standing{"a": {Name: "Aa", At: 7}, "b": {Name: "Bb", At: 8}}, false},
		{map[string]desk.Standing{"a": {Name: "Aa", At: 5}}, false},
		{map[string]desk.Standing{"a": {Name: "Aa", At: 3}}, true},
		{map[string]desk.Standing{"b": {Name: "Bb", At: 8}}, true},
	} {
		var g lang.GoingBack
		if compare(&g, then.of, now); g.Loses != then.loses {
			t.Errorf("%v: %+v", then.of, g)
		}
	}
}
