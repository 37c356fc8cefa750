package cli

import (
	"context"
	"errors"
	"io"
	"sync/atomic"

	"kwi/internal/desk"
	"kwi/internal/lock"
	"kwi/internal/passphrase"
	"kwi/internal/progress"
	"kwi/internal/watchword"
	"kwi/store/bolt"
)

// DataLock is the lock of the data file as a window has it that is open. It may be used by
// several goroutines at once.
type DataLock struct {
	r    *invocation
	file *bolt.Store
	desk *desk.Desk

	knewBefore atomic.Bool // the passphrase of the lock that the window has was typed, and the file has another
}

// Locked reports whether there is one, as far as the window knows.
func (l *DataLock) Locked() bool {
	_, locked := l.r.lockHeld(l.file)
	return locked
}

// Unlock reports whether a passphrase is that of the file as it is now, with an error of
// watchword where it is not. With a lock that the file got elsewhere the window goes on from
// then on. Where it had one before, that one's passphrase has to be typed first.
func (l *DataLock) Unlock(ctx context.Context, typed string) error {
	held, locked := l.r.lockHeld(l.file)
	seal, err := l.file.Seal(ctx)
	switch {
	case err != nil && locked:
		seal = held.Seal // what is wrong with the file is told by whoever reads it
	case err != nil:
		return dataFileFault(err, l.file.Path(), l.file.Path())
	case seal == nil && locked: // else whoever takes the lock off elsewhere sees what is covered here
		if _, err := l.r.tried(held.Seal, typed, l.file.Path(), watchword.ErrOther); err != nil {
			return err
		}
		return l.turn(nil)
	case seal == nil:
		return nil
	case locked && !held.Opens(seal):
		return l.another(held, seal, typed)
	}
	opened, err := l.r.tried(seal, typed, l.file.Path(), watchword.ErrOther)
	if err != nil || locked {
		return err
	}
	return l.turn(&opened)
}

// another goes on with the lock of a seal in the place of the one that is held, for who knows
// both: else whoever puts a file with a passphrase of their own there sees what is covered here.
func (l *DataLock) another(held lock.Lock, seal []byte, typed string) error {
	path, wrong := l.file.Path(), watchword.ErrOther
	if !l.knewBefore.Load() {
		if _, err := l.r.tried(held.Seal, typed, path, watchword.ErrFirst); err != nil {
			return err
		}
		l.knewBefore.Store(true)
		wrong = watchword.ErrNext
	}
	opened, err := l.r.tried(seal, typed, path, wrong) // the same one may be chosen again
	if err != nil {
		return err
	}
	l.knewBefore.Store(false)
	return l.turn(&opened)
}

// Follow has the window go on where the lock was taken off elsewhere, which off tells. asks
// is that the file got another passphrase, which has to be typed.
func (l *DataLock) Follow(ctx context.Context) (asks, off bool, err error) {
	seal, err := l.file.Seal(ctx)
	if err != nil {
		return false, false, dataFileFault(err, l.file.Path(), l.file.Path())
	}
	held, locked := l.r.lockHeld(l.file)
	switch {
	case seal != nil:
		return !locked || !held.Opens(seal), false, nil
	case locked:
		return false, true, l.turn(nil)
	}
	return false, false, nil
}

// turn has the window use the file with another lock, nil for none.
func (l *DataLock) turn(to *lock.Lock) error {
	return l.relock(to, func() error {
		l.r.lets(l.file)
		if l.file.Know(nil); to != nil {
			l.r.holds(l.file, *to)
		}
		return nil
	})
}

func (l *DataLock) relock(to *lock.Lock, do func() error) error {
	if to == nil {
		return l.desk.Relock(do, nil)
	}
	return l.desk.Relock(do, to.Key)
}

// Relocked is what was done with the copies that kwi kept.
type Relocked struct {
	Copies  int
	Left    []string // the paths of those that stayed as they were
	Earlier []string // of those that open with an earlier passphrase still
	Beside  []string // of data files that kwi did not make and that are not locked
}

// Set locks the file with another passphrase, "" for none, and the copies that were kept of
// it; present is the one that it has, which whoever sits there has to know. The window goes
// on with it.
func (l *DataLock) Set(ctx context.Context, present, chosen string, told progress.Told) (done Relocked, err error) {
	if held, locked := l.r.lockHeld(l.file); locked {
		if _, err := l.r.tried(held.Seal, present, l.file.Path(), watchword.ErrOther); err != nil {
			return done, err
		}
	}
	var to *lock.Lock
	if chosen != "" {
		if err := watchword.Fits(chosen); err != nil {
			return done, err
		}
		made, err := lock.New(chosen, l.r.work())
		if err != nil {
			return done, err
		}
		to = &made
	}
	if err := ctx.Err(); err != nil {
		return done, err
	}
	if err := l.relock(to, func() error { return l.r.rewrite(ctx, l.file, to) }); err != nil {
		return done, err
	}
	told.Tell(1, 2)
	copies, left := l.r.relockCopies(ctx, l.file, to)
	for _, c := range left {
		if at := cleanPath(c.path); errors.Is(c.why, passphrase.ErrWrong) {
			done.Earlier = append(done.Earlier, at)
		} else {
			done.Left = append(done.Left, at)
		}
	}
	if done.Copies = copies; to != nil {
		_, open := l.file.Namesakes(ctx)
		for _, path := range open {
			done.Beside = append(done.Beside, cleanPath(path))
		}
	}
	return done, nil
}

// Encrypt encrypts what is written so that the passphrase of the file opens it, also with the
// program age. It is nil where the file has none.
func (l *DataLock) Encrypt() func(io.Writer) (io.WriteCloser, error) {
	held, locked := l.r.lockHeld(l.file)
	if !locked {
		return nil
	}
	return func(w io.Writer) (io.WriteCloser, error) { return held.Encrypt(w, l.r.work()) }
}
