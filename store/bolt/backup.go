package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// ErrSelf means that a backup would go to, or a restore come from, the data file itself.
var ErrSelf = errors.New("that is the data file itself")

// Backup writes a copy of the data file to w, all as of one moment, also while others use the file. To keep them from
// waiting for a slow w, the copy is first made beside the data file, or where that cannot be among the files for
// temporary use. Without a data file the error is fs.ErrNotExist.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	return s.BackupTold(ctx, w, nil)
}

// BackupTold is Backup; told hears of each megabyte that is copied, of how many. It may be nil.
func (s *Store) BackupTold(ctx context.Context, w io.Writer, told func(done, all int)) error {
	name, err := s.snapshot(ctx, filepath.Dir(s.path), told)
	if errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrFull) {
		folder, making := wholefile.Folder("kwi-copy")
		if making != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(folder) }()
		name, err = s.snapshot(ctx, folder, told)
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }()
	if err := s.verify(ctx, name); err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	_, err = io.Copy(w, patient{ctx, f})
	return err
}

// ErrDiffers means that a backup would take the place of a data file that is not an earlier state of this one.
var ErrDiffers = errors.New("not an earlier copy of this data file")

// BackupFile writes a copy of the data file to path. The file there appears when it is complete and durable, and not at
// all after an error. An earlier state of the same data file at path is replaced; anything else there is left alone: the
// data file itself (ErrSelf), a file that is not ours or that this program cannot read (ErrForeign, ErrNewer,
// ErrDamaged), and another, a newer or a differently continued data file (ErrDiffers). Records whose key begins with one
// of lasting are never removed in the course of time, so a file that holds one more is another one.
func (s *Store) BackupFile(ctx context.Context, path string, lasting ...string) error {
	return s.BackupFileTold(ctx, path, nil, lasting...)
}

// BackupFileTold is BackupFile; told hears of each megabyte that is copied, of how many. It may be nil.
func (s *Store) BackupFileTold(ctx context.Context, path string, told func(done, all int), lasting ...string) error {
	if err := s.replaceable(ctx, path, lasting); err != nil {
		return err
	}
	name, err := s.snapshot(ctx, filepath.Dir(path), told)
	if err != nil {
		return err
	}
	if err := s.sound(ctx, name); err != nil {
		return err
	}
	return explain(wholefile.Replace(name, path), path, true)
}

// sound is verify of a draft, which goes where it is not.
func (s *Store) sound(ctx context.Context, draft string) error {
	err := s.verify(ctx, draft)
	if err != nil {
		_ = os.Remove(draft)
	}
	return err
}

// verify reads a copy whole: a damaged data file has no backup that could be relied upon, and the copy of an hour ago may
// be sound. What is wrong with the copy is said of the data file. One of an older version is not looked into.
func (s *Store) verify(ctx context.Context, name string) error {
	copied, err := Open(name)
	if err != nil {
		return err
	}
	err = copied.within(ctx, copied.path, false, func(u *fileUse) error {
		_, err := u.check(ctx)
		return err
	})
	switch {
	case errors.Is(err, errOlder):
		return nil
	case errors.Is(err, store.ErrDamaged):
		return faultOf(store.ErrDamaged, s.path, err)
	}
	return err
}

// replaceable says whether a backup may take the place of what is at path.
func (s *Store) replaceable(ctx context.Context, path string, lasting []string) error {
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
	if err := target.look(ctx); err != nil {
		return err
	}
	if err := s.look(ctx); err != nil {
		return err
	}
	return s.within(ctx, s.path, false, func(mine *fileUse) error {
		return target.within(ctx, target.path, false, func(other *fileUse) error {
			return mine.db.View(func(now *bbolt.Tx) error {
				return other.db.View(func(then *bbolt.Tx) error { return continues(ctx, now, then, lasting) })
			})
		})
	})
}

