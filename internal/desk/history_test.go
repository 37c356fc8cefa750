package desk_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/store/memory"
)

// TestTwoHundredStepsBackAndForthAcrossRestarts: all that can be taken back can
// be after a restart too, and be done again after one more.
func TestTwoHundredStepsBackAndForthAcrossRestarts(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	first := h.Now().Name
	for i := range hand.Deepest {
		h = do(t, d, h, named(fmt.Sprint(i)))
	}
	for _, step := range []struct {
		way   func(hand.Hand) (hand.Hand, hand.Label, error)
		names string
	}{{hand.Hand.Undo, first}, {hand.Hand.Redo, fmt.Sprint(hand.Deepest - 1)}, {hand.Hand.Undo, first}} {
		h = must[hand.Hand](t)(d.Open(ctx, "a"))
		for i := range hand.Deepest {
			var err error
			if h, _, err = step.way(h); err != nil {
				t.Fatalf("%s, %d: %v", step.names, i, err)
			}
		}
		h = keep(t, d, h)
		if h.Now().Name != step.names {
			t.Errorf("%q, want %q", h.Now().Name, step.names)
		}
	}
}

// window is a desk on the same store as that of another window.
func window(s store.Store, of hand.Window, at *time.Time) *desk.Desk {
	return desk.New(s, windowNonces()).From(of, func() time.Time { return *at })
}

// windowNonces are unlike those of any other call.
func windowNonces() func() string {
	made++
	n, by := 0, made
	return func() string { n++; return fmt.Sprintf("w%dn%d", by, n) }
}

var made int

// TestTheHistoryTellsWhenAndWhere: steps of two windows and a command stand in
// the order in which they were kept, newest first, in every window alike, also
// after a conflict; each of them can be taken back from any window.
func TestTheHistoryTellsWhenAndWhere(t *testing.T) {
	s := memory.New()
	seeded(t, s, client("a"))
	at := time.Date(2026, 11, 26, 14, 2, 0, 0, time.UTC)
	here := window(s, hand.Window{Computer: "LAPTOP", User: "Joe"}, &at)
	there := window(s, hand.Window{Computer: "DESK", User: "Anna"}, &at)
	command := window(s, hand.Window{Command: "collect"}, &at)
	note := func(who account.Initials, text string) hand.Change {
		return hand.Change{Label: hand.Label{Key: "n", Args: []string{text}}, Apply: func(c *account.Client) error {
			if who == "" {
				return c.SetPlace(c.Newest().Name, text)
			}
			return c.NotExpect("", who, text)
		}}
	}

	mine := must[hand.Hand](t)(here.Open(ctx, "a"))
	theirs := must[hand.Hand](t)(there.Open(ctx, "a"))
	mine = do(t, here, mine, note("KK", "one"))
	at = at.Add(time.Hour)
	mine = must[hand.Hand](t)(mine.Dated(account.MomentOf(at)).Do(note("KK", "two"))) // and it is not kept yet
	theirs = must[hand.Hand](t)(theirs.Dated(account.MomentOf(at)).Do(hand.Change{Label: hand.Label{Key: "n", Args: []string{"theirs"}}, Apply: func(c *account.Client) error { return c.Rename("Theirs") }}))
	theirs, _ = theirs.Rebase(must[hand.Hand](t)(there.Open(ctx, "a")))
	keep(t, there, theirs)
	_, save, _ := mine.Send()
	if _, _, err := here.Keep(ctx, save); err == nil {
		t.Fatal("no conflict")
	}
	mine, _ = mine.Rebase(must[hand.Hand](t)(here.Open(ctx, "a")))
	mine = keep(t, here, mine)
	at = at.Add(time.Hour)
	byCommand := must[hand.Hand](t)(command.Open(ctx, "a"))
	do(t, command, byCommand, note("", "by command"))
	mine, _ = mine.Rebase(must[hand.Hand](t)(here.Open(ctx, "a")))

	ids := func(all []hand.Deed, at ...int) (ids []string) {
		for _, s := range hand.Standing(all, at) {
			ids = append(ids, s.Step.ID)
		}
		return ids
	}
	told := func(h hand.Hand) (out []string) {
		for _, d := range h.History() {
			w := d.Last.Where
			out = append(out, fmt.Sprint(d.Last.Label.Args[0], " ", d.Last.At, " ", w.Computer, w.User, w.Command, " ", d.Stands(), d.Kept))
		}
		return out
	}
	want := []string{
		"by command 2026-11-26T16:02 collect true true", "two 2026-11-26T15:02 LAPTOPJoe true true",
		"theirs 2026-11-26T15:02 DESKAnna true true", "one 2026-11-26T14:02 LAPTOPJoe true true",
	}
	for _, h := range []hand.Hand{mine, must[hand.Hand](t)(there.Open(ctx, "a"))} {
		if got := told(h); !slices.Equal(got, want) {
			t.Errorf("got %q", got)
		}
	}
	if h := must[hand.Hand](t)(there.Open(ctx, "a")).History(); h[0].Last.Where.Run == h[1].Last.Where.Run || h[1].Last.Where.Run != h[3].Last.Where.Run || h[1].Last.Where.Run != here.Window().Run {
		t.Error("runs are not told apart")
	}

	// What another window did is taken back here by name, while one's own step
	// lies above it, is kept, survives a conflict, and is done again.
	is := func(h hand.Hand, name, kk string) {
		t.Helper()
		if got := h.Now(); got.Name != name || got.Newest().NotExpected["KK"] != kk {
			t.Errorf("%s, %q", got.Name, got.Newest().NotExpected["KK"])
		}
	}
	all := mine.History()
	mine, _, err := mine.TakeBack(hand.Label{Key: "n", Args: []string{"back"}}, ids(all, 2)...)
	if err != nil {
		t.Fatal(err)
	}
	is(mine, client("a").Name, "two")
	theirs = must[hand.Hand](t)(there.Open(ctx, "a"))
	do(t, there, theirs, note("", "meanwhile"))
	mine, lost := mine.Rebase(must[hand.Hand](t)(here.Open(ctx, "a")))
	mine = keep(t, here, mine)
	is(mine, client("a").Name, "two")
	if len(lost) > 0 || mine.History()[3].Stands() || mine.History()[3].Back.Where.User != "Joe" {
		t.Errorf("lost %v, %+v", lost, mine.History()[3])
	}
	mine = must[hand.Hand](t)(here.Open(ctx, "a")) // after a restart
	if mine, _, err = mine.Redo(); err != nil {
		t.Fatal(err)
	}
	is(mine, "Theirs", "two")
	mine = keep(t, here, mine)
	all = mine.History()
	if d := all[3]; !d.Stands() || d.Again.ID == "" {
		t.Errorf("%+v", d)
	}
	// From a deed on all is taken back at once, what others did after it too.
	since := hand.Since(all, len(all)-1)
	if mine, _, err = mine.TakeBack(hand.Label{Key: "many"}, ids(all, since...)...); err != nil || len(since) != 5 {
		t.Fatal(err, since)
	}
	is(mine, client("a").Name, "")
	keep(t, here, mine)
	if mine, _, err = must[hand.Hand](t)(here.Open(ctx, "a")).Redo(); err != nil {
		t.Fatal(err)
	}
	is(mine, "Theirs", "two")
	if n := len(hand.Alone(mine.History(), 0)); n != 5 {
		t.Errorf("what was done again in one go is taken back in one: %d", n)
	}
}
