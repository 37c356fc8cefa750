package bolt

import (
	"context"
	"errors"
	"io"
	"os"

	"kwi/store/bolt/pages"
)

// look is done once by a handle for each file that it finds under its path, before bbolt trusts it and above all before
// anything is written: the kind of file, its version, and every number by which bbolt would run into the void.
func (s *Store) look(ctx context.Context) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return explain(err, s.path, false)
	}
	if known := s.known.Load(); known != nil && os.SameFile(*known, info) {
		return nil
	}
	if err := regular(info); err != nil {
		return explain(err, s.path, false)
	}
	err = s.within(ctx, s.path, false, func(u *fileUse) error {
		if info, err = u.file.Stat(); err != nil {
			return err
		}
		image, err := pages.Open(u.file, info.Size())
		if err != nil {
			return err
		}
		if err := image.Skeleton(); err != nil {
			return err
		}
		return u.db.View(identify)
	})
	if err == nil || errors.Is(err, errOlder) {
		s.known.Store(&info)
		return nil
	}
	return err
}

// IsDataFile reports whether a file is of the bbolt format, also a damaged one, of another version or of another program:
// something of which nothing but a backup or a restore may take the place.
func IsDataFile(file io.ReaderAt) bool { return pages.Recognizes(file) }
