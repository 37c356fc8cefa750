package staged_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kwi/store"
	"kwi/store/memory"
	"kwi/store/staged"
	"kwi/store/storetest"
)

var ctx = context.Background()

// seen is all that a store tells, the same by every way of reading.
func seen(t testing.TB, engine store.Store) map[string]string {
	t.Helper()
	s := staged.New(engine, staged.Options{})
	all := map[string]string{}
	for _, line := range storetest.Contents(t, s) {
		key, value, _ := strings.Cut(line, "=")
		all[key] = value
	}
	keys := slices.Sorted(maps.Keys(all))
	records, err := s.Get(ctx, append(keys, "absent", "summary/!switch", "more/large/0000")...)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range records {
		if i < len(keys) && (r.Rev == 0 || string(r.Value) != all[r.Key]) || i >= len(keys) && r.Rev != 0 {
			t.Fatalf("Get and Scan differ on %q", r.Key)
		}
	}
	prefixes := []string{"summary/", "a/"}
	for _, key := range keys {
		prefixes = append(prefixes, key[:1])
	}
	for _, prefix := range slices.Compact(prefixes) {
		var last string
		err := s.Scan(ctx, prefix, func(r store.Record) error {
			if string(r.Value) != all[r.Key] || !strings.HasPrefix(r.Key, prefix) || r.Key <= last {
				return fmt.Errorf("%q after %q", r.Key, last)
			}
			last = r.Key
			keys = slices.DeleteFunc(keys, func(key string) bool { return key == r.Key })
			return nil
		})
		if err != nil {
			t.Fatalf("under %q: %v", prefix, err)
		}
	}
	if len(keys) > 0 {
		t.Fatalf("not under its prefix: %q", keys)
	}
	return all
}

