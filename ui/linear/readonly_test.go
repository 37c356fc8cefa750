package linear

import (
	"math/rand/v2"
	"reflect"
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

// TestAWalkWhereOnlyIsListenedChangesNothing: whatever is typed, the store stays as it is,
// and nothing is said to be kept.
func TestAWalkWhereOnlyIsListenedChangesNothing(t *testing.T) {
	t.Parallel()
	for i := range 6 {
		r := rand.New(rand.NewPCG(uint64(i), 11))
		lines := []string{"6"}
		for range 120 {
			lines = append(lines, []string{"", "y", "..", "undo", "8", "today", "Some words.", "1", "2", "3", "5", "8", "9", "11", "12", "13", "15"}[r.IntN(17)])
		}
		h := newHouse(t, kittest.NewMedia(t))
		before, err := h.Export(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := h.told(t, Config{ReadOnly: true}, lines...)
		after, err := h.Export(t.Context())
		if err != nil || !reflect.DeepEqual(before, after) || strings.Contains(got, "Kept.") {
			t.Errorf("%v: something changed:\n%s", err, got)
		}
	}
}
