package bolt

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"kwi/store"
	"kwi/store/storetest"
)

// TestAHandleThatLooksWritesNothing: no change, no file where there is none, and no new
// format where that is older, which is read as it is.
func TestAHandleThatLooksWritesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	old, records := versionOne(t)
	now := filled(t, 20)
	for _, path := range []string{old, now.Path()} {
		before := contents(t, path)
		s, err := Open(path, AsItIs)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(ctx, storetest.Put("new", 0, "1")); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("a change: %v", err)
		}
		rev, err := s.Apply(ctx)
		if err != nil || rev == 0 {
			t.Errorf("asking for the revision: %d, %v", rev, err)
		}
		if path == old && !slices.Equal(storetest.Contents(t, s), records) {
			t.Error("the records of the older format are not what they were")
		}
		if another, err := s.Reopen(); err != nil {
			t.Error(err)
		} else if _, err := another.Apply(ctx, storetest.Put("new", 0, "1")); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("a change by another handle: %v", err)
		}
		if _, _, err := s.since(ctx, "", rev); err != nil {
			t.Errorf("what changed: %v", err)
		}
		if left := names(t, filepath.Dir(path)); !bytes.Equal(contents(t, path), before) || !slices.Equal(left, []string{filepath.Base(path)}) {
			t.Errorf("something was written: %v", left)
		}
	}
	nowhere := filepath.Join(t.TempDir(), "f", "kwi.db")
	s, _ := Open(nowhere, AsItIs)
	if _, err := s.Apply(ctx, storetest.Put("new", 0, "1")); !errors.Is(err, store.ErrReadOnly) || len(names(t, filepath.Dir(filepath.Dir(nowhere)))) > 0 {
		t.Errorf("where there is no file: %v", err)
	}
	if !s.MayWrite() {
		t.Error("a file that is not there yet may be made")
	}
}
