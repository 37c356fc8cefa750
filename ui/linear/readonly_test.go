package linear

import (
	"strings"
	"testing"

	"kwi/ui/kit/kittest"
)

// TestWhereOnlyIsListenedNothingChanges: that is said at the start, and at each change
// that is refused; nothing says that it was kept.
func TestWhereOnlyIsListenedNothingChanges(t *testing.T) {
	t.Parallel()
	h := newHouse(t, kittest.NewMedia(t))
	before := h.client(t, "newmedia").Respondent("KK").Function
	const why = "You can only look here: nothing changes in this file."
	for _, lines := range [][]string{
		{"NewMedia", "people", "respondent Kees", "function", "boss"}, {"new client"}, {"NewMedia", "undo"},
	} {
		got := h.told(t, Config{ReadOnly: true}, lines...)
		tells(t, got, "Read only: you hear everything, and nothing changes in this file.", why)
		if strings.Contains(got, "Kept.") {
			t.Errorf("something was kept:\n%s", got)
		}
	}
	if now := h.client(t, "newmedia").Respondent("KK").Function; now != before {
		t.Errorf("it is %q", now)
	}
	if got := h.play(t, "en", "NewMedia"); strings.Contains(got, "Read only") {
		t.Errorf("it is read only:\n%s", got)
	}
}
