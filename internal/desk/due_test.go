package desk_test

import (
	"bytes"
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/due"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
)

// TestWhatIsToBeDoneForAll: it is there with every change, and who is put away
// or asks for nothing is not in it.
func TestWhatIsToBeDoneForAll(t *testing.T) {
	away, calm := client("b"), client("c")
	away.Archived = "2011-01-01"
	calm.Cycles = nil
	d := seeded(t, memory.New(), client("d"), away, calm, client("a"))
	same := func() []due.Client {
		t.Helper()
		all := must[[]due.Client](t)(d.Due(ctx))
		if len(all) != 2 {
			t.Fatalf("%+v", all)
		}
		for _, owed := range all {
			c := must[account.Client](t)(d.Client(ctx, owed.ID))
			if want := due.Of(&c); !reflect.DeepEqual(owed, want) {
				t.Errorf("%+v, not %+v", owed, want)
			}
		}
		return all
	}
	before := same()
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "a")), hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error {
		_, err := c.AddAction("", account.Action{Text: "more", Due: "2011-06-01"}, account.Standard{}, "2011-05-01")
		return err
	}})
	if after := same(); len(after[0].Items) != len(before[0].Items)+1 {
		t.Errorf("%+v", after[0])
	}
}

// TestAnOlderSummaryIsWrittenAnew from what it is a summary of, beside whoever
// has the client in hand.
func TestAnOlderSummaryIsWrittenAnew(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	key := codec.SummaryKey("a")
	inStore := func() store.Record { return must[[]store.Record](t)(s.Get(ctx, key))[0] }
	const fixed = 8 + 3 + 2 + 2 + 2 + 1 + 2 + 2*7
	old := append([]byte{1}, make([]byte, fixed)...) // of a client who is called nothing
	must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: inStore().Rev, Value: old}))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	c := h.Now()
	if lines := must[[]portfolio.Line](t)(d.Portfolio(ctx)); len(lines) != 1 || !reflect.DeepEqual(lines[0], portfolio.Of(&c)) || !bytes.Equal(inStore().Value, codec.SummaryOf(&c, 0)) {
		t.Errorf("the list of clients has %+v", lines)
	}
	must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: inStore().Rev, Value: old}))
	h = must[hand.Hand](t)(d.Open(ctx, "a"))
	for range 2 {
		if all := must[[]due.Client](t)(d.Due(ctx)); len(all) != 1 || !reflect.DeepEqual(all[0], due.Of(&c)) {
			t.Fatalf("%+v", all)
		}
		if now := inStore().Value; !bytes.Equal(now, codec.SummaryOf(&c, 0)) {
			t.Errorf("%q", now)
		}
	}
	h = must[hand.Hand](t)(h.Do(named("Z")))
	h, save, _ := h.Send()
	if _, _, err := d.Keep(ctx, save); !fault.Has(err, fault.Conflict) {
		t.Fatal("a summary that was written anew is taken for the same", err)
	}
	h, lost := h.Rebase(must[hand.Hand](t)(d.Open(ctx, "a")))
	if keep(t, d, h); lost != nil || must[account.Client](t)(d.Client(ctx, "a")).Name != "Z" {
		t.Errorf("lost %v", lost)
	}
}
