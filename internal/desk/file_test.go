package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/store/bolt"
)

// TestOnAFile walks through a data file's life once; what storetest promises
// of every engine is not tried again here.
func TestOnAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.kwi")
	s := must[*bolt.Store](t)(bolt.Open(path))
	d := desk.New(s, nonces()).Called(path)
	if lines, err := d.Portfolio(ctx); err != nil || len(lines) != 0 {
		t.Fatal(lines, err)
	}
	if f, err := d.Export(ctx); err != nil || f.Clients != nil || f.Supplier != "" {
		t.Fatal(f, err)
	}
	if _, err := d.Open(ctx, "a"); !fault.Has(err, fault.NoData) {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("reading made a file")
	}
	must[desk.Imported](t)(d.Import(ctx, false, file(many(40, "new ")...)))
	h := do(t, d, must[hand.Hand](t)(d.Open(ctx, "c007")), graded(1, 8), named("Z"))
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	_, save, _ := must[hand.Hand](t)(h.Do(named("Q"))).Send()
	if _, _, err := d.Keep(ctx, save); !fault.Has(err, fault.Gone) {
		t.Errorf("with the data file moved away: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("another data file was made")
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	other := desk.New(must[*bolt.Store](t)(bolt.Open(path)), func() string { return "other" })
	if got := must[account.Client](t)(other.Client(ctx, "c007")); !reflect.DeepEqual(got, h.Now()) {
		t.Errorf("%+v", got)
	}
	seen(t, other)
	clear(t, s)
	h = must[hand.Hand](t)(other.Open(ctx, "c007"))
	for h.CanUndo() {
		h2, _, err := h.Undo()
		if err != nil {
			t.Fatal(err)
		}
		h = keep(t, other, h2)
	}
	if h.Now().Name != "new 7" {
		t.Error(h.Now())
	}
	if err := os.WriteFile(path, []byte("something else altogether"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.New(must[*bolt.Store](t)(bolt.Open(path)), nonces()).Called(path).Portfolio(ctx); !fault.Has(err, fault.WrongFile, fault.Damaged) {
		t.Error(err)
	}
}
