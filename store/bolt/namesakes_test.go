package bolt

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kwi/store"
)

// TestDataFilesThatNobodyKeptAreNamesakes: one that a sync folder made of this one or of a copy,
// and one that somebody made by hand; neither a copy that was kept, nor what is called otherwise,
// nor what is no data file of ours. What stands under a seal is not open.
func TestDataFilesThatNobodyKeptAreNamesakes(t *testing.T) {
	t.Parallel()
	ctx, folder := context.Background(), t.TempDir()
	filled := func(name string) *Store {
		t.Helper()
		s, err := Open(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(ctx, store.Write{Op: store.Put, Key: "client/a", Value: []byte("A")}); err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := filled("kwi.db")
	if _, err := s.KeepCopy(ctx, BeforeImport); err != nil {
		t.Fatal(err)
	}
	if all, open := s.Namesakes(ctx); len(all)+len(open) != 0 {
		t.Fatal(all, open)
	}
	other := filled("another.db")
	raw, err := os.ReadFile(other.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"kwi.db.bak3": raw, "kwi.txt": []byte("kwi"), ".kwi-00000000-998-13.new": raw, // none of them is one
		"kwi (conflicted copy).db": raw, "kwi.db.copies/2026-11-27-day (1).db": raw, "kwi.db.copies/by hand": raw[:len(raw)/2],
	} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sealed := filled("kwi-sealed.db")
	if err := sealed.WriteAnew(ctx, []byte("sixteen bytes ofname and a seal"), func(*Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	all, open := s.Namesakes(ctx)
	for i := range all {
		all[i], _ = filepath.Rel(folder, all[i])
	}
	for i := range open {
		open[i], _ = filepath.Rel(folder, open[i])
	}
	want := []string{"kwi (conflicted copy).db", "kwi-sealed.db", filepath.Join("kwi.db.copies", "2026-11-27-day (1).db"), filepath.Join("kwi.db.copies", "by hand")}
	if !slices.Equal(all, want) {
		t.Errorf("%q", all)
	}
	if !slices.Equal(open, slices.Delete(slices.Clone(want), 1, 2)) {
		t.Errorf("open: %q", open)
	}
}
