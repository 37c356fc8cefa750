package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"kwi/store"
)

func emptyStore(t *testing.T, s, other store.Store) {
	wantRecords(t, s)
	found, err := other.Get(context.Background(), "a", "b", "a")
	if err != nil || len(found) != 3 || found[0].Key != "a" || found[1].Key != "b" || found[2].Rev != 0 || len(found[0].Value) != 0 {
		t.Fatalf("Get = %v, %v", found, err)
	}
	if none, err := s.Get(context.Background()); err != nil || len(none) != 0 {
		t.Fatalf("Get of nothing = %v, %v", none, err)
	}
	first := mustApply(t, s)
	if rev := mustApply(t, other); rev != first {
		t.Fatalf("an empty store is at revision %d and at %d", first, rev)
	}
	mustApply(t, s, Same("a", 0))
	refuse(t, s, other, store.ErrConflict, Remove("a", 0))
	refuse(t, s, other, store.ErrConflict, Put("a", 7, "x"))
	refuse(t, s, other, store.ErrConflict, Same("a", 7))
}

func lifeOfARecord(t *testing.T, s, other store.Store) {
	first := mustApply(t, s, Put("a", 0, "1"))
	if r := oneRecord(t, other, "a"); string(r.Value) != "1" || r.Rev != first {
		t.Fatalf("put at %d, read %+v", first, r)
	}
	refuse(t, other, s, store.ErrConflict, Put("a", 0, "again"))
	second := mustApply(t, other, Put("a", first, "2"))
	refuse(t, s, other, store.ErrConflict, Put("a", first, "late"))
	refuse(t, s, other, store.ErrConflict, Remove("a", first))
	wantRecords(t, s, "a=2")
	mustApply(t, s, Remove("a", second))
	wantRecords(t, other)
	if r := oneRecord(t, s, "a"); r.Rev != 0 || len(r.Value) != 0 {
		t.Fatalf("removed, read %+v", r)
	}
	refuse(t, s, other, store.ErrConflict, Remove("a", second))
	if again := mustApply(t, s, Put("a", 0, "")); again <= second {
		t.Fatalf("a record that came back has revision %d, before it had %d", again, second)
	}
	if r := oneRecord(t, other, "a"); r.Rev == 0 || len(r.Value) != 0 {
		t.Fatalf("an empty value, read %+v", r)
	}
}

func scanning(t *testing.T, s, other store.Store) {
	mustApply(t, s, Put("b/2", 0, "4"), Put("b", 0, "2"), Put("a", 0, "1"), Put("b/10", 0, "3"), Put("b0", 0, "5"),
		Put("é", 0, "6"), Put("\xff", 0, "7"), Put("\xff\x00", 0, "8"))
	wantRecords(t, other, "a=1", "b=2", "b/10=3", "b/2=4", "b0=5", "é=6", "\xff=7", "\xff\x00=8")
	for prefix, expected := range map[string][]string{
		"b/": {"b/10=3", "b/2=4"}, "b": {"b=2", "b/10=3", "b/2=4", "b0=5"}, "c": nil, "a": {"a=1"}, "\xff": {"\xff=7", "\xff\x00=8"},
	} {
		if found := keysUnder(t, other, prefix); !slices.Equal(found, expected) {
			t.Errorf("Scan(%q) = %v, want %v", prefix, found, expected)
		}
	}
	enough := errors.New("enough")
	calls := 0
	err := s.Scan(context.Background(), "b", func(store.Record) error { calls++; return enough })
	if err != enough || calls != 1 { //nolint:errorlint // It must be the very error.
		t.Fatalf("Scan stopped by its callback: %v after %d calls", err, calls)
	}
}

func allOrNothing(t *testing.T, s, other store.Store) {
	rev := mustApply(t, s, Put("a", 0, "1"), Put("b", 0, "1"), Put("c", 0, "1"))
	err := refuse(t, s, other, store.ErrConflict,
		Put("a", rev, "2"), Put("c", 0, "2"), Remove("b", rev+1), Put("d", 0, "2"), Same("e", 4))
	var conflict *store.Conflict
	if !errors.As(err, &conflict) || !slices.Equal(conflict.Keys, []string{"c", "b", "e"}) {
		t.Fatalf("the conflict names %v", conflict)
	}
	mustApply(t, s, Put("a", rev, "2"), Put("d", 0, "2"), Remove("b", rev))
	wantRecords(t, other, "a=2", "c=1", "d=2")
}

func testSameStore(t *testing.T, s, other store.Store) {
	rev := mustApply(t, s, Put("a", 0, "1"), Put("b", 0, "1"))
	next := mustApply(t, s, Same("a", rev), Put("b", rev, "2"), Same("absent", 0))
	if r := oneRecord(t, other, "a"); r.Rev != rev || string(r.Value) != "1" {
		t.Fatalf("Same changed the record: %+v", r)
	}
	refuse(t, s, other, store.ErrConflict, Same("b", rev), Put("a", rev, "2"))
	refuse(t, s, other, store.ErrConflict, Same("b", 0))
	refuse(t, s, other, store.ErrConflict, Same("absent", rev))
	if now := mustApply(t, other, Same("a", rev), Same("b", next)); now != next {
		t.Fatalf("an Apply of Same alone is at %d, want %d", now, next)
	}
}

