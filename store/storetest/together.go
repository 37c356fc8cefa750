package storetest

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"testing"

	"kwi/store"
)

func cancelled(t *testing.T, s, other store.Store) {
	rev := mustApply(t, s, Put("a", 0, "1"), Put("b", 0, "1"))
	ctx, cancel := context.WithCancel(context.Background())
	err := s.Scan(ctx, "", func(store.Record) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Scan cancelled half-way: %v", err)
	}
	_, err = s.Get(ctx, "a")
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Get: %v", err)
	}
	_, err = s.Apply(ctx, Put("a", rev, "2"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Apply: %v", err)
	}
	if err := s.Watch(ctx, "", 0, func([]string, store.Rev) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("Watch: %v", err)
	}
	wantRecords(t, other, "a=1", "b=1")
}

func closed(t *testing.T, s, other store.Store) {
	ctx := context.Background()
	rev := mustApply(t, s, Put("a", 0, "1"))
	ended := make(chan error)
	go func() { ended <- s.Watch(ctx, "", rev, func([]string, store.Rev) {}) }()
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; !errors.Is(err, store.ErrClosed) {
		t.Errorf("Watch: %v", err)
	}
	if _, err := s.Get(ctx, "a"); !errors.Is(err, store.ErrClosed) {
		t.Errorf("Get: %v", err)
	}
	if _, err := s.Apply(ctx, Put("b", 0, "1")); !errors.Is(err, store.ErrClosed) {
		t.Errorf("Apply: %v", err)
	}
	if err := s.Scan(ctx, "", func(store.Record) error { return nil }); !errors.Is(err, store.ErrClosed) {
		t.Errorf("Scan: %v", err)
	}
	if other != s {
		wantRecords(t, other, "a=1")
	}
}

// compete has several goroutines on both handles call step some times, until each step succeeds.
func compete(t *testing.T, s, other store.Store, workers, rounds int, step func(s store.Store) error) {
	t.Helper()
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			mine := []store.Store{s, other}[w%2]
			for range rounds {
				err := step(mine)
				for errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrLocked) {
					err = step(mine)
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
}

func counter(r store.Record) uint64 {
	if len(r.Value) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(r.Value)
}

func countWrite(key string, rev store.Rev, n uint64) store.Write {
	return store.Write{Op: store.Put, Key: key, Rev: rev, Value: binary.BigEndian.AppendUint64(nil, n)}
}

func increments(t *testing.T, s, other store.Store) {
	const workers, rounds = 6, 15
	compete(t, s, other, workers, rounds, func(s store.Store) error {
		found, err := s.Get(context.Background(), "n")
		if err != nil {
			return err
		}
		_, err = s.Apply(context.Background(), countWrite("n", found[0].Rev, counter(found[0])+1))
		return err
	})
	if n := counter(oneRecord(t, s, "n")); n != workers*rounds {
		t.Fatalf("%d increments were counted, %d were made", n, workers*rounds)
	}
}

// transfers moves units between two records while readers see that the sum stays: Get and Scan are one snapshot each.
func transfers(t *testing.T, s, other store.Store) {
	const sum = 1000
	mustApply(t, s, countWrite("t/a", 0, sum), countWrite("t/b", 0, 0))
	both := func(s store.Store) ([]store.Record, error) {
		found, err := s.Get(context.Background(), "t/a", "t/b")
		if err == nil && counter(found[0])+counter(found[1]) != sum {
			err = fmt.Errorf("Get saw %d and %d", counter(found[0]), counter(found[1]))
		}
		return found, err
	}
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for _, s := range []store.Store{s, other} {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				var seen uint64
				err := s.Scan(context.Background(), "t/", func(r store.Record) error { seen += counter(r); return nil })
				if err == nil && seen != sum {
					err = fmt.Errorf("Scan saw a sum of %d", seen)
				}
				if err == nil {
					_, err = both(s)
				}
				if err != nil && !errors.Is(err, store.ErrLocked) {
					t.Error(err)
					return
				}
			}
		})
	}
	compete(t, s, other, 4, 10, func(s store.Store) error {
		found, err := both(s)
		if err != nil {
			return err
		}
		a, b := found[0], found[1]
		_, err = s.Apply(context.Background(), countWrite("t/a", a.Rev, counter(a)-1), countWrite("t/b", b.Rev, counter(b)+1))
		return err
	})
	close(stop)
	readers.Wait()
	if moved := counter(oneRecord(t, s, "t/b")); moved != 40 {
		t.Fatalf("%d units were moved, want 40", moved)
	}
}
