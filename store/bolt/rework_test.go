package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// What was replaced or removed is nowhere in a compacted file, not in a key
// either, and who has it open goes on.
func TestNothingThatWasRemovedIsLeftInACompactedFile(t *testing.T) {
	ctx := context.Background()
	s := filled(t, 50)
	const secret = "Zeno-Quaxelfort"
	var revs []store.Rev
	for n := range 30 {
		rev, err := s.Apply(ctx, storetest.Put(fmt.Sprintf("%s/%d", secret, n), 0, secret+" said something long enough"))
		if err != nil {
			t.Fatal(err)
		}
		revs = append(revs, rev)
	}
	other := handle(t, s.Path())
	watched := make(chan error, 1)
	now, err := other.Apply(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for n, rev := range revs {
		if _, err := s.Apply(ctx, store.Write{Op: store.Remove, Key: fmt.Sprintf("%s/%d", secret, n), Rev: rev}); err != nil {
			t.Fatal(err)
		}
	}
	before, contents := raw(t, s.Path()), storetest.Contents(t, s)
	if !bytes.Contains(before, []byte(secret)) {
		t.Fatal("nothing was left to be compacted away")
	}
	if err := s.Rework(ctx, func(*Store) error { return nil }, nil); err != nil {
		t.Fatal(err)
	}
	if after := raw(t, s.Path()); bytes.Contains(after, []byte(secret)) || len(after) > len(before) {
		t.Errorf("%d bytes became %d, and still hold it", len(before), len(after))
	}
	if got := storetest.Contents(t, other); !slices.Equal(got, contents) {
		t.Errorf("another handle reads %v", got)
	}
	go func() { watched <- other.Watch(ctx, "", now, func([]string, store.Rev) {}) }()
	if err := <-watched; !errors.Is(err, store.ErrGone) {
		t.Errorf("a watch goes on: %v", err)
	}
	later, err := other.Apply(ctx, storetest.Put("more", 0, "1"))
	if err != nil || later <= now+30 {
		t.Errorf("the revisions do not go on: %d behind %d, %v", later, now, err)
	}
	if left := names(t, filepath.Dir(s.Path())); len(left) != 1 {
		t.Errorf("the folder holds %v", left)
	}
	if _, err := s.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestOfNoFileNothingIsCompacted(t *testing.T) {
	s := fresh(t)
	if err := s.Rework(context.Background(), func(*Store) error { return nil }, nil); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(s.Path()); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

func raw(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhetherAFileIsOlderIsAskedWithoutATrace(t *testing.T) {
	path, _ := versionOne(t)
	old := raw(t, path)
	s := handle(t, path)
	if older, err := s.IsOlder(context.Background()); !older || err != nil {
		t.Error(older, err)
	}
	if !bytes.Equal(raw(t, path), old) || len(names(t, filepath.Dir(path))) != 1 {
		t.Error("it was not left as it is")
	}
	if _, err := s.MigrateHere(context.Background()); err != nil || len(names(t, filepath.Dir(path))) != 1 {
		t.Error("a copy of a copy was left", err, names(t, filepath.Dir(path)))
	}
	if older, err := s.IsOlder(context.Background()); older || err != nil {
		t.Error(older, err)
	}
}
