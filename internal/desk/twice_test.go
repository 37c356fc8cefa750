package desk_test

import (
	"context"
	"crypto/rand"
	"maps"
	"slices"
	"sync"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/post"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// nonce is for desks that work at once.
func nonce() func() string { return rand.Text }

// mailbox counts what arrived, by address and by Message-ID.
type mailbox struct {
	mu   sync.Mutex
	took map[string][]string
}

func (m *mailbox) Carry(_ context.Context, l post.Letter) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.took == nil {
		m.took = map[string][]string{}
	}
	m.took[l.To.Email] = append(m.took[l.To.Email], l.Message)
	return nil
}

func TestTwoSendersAtOnceMailNobodyTwice(t *testing.T) {
	for round := range 25 {
		s, box := memory.New(), &mailbox{}
		seeded(t, s, asked())
		var wait sync.WaitGroup
		for range 3 {
			d := desk.New(s, nonce())
			prepared := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
			wait.Go(func() {
				if _, err := d.Send(ctx, prepared, box, thursday, func(_ desk.Posted, err error) {
					if err != nil && !fault.Has(err, fault.Elsewhere) {
						t.Error(err)
					}
				}); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		for to, ids := range box.took {
			if len(ids) != 1 {
				t.Fatalf("round %d: %s got %v", round, to, ids)
			}
		}
		if d := desk.New(s, nonce()); len(box.took) != 3 || len(sentTo(t, d)) != 3 {
			t.Fatalf("round %d: %v", round, box.took)
		}
	}
}

// TestKilledAtEveryPoint kills a sender at every Apply, before and behind it,
// and with the letter taken or not. Afterwards nobody is mailed twice, nobody
// is forgotten, and who may have a letter gets it again only on purpose, under
// the same Message-ID.
func TestKilledAtEveryPoint(t *testing.T) {
	for applies := range 8 {
		for _, behind := range []bool{false, true} {
			for _, lost := range []bool{false, true} {
				below, box := memory.New(), &mailbox{}
				seeded(t, below, asked())
				d := desk.New(below, nonce())
				first := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
				killed := desk.New(&storetest.Cut{Store: below, Left: applies, Behind: behind}, nonce())
				_, _ = killed.Send(ctx, first, carrying(func(l post.Letter) error {
					if lost && l.To.Email == "BB@newmedia.example" {
						_ = box.Carry(ctx, l)
						return fault.New(fault.MaybeDelivered, l.To.Email)
					}
					return box.Carry(ctx, l)
				}), thursday, func(desk.Posted, error) {})

				had := maps.Clone(box.took)
				second := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
				if n := len(second.Letters) + len(second.Doubtful) + len(sentTo(t, d)); n != 3 {
					t.Fatalf("%d %v %v: %d of 3 are known", applies, behind, lost, n)
				}
				if _, err := d.Send(ctx, second, box, thursday, func(desk.Posted, error) {}); err != nil {
					t.Fatal(err)
				}
				for to, ids := range box.took {
					if len(ids) != 1 {
						t.Fatalf("%d %v %v: %s got %v", applies, behind, lost, to, ids)
					}
				}
				third := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
				third.Letters = third.Doubtful
				if n, err := d.Send(ctx, third, box, thursday, func(desk.Posted, error) {}); err != nil || n != len(third.Doubtful) {
					t.Fatal(n, err)
				}
				for to, ids := range box.took {
					if len(slices.Compact(slices.Clone(ids))) != 1 || ids[0] == "" {
						t.Fatalf("%d %v %v: %s got %v, had %v", applies, behind, lost, to, ids, had[to])
					}
				}
				if left := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing)); len(left.Letters)+len(left.Doubtful) > 0 || len(sentTo(t, d)) != 3 {
					t.Fatalf("%d %v %v: %d still in doubt", applies, behind, lost, len(left.Doubtful))
				}
			}
		}
	}
}

// TestALetterThatPromisesOtherwiseDoesNotGo: who made it may have agreed anew
// on another screen before it goes.
func TestALetterThatPromisesOtherwiseDoesNotGo(t *testing.T) {
	d, box := seeded(t, memory.New(), asked()), &mailbox{}
	prepared := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
	by := account.ByGroup
	if prepared.Letters[0].Promise == by {
		by = account.ByName
	}
	keep(t, d, must[hand.Hand](t)(must[hand.Hand](t)(d.Open(ctx, "newmedia")).Do(hand.Change{Apply: func(c *account.Client) error { return c.KeepBy("", by) }})))
	if n, err := d.Send(ctx, prepared, box, thursday, func(desk.Posted, error) {}); n != 0 || !fault.Has(err, fault.Conflict) || len(box.took) > 0 {
		t.Errorf("%d went, %v, %v", n, err, box.took)
	}
	again := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
	if n, err := d.Send(ctx, again, box, thursday, func(desk.Posted, error) {}); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	c := must[account.Client](t)(d.Client(ctx, "newmedia"))
	if s := c.Newest().Sendings["AA"]; len(s) != 1 || s[0].Promise != by || s[0].State != account.Arrived || !s[0].Mark.Valid() {
		t.Errorf("%+v", s)
	}
}

type carrying func(post.Letter) error

func (c carrying) Carry(_ context.Context, l post.Letter) error { return c(l) }

func TestALostAnswerIsKeptAsDoubt(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	by := carrying(func(l post.Letter) error { return fault.New(fault.MaybeDelivered, l.To.Email) })
	if sent, failed, err := sendAll(t, d, "", by); sent != 0 || len(failed) != 3 || err != nil {
		t.Fatal(sent, failed, err)
	}
	c := must[account.Client](t)(d.Client(ctx, "newmedia"))
	s := c.Newest().Unsettled("AA")
	if s == nil || s.State != account.Possibly || s.Message != post.MessageOf(s.Mark, post.Address{}) || s.Date != "2026-11-12" {
		t.Fatalf("got %+v", s)
	}
	if again := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing)); len(again.Letters) != 0 || len(again.Doubtful) != 3 || again.Doubtful[0].Message != s.Message {
		t.Errorf("got %+v", again)
	}
	// Whoever asked notes that it came; that settles it.
	if err := c.Send("2026H2", "AA", "2026-11-12"); err != nil || c.Newest().Unsettled("AA") != nil {
		t.Error(err)
	}
}

