package desk_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

func answered(d *desk.Desk, t *testing.T, who string, question int, letter byte) hand.Firm {
	t.Helper()
	k := account.ScanKey{Who: who, Date: "2026-11-20"}
	h, err := must[hand.Firm](t)(d.Firm(ctx)).Do(hand.FirmChange{Apply: func(f *account.Firm) error {
		if err := f.BeginScan(k); err != nil {
			return err
		}
		return f.AnswerScan(k, question, letter)
	}})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestWhatTheSupplierKeepsIsKept(t *testing.T) {
	engine := memory.New()
	d := desk.New(engine, nonces())
	h := answered(d, t, "Anna", 1, 'a')
	other := answered(d, t, "Bob", 2, 'b') // in another window
	h, s, _ := h.Send()
	h = h.Kept(must[uint64](t)(d.KeepFirm(ctx, s)))
	if again := must[uint64](t)(d.KeepFirm(ctx, s)); again != h.At() {
		t.Error("a save that had landed is not known again")
	}
	other, s, _ = other.Send()
	if _, err := d.KeepFirm(ctx, s); !fault.Has(err, fault.Conflict) {
		t.Fatal(err)
	}
	other, lost := other.Rebase(must[hand.Firm](t)(d.Firm(ctx)))
	other, s, _ = other.Send()
	_ = other.Kept(must[uint64](t)(d.KeepFirm(ctx, s)))
	now := must[hand.Firm](t)(desk.New(engine, nonces()).Firm(ctx)).Now()
	if len(lost) > 0 || len(now.Scans) != 2 || now.Scans[1].Answers != ".b" {
		t.Error(lost, now)
	}
}

func TestWhatTheSupplierKeepsGoesOutAndIn(t *testing.T) {
	d := seeded(t, memory.New(), client("a"))
	h, err := answered(d, t, "Anna", 3, 'c').Do(hand.FirmChange{Apply: func(f *account.Firm) error {
		_, err := f.Library.Add(account.OwnEntry{Kind: account.OwnChecklist, Title: "Start", Items: []account.OwnItem{{Text: "one"}}})
		return err
	}})
	if err != nil {
		t.Fatal(err)
	}
	_, s, _ := h.Send()
	must[uint64](t)(d.KeepFirm(ctx, s))
	f := must[portable.File](t)(d.Export(ctx))
	var out bytes.Buffer
	if err := portable.Write(&out, f); err != nil || !strings.Contains(out.String(), `"answers": "..c"`) || !strings.Contains(out.String(), `"id": "own-start"`) {
		t.Fatal(err, out.String())
	}
	back, err := portable.Read(bytes.NewReader(out.Bytes()))
	if err != nil || !reflect.DeepEqual(back, f) {
		t.Fatal(err)
	}
	sound, unread, err := d.ExportSound(ctx)
	if err != nil || unread.Firm || !reflect.DeepEqual(sound.Firm, f.Firm) {
		t.Error("of what is sound the scans are missing", err)
	}
	if one := must[portable.File](t)(d.Export(ctx, "a")); !one.Firm.Empty() {
		t.Error("an export of one client has what is of none")
	}
	e := fresh()
	if _, err := e.Import(ctx, false, back); err != nil {
		t.Fatal(err)
	}
	if again := must[portable.File](t)(e.Export(ctx)); !reflect.DeepEqual(again, f) {
		t.Error("not what it was", again.Firm)
	}
	for _, name := range []string{"who", "date", "kind", "title"} {
		bad := strings.Replace(out.String(), `"`+name+`": "`, `"`+name+`s": "`, 1)
		if _, err := portable.Read(strings.NewReader(bad)); err == nil {
			t.Errorf("without %s it is read", name)
		}
	}
	back.Clients, back.Firm.Scans[0].Answers = nil, "a"
	if _, err := e.Import(ctx, false, back); !fault.Has(err, fault.KeptAlready) {
		t.Error(err)
	}
	if _, err := e.Import(ctx, true, back); err != nil {
		t.Error(err)
	}
}

// TestAnExportSaysThatTheSuppliersOwnIsLeftOut: where its record cannot be read.
func TestAnExportSaysThatTheSuppliersOwnIsLeftOut(t *testing.T) {
	engine := memory.New()
	d := seeded(t, engine, client("a"))
	_, s, _ := answered(d, t, "Anna", 1, 'a').Send()
	rev := must[uint64](t)(d.KeepFirm(ctx, s))
	must[store.Rev](t)(engine.Apply(ctx, store.Write{Op: store.Put, Key: codec.Firm, Rev: store.Rev(rev), Value: []byte{1, 255}}))
	if _, err := d.Export(ctx); !fault.Has(err, fault.Damaged) {
		t.Fatal(err)
	}
	sound, unread, err := d.ExportSound(ctx)
	if err != nil || len(sound.Clients) != 1 || !sound.Firm.Empty() || !unread.Firm || len(unread.Clients) > 0 {
		t.Error(err, unread, sound)
	}
}
