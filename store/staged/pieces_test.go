package staged_test

import (
	"errors"
	"strings"
	"testing"

	"kwi/store"
	"kwi/store/memory"
	"kwi/store/staged"
	"kwi/store/storetest"
)

func put(t *testing.T, s store.Store, writes ...store.Write) store.Rev {
	t.Helper()
	rev, err := s.Apply(ctx, writes...)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// TestValuesThatLookLikePieces are kept as they are, whatever they begin with.
func TestValuesThatLookLikePieces(t *testing.T) {
	engine := memory.New()
	s := staged.New(engine, staged.Options{})
	rev := put(t, s, storetest.Put("x", 0, "\xfe\x00\x00\x00\x02"))
	if now := seen(t, engine); now["x"] != "\xfe\x00\x00\x00\x02" {
		t.Errorf("%q", now)
	}
	put(t, s, storetest.Put("x", rev, ""))
	tidy(t, engine)
}

// TestPiecesOfAnOlderFile are as the desk wrote them before there was this package.
func TestPiecesOfAnOlderFile(t *testing.T) {
	engine := memory.New()
	put(t, engine, storetest.Put("x", 0, "\xfe\x00\x00\x00\x02"), storetest.Put("more/x/0000", 0, "one "), storetest.Put("more/x/0001", 0, "two"))
	if now := seen(t, engine); now["x"] != "one two" || len(now) != 1 {
		t.Errorf("%q", now)
	}
	s := staged.New(engine, staged.Options{})
	r, err := s.Get(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, storetest.Remove("x", r[0].Rev))
	if left := storetest.Contents(t, engine); len(left) > 0 {
		t.Error(left)
	}
}

// TestALostPiece is damage to a Get, and no reason for a Scan not to tell the rest.
func TestALostPiece(t *testing.T) {
	engine := memory.New()
	put(t, engine, storetest.Put("x", 0, "\xfe\x00\x00\x00\x02"), storetest.Put("more/x/0001", 0, "two"), storetest.Put("y", 0, "\xfe\x00"), storetest.Put("z", 0, "3"))
	s := staged.New(engine, staged.Options{})
	for _, key := range []string{"x", "y"} {
		if _, err := s.Get(ctx, key, "z"); !errors.Is(err, store.ErrDamaged) {
			t.Error(key, err)
		}
	}
	for _, prefix := range []string{"", "x", "y"} {
		var told []string
		err := s.Scan(ctx, prefix, func(r store.Record) error { told = append(told, r.Key+"="+string(r.Value)); return nil })
		if all := strings.Join(told, " "); err != nil || all != map[string]string{"": "x= y= z=3", "x": "x=", "y": "y="}[prefix] {
			t.Errorf("under %q: %q, %v", prefix, all, err)
		}
	}
	r, _ := engine.Get(ctx, "x", "y")
	put(t, s, storetest.Put("x", r[0].Rev, "1"), storetest.Put("y", r[1].Rev, "2")) // and it can be put right
	if now := seen(t, engine); now["x"] != "1" || now["y"] != "2" {
		t.Errorf("%q", now)
	}
}

// TestKeysOfItsOwn are no business of the callers.
func TestKeysOfItsOwn(t *testing.T) {
	s := staged.New(memory.New(), staged.Options{})
	for _, key := range []string{"summary/!switch", "stage/n/x", "more/x/0000"} {
		if _, err := s.Apply(ctx, storetest.Put(key, 0, "1")); !errors.Is(err, store.ErrMalformed) {
			t.Error(key, err)
		}
	}
}
