package desk_test

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// older is a store with the records of a data file that an earlier version
// left: one key and value in base64 a line.
func older(t *testing.T, name string) *memory.Store {
	t.Helper()
	s := memory.New()
	for line := range strings.Lines(string(must[[]byte](t)(os.ReadFile(filepath.Join("testdata", "older", name))))) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		must[store.Rev](t)(s.Apply(ctx, store.Write{Op: store.Put, Key: key, Value: must[[]byte](t)(base64.StdEncoding.DecodeString(value))}))
	}
	return s
}

// TestAnImportThatAnOlderVersionLeftHalfway: where it was only prepared it is
// not there, and where it was switched it is finished. It was of thirty
// clients and one that is replaced.
func TestAnImportThatAnOlderVersionLeftHalfway(t *testing.T) {
	for name, clients := range map[string]int{"prepared.txt": 1, "switched.txt": 31} {
		s := older(t, name)
		before := seen(t, desk.New(storetest.ReadOnly{Store: s}, nonces()))
		d := desk.New(s, nonces())
		if now := seen(t, d); len(now.Clients) != clients || !reflect.DeepEqual(now, before) {
			t.Errorf("%s: %d clients", name, len(now.Clients))
		}
		must[desk.Imported](t)(d.Import(ctx, true, file(many(40, "newer ")...)))
		clear(t, s)
		if now := must[portable.File](t)(d.Export(ctx)); len(now.Clients) != 41 || now.Clients[1].Name != "newer 0" {
			t.Errorf("%s: %d clients", name, len(now.Clients))
		}
	}
}

// TestAClientOfAnOlderVersion reads a client whose answers are all together as
// they were kept then, divides them with the first save, and leads back through
// all that was done before and since.
func TestAClientOfAnOlderVersion(t *testing.T) {
	json := func(name string) map[string]account.Client {
		f := must[portable.File](t)(portable.Read(bytes.NewReader(must[[]byte](t)(os.ReadFile(filepath.Join("testdata", "older", name))))))
		all := map[string]account.Client{}
		for _, c := range f.Clients {
			all[c.ID] = c
		}
		return all
	}
	first, kept := json("first.json"), json("kept.json")
	s := older(t, "kept.txt")
	d := desk.New(s, nonce()) // the file has steps of the first runs of a test
	for _, c := range seen(t, d).Clients {
		if !reflect.DeepEqual(c, kept[c.ID]) {
			t.Errorf("%s is not as he was kept", c.ID)
		}
	}
	for id, change := range map[string]hand.Change{"b": graded(1, 3), "typical": regraded(9)} {
		undivided := 0
		h := do(t, d, must[hand.Hand](t)(d.Open(ctx, id)), change, named("since"))
		now := h.Now()
		newest := now.Newest().Name
		for key := range stored(t, s) {
			if k, ok := codec.Parse(key); ok && k.Client == id && k.Kind == codec.AnswersRecord && k.Who == "" && k.Cycle == newest {
				undivided++
			}
		}
		if undivided != 0 {
			t.Errorf("the open cycle of %s is still undivided", id)
		}
		d := desk.New(s, func() string { return "later" + id })
		if h = must[hand.Hand](t)(d.Open(ctx, id)); h.Now().Name != "since" {
			t.Error(h.Now().Name)
		}
		for h.CanUndo() {
			h2, label, err := h.Undo()
			if err != nil {
				t.Fatal(id, label, err)
			}
			h = keep(t, d, h2)
		}
		if now := must[account.Client](t)(d.Client(ctx, id)); !reflect.DeepEqual(now, first[id]) {
			t.Errorf("%s is not as he was at first", id)
		}
		h = must[hand.Hand](t)(d.Open(ctx, id))
		for h.CanRedo() {
			h2, label, err := h.Redo()
			if err != nil {
				t.Fatal(id, label, err)
			}
			h = keep(t, d, h2)
		}
		if h.Now().Name != "since" {
			t.Error(h.Now().Name)
		}
		clear(t, s)
	}
	// An import takes the place of an undivided client and leaves nothing of them.
	s = older(t, "kept.txt")
	must[desk.Imported](t)(desk.New(s, nonces()).ImportAs(ctx, desk.Importing{Replace: true, Replacing: account.Replacing{Today: "2026-11-26", What: "a file", Why: "begun anew"}}, file(client("b"), client("typical"))))
	clear(t, s)
}

func stored(t *testing.T, s store.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	if err := s.Scan(ctx, "", func(r store.Record) error { all[r.Key] = string(r.Value); return nil }); err != nil {
		t.Fatal(err)
	}
	return all
}
