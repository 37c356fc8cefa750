package bolt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// ErrSelf means that a backup would go to, or a restore come from, the data file itself.
var ErrSelf = errors.New("that is the data file itself")

// Backup writes a copy of the data file to w, all as of one moment, also while others use the file. To keep them from
// waiting for a slow w, the copy is first made beside the data file; only where that cannot be it goes straight to w.
// Without a data file the error is fs.ErrNotExist.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	name, err := s.snapshot(ctx, filepath.Dir(s.path))
	if errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrFull) {
		return s.copyTo(ctx, w)
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }()
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	_, err = io.Copy(w, patient{ctx, f})
	return err
}

// BackupFile writes a copy of the data file to path. The file there appears when it is complete and durable, and not at
// all after an error. An older backup at path is replaced; anything else there is left alone: the data file itself
// (ErrSelf), and a file that is not ours or that this program cannot read (ErrForeign, ErrNewer, ErrDamaged).
func (s *Store) BackupFile(ctx context.Context, path string) error {
	if err := s.replaceable(ctx, path); err != nil {
		return err
	}
	name, err := s.snapshot(ctx, filepath.Dir(path))
	if err != nil {
		return err
	}
	return explain(wholefile.Replace(name, path), path, true)
}

// replaceable says whether a backup may take the place of what is at path.
func (s *Store) replaceable(ctx context.Context, path string) error {
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return explain(err, path, true)
	}
	if own, err := os.Stat(s.path); err == nil && os.SameFile(own, there) {
		return fmt.Errorf("%w: %s", ErrSelf, path)
	}
	target, err := Open(path)
	if err != nil {
		return err
	}
	return target.look(ctx)
}

// snapshot makes a complete copy as a draft in folder. What is not yet on the disk is brought there after the lock is
// given back.
func (s *Store) snapshot(ctx context.Context, folder string) (string, error) {
	if err := s.look(ctx); err != nil {
		return "", err
	}
	name, err := wholefile.Draft(folder, func(f *os.File) error { return s.copyTo(ctx, f) })
	return name, explain(err, folder, true)
}

// copyTo copies under the lock of a reader. The bytes of an older version are copied as they are. An error of w is kept
// apart, so that it is not taken for one of the data file.
func (s *Store) copyTo(ctx context.Context, w io.Writer) error {
	out := &writer{ctx: ctx, to: w}
	err := s.within(ctx, s.path, false, func(u *use) error {
		return u.db.View(func(tx *bbolt.Tx) error {
			_, err := tx.WriteTo(out)
			if out.err != nil {
				return nil
			}
			return err
		})
	})
	if out.err != nil {
		return out.err
	}
	return err
}

// patient reads until its context is done.
type patient struct {
	ctx  context.Context
	from io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.from.Read(b)
}

// writer writes until its context is done and remembers its error.
type writer struct {
	ctx context.Context
	to  io.Writer
	err error
}

func (w *writer) Write(b []byte) (n int, err error) {
	if w.err = w.ctx.Err(); w.err == nil {
		n, w.err = w.to.Write(b)
	}
	return n, w.err
}
