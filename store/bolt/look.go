package bolt

import (
	"context"
	"errors"
	"io"
	"os"

	"go.etcd.io/bbolt"

	"kwi/store/bolt/pages"
)

// inPlace says whether a file stands at the path that can be opened: a pipe would never be.
func (s *Store) inPlace() error {
	info, err := os.Stat(s.path)
	if err == nil {
		err = regular(info)
	}
	return explain(err, s.path, false)
}

// look is done once by a handle for each file that it finds under its path, before bbolt trusts it and above all before
// anything is written: the kind of file, its version, and every number by which bbolt would run into the void. What is
// only read by its keys goes page by page and needs no look: that takes as long as the file is large.
func (s *Store) look(ctx context.Context) error {
	info, err := os.Stat(s.path)
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		return explain(err, s.path, false)
	}
	if known := s.known.Load(); known != nil && os.SameFile(*known, info) {
		return nil
	}
	err = s.within(ctx, s.path, false, func(u *fileUse) error {
		if info, err = u.file.Stat(); err != nil {
			return err
		}
		image, err := pages.Open(u.file, info.Size())
		if err == nil {
			err = image.Skeleton()
		}
		if err != nil {
			return err
		}
		return u.db.View(func(tx *bbolt.Tx) error { return identifyOlder(mapped{tx}) })
	})
	switch {
	case err == nil:
		s.known.Store(&info)
	case errors.Is(err, errReplaced):
		return s.look(ctx)
	}
	return err
}

// IsDataFile reports whether a file is of the bbolt format, also a damaged one, of another version or of another program:
// something of which nothing but a backup or a restore may take the place.
func IsDataFile(file io.ReaderAt) bool { return pages.Recognizes(file) }