// tidy holds the engine to keeping nothing but what is seen, and the pieces of that.
func tidy(t testing.TB, engine store.Store) {
	t.Helper()
	all := seen(t, engine)
	err := engine.Scan(ctx, "", func(r store.Record) error {
		key := r.Key
		if rest, ok := strings.CutPrefix(key, "more/"); ok {
			key = rest[:strings.LastIndex(rest, "/")]
		}
		if _, ok := all[key]; !ok {
			return errors.New("left behind: " + r.Key)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// long is a text of so many bytes that no two words are alike in.
func long(word string, n int) string { return strings.Repeat(word+" ", n/(len(word)+1)+1)[:n] }

// Values of two and of three pieces.
var two, three = long("old", 701_000), long("new", 1_401_000)

// begun is an engine with records of all kinds, and the change over the bounds that replaces some, removes some and
// puts some, with what is there before and after.
func begun(t testing.TB) (engine *memory.Store, change []store.Write, before, after map[string]string) {
	t.Helper()
	engine = memory.New()
	s := staged.New(engine, staged.Options{})
	rev, err := s.Apply(ctx, storetest.Put("a/1", 0, "old"), storetest.Put("a/2", 0, "old"), storetest.Put("summary/a", 0, "old"), storetest.Put("summary/b", 0, "stays"),
		storetest.Put("large", 0, two), storetest.Put("large2", 0, two), storetest.Put("x", 0, ""))
	if err != nil {
		t.Fatal(err)
	}
	before = seen(t, engine)
	after = maps.Clone(before)
	put := func(key, value string) {
		r, err := s.Get(ctx, key)
		if err != nil {
			t.Fatal(err)
		}
		change, after[key] = append(change, storetest.Put(key, r[0].Rev, value)), value
	}
	put("a/1", "new")
	put("large", three)
	put("large3", two)
	put("summary/a", "new")
	for n := range 150 {
		put(fmt.Sprintf("a/x%d", n), "new")
	}
	for _, key := range []string{"a/2", "large2"} {
		r, _ := s.Get(ctx, key)
		change = append(change, storetest.Remove(key, r[0].Rev))
		delete(after, key)
	}
	_ = rev
	return engine, append(change, storetest.Same("absent", 0)), before, after
}

// TestAChangeInStagesIsAllOrNothing cuts it at every Apply, and then reads what is there, first without being able to
// write.
func TestAChangeInStagesIsAllOrNothing(t *testing.T) {
	outcomes := map[bool]int{}
	for _, behind := range []bool{false, true} {
		for n := 0; ; n++ {
			engine, change, before, after := begun(t)
			c := &storetest.Cut{Store: engine, Left: n, Behind: behind}
			_, err := acquainted(t, c).Apply(ctx, change...)
			if !c.Dead {
				if err != nil {
					t.Fatal(err)
				}
				break
			}
			now := seen(t, storetest.ReadOnly{Store: engine})
			done := maps.Equal(now, after)
			if !done && !maps.Equal(now, before) {
				t.Fatalf("cut at %d: half of it is there", n)
			}
			if err == nil && !done {
				t.Fatalf("cut at %d: told done, and is not", n)
			}
			if now = seen(t, engine); done != maps.Equal(now, after) || done == maps.Equal(now, before) {
				t.Fatalf("cut at %d: moving it changed what there is to see", n)
			}
			outcomes[done]++
			if !done {
				if _, err := acquainted(t, engine).Apply(ctx, change...); err != nil {
					t.Fatalf("cut at %d: %v", n, err)
				}
				if now = seen(t, engine); !maps.Equal(now, after) {
					t.Fatalf("cut at %d: not there the second time", n)
				}
			}
			tidy(t, engine)
		}
	}
	if outcomes[true] < 4 || outcomes[false] < 4 {
		t.Error(outcomes)
	}
}

// acquainted is a handle through which the records were read that a change replaces.
func acquainted(t testing.TB, engine store.Store) *staged.Store {
	t.Helper()
	s := staged.New(engine, staged.Options{Group: first})
	if _, err := s.Get(ctx, "large", "large2"); err != nil {
		t.Fatal(err)
	}
	return s
}

// switchedOnly is an engine on which a change is switched and nothing of it moved.
func switchedOnly(t testing.TB) (engine *memory.Store, after map[string]string) {
	t.Helper()
	for n := 0; ; n++ {
		engine, change, before, after := begun(t)
		if _, err := acquainted(t, &storetest.Cut{Store: engine, Left: n, Behind: true}).Apply(ctx, change...); err == nil {
			t.Fatal("it never was")
		}
		if now := seen(t, storetest.ReadOnly{Store: engine}); !maps.Equal(now, before) {
			return engine, after
		}
	}
}

// TestMovingMayBeCutToo cuts the one that moves it, again and again, whichever way it came upon the mark.
func TestMovingMayBeCutToo(t *testing.T) {
	for name, meet := range map[string]func(store.Store) error{
		"Get":   func(s store.Store) error { _, err := s.Get(ctx, "a/1"); return err },
		"Scan":  func(s store.Store) error { return s.Scan(ctx, "summary/", func(store.Record) error { return nil }) },
		"Scan2": func(s store.Store) error { return s.Scan(ctx, "a/", func(store.Record) error { return nil }) },
		"Scan3": func(s store.Store) error { return s.Scan(ctx, "", func(store.Record) error { return nil }) },
		"Apply": func(s store.Store) error { _, err := s.Apply(ctx, storetest.Same("absent", 0)); return err },
	} {
		t.Run(name, func(t *testing.T) {
			engine, after := switchedOnly(t)
			for n := 0; ; n++ {
				c := &storetest.Cut{Store: engine, Left: 1 + n%3, Behind: n%2 == 0}
				err := meet(staged.New(c, staged.Options{}))
				if !c.Dead && err == nil {
					break
				}
				if now := seen(t, storetest.ReadOnly{Store: engine}); !maps.Equal(now, after) {
					t.Fatalf("after %d cuts something else is there", n)
				}
			}
			tidy(t, engine)
			if now := seen(t, engine); !maps.Equal(now, after) {
				t.Fatal("in the end something else is there")
			}
		})
	}
}

// TestASwitchedChangeThatCannotBeMovedIsSeen is about a file that can only be read.
func TestASwitchedChangeThatCannotBeMovedIsSeen(t *testing.T) {
	engine, after := switchedOnly(t)
	if now := seen(t, storetest.ReadOnly{Store: engine}); !maps.Equal(now, after) {
		t.Error("something else is seen")
	}
	s := staged.New(storetest.ReadOnly{Store: engine}, staged.Options{})
	if _, err := s.Apply(ctx, storetest.Put("y", 0, "")); !errors.Is(err, store.ErrReadOnly) {
		t.Error(err)
	}
	before := storetest.Contents(t, engine)
	_ = seen(t, storetest.ReadOnly{Store: engine})
	if !slices.Equal(before, storetest.Contents(t, engine)) {
		t.Error("reading has changed something")
	}
	seen(t, engine)
	tidy(t, engine)
}
