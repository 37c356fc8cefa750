package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"kwi/store"
)

type changeNews struct {
	keys []string
	at   store.Rev
}

// follow runs a Watch and hands its calls over until the returned stop is called, which waits for the end.
func follow(t *testing.T, s store.Store, prefix string, after store.Rev) (told <-chan changeNews, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	calls, ended := make(chan changeNews), make(chan error, 1)
	go func() {
		ended <- s.Watch(ctx, prefix, after, func(keys []string, at store.Rev) {
			select {
			case calls <- changeNews{keys, at}:
			case <-ctx.Done():
			}
		})
		close(calls)
	}()
	return calls, func() {
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("Watch ended with %v", err)
		}
	}
}

func watching(t *testing.T, s, other store.Store) {
	start := mustApply(t, s, Put("w/before", 0, "1"), Put("x", 0, "1"))
	told, stop := follow(t, other, "w/", start)
	defer stop()
	var last store.Rev
	expected := map[string]bool{}
	for i := range 12 {
		key := fmt.Sprint("w/", i)
		last = mustApply(t, []store.Store{s, other}[i%2], Put(key, 0, "1"), Put(fmt.Sprint("x/", i), 0, "1"))
		expected[key] = true
		if i%3 == 2 {
			mustApply(t, s, Remove(key, last))
		}
	}
	r := oneRecord(t, s, "w/before")
	last = mustApply(t, s, Remove("w/before", r.Rev))
	expected["w/before"] = true
	mustApply(t, s, Put("x/after", 0, "1"))
	seen := map[string]bool{}
	before := start
	for len(seen) < len(expected) || before < last {
		call, open := <-told
		if !open {
			t.Fatalf("Watch ended early, having told %v", slices.Sorted(maps.Keys(seen)))
		}
		if call.at <= before || len(call.keys) == 0 || !slices.IsSorted(call.keys) || len(slices.Compact(slices.Clone(call.keys))) != len(call.keys) {
			t.Fatalf("after %d Watch told %+v", before, call)
		}
		before = call.at
		for _, key := range call.keys {
			if !expected[key] {
				t.Fatalf("Watch told of %q", key)
			}
			seen[key] = true
		}
	}
}

func watchingThePast(t *testing.T, s, other store.Store) {
	first := mustApply(t, s, Put("a", 0, "1"))
	second := mustApply(t, s, Put("b", 0, "1"), Put("c", 0, "1"))
	third := mustApply(t, s, Put("d", 0, "1"), Remove("b", second))
	for after, expected := range map[store.Rev][]string{
		0: {"a", "b", "c", "d"}, first: {"b", "c", "d"}, second: {"b", "d"},
	} {
		told, stop := follow(t, other, "", after)
		if call := <-told; !slices.Equal(call.keys, expected) || call.at != third {
			t.Errorf("after %d Watch told %+v, want %v at %d", after, call, expected, third)
		}
		stop()
	}
	const ahead = 1 << 40 // others may share the counter, as the users of one cluster do
	err := s.Watch(context.Background(), "", third+ahead, func(keys []string, _ store.Rev) {
		t.Errorf("Watch told of %v before it can have happened", keys)
	})
	if !errors.Is(err, store.ErrGone) {
		t.Errorf("Watch from a revision that is not there yet: %v", err)
	}
}