func refused(t *testing.T, s, other store.Store) {
	rev := mustApply(t, s, Put("a", 0, "1"))
	for name, writes := range map[string][]store.Write{
		"put twice":      {Put("b", 0, "1"), Put("b", 0, "2")},
		"put and remove": {Put("a", rev, "2"), Remove("a", rev)},
		"same and put":   {Same("a", rev), Put("a", rev, "2")},
		"no key":         {Put("", 0, "1")},
		"no op":          {{Key: "b"}},
		"another op":     {{Op: 9, Key: "b"}},
	} {
		t.Run(name, func(t *testing.T) { refuse(t, s, other, store.ErrMalformed, writes...) })
	}
}

func bounds(t *testing.T, s, other store.Store) {
	var writes []store.Write
	for i := range store.MaxWrites {
		writes = append(writes, Put(fmt.Sprintf("n/%03d", i), 0, "1"))
	}
	mustApply(t, s, writes...)
	refuse(t, s, other, store.ErrTooLarge, append(writes, Put("n/more", 0, "1"))...)
	mustApply(t, s, Put("big", 0, longText(store.MaxBytes-len("big"))))
	if r := oneRecord(t, other, "big"); len(r.Value) != store.MaxBytes-len("big") {
		t.Fatalf("the largest value came back with %d bytes", len(r.Value))
	}
	refuse(t, s, other, store.ErrTooLarge, Put("huge", 0, longText(store.MaxBytes-len("huge")+1)))
	refuse(t, s, other, store.ErrTooLarge, Put("h1", 0, longText(store.MaxBytes/2)), Put("h2", 0, longText(store.MaxBytes/2)))
	mustApply(t, s, Put(longText(store.MaxKey), 0, "1"))
	refuse(t, s, other, store.ErrTooLarge, Put(longText(store.MaxKey+1), 0, "1"))
}

// beyondBounds is what bounds refuses, from a store that takes it.
func beyondBounds(t *testing.T, s, other store.Store) {
	var writes []store.Write
	var records []string
	for i := range 3 * store.MaxWrites {
		writes = append(writes, Put(fmt.Sprintf("n/%03d", i), 0, "1"))
		records = append(records, fmt.Sprintf("n/%03d=1", i))
	}
	rev := mustApply(t, s, writes...)
	wantRecords(t, other, records...)
	refuse(t, other, s, store.ErrConflict, writes...)
	for i := range writes {
		writes[i] = Remove(writes[i].Key, rev)
	}
	mustApply(t, s, writes...) // what it returned is good for the next
	wantRecords(t, other)
	huge := longText(2*store.MaxBytes + 1)
	rev = mustApply(t, s, Put("huge", 0, huge), Put("small", 0, "1"))
	wantRecords(t, other, "huge="+huge, "small=1")
	if r := oneRecord(t, other, "huge"); string(r.Value) != huge {
		t.Fatalf("the large value came back with %d bytes", len(r.Value))
	}
	refuse(t, s, other, store.ErrConflict, Put("huge", 0, "2"))
	rev = mustApply(t, s, Put("huge", rev, huge[1:]), Put("small", rev, "2"))
	wantRecords(t, other, "huge="+huge[1:], "small=2")
	mustApply(t, s, Put("huge", rev, "3"), Remove("small", rev))
	wantRecords(t, other, "huge=3")
	refuse(t, s, other, store.ErrTooLarge, Put(longText(store.MaxKey+1), 0, "1"))
}

func revisions(t *testing.T, s, other store.Store) {
	last := mustApply(t, s)
	for i := range 20 {
		from := []store.Store{s, other}[i%2]
		rev := mustApply(t, from, Put(fmt.Sprint("r/", i), 0, "1"))
		if rev <= last {
			t.Fatalf("revision %d after %d", rev, last)
		}
		if now := mustApply(t, s); now != rev {
			t.Fatalf("the store is at %d, want %d", now, rev)
		}
		last = rev
	}
	refuse(t, s, other, store.ErrConflict, Put("r/1", 0, "2"))
	if now := mustApply(t, other); now != last {
		t.Fatalf("after a refused Apply the store is at %d, want %d", now, last)
	}
	if removed := mustApply(t, s, Remove("r/19", last)); removed <= last {
		t.Fatalf("removed at %d after %d", removed, last)
	}
}

func ownership(t *testing.T, s, other store.Store) {
	value := []byte("mine")
	mustApply(t, s, store.Write{Op: store.Put, Key: "a", Value: value})
	copy(value, "gone")
	wantRecords(t, other, "a=mine")
	r := oneRecord(t, s, "a")
	copy(r.Value, "gone")
	wantRecords(t, s, "a=mine")
}
