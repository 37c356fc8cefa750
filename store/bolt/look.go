package bolt

import (
	"context"
	"errors"
	"os"
)

// look is done once by a handle for each file that it finds under its path, before bbolt trusts it and above all before
// anything is written: the kind of file, its version, and every number by which bbolt would run into the void.
func (s *Store) look(ctx context.Context) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return explain(err, s.path, false)
	}
	if known := s.known.Load(); known != nil && os.SameFile(known.info, info) {
		return nil
	}
	if err := regular(info); err != nil {
		return explain(err, s.path, false)
	}
	err = s.within(ctx, s.path, false, func(u *use) error {
		if info, err = u.file.Stat(); err != nil {
			return err
		}
		m, err := newImage(u.file, info.Size())
		if err != nil {
			return err
		}
		if err := m.skeleton(); err != nil {
			return err
		}
		return u.db.View(identify)
	})
	if err == nil || errors.Is(err, errOlder) {
		s.known.Store(&acquaintance{info})
		return nil
	}
	return err
}

// skeleton checks the branches of all trees and the list of free pages, not the leaves: about a hundredth of the file.
// It is what stands between a damaged file and a walk in circles inside bbolt, which nothing could end.
func (m image) skeleton() error {
	w, err := m.newWalk()
	if err != nil {
		return err
	}
	return w.buckets(func(_ string, bucket element) error { return w.branches(bucket) })
}
