package linear

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
	"kwi/ui/kit/kittest"
)

// TestTheInputMayEndAtEveryQuestion: whatever is asked when it ends, what was answered is
// kept, nothing of that question is, and it is said once.
func TestTheInputMayEndAtEveryQuestion(t *testing.T) {
	t.Parallel()
	lines := linesOfPlay(t, "nl")
	kept := make([]*account.Client, 0, len(lines))
	whole := newHouse(t)
	whole.listen(t, "nl", func(x *teller) {
		if x.hand.ID() == "" {
			kept = append(kept, nil)
			return
		}
		c := whole.client(t, x.hand.ID()).Tidy()
		kept = append(kept, &c)
	}, lines...)
	step := 7
	if testing.Short() {
		step = 23
	}
	for n := 1; n < min(len(lines), len(kept)); n += step {
		h := newHouse(t)
		got := h.play(t, "nl", lines[:n]...)
		if strings.Count(got, "Alles is bewaard. Tot ziens.") != 1 || !strings.HasSuffix(got, "Alles is bewaard. Tot ziens.\n") {
			t.Fatalf("after %d lines it ends so:\n%s", n, got[max(0, len(got)-300):])
		}
		all, err := h.Portfolio(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if kept[n] == nil || len(all) == 0 {
			continue
		}
		if now := h.client(t, all[0].ID).Tidy(); !reflect.DeepEqual(now, *kept[n]) {
			t.Errorf("after %d lines, at %q, something else is kept", n, lines[n])
		}
	}
}

// TestAStepBackLeavesAPlaceThatIsGone: where the cycle is taken back that a place is about,
// one is at the client again.
func TestAStepBackLeavesAPlaceThatIsGone(t *testing.T) {
	t.Parallel()
	fell := func(f *fault.Fault, _ string) *fault.Fault { t.Errorf("it falls: %v", f); return f }
	got := newHouse(t).told(t, Config{Fell: fell}, "new client", "BESTSELLER", "The Mill", "KWIs and", "undo", "people")
	if !strings.Contains(got, "Taken back") {
		t.Errorf("%s", got)
	}
}

// TestHostileTextIsCleanedWhereverItIsTyped: at every question that a walk at random comes
// to, nothing that steers is said back or kept, and nothing falls.
func TestHostileTextIsCleanedWhereverItIsTyped(t *testing.T) {
	t.Parallel()
	hostile := []string{"\x1b[31mred", "\x1b]52;c;aGVsbG8=\x07", "a\x00b", "\u202egnp", "\u2066x\u2069", "\x9b2Jx", "tab\there", strings.Repeat("word ", 4000), "=cmd|' /C calc'!A0", "\xff\xfe", "e\u0301\u0301\u0301", "..\x1b", "?\u200b"}
	plays := 24
	if testing.Short() {
		plays = 8
	}
	for i := range plays {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		lines := []string{"6"}
		for range 150 {
			switch r.IntN(5) {
			case 0:
				lines = append(lines, hostile[r.IntN(len(hostile))])
			case 1:
				lines = append(lines, []string{"", "y", "n", "..", "where", "?", "undo", "redo", "again", "8", "vandaag", "+3", "empty", "skip", "done"}[r.IntN(15)])
			default:
				lines = append(lines, fmt.Sprint(1+r.IntN(20)))
			}
		}
		h := newHouse(t, kittest.NewMedia(t))
		got := h.told(t, Config{Fell: func(f *fault.Fault, where string) *fault.Fault {
			t.Errorf("play %d: %s falls: %v\n%s", i, where, f, debug.Stack())
			return f
		}}, lines...)
		var said strings.Builder
		for line := range strings.Lines(got) {
			if !strings.HasPrefix(line, "> ") { // which is what was typed
				said.WriteString(line)
			}
		}
		heard(t, said.String())
		all, err := h.Portfolio(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range all {
			for _, said := range textsOf(reflect.ValueOf(*h.client(t, l.ID))) {
				if strings.ContainsFunc(said, func(r rune) bool { return text.Steers(r) && r != '\n' && r != '\t' }) {
					t.Errorf("play %d keeps %q", i, said)
				}
			}
		}
	}
}

// textsOf are all texts in a value.
func textsOf(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return textsOf(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, textsOf(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			all = append(all, textsOf(v.Index(i))...)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			all = append(append(all, textsOf(it.Key())...), textsOf(it.Value())...)
		}
	}
	return all
}
