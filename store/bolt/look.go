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
func (s *Store) inPlace() (os.FileInfo, error) {
	info, err := os.Stat(s.path)
	if err == nil {
		err = regular(info)
	}
	return info, explain(err, s.path, false)
}

// look is done once by a handle for each file that it finds under its path, before bbolt trusts it and above all before
// anything is written: the kind of file, its version, and every number by which bbolt would run into the void. What is
// only read by its keys goes page by page and needs no look: that takes as long as the file is large.
//
// Whoever asks while a look is going on waits for that one: a save right after the start for what is left of that of Watch.
func (s *Store) look(ctx context.Context) error {
	for {
		known, err := s.lookedAt()
		if known || err != nil {
			return err
		}
		select {
		case s.looking <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
		if known, err = s.lookedAt(); !known && err == nil {
			err = s.lookThrough(ctx)
		}
		<-s.looking
		if !errors.Is(err, errReplaced) {
			return err
		}
	}
}

// lookedAt reports whether the file under the path is one at which this handle looked.
func (s *Store) lookedAt() (bool, error) {
	info, err := s.inPlace()
	known := s.known.Load()
	return err == nil && known != nil && os.SameFile(*known, info), err
}

func (s *Store) lookThrough(ctx context.Context) error {
	var info os.FileInfo
	err := s.within(ctx, s.path, false, func(u *fileUse) (err error) {
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
	if err == nil {
		s.known.Store(&info)
	}
	return err
}

// IsDataFile reports whether a file is of the bbolt format, also a damaged one, of another version or of another program:
// something of which nothing but a backup or a restore may take the place.
func IsDataFile(file io.ReaderAt) bool { return pages.Recognizes(file) }