func TestWhatWasRefusedLeavesNoClaim(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	by := carrying(func(l post.Letter) error { return fault.New(fault.ServerClosed, "mail.example", "25") })
	if _, _, err := sendAll(t, d, "", by); !fault.Has(err, fault.ServerClosed) {
		t.Fatal(err)
	}
	if c := must[account.Client](t)(d.Client(ctx, "newmedia")); len(c.Newest().Sendings) > 0 {
		t.Errorf("got %+v", c.Newest().Sendings)
	}
	// But where an earlier try may have arrived it still may.
	maybe := carrying(func(l post.Letter) error { return fault.New(fault.MaybeDelivered, l.To.Email) })
	_, _, _ = sendAll(t, d, "", maybe)
	s := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
	s.Letters = s.Doubtful[:1]
	if _, err := d.Send(ctx, s, by, thursday, func(desk.Posted, error) {}); !fault.Has(err, fault.ServerClosed) {
		t.Fatal(err)
	}
	c := must[account.Client](t)(d.Client(ctx, "newmedia"))
	if u := c.Newest().Unsettled(s.Letters[0].Who); u == nil || u.State != account.Possibly {
		t.Errorf("got %+v", u)
	}
}

// TestNoStepBackForgetsALetter takes every step back that can be, after a
// round went: nobody is mailed again unasked.
func TestNoStepBackForgetsALetter(t *testing.T) {
	d, box := seeded(t, memory.New(), asked()), &mailbox{}
	if sent, _, err := sendAll(t, d, "", box); sent != 3 || err != nil {
		t.Fatal(sent, err)
	}
	h := must[hand.Hand](t)(d.Open(ctx, "newmedia"))
	for range 6 {
		next, _, err := h.Undo()
		if err != nil {
			break
		}
		h = next
	}
	_, save, _ := h.Send()
	if _, _, err := d.Keep(ctx, save); err != nil {
		t.Fatal(err)
	}
	if n := len(sentTo(t, d)); n != 0 {
		t.Fatalf("%d are still noted", n)
	}
	if sent, _, err := sendAll(t, d, "", box); sent != 0 || err != nil {
		t.Errorf("%d went again: %v", sent, err)
	}
	if s := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing)); len(s.Doubtful) != 3 {
		t.Errorf("%d are in doubt", len(s.Doubtful))
	}
}
