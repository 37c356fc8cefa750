package storetest

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/store"
)

// testModel compares an engine, used through both handles in turn, with a map: the same Applies must be taken and refused,
// and everything read must be as the map has it. The seed is fixed unless one is given on the command line.
func testModel(t *testing.T, s, other store.Store) {
	settle("rapid.seed", "20110623")
	settle("rapid.checks", "25")
	settle("rapid.nofailfile", "true")
	handles := []store.Store{s, other}
	rapid.Check(t, func(t *rapid.T) {
		m := clearStore(t, s)
		t.Repeat(map[string]func(*rapid.T){
			"apply": func(t *rapid.T) { m.mustApply(t, rapid.SampledFrom(handles).Draw(t, "handle")) },
			"get":   func(t *rapid.T) { m.get(t, rapid.SampledFrom(handles).Draw(t, "handle")) },
			"scan":  func(t *rapid.T) { m.scan(t, rapid.SampledFrom(handles).Draw(t, "handle")) },
		})
	})
}

// settle gives a flag of the property tests another default.
func settle(name, value string) {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	if !given && flag.Lookup(name) != nil {
		_ = flag.Set(name, value)
	}
}

var modelKeys = []string{"a", "a/", "a/1", "a/2", "ab", "b", "b/\x00", "z"}

type expectation struct {
	records map[string]store.Record
	rev     store.Rev
}

// clearStore empties what an earlier run of the property has left.
func clearStore(t *rapid.T, s store.Store) *expectation {
	m := &expectation{records: map[string]store.Record{}}
	var left []store.Write
	err := s.Scan(context.Background(), "", func(r store.Record) error {
		left = append(left, Remove(r.Key, r.Rev))
		return nil
	})
	if err == nil {
		m.rev, err = s.Apply(context.Background(), left...)
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *expectation) mustApply(t *rapid.T, s store.Store) {
	keys := rapid.SliceOfNDistinct(rapid.SampledFrom(modelKeys), 0, 4, rapid.ID[string]).Draw(t, "keys")
	var writes []store.Write
	var stale []string
	for _, key := range keys {
		now := m.records[key].Rev
		w := store.Write{
			Op: rapid.SampledFrom([]store.Op{store.Put, store.Put, store.Remove, store.Same}).Draw(t, "op"), Key: key,
			Rev:   rapid.SampledFrom([]store.Rev{now, now, now, now, 0, now + 1, m.rev}).Draw(t, "rev"),
			Value: rapid.SliceOfN(rapid.Byte(), 0, 20).Draw(t, "value"),
		}
		if w.Rev != now || w.Op == store.Remove && now == 0 {
			stale = append(stale, key)
		}
		writes = append(writes, w)
	}
	rev, err := s.Apply(context.Background(), writes...)
	var conflict *store.Conflict
	switch {
	case stale != nil:
		if !errors.As(err, &conflict) || !slices.Equal(conflict.Keys, stale) {
			t.Fatalf("Apply: %v, want a conflict of %q", err, stale)
		}
		return
	case err != nil:
		t.Fatalf("Apply: %v", err)
	case store.Changes(writes) != (rev > m.rev) || rev < m.rev:
		t.Fatalf("revision %d after %d", rev, m.rev)
	}
	m.rev = rev
	for _, w := range writes {
		switch w.Op {
		case store.Put:
			m.records[w.Key] = store.Record{Key: w.Key, Value: w.Value, Rev: rev}
		case store.Remove:
			delete(m.records, w.Key)
		}
	}
}

func (m *expectation) get(t *rapid.T, s store.Store) {
	keys := rapid.SliceOfN(rapid.SampledFrom(modelKeys), 0, 4).Draw(t, "keys")
	found, err := s.Get(context.Background(), keys...)
	if err != nil || len(found) != len(keys) {
		t.Fatalf("Get: %d records, %v", len(found), err)
	}
	for i, key := range keys {
		if r := m.records[key]; found[i].Key != key || showRecord(found[i]) != showRecord(store.Record{Key: key, Value: r.Value, Rev: r.Rev}) {
			t.Fatalf("Get(%q) = %s, want %s", key, showRecord(found[i]), showRecord(r))
		}
	}
}

func (m *expectation) scan(t *rapid.T, s store.Store) {
	prefix := rapid.SampledFrom([]string{"", "a", "a/", "b", "c", "z"}).Draw(t, "prefix")
	var found, expected []string
	err := s.Scan(context.Background(), prefix, func(r store.Record) error {
		found = append(found, showRecord(r))
		return nil
	})
	if err != nil {
		t.Fatalf("Scan: %v", err)
	}
	for _, key := range modelKeys {
		if r, ok := m.records[key]; ok && strings.HasPrefix(key, prefix) {
			expected = append(expected, showRecord(r))
		}
	}
	if !slices.Equal(found, expected) {
		t.Fatalf("Scan(%q) = %v, want %v", prefix, found, expected)
	}
}

func showRecord(r store.Record) string { return fmt.Sprintf("%q=%x@%d", r.Key, r.Value, r.Rev) }
