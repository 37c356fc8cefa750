package bolt

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

var someSeal = []byte("the-name-of-one.and what opens it")

// Whoever does not know the seal of a file neither reads nor writes a record of
// it; who knew the file before it got one neither.
func TestAFileIsUsedOnlyByWhoKnowsItsSeal(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := filled(t, 5)
	other := handle(t, s.Path())
	before, err := other.Apply(ctx)
	if err != nil {
		t.Fatal(err)
	}
	put := func(to *Store) error {
		_, err := to.Apply(ctx, storetest.Put("a", 0, "sealed"))
		return err
	}
	if err := s.WriteAnew(ctx, someSeal, put); err != nil {
		t.Fatal(err)
	}
	if got := storetest.Contents(t, s); !slices.Equal(got, []string{"a=sealed"}) {
		t.Errorf("it holds %v", got)
	}
	seal, err := other.Seal(ctx)
	if err != nil || !bytes.Equal(seal, someSeal) {
		t.Errorf("the seal is %q, %v", seal, err)
	}
	_, getting := other.Get(ctx, "a")
	_, applying := other.Apply(ctx, storetest.Put("b", 0, "plain"))
	scanning := other.Scan(ctx, "", func(store.Record) error { return nil })
	watching := other.Watch(ctx, "", before, func([]string, store.Rev) {})
	for _, err := range []error{getting, applying, scanning, watching} {
		if !errors.Is(err, store.ErrSealed) {
			t.Error(err)
		}
	}
	other.Know(someSeal)
	if rev, err := other.Apply(ctx, storetest.Put("b", 0, "1")); err != nil || rev <= before {
		t.Errorf("the revisions do not go on: %d behind %d, %v", rev, before, err)
	}
	if _, err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if _, err := s.Rescue(ctx, copied); err != nil {
		t.Fatal(err)
	}
	if seal, err := handle(t, copied).Seal(ctx); err != nil || !bytes.Equal(seal, someSeal) {
		t.Errorf("a rescue leaves the seal behind: %q, %v", seal, err)
	}
	if err := s.WriteAnew(ctx, nil, put); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Apply(ctx, storetest.Put("c", 0, "1")); !errors.Is(err, store.ErrSealed) {
		t.Errorf("who knows a seal writes to a file without one: %v", err)
	}
}

// What is written anew takes no change with it that somebody made meanwhile, and
// where it cannot be finished all is as it was.
func TestWhatIsWrittenAnewIsThereWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := filled(t, 5)
	before := storetest.Contents(t, s)
	no := errors.New("no")
	if err := s.WriteAnew(ctx, someSeal, func(*Store) error { return no }); !errors.Is(err, no) {
		t.Error(err)
	}
	err := s.WriteAnew(ctx, someSeal, func(*Store) error {
		_, err := handle(t, s.Path()).Apply(ctx, storetest.Put("meanwhile", 0, "1"))
		return err
	})
	if !errors.Is(err, store.ErrConflict) {
		t.Error(err)
	}
	if now := storetest.Contents(t, s); len(now) != len(before)+1 {
		t.Errorf("%d records became %d", len(before), len(now))
	}
	if left := names(t, filepath.Dir(s.Path())); len(left) != 1 {
		t.Errorf("the folder holds %v", left)
	}
}

// A file that is not there yet is begun with its seal.
func TestAFileBeginsWithASeal(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := fresh(t)
	if err := s.WriteAnew(ctx, someSeal, func(*Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if seal, err := s.Seal(ctx); err != nil || !bytes.Equal(seal, someSeal) {
		t.Error(seal, err)
	}
	if raw, err := os.ReadFile(s.Path()); err != nil || !bytes.Contains(raw, someSeal) {
		t.Error(err)
	}
}
