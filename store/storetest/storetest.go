// Package storetest holds every engine to the contract of package store: one Run for all of them. It must not know how
// an engine keeps its records. Nothing in it depends on time: what has to happen is waited for, without a limit of its
// own, and what must not happen is asked for afterwards.
package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"kwi/store"
)

// Reopener is what an engine offers when several handles can be open on one store; it is then tested with two.
type Reopener interface {
	Reopen() (store.Store, error)
}

// Boundless is what a store offers that takes changes and values over the bounds; it is then tested with such.
type Boundless interface {
	Boundless()
}

// Run tests an engine; open must give a handle on a new, empty store each time.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	t.Helper()
	cases := []struct {
		name string
		test func(t *testing.T, s, other store.Store)
	}{
		{"an empty store", emptyStore},
		{"put, get, replace, remove", lifeOfARecord},
		{"scan", scanning},
		{"all or nothing", allOrNothing},
		{"same", testSameStore},
		{"refused writes", refused},
		{"bounds", bounds},
		{"revisions", revisions},
		{"values belong to their owner", ownership},
		{"cancelled", cancelled},
		{"closed", closed},
		{"parallel increments", increments},
		{"parallel transfers", transfers},
		{"watch", watching},
		{"watch from the past", watchingThePast},
		{"model", testModel},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // each has a store of its own, and some wait
			s := open(t)
			other := s
			if r, ok := s.(Reopener); ok {
				var err error
				if other, err = r.Reopen(); err != nil {
					t.Fatal(err)
				}
			}
			t.Cleanup(func() { _, _ = s.Close(), other.Close() })
			if _, ok := s.(Boundless); ok && c.name == "bounds" {
				c.test = beyondBounds
			}
			c.test(t, s, other)
		})
	}
}

// Put is a shorthand for tests.
func Put(key string, rev store.Rev, value string) store.Write {
	return store.Write{Op: store.Put, Key: key, Rev: rev, Value: []byte(value)}
}

// Remove is a shorthand for tests.
func Remove(key string, rev store.Rev) store.Write {
	return store.Write{Op: store.Remove, Key: key, Rev: rev}
}

// Same is a shorthand for tests.
func Same(key string, rev store.Rev) store.Write {
	return store.Write{Op: store.Same, Key: key, Rev: rev}
}

// mustApply is Apply that must succeed.
func mustApply(t testing.TB, s store.Store, writes ...store.Write) store.Rev {
	t.Helper()
	rev, err := s.Apply(context.Background(), writes...)
	if err != nil {
		t.Fatalf("Apply: %v", err)
	}
	return rev
}

// refuse is Apply that must fail with this kind and change nothing that another handle sees.
func refuse(t testing.TB, s, other store.Store, kind error, writes ...store.Write) error {
	t.Helper()
	before := Contents(t, other)
	_, err := s.Apply(context.Background(), writes...)
	if !errors.Is(err, kind) {
		t.Fatalf("Apply: %v, want %v", err, kind)
	}
	if after := Contents(t, other); !slices.Equal(before, after) {
		t.Fatalf("a refused Apply changed %v into %v", before, after)
	}
	return err
}

// Contents returns every record as "key=value", in the order of Scan.
func Contents(t testing.TB, s store.Store) []string {
	t.Helper()
	return keysUnder(t, s, "")
}

func keysUnder(t testing.TB, s store.Store, prefix string) []string {
	t.Helper()
	var found []string
	err := s.Scan(context.Background(), prefix, func(r store.Record) error {
		if r.Rev == 0 {
			t.Fatalf("Scan: %q has revision 0", r.Key)
		}
		found = append(found, r.Key+"="+string(r.Value))
		return nil
	})
	if err != nil {
		t.Fatalf("Scan: %v", err)
	}
	return found
}

func wantRecords(t testing.TB, s store.Store, records ...string) {
	t.Helper()
	if found := Contents(t, s); !slices.Equal(found, records) {
		t.Fatalf("the store holds %v, want %v", found, records)
	}
}

func oneRecord(t testing.TB, s store.Store, key string) store.Record {
	t.Helper()
	found, err := s.Get(context.Background(), key)
	if err != nil || len(found) != 1 || found[0].Key != key {
		t.Fatalf("Get(%q) = %v, %v", key, found, err)
	}
	return found[0]
}

// longText returns a text of n bytes.
func longText(n int) string { return strings.Repeat("x", n) }
