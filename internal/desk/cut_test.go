package desk_test

import (
	"fmt"
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/sound"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// seen is all that a desk tells of its data, the same by every way of reading.
func seen(t *testing.T, d *desk.Desk) portable.File {
	t.Helper()
	f := must[portable.File](t)(d.Export(ctx))
	lines, err := d.Portfolio(ctx)
	if err != nil || len(lines) != len(f.Clients) {
		t.Fatal(len(lines), "lines,", len(f.Clients), "clients,", err)
	}
	names := map[string]string{}
	for _, l := range lines {
		names[l.ID] = l.Name
	}
	for _, c := range f.Clients {
		if names[c.ID] != c.Name {
			t.Fatal("the portfolio and the export differ on", c.ID)
		}
		one := must[account.Client](t)(d.Client(ctx, c.ID))
		if !reflect.DeepEqual(one, c) {
			t.Fatal("client and export differ on", c.ID)
		}
		h := must[hand.Hand](t)(d.Open(ctx, c.ID))
		for h.CanUndo() {
			if h, _, err = h.Undo(); err != nil {
				t.Fatal("undo of", c.ID, err)
			}
		}
	}
	if s := must[string](t)(d.Supplier(ctx)); s != f.Supplier {
		t.Fatal(s)
	}
	return f
}

// clear holds the store to having nothing that belongs to nobody: no mark, no
// staged record, no record that its client does not tell of, and no step
// beyond their last.
func clear(t *testing.T, s store.Store) {
	t.Helper()
	belongs := map[string]bool{codec.Supplier: true}
	keys := []string{}
	err := s.Scan(ctx, "", func(r store.Record) error {
		keys = append(keys, r.Key)
		k, ok := codec.Parse(r.Key)
		switch {
		case ok && k.Kind == codec.ClientRecord:
			contents, err := codec.ContentsOf(k.Client, r.Value)
			for _, key := range contents.Keys(k.Client) {
				belongs[key] = true
			}
			return err
		case ok && k.Kind == codec.SummaryRecord:
			belongs[r.Key] = true
			summary, err := codec.DecodeSummary(k.Client, r.Value)
			for n := uint64(1); n <= summary.Last; n++ {
				belongs[codec.StepKey(k.Client, n)] = true
			}
			return err
		}
		return nil
	})
	for _, key := range keys {
		if _, past := codec.ParsePast(key); !belongs[key] && !past {
			t.Fatal("left behind:", key)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	if found := must[sound.Report](t)(desk.New(s, nonces()).Check(ctx)).Findings; len(found) > 0 {
		t.Fatalf("a check finds: %+v", found)
	}
}

func many(n int, name string) (clients []account.Client) {
	for i := range n {
		c := client(fmt.Sprintf("c%03d", i))
		c.Name = fmt.Sprint(name, i)
		clients = append(clients, c)
	}
	return clients
}

// TestAnImportIsAllOrNothing cuts the store at every Apply of an import that
// takes many of them, and then reads what is there, first without being able
// to write.
func TestAnImportIsAllOrNothing(t *testing.T) {
	start := func() *memory.Store {
		s := memory.New()
		d := seeded(t, s, append(many(3, "old "), client("x"))...)
		do(t, d, must[hand.Hand](t)(d.Open(ctx, "c001")), named("journal 1"), named("journal 2"))
		return s
	}
	s := start()
	nothing := seen(t, desk.New(s, nonces()))
	incoming := many(40, "new ")
	incoming[5].PartOf = "x"
	must[desk.Imported](t)(desk.New(s, nonces()).Import(ctx, true, file(incoming[:20]...), file(incoming[20:]...)))
	clear(t, s)
	all := seen(t, desk.New(s, nonces()))
	if len(all.Clients) != 41 || all.Clients[1].Name != "new 1" {
		t.Fatal(len(all.Clients))
	}
	outcomes := map[bool]int{}
	for _, after := range []bool{false, true} {
		for n := 0; ; n++ {
			s := start()
			c := &storetest.Cut{Store: s, Left: n, Behind: after}
			_, err := desk.New(c, func() string { return "first" }).Import(ctx, true, file(incoming...))
			if !c.Dead {
				break
			}
			before := seen(t, desk.New(storetest.ReadOnly{Store: s}, nonces()))
			if !reflect.DeepEqual(before, nothing) && !reflect.DeepEqual(before, all) {
				t.Fatalf("cut at %d: half an import", n)
			}
			if err == nil && !reflect.DeepEqual(before, all) {
				t.Fatalf("cut at %d: told done, and is not", n)
			}
			d := desk.New(s, nonces())
			if now := seen(t, d); !reflect.DeepEqual(now, before) {
				t.Fatalf("cut at %d: rolling forward changed what there is to see", n)
			}
			outcomes[reflect.DeepEqual(before, all)]++
			must[desk.Imported](t)(d.Import(ctx, true, file(incoming...)))
			clear(t, s)
			if now := seen(t, d); !reflect.DeepEqual(now, all) {
				t.Fatalf("cut at %d: not imported the second time", n)
			}
		}
	}
	if outcomes[true] < 4 || outcomes[false] < 4 {
		t.Error(outcomes)
	}
}

// TestRollingForwardMayBeCutToo cuts the one that rolls forward, again and
// again.
func TestRollingForwardMayBeCutToo(t *testing.T) {
	s := memory.New()
	seeded(t, s)
	incoming := file(many(60, "new ")...)
	for n := 0; ; n++ {
		c := &storetest.Cut{Store: s, Left: n}
		_, _ = desk.New(c, func() string { return fmt.Sprint("try", n) }).Import(ctx, false, incoming)
		if now := seen(t, desk.New(storetest.ReadOnly{Store: s}, nonces())); len(now.Clients) > 0 {
			break
		}
	}
	for n := 0; ; n++ {
		c := &storetest.Cut{Store: s, Left: 1, Behind: n%2 == 0}
		_, _ = desk.New(c, nonces()).Portfolio(ctx)
		if !c.Dead {
			break
		}
		if now := seen(t, desk.New(storetest.ReadOnly{Store: s}, nonces())); len(now.Clients) != 60 {
			t.Fatal(len(now.Clients))
		}
	}
	clear(t, s)
	if now := seen(t, desk.New(s, nonces())); len(now.Clients) != 60 {
		t.Fatal(len(now.Clients))
	}
}
