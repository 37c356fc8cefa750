package store

import (
	"errors"
	"fmt"
	"strings"
)

var (
	// ErrConflict means that a record is no longer (or not yet) as the caller saw it; the error is a *Conflict.
	ErrConflict = errors.New("changed meanwhile")
	// ErrTooLarge means that an Apply is over MaxWrites, MaxBytes or MaxKey.
	ErrTooLarge = errors.New("too large to save at once")
	// ErrMalformed means that an Apply contradicts itself: a key twice, an empty key, an unknown Op.
	ErrMalformed = errors.New("malformed writes")
	// ErrLocked means that somebody else keeps the store busy; trying again later helps.
	ErrLocked = errors.New("in use by another program")
	// ErrReadOnly means that the store can be read but not written: a protected file or folder, a read-only disk.
	ErrReadOnly = errors.New("read-only")
	// ErrFull means that there is no space left for the writes.
	ErrFull = errors.New("no space left")
	// ErrNewer means that the store was written by a newer version of the program; it is left untouched.
	ErrNewer = errors.New("written by a newer version")
	// ErrForeign means that what is there was not made by this program; it is left untouched.
	ErrForeign = errors.New("not a kwi data file")
	// ErrDamaged means that what is there was made by this program but can no longer be relied upon.
	ErrDamaged = errors.New("damaged")
	// ErrSealed means that the records are sealed with a key that the caller has not, or no longer.
	ErrSealed = errors.New("locked with a passphrase")
	// ErrUnreachable means that there is no way to the store now: no network, nobody there, nobody who leads. Trying
	// again later helps; whether the writes of an Apply landed is not known.
	ErrUnreachable = errors.New("not to be reached")
	// ErrForbidden means that whoever asks may not see or change these records.
	ErrForbidden = errors.New("not allowed")
	// ErrGone means that the changes asked for by a Watch are no longer known.
	ErrGone = errors.New("changes no longer known")
	// ErrClosed means that the handle was closed before.
	ErrClosed = errors.New("closed")
)

// Conflict names the keys whose records were not as the writes of an Apply said, in the order of the writes.
// It is an ErrConflict to errors.Is.
type Conflict struct{ Keys []string }

// Error says which keys are in conflict.
func (c *Conflict) Error() string {
	return ErrConflict.Error() + ": " + strings.Join(c.Keys, ", ")
}

// Is reports whether target is ErrConflict.
func (c *Conflict) Is(target error) bool { return target == ErrConflict }

// NoRoom is an ErrFull that was seen before anything was written: how many bytes are needed on the disk of a path, at
// most, and how many are free there.
type NoRoom struct {
	Path       string
	Need, Free int64
}

// Error says how much is needed where.
func (n *NoRoom) Error() string {
	return fmt.Sprintf("%v: %s: %d bytes are needed and %d free", ErrFull, n.Path, n.Need, n.Free)
}

// Is reports that it is an ErrFull.
func (n *NoRoom) Is(target error) bool { return target == ErrFull }