// continues refuses a file of which this one is not a later state: whatever was not changed since must stand there as it
// stands here, and nothing there may be newer than here.
func continues(ctx context.Context, now, then *bbolt.Tx, lasting []string) error {
	for _, tx := range []*bbolt.Tx{now, then} {
		if err := identifyOlder(mapped{tx}); err != nil {
			return err
		}
	}
	until := revision(mapped{then})
	if until > revision(mapped{now}) {
		return fmt.Errorf("%w: it is newer", ErrDiffers)
	}
	here, there := now.Bucket(recordsBucket), then.Bucket(recordsBucket)
	err := here.ForEach(func(key, stored []byte) error {
		rev, _, err := decodeStored(key, stored)
		if err == nil && rev <= until && !bytes.Equal(there.Get(key), stored) {
			err = fmt.Errorf("%w: %q differs", ErrDiffers, key)
		}
		return errors.Join(err, ctx.Err())
	})
	if err != nil {
		return err
	}
	return there.ForEach(func(key, stored []byte) error {
		rev, _, err := decodeStored(key, stored)
		if err != nil {
			return err
		}
		mine := here.Get(key)
		if mine == nil {
			if slices.ContainsFunc(lasting, func(prefix string) bool { return bytes.HasPrefix(key, []byte(prefix)) }) {
				return fmt.Errorf("%w: %q is only there", ErrDiffers, key)
			}
			return ctx.Err()
		}
		at, _, err := decodeStored(key, mine)
		if err == nil && at < rev {
			err = fmt.Errorf("%w: %q is newer there", ErrDiffers, key)
		}
		return errors.Join(err, ctx.Err())
	})
}

// snapshot makes a copy of what lives in the data file as a draft in folder. So that writers need not wait until that
// is done, the file is first copied as it is, beside itself; only where that cannot be they wait.
func (s *Store) snapshot(ctx context.Context, folder string, told func(done, all int)) (name string, err error) {
	if err := s.look(ctx); err != nil {
		return "", err
	}
	if err := s.room(folder, s.size()); err != nil {
		return "", err
	}
	compact := func(u *fileUse) error {
		name, err = u.compact(ctx, folder, told)
		return nil
	}
	still, standing := s.standstill(ctx)
	if errors.Is(standing, store.ErrReadOnly) || errors.Is(standing, store.ErrFull) {
		if using := s.within(ctx, s.path, false, compact); using != nil {
			return "", using
		}
		return name, s.ofMine(err)
	}
	if standing != nil {
		return "", standing
	}
	defer func() { _ = os.Remove(still) }()
	if using := s.within(ctx, still, false, compact); using != nil {
		return "", s.ofMine(using)
	}
	return name, s.ofMine(err)
}

// ofMine says of the data file what is wrong with a copy of it.
func (s *Store) ofMine(err error) error {
	if errors.Is(err, store.ErrDamaged) {
		return faultOf(store.ErrDamaged, s.path, err)
	}
	return err
}

// standstill copies the file as it is at this moment, beside it, for who reads it at leisure and removes it.
// Where there is no room for both, that is no copy to read at leisure.
func (s *Store) standstill(ctx context.Context) (string, error) {
	if err := s.room(filepath.Dir(s.path), 2*s.size()); err != nil {
		return "", err
	}
	name, err := wholefile.Scratch(filepath.Dir(s.path), func(f *os.File) error { return s.copyTo(ctx, f, nil) })
	return name, explain(err, s.path, true)
}

// facsimile makes a copy of the file as it is, free pages and all, as a draft in folder. What is not yet on the disk is
// brought there after the lock is given back.
func (s *Store) facsimile(ctx context.Context, folder string, told func(done, all int)) (string, error) {
	if err := s.look(ctx); err != nil {
		return "", err
	}
	name, err := wholefile.Draft(folder, func(f *os.File) error { return s.copyTo(ctx, f, told) })
	return name, explain(err, folder, true)
}

// copyTo copies under the lock of a reader. The bytes of an older version are copied as they are. An error of w is kept
// apart, so that it is not taken for one of the data file.
func (s *Store) copyTo(ctx context.Context, w io.Writer, told func(done, all int)) error {
	out := &writer{ctx: ctx, to: w, told: told}
	err := s.within(ctx, s.path, false, func(u *fileUse) error {
		return u.db.View(func(tx *bbolt.Tx) error {
			out.all = tx.Size()
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

	told        func(done, all int) // hears of megabytes; may be nil
	copied, all int64
}

func (w *writer) Write(b []byte) (n int, err error) {
	if w.err = w.ctx.Err(); w.err == nil {
		n, w.err = w.to.Write(b)
	}
	if w.copied += int64(n); w.told != nil {
		w.told(int(w.copied/megabyte), inMegabytes(w.all))
	}
	return n, w.err
}
