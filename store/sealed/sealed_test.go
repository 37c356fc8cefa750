package sealed_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/store"
	"kwi/store/bolt"
	"kwi/store/memory"
	"kwi/store/sealed"
	"kwi/store/staged"
	"kwi/store/storetest"
)

var ctx = context.Background()

func newKey(t testing.TB, kinds ...string) *sealed.Key {
	t.Helper()
	key, err := sealed.NewKey(sealed.NewSecret(), kinds...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// before is a sealed store before an engine, as the program puts it there.
func before(engine store.Store, key *sealed.Key) *sealed.Store {
	return sealed.New(staged.New(engine, staged.Options{Group: key.GroupOf(func(key string) string { return key })}), key)
}

type inMemory struct {
	*sealed.Store
	engine *memory.Store
	key    *sealed.Key
}

func (inMemory) Boundless() {}

func (m inMemory) Reopen() (store.Store, error) {
	engine, err := m.engine.Reopen()
	return before(engine, m.key), err
}

func TestContract(t *testing.T) {
	for name, kinds := range map[string][]string{"all sealed": nil, "kinds to be read": {"r", "n", "b", "summary"}} {
		t.Run(name, func(t *testing.T) {
			storetest.Run(t, func(t *testing.T) store.Store {
				engine, key := memory.New(), newKey(t, kinds...)
				return inMemory{before(engine, key), engine, key}
			})
		})
	}
}

type onFile struct {
	*sealed.Store
	path string
	key  *sealed.Key
}

func (onFile) Boundless() {}

func (f onFile) Reopen() (store.Store, error) {
	engine, err := bolt.Open(f.path)
	return before(engine, f.key), err
}

func TestContractOnAFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		path, key := filepath.Join(t.TempDir(), "kwi.db"), newKey(t)
		engine, err := bolt.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		return onFile{before(engine, key), path, key}
	})
}

// Whatever the parts of a key and the value are, neither stands in the file, the
// log of changes and a change in stages included, and both come back.
func TestNothingThatWasPutStandsInTheFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(folder, fmt.Sprint(n, ".db"))
		engine, err := bolt.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		key, err := sealed.NewKey(sealed.NewSecret(), "client", "summary")
		if err != nil {
			t.Fatal(err)
		}
		s := before(engine, key)
		parts := rapid.SliceOfN(rapid.StringMatching(`[A-Za-z]{8,12}`), 1, 3).Draw(t, "parts")
		name := "client/" + strings.Join(parts, "/")
		value := rapid.SliceOfN(rapid.Byte(), 8, 200).Draw(t, "value")
		rev, err := s.Apply(ctx, store.Write{Op: store.Put, Key: name, Value: value}, storetest.Put("summary/"+parts[0], 0, parts[0]))
		if err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 9).Draw(t, "large") == 0 {
			writes := []store.Write{{Op: store.Put, Key: name, Rev: rev, Value: value}}
			for i := range 120 {
				writes = append(writes, storetest.Put(fmt.Sprintf("client/%s/%d", parts[0], i), 0, parts[0]))
			}
			if _, err := s.Apply(ctx, writes...); err != nil {
				t.Fatal(err)
			}
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range append(parts, string(value)) {
			if bytes.Contains(raw, []byte(secret)) {
				t.Fatalf("%q stands in the file", secret)
			}
		}
		found, err := s.Get(ctx, name)
		if err != nil || !bytes.Equal(found[0].Value, value) {
			t.Fatalf("it came back as %q, %v", found[0].Value, err)
		}
	})
}

