package desk_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

func TestImportsThatAreRefused(t *testing.T) {
	unit := func(id, of string) account.Client { c := client(id); c.PartOf = of; return c }
	for name, test := range map[string]struct {
		replace bool
		files   []portable.File
		kind    fault.Kind
		at      string
	}{
		"an ID that is there":                     {files: []portable.File{file(client("b"), client("a"))}, kind: fault.Exists, at: "clients[1].id"},
		"one ID twice":                            {files: []portable.File{file(client("b")), file(client("c"), client("b"))}, kind: fault.Doubled, at: "files[1].clients[1].id"},
		"one ID twice, though it may be replaced": {replace: true, files: []portable.File{file(client("a")), file(client("a"))}, kind: fault.Doubled, at: "files[1].clients[0].id"},
		"part of nobody":                          {files: []portable.File{file(client("b"), unit("c", "zz"))}, kind: fault.Dangling, at: "clients[1].partOf"},
		"a loop within the files":                 {files: []portable.File{file(unit("b", "d"), client("e")), file(unit("c", "b"), unit("d", "c"))}, kind: fault.Circular, at: "files[0].clients[0].partOf"},
		"another supplier":                        {files: []portable.File{{Supplier: "T"}}, kind: fault.OtherSupplier, at: "supplier"},
		"another supplier further on":             {files: []portable.File{file(client("b")), {Supplier: "T"}}, kind: fault.OtherSupplier, at: "files[1].supplier"},
		"no supplier where there is one":          {files: []portable.File{{Clients: []account.Client{client("b")}}}, kind: fault.OtherSupplier, at: "supplier"},
	} {
		d := seeded(t, memory.New(), client("a"))
		_, err := d.Import(ctx, test.replace, test.files...)
		if f, ok := fault.Of(err); !ok || f.Kind != test.kind || f.At != test.at {
			t.Errorf("%s: %v", name, err)
		}
		if f := must[portable.File](t)(d.Export(ctx)); len(f.Clients) != 1 || f.Supplier != "S" {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func TestImportsThatAreDone(t *testing.T) {
	unit := client("u")
	unit.PartOf = "a"
	d := seeded(t, memory.New(), client("a"))
	done := must[desk.Imported](t)(d.Import(ctx, false, file(unit)))
	if len(done.Clients) != 1 || done.Supplier != "S" || done.Replaced != nil {
		t.Error(done)
	}
	other := client("v")
	other.PartOf = "w"
	done = must[desk.Imported](t)(d.Import(ctx, true, file(other, client("a")), file(client("w"))))
	if len(done.Clients) != 3 || len(done.Replaced) != 1 || done.Replaced[0] != "a" {
		t.Error(done)
	}
	if done = must[desk.Imported](t)(d.Import(ctx, false)); done.Supplier != "S" {
		t.Error(done)
	}
	if done = must[desk.Imported](t)(fresh().Import(ctx, false, portable.File{})); done.Supplier != "" {
		t.Error(done)
	}
}

// TestAnImportMakesNoLoopWithWhoIsThere: who is there may be part of who comes in.
func TestAnImportMakesNoLoopWithWhoIsThere(t *testing.T) {
	unit := func(id, of string) account.Client { c := client(id); c.PartOf = of; return c }
	d := seeded(t, memory.New(), client("a"), unit("b", "a"), unit("c", "b"))
	_, err := d.Import(ctx, true, file(unit("a", "c")))
	if f, ok := fault.Of(err); !ok || f.Kind != fault.Circular || f.At != "clients[0].partOf" || f.Values[0] != "a < c < b < a" {
		t.Errorf("it says %v", err)
	}
	if _, err := d.Import(ctx, true, file(unit("c", "a"))); err != nil {
		t.Errorf("no loop: %v", err)
	}
}

func TestReplacingEndsTheJournal(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"), client("ab"))
	old := do(t, d, must[hand.Hand](t)(d.Open(ctx, "a")), named("1"), named("2"))
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "ab")), named("1"))
	must[desk.Imported](t)(d.Import(ctx, true, file(client("a"))))
	clear(t, s)
	if h := must[hand.Hand](t)(d.Open(ctx, "a")); h.CanUndo() || h.Now().Name != "A" {
		t.Error(h.Now())
	}
	if h := must[hand.Hand](t)(d.Open(ctx, "ab")); !h.CanUndo() {
		t.Error("another client's journal ended")
	}
	old = must[hand.Hand](t)(old.Do(named("3")))
	_, save, _ := old.Send()
	if _, _, err := d.Keep(ctx, save); !fault.Has(err, fault.Conflict) {
		t.Error(err)
	}
}

func TestReplacingManyEndsTheirJournals(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, append(many(60, "old "), client("x"))...)
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "c007")), named("1"))
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "x")), named("1"))
	must[desk.Imported](t)(d.Import(ctx, true, file(many(60, "new ")...)))
	clear(t, s)
	if h := must[hand.Hand](t)(d.Open(ctx, "c007")); h.CanUndo() || h.Now().Name != "new 7" {
		t.Error(h.Now())
	}
	if h := must[hand.Hand](t)(d.Open(ctx, "x")); !h.CanUndo() {
		t.Error("another client's journal ended")
	}
}

