package main

import (
	"context"

	"kwi/internal/cli"
	"kwi/internal/progress"
	"kwi/ui/part/locking"
)

// lockOf is the lock of the data file as a window has it; nil where there is no data file.
func lockOf(ctx context.Context, s cli.Session) *locking.Lock {
	if s.Lock == nil {
		return nil
	}
	l := &locking.Lock{
		Locked: s.Lock.Locked, Encrypt: s.Lock.Encrypt,
		Unlock: func(typed string) error { return s.Lock.Unlock(ctx, typed) },
		Follow: func() (locking.Moved, error) {
			switch asks, off, err := s.Lock.Follow(ctx); {
			case asks:
				return locking.Another, err
			case off:
				return locking.Off, err
			default:
				return locking.Same, err
			}
		},
	}
	if !s.ReadOnly {
		l.Set = func(ctx context.Context, present, chosen string, told progress.Told) (locking.Done, error) {
			done, err := s.Lock.Set(ctx, present, chosen, told)
			return locking.Done(done), err
		}
	}
	return l
}
