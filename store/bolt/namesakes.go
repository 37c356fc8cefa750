package bolt

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kwi/internal/wholefile"
	"kwi/store"
)

// Namesakes are the data files that are called after this one, beside it or among its copies, and that were not kept of
// it: as a sync folder makes of a file that two wrote, or somebody by hand. open are those of them that no seal keeps from
// being read.
func (s *Store) Namesakes(ctx context.Context) (all, open []string) {
	known := []string{s.path}
	for _, c := range s.Copies() {
		known = append(known, c.Path)
	}
	name := filepath.Base(s.path)
	called := strings.TrimSuffix(name, filepath.Ext(name))
	for _, folder := range []string{filepath.Dir(s.path), s.CopyFolder()} {
		entries, _ := os.ReadDir(folder)
		drafts := wholefile.Drafts(folder)
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			mine := folder == s.CopyFolder() || called != "" && strings.Contains(e.Name(), called)
			if !mine || !e.Type().IsRegular() || slices.Contains(known, path) || slices.Contains(drafts, path) || !isDataFileAt(path) {
				continue
			}
			seal, err := sealOfCopy(ctx, path)
			if errors.Is(err, store.ErrForeign) || ctx.Err() != nil {
				continue
			}
			if all = append(all, path); seal == nil {
				open = append(open, path)
			}
		}
	}
	return all, open
}

func isDataFileAt(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	return IsDataFile(f)
}