func TestADamagedClientCanBeReplaced(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	for _, key := range []string{"client/a", "cycle/a/2011H1"} {
		r := must[[]store.Record](t)(s.Get(ctx, key))[0]
		must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: r.Rev, Value: []byte{1, 255}}))
	}
	must[desk.Imported](t)(d.Import(ctx, true, file(client("a"))))
	seen(t, d)
	clear(t, s)
}

// failing is a store that answers everything with one error.
type failing struct {
	store.Store
	err error
}

func (f failing) Get(context.Context, ...string) ([]store.Record, error) { return nil, f.err }
func (f failing) Scan(context.Context, string, func(store.Record) error) error {
	return f.err
}
func (f failing) Apply(context.Context, ...store.Write) (store.Rev, error) { return 0, f.err }

func TestErrorsOfTheStoreAreFaults(t *testing.T) {
	for err, kind := range map[error]fault.Kind{
		store.ErrLocked: fault.Locked, store.ErrReadOnly: fault.ReadOnly, store.ErrFull: fault.Full, store.ErrNewer: fault.Newer,
		store.ErrForeign: fault.WrongFile, store.ErrDamaged: fault.Damaged, store.ErrClosed: fault.Internal,
	} {
		h := must[hand.Hand](t)(must[hand.Hand](t)(seeded(t, memory.New(), client("a")).Open(ctx, "a")).Do(named("n")))
		_, save, _ := h.Send()
		d := desk.New(failing{memory.New(), err}, nonces()).Called("my.kwi")
		_, e1 := d.Supplier(ctx)
		_, e2 := d.Portfolio(ctx)
		_, e3 := d.Open(ctx, "a")
		_, e4 := d.Client(ctx, "a")
		_, _, e5 := d.Fresh(ctx, "a")
		_, _, e6 := d.Keep(ctx, save)
		_, _, e7 := d.Watch(ctx, 0)
		_, e8 := d.Import(ctx, false, file(client("a")))
		_, e9 := d.Export(ctx)
		_, e10 := d.Export(ctx, "a")
		for i, e := range []error{e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, d.SetSupplier(ctx, "s")} {
			f, ok := fault.Of(e)
			if !ok || f.Kind != kind || !errors.Is(e, err) || len(f.Values) != 1 || f.Values[0] != "my.kwi" {
				t.Errorf("%v, call %d: %v", err, i+1, e)
			}
		}
	}
}

func TestDamagedRecordsAreFaults(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"), client("b"))
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "a")), named("1"), named("2"), named("3"))
	spoil := func(key string) {
		r := must[[]store.Record](t)(s.Get(ctx, key))[0]
		must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: r.Rev, Value: []byte{1, 255}}))
	}
	spoil("step/a/0000000000000002")
	h := must[hand.Hand](t)(d.Open(ctx, "a")) // the way back ends at the damage
	if h2, _, err := h.Undo(); err != nil || h2.CanUndo() || h2.Now().Name != "2" {
		t.Error(err)
	}
	spoil("cycle/a/2011H1")
	if _, err := d.Open(ctx, "a"); !fault.Has(err, fault.Damaged) {
		t.Error(err)
	}
	if _, err := d.Client(ctx, "b"); err != nil {
		t.Error("the others are well:", err)
	}
	spoil("summary/!switch")
	if _, err := d.Portfolio(ctx); !fault.Has(err, fault.Damaged) {
		t.Error(err)
	}
}

// TestAnImportTellsWhatMovesWithASession, before it is done too; then nothing is kept.
func TestAnImportTellsWhatMovesWithASession(t *testing.T) {
	at := func(day account.Date) account.Client {
		c := client("a")
		c.Approach = account.Extended
		c.Cycles = []account.Cycle{{Name: "2026H2", Stage: account.Realise, Session: day}}
		return c
	}
	d := seeded(t, memory.New(), at("2026-11-24"))
	would := must[desk.Imported](t)(d.WouldImport(ctx, true, file(at("2026-12-15"))))
	if len(would.Moved) != 1 || would.Moved[0].Moving.From != "2026-11-24" || would.Moved[0].Moving.To != "2026-12-15" || len(would.Moved[0].Moving.Followers) < 4 {
		t.Fatalf("%+v", would.Moved)
	}
	if c := must[account.Client](t)(d.Client(ctx, "a")); c.Newest().Session != "2026-11-24" {
		t.Error("it is kept")
	}
	lines := strings.Join(lang.For("en").Moving(would.Moved[0].Moving, account.Extended, "2026-11-01"), "\n")
	for _, want := range []string{"Session from Tue 24 Nov to Tue 15 Dec", "Answers back by: Tue 17 Nov, becomes Tue 8 Dec"} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q is not told:\n%s", want, lines)
		}
	}
	if done := must[desk.Imported](t)(d.Import(ctx, true, file(at("2026-12-15")))); len(done.Moved) != 1 {
		t.Error("after it nothing is told")
	}
	if done := must[desk.Imported](t)(d.Import(ctx, true, file(at("2026-12-15")))); len(done.Moved) != 0 {
		t.Error("the same day is told")
	}
}
