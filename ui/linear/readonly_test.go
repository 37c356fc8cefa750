package linear

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/account"
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
		{"NewMedia", "people", "respondent Kees", "function", "boss"}, {"new client"}, {"NewMedia", "KWIs and", "new KWI"},
	} {
		got := h.told(t, Config{ReadOnly: true}, lines...)
		tells(t, got, "Read only: you hear everything, and nothing changes in this file.", "is no choice")
		if strings.Contains(got, "Kept.") || strings.Contains(got, ". new client") || strings.Contains(got, ". new KWI") {
			t.Errorf("something was kept or offered:\n%s", got)
		}
	}
	tells(t, h.told(t, Config{ReadOnly: true}, "NewMedia", "undo"), why)
	tells(t, h.told(t, Config{ReadOnly: true}, "NewMedia", "people", "respondent Kees"), "Function: "+before)
	tells(t, h.told(t, Config{ReadOnly: true}, "all clients", "order", "score", "..", "promises", "yours only"), "> order", "> score", "Chosen: lowest score first.", "> yours only", "Who you are is not known yet.")
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
		lines := []string{"NewMedia"}
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

// TestAWalkWhereOnlyIsListenedIsRefusedNothing: whatever can be chosen can be done, so that no
// answer is that one can only look.
func TestAWalkWhereOnlyIsListenedIsRefusedNothing(t *testing.T) {
	t.Parallel()
	for i := range 8 {
		r := rand.New(rand.NewPCG(uint64(i), 12))
		var lines []string
		for range 300 {
			lines = append(lines, []string{"", "y", "..", "..", strconv.Itoa(1 + r.IntN(22)), strconv.Itoa(1 + r.IntN(22)), strconv.Itoa(1 + r.IntN(6)), "NewMedia"}[r.IntN(8)])
		}
		c := kittest.NewMedia(t)
		c.Newest().Stage = account.Session
		got := newHouse(t, c).told(t, Config{ReadOnly: true}, lines...)
		if at := strings.Index(got, "You can only look here"); at >= 0 {
			t.Errorf("it is offered and refused:\n%s", got[max(0, at-900):at+80])
		}
	}
}
