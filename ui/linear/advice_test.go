package linear

import (
	"strings"
	"testing"

	"kwi/ui/kit/kittest"
)

// TestWhatTheMethodSaysIsHeard, each line with its reason, and what there is to read on.
func TestWhatTheMethodSaysIsHeard(t *testing.T) {
	t.Parallel()
	got := newHouse(t, drafting(t)).play(t, "en", "NewMedia", "what the method", "1")
	_, after, _ := strings.Cut(got, "What the method says here.")
	if said, _, _ := strings.Cut(after, "1. "); strings.Count(said, "\n") < 3 {
		t.Errorf("it says:\n%s", got)
	}
	tells(t, got, "What the method says here.", "1. read ", "what now?", "> 1", "what now?")
}

// TestWhatThereIsToMindIsHeard in an agreement that was typed, with its reason, and nothing of
// it with the client listening.
func TestWhatThereIsToMindIsHeard(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	vague := "We will pick it up as soon as possible"
	got := h.play(t, "en", "NewMedia", "agreements", "new agreement", vague+" @Kees +7 #1", "")
	_, after, _ := strings.Cut(got, "Kept as agreement")
	if said, _, _ := strings.Cut(after, "what now?"); strings.Count(said, "\n") < 3 {
		t.Errorf("nothing is said of it:\n%s", got)
	}
	got = h.play(t, "en", "NewMedia", "together", "who is", "Kees", "agreements", "new agreement", vague+" once more @Kees +7 #1", "")
	_, after, _ = strings.Cut(got, "Kept as agreement")
	if said, _, _ := strings.Cut(after, "what now?"); strings.Count(said, "\n") > 1 {
		t.Errorf("it is said with the client there:\n%s", got)
	}
}
