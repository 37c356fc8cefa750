package desk_test

import (
	"bytes"
	"context"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store/memory"
)

func TestFreshClientsGetAFreeID(t *testing.T) {
	d := fresh()
	for i, want := range []string{"societe-generale-bv", "societe-generale-bv-2", "societe-generale-bv-3"} {
		h, id, err := d.Fresh(ctx, " Société Générale – B.V. ")
		if err != nil || id != want || h.ID() != id {
			t.Fatal(id, err)
		}
		if i == 1 { // nothing was done, nothing is there
			if _, err := d.Client(ctx, id); !fault.Has(err, fault.NotFound) {
				t.Fatal(err)
			}
		}
		do(t, d, h, hand.Change{Apply: func(c *account.Client) error { _, err := c.StartCycle("2026-01-01"); return err }})
		h = must[hand.Hand](t)(d.Open(ctx, id))
		if len(h.Now().Cycles) != 1 || !h.CanUndo() {
			t.Fatal(h.Now())
		}
		h, _, err = h.Undo()
		if err != nil {
			t.Fatal(err)
		}
		keep(t, d, h)
		if c := must[account.Client](t)(d.Client(ctx, id)); c.ID != id || len(c.Cycles) != 0 || c.Name == "" {
			t.Fatal(c)
		}
	}
	for name, want := range map[string]string{"": "client", "漢字": "client", "Æther & Sons": "aether-sons", strings.Repeat("long ", 20): "long-long-long-long-long-long-long-long", "Über’s": "ubers", "e\u0301te": "ete"} {
		_, id, err := fresh().Fresh(ctx, name)
		if err != nil || id != want || !account.ValidID(id) {
			t.Errorf("%q: %q, %v", name, id, err)
		}
	}
}

func TestSupplier(t *testing.T) {
	d := fresh()
	if name, err := d.Supplier(ctx); name != "" || err != nil {
		t.Fatal(name, err)
	}
	for _, err := range []error{d.SetSupplier(ctx, "A"), d.SetSupplier(ctx, "A")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := d.SetSupplier(ctx, "B"); !fault.Has(err, fault.OtherSupplier) {
		t.Fatal(err)
	}
	if err := d.RenameSupplier(ctx, "B"); err != nil {
		t.Fatal(err)
	}
	if name, err := d.Supplier(ctx); name != "B" || err != nil {
		t.Fatal(name, err)
	}
}

func TestWatchTellsWhoChanged(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"), client("b"))
	now, _ := s.Apply(ctx)
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "b")), named("B2"))
	ids, at, err := d.Watch(ctx, uint64(now))
	if err != nil || !reflect.DeepEqual(ids, []string{"b"}) || at != uint64(now)+1 {
		t.Fatal(ids, at, err)
	}
	waiting, stop := context.WithCancel(ctx)
	told := make(chan error)
	go func() { _, _, err := d.Watch(waiting, at); told <- err }()
	stop()
	if err := <-told; err != context.Canceled {
		t.Fatal(err)
	}
	if ids, _, err = d.Watch(ctx, at+99); err != nil || len(ids) != 2 {
		t.Fatal("the past is not known:", ids, err)
	}
}

func TestExportIsWhatWasImported(t *testing.T) {
	var first, again bytes.Buffer
	want := file(client("a"), client("b"), client("c"))
	_ = portable.Write(&first, want)
	d := fresh()
	must[desk.Imported](t)(d.Import(ctx, false, want))
	got := must[portable.File](t)(d.Export(ctx))
	_ = portable.Write(&again, got)
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error(again.String())
	}
	if some := must[portable.File](t)(d.Export(ctx, "c", "a", "c")); len(some.Clients) != 2 || some.Clients[0].ID != "a" || some.Supplier != "S" {
		t.Error(some)
	}
	if _, err := d.Export(ctx, "a", "zz"); !fault.Has(err, fault.NotFound) {
		t.Error(err)
	}
}
