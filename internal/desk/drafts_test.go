package desk_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
)

func draft(place, text string) hand.Draft {
	return hand.Draft{Place: place, Text: text, At: "2026-11-21T14:02"}
}

func TestDraftsOfTwoRunsStandBesideEachOther(t *testing.T) {
	s, nonce := memory.New(), nonces()
	a, b, c := desk.New(s, nonce), desk.New(s, nonce), desk.New(s, nonce)
	keep := func(d *desk.Desk, drafts, settled []hand.Draft) {
		t.Helper()
		if err := d.KeepDrafts(ctx, "x", drafts, settled); err != nil {
			t.Fatal(err)
		}
	}
	texts := func(d *desk.Desk) (out []string) {
		t.Helper()
		for _, one := range must[[]hand.Draft](t)(d.Drafts(ctx, "x")) {
			out = append(out, one.Place+" "+one.Text)
		}
		return out
	}
	is := func(got []string, want ...string) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	keep(a, []hand.Draft{draft("p", "of a"), draft("q", "of a too")}, nil)
	keep(b, []hand.Draft{draft("p", "of b")}, nil)
	is(texts(a), "p of b")
	is(texts(c), "p of a", "q of a too", "p of b")

	found := must[[]hand.Draft](t)(c.Drafts(ctx, "x"))
	keep(a, []hand.Draft{draft("p", "of a, and on"), draft("q", "of a too")}, nil)
	keep(c, nil, found) // what a typed on since is not settled by it
	is(texts(c), "p of a, and on")
	at, _ := s.Apply(ctx)
	keep(a, []hand.Draft{draft("p", "of a, and on")}, nil) // all of it is there
	keep(c, nil, found)
	if now, _ := s.Apply(ctx); now != at {
		t.Errorf("records are written again as they were: %d, then %d", at, now)
	}
	keep(a, nil, nil)
	is(texts(c))
	n := 0
	_ = s.Scan(ctx, codec.DraftPrefix("x"), func(store.Record) error { n++; return nil })
	if n != 0 {
		t.Errorf("%d records of nothing stay", n)
	}
}

func TestADraftIsNoPartOfTheClient(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	now, _ := s.Apply(ctx)
	before, lines := must[account.Client](t)(d.Client(ctx, "a")), must[[]portfolio.Line](t)(d.Portfolio(ctx))
	if err := d.KeepDrafts(ctx, "a", []hand.Draft{draft("p", "half")}, nil); err != nil {
		t.Fatal(err)
	}
	if after := must[account.Client](t)(d.Client(ctx, "a")); !reflect.DeepEqual(before, after) {
		t.Error("the client is another")
	}
	if after := must[[]portfolio.Line](t)(d.Portfolio(ctx)); !reflect.DeepEqual(lines, after) {
		t.Error("the list is another")
	}
	if h := must[hand.Hand](t)(d.Open(ctx, "a")); h.CanUndo() {
		t.Error("there is something to undo")
	}
	waiting, stop := context.WithTimeout(ctx, 50*time.Millisecond)
	defer stop()
	if ids, _, _ := d.Watch(waiting, uint64(now)); len(ids) > 0 {
		t.Errorf("others are told that %v changed", ids)
	}
}

func TestADamagedDraftDoesNotStandInTheWay(t *testing.T) {
	s := memory.New()
	for _, value := range [][]byte{{}, {0}, {99}, {1, 200, 1}} {
		r, _ := s.Get(ctx, codec.DraftKey("x", "old"))
		if _, err := s.Apply(ctx, store.Write{Op: store.Put, Key: codec.DraftKey("x", "old"), Rev: r[0].Rev, Value: value}); err != nil {
			t.Fatal(err)
		}
		if got, err := desk.New(s, nonces()).Drafts(ctx, "x"); err != nil || got != nil {
			t.Errorf("%v: %v, %v", value, got, err)
		}
	}
}
