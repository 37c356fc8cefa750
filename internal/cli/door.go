package cli

import (
	"context"
	"errors"
	"path/filepath"

	"kwi/internal/lang"
	"kwi/internal/lock"
	"kwi/internal/watchword"
)

// Door is the page on which the passphrase of the data file is typed before the interface
// begins.
type Door struct {
	Words *lang.Words
	Theme string // as the settings have it
	File  string // the name of the data file, without its folder
	Told  string // why a file with the passphrase did not open it; "": there is none

	// Open opens it; watchword.ErrOther is that it was another passphrase.
	Open func(typed string) error
}

// ErrLeft means that somebody left the page without opening anything.
var ErrLeft = errors.New("left at the door")

// atDoor is the lock of a seal, opened on a page of its own.
func (r *invocation) atDoor(seal []byte, path, silent string) (opened lock.Lock, err error) {
	var broken error
	err = r.Door(r.ctx, Door{
		Words: r.words, Theme: r.settings.Theme, File: cleanLine(filepath.Base(path)), Told: silent,
		Open: func(typed string) error {
			l, err := r.tried(seal, typed, path, watchword.ErrOther)
			if errors.Is(err, watchword.ErrOther) {
				return err
			}
			opened, broken = l, err
			return nil
		},
	})
	switch {
	case r.ctx.Err() != nil:
		return lock.Lock{}, r.ctx.Err()
	case errors.Is(err, ErrLeft):
		return lock.Lock{}, context.Canceled
	case err != nil:
		return lock.Lock{}, err
	}
	return opened, broken
}
