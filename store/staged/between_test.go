package staged_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"strings"
	"sync"
	"testing"

	"kwi/store"
	"kwi/store/memory"
	"kwi/store/staged"
	"kwi/store/storetest"
)

// busy counts, and does something in between at one call.
type busy struct {
	store.Store
	at, gets, applies, scans int
	doing                    func()
}

func (b *busy) between() {
	if b.at--; b.at == 0 {
		b.doing()
	}
}

func (b *busy) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	b.applies++
	b.between()
	return b.Store.Apply(ctx, writes...)
}

func (b *busy) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	b.gets++
	b.between()
	return b.Store.Get(ctx, keys...)
}

func (b *busy) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	b.scans++
	b.between()
	return b.Store.Scan(ctx, prefix, each)
}

// first is the group of a key in these tests: what stands before its slash.
func first(key string) string { group, _, _ := strings.Cut(key, "/"); return group }

// TestSomebodyElseInBetween has another handle do something at every moment of a change in stages.
func TestSomebodyElseInBetween(t *testing.T) {
	large := func(key string) (writes []store.Write) {
		for n := range 120 {
			writes = append(writes, storetest.Put(fmt.Sprintf("%s%d", key, n), 0, "other"))
		}
		return writes
	}
	for name, other := range map[string]func(s *staged.Store) []store.Write{
		"nothing":               func(*staged.Store) []store.Write { return []store.Write{storetest.Same("absent", 0)} },
		"another group":         func(*staged.Store) []store.Write { return []store.Write{storetest.Put("y/1", 0, "other")} },
		"the same group":        func(*staged.Store) []store.Write { return []store.Write{storetest.Put("a/other", 0, "other")} },
		"a new record of it":    func(*staged.Store) []store.Write { return []store.Write{storetest.Put("a/x7", 0, "other")} },
		"another large change":  func(*staged.Store) []store.Write { return large("z/") },
		"a large one like this": func(*staged.Store) []store.Write { return large("a/x") },
		"a record that it replaces": func(s *staged.Store) []store.Write {
			r, _ := s.Get(ctx, "large")
			return []store.Write{storetest.Put("large", r[0].Rev, "other")}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pace := 1
			if testing.Short() {
				pace = 4
			}
			for at, reached := 1, true; reached; at += pace {
				engine, change, before, after := begun(t)
				reached = false
				var did []store.Write
				b := &busy{Store: engine, doing: func() {
					reached = true
					s := acquainted(t, engine)
					writes := other(s)
					if _, err := s.Apply(ctx, writes...); err == nil {
						did = writes
					} else if !errors.Is(err, store.ErrConflict) {
						t.Fatal(err)
					}
				}}
				mine := acquainted(t, b)
				b.at = at
				_, err := mine.Apply(ctx, change...)
				want := before
				if err == nil {
					want = after
				} else if !errors.Is(err, store.ErrConflict) || did == nil {
					t.Fatal(at, err)
				}
				want = maps.Clone(want)
				for _, w := range did {
					if w.Op == store.Put {
						want[w.Key] = "other"
					}
				}
				now := seen(t, engine)
				if err == nil && now["large"] == "other" { // after it was there
					want["large"] = "other"
				}
				if !maps.Equal(now, want) {
					t.Fatalf("at %d (%v) there are %d records, not %d", at, err, len(now), len(want))
				}
				if _, err := staged.New(engine, staged.Options{}).Apply(ctx, large("last/")...); err != nil {
					t.Fatal(at, err)
				}
				tidy(t, engine)
			}
		})
	}
}

// TestSeveralLargeChangesAtOnce counts in 120 records at once, from several handles, while others read.
func TestSeveralLargeChangesAtOnce(t *testing.T) {
	const records, handles, each = 120, 3, 4
	engine := memory.New()
	keys := make([]string, records)
	for i := range keys {
		keys[i] = fmt.Sprintf("%c/%d", 'a'+i%3, i)
	}
	var writers, readers sync.WaitGroup
	stop := make(chan struct{})
	for range handles {
		s := staged.New(engine, staged.Options{Group: first})
		writers.Go(func() {
			for done := 0; done < each; {
				now, err := s.Get(ctx, keys...)
				if err != nil {
					t.Error(err)
					return
				}
				var writes []store.Write
				for _, r := range now {
					n := binary.BigEndian.Uint64(append(make([]byte, 8), r.Value...)[len(r.Value):])
					writes = append(writes, store.Write{Op: store.Put, Key: r.Key, Rev: r.Rev, Value: binary.BigEndian.AppendUint64(nil, n+1)})
				}
				switch _, err = s.Apply(ctx, writes...); {
				case err == nil:
					done++
				case !errors.Is(err, store.ErrConflict) && !errors.Is(err, store.ErrLocked):
					t.Error(err)
					return
				}
			}
		})
	}
	for _, prefix := range []string{"", "a/"} {
		s := staged.New(engine, staged.Options{Group: first})
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				values := map[string]bool{}
				err := s.Scan(ctx, prefix, func(r store.Record) error { values[string(r.Value)] = true; return nil })
				if err != nil || len(values) > 1 {
					t.Errorf("a scan of %q saw %d counts at once, %v", prefix, len(values), err)
					return
				}
			}
		})
	}
	writers.Wait()
	close(stop)
	readers.Wait()
	for key, value := range seen(t, engine) {
		if n := binary.BigEndian.Uint64([]byte(value)); n != handles*each {
			t.Fatalf("%s counts %d, not %d", key, n, handles*each)
		}
	}
	tidy(t, engine)
}

// TestASmallChangeIsOneApply: nothing is read for it, and a change in stages of others costs it no more than a look.
func TestASmallChangeIsOneApply(t *testing.T) {
	b := &busy{Store: memory.New()}
	s := staged.New(b, staged.Options{Group: first})
	rev, err := s.Apply(ctx, storetest.Put("a", 0, "1"))
	if err == nil {
		_, err = s.Apply(ctx, storetest.Put("a", rev, "2"))
	}
	if err != nil || b.applies != 2 || b.gets != 0 || b.scans != 0 {
		t.Error(b.applies, b.gets, b.scans, err)
	}
	if _, err := s.Get(ctx, "a", "b"); err != nil || b.gets != 1 {
		t.Error(b.gets, err)
	}
	if err := s.Scan(ctx, "summary/", func(store.Record) error { return nil }); err != nil || b.scans != 1 || b.gets != 1 || b.applies != 2 {
		t.Error(b.scans, b.gets, b.applies, err)
	}
}

// TestTheRevisionThatWasReturnedIsGoodForTheNext: after a change in stages too.
func TestTheRevisionThatWasReturnedIsGoodForTheNext(t *testing.T) {
	engine, change, _, _ := begun(t)
	s := acquainted(t, engine)
	rev, err := s.Apply(ctx, change...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := staged.New(engine, staged.Options{}).Apply(ctx, storetest.Put("large", rev, "2")); !errors.Is(err, store.ErrConflict) {
		t.Error("another handle cannot know:", err)
	}
	if _, err := s.Apply(ctx, storetest.Put("large", rev, "2"), storetest.Put("a/1", rev, "2"), storetest.Remove("a/x3", rev)); err != nil {
		t.Error(err)
	}
	if _, err := s.Apply(ctx, storetest.Put("a/1", rev, "3")); !errors.Is(err, store.ErrConflict) {
		t.Error("it was replaced since:", err)
	}
	tidy(t, engine)
}