// Nobody can put one record in the place of another, or alter one, without it
// being told.
func TestWhatWasExchangedOrAlteredIsDamaged(t *testing.T) {
	t.Parallel()
	engine, key := memory.New(), newKey(t, "client")
	s := before(engine, key)
	if _, err := s.Apply(ctx, storetest.Put("client/one", 0, "of one"), storetest.Put("client/two", 0, "of two"), storetest.Put("client/sound", 0, "sound")); err != nil {
		t.Fatal(err)
	}
	var at []store.Record
	_ = engine.Scan(ctx, "", func(r store.Record) error {
		r.Value = bytes.Clone(r.Value)
		if name, err := key.OpenName(r.Key); err == nil && name != "client/sound" {
			at = append(at, r)
		}
		return nil
	})
	if _, err := engine.Apply(ctx, store.Write{Op: store.Put, Key: at[0].Key, Rev: at[0].Rev, Value: at[1].Value},
		store.Write{Op: store.Put, Key: at[1].Key, Rev: at[1].Rev, Value: append(at[1].Value[:len(at[1].Value)-1:len(at[1].Value)-1], at[1].Value[len(at[1].Value)-1]^1)}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"client/one", "client/two"} {
		if _, err := s.Get(ctx, name); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.Scan(ctx, "client/", func(store.Record) error { return nil }); !errors.Is(err, store.ErrDamaged) {
		t.Error(err)
	}
	var sound, unread []string
	err := s.ScanSound(ctx, "client/", func(r store.Record) error { sound = append(sound, r.Key); return nil }, func(key string) { unread = append(unread, key) })
	slices.Sort(unread)
	if err != nil || !slices.Equal(sound, []string{"client/sound"}) || !slices.Equal(unread, []string{"client/one", "client/two"}) {
		t.Error(sound, unread, err)
	}
}

func TestAnotherKeyOpensNothing(t *testing.T) {
	t.Parallel()
	engine := memory.New()
	if _, err := before(engine, newKey(t)).Apply(ctx, storetest.Put("a", 0, "1")); err != nil {
		t.Fatal(err)
	}
	other := before(engine, newKey(t))
	if err := other.Scan(ctx, "", func(store.Record) error { return nil }); !errors.Is(err, store.ErrDamaged) {
		t.Error(err)
	}
	if r, err := other.Get(ctx, "a"); err != nil || r[0].Rev != 0 {
		t.Error(r, err)
	}
}

// The longest keys that the program has find room, and one that finds none is
// refused before anything is written.
func TestALongKey(t *testing.T) {
	t.Parallel()
	s := before(memory.New(), newKey(t, "answers"))
	if _, err := s.Apply(ctx, storetest.Put("answers/"+strings.Repeat("c", 40)+"/2026H1/ABCD", 0, strings.Repeat("x", 2<<20))); err != nil {
		t.Error(err)
	}
	if _, err := s.Apply(ctx, storetest.Put(strings.Repeat("c", 400), 0, "1")); !errors.Is(err, store.ErrTooLarge) {
		t.Error(err)
	}
}

// BenchmarkLines reads ten thousand short records, as the first page does, and
// beside it the same from the engine alone.
func BenchmarkLines(b *testing.B) {
	value := make([]byte, 180)
	_, _ = rand.Read(value)
	fill := func(b *testing.B, s store.Store) {
		for n := range 100 {
			var writes []store.Write
			for i := range 90 {
				writes = append(writes, store.Write{Op: store.Put, Key: fmt.Sprintf("summary/client-%d-%d", n, i), Value: value})
			}
			if _, err := s.Apply(ctx, writes...); err != nil {
				b.Fatal(err)
			}
		}
	}
	open := map[string]func(engine store.Store) store.Store{
		"plain":  func(engine store.Store) store.Store { return staged.New(engine, staged.Options{}) },
		"sealed": func(engine store.Store) store.Store { return before(engine, newKey(b, "summary")) },
	}
	for _, name := range []string{"plain", "sealed"} {
		b.Run(name, func(b *testing.B) {
			engine, err := bolt.Open(filepath.Join(b.TempDir(), "kwi.db"))
			if err != nil {
				b.Fatal(err)
			}
			s := open[name](engine)
			fill(b, s)
			for b.Loop() {
				if err := s.Scan(ctx, "summary/", func(store.Record) error { return nil }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
