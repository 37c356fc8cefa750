package erasing

import (
	"context"
	"slices"

	"kwi/internal/desk"
	"kwi/store/bolt"
)

// copies are the copies that the program made of the data file, also those that
// earlier versions left beside it.
func (f File) copies() (paths []string) {
	for _, c := range f.Store.Copies() {
		paths = append(paths, c.Path)
	}
	slices.Sort(paths)
	return paths
}

// wouldIn looks at a copy. One of an earlier version is not brought up to date for
// a look; what is in it is seen to when it is done.
func (f File) wouldIn(ctx context.Context, path string, e desk.Erasing) (desk.Erasure, error) {
	s, err := bolt.Open(path)
	if err != nil {
		return desk.Erasure{}, err
	}
	if older, err := s.IsOlder(ctx); older || err != nil {
		return desk.Erasure{}, err
	}
	d, err := f.on(s)
	if err != nil {
		return desk.Erasure{}, err
	}
	return d.WouldErase(ctx, e)
}

// on is the desk on a copy.
func (f File) on(s *bolt.Store) (*desk.Desk, error) {
	if f.On != nil {
		return f.On(s)
	}
	return desk.New(s, f.Nonce), nil
}
