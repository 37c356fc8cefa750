package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"kwi/store"
)

// faultOf names the kind of an error, the file, and the cause.
func faultOf(kind error, path string, cause error) error {
	return fmt.Errorf("%w: %s: %w", kind, path, cause)
}

// saidErrors are the errors that already say what they are.
var saidErrors = []error{
	store.ErrConflict, store.ErrReadOnly, store.ErrFull, store.ErrClosed, store.ErrGone, store.ErrSealed,
	context.Canceled, context.DeadlineExceeded, fs.ErrNotExist, errOlder, errReplaced, errLeaving, errAnew,
}

// explain finds the kind of an error from the file system or from bbolt. A file that may not be opened for writing is
// read-only to us, whatever the reason.
func explain(err error, path string, writing bool) error {
	if err == nil {
		return nil
	}
	for _, known := range saidErrors {
		if errors.Is(err, known) {
			return err
		}
	}
	for _, kind := range []error{store.ErrLocked, store.ErrNewer, store.ErrForeign, store.ErrDamaged} {
		if errors.Is(err, kind) {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	switch {
	case meetsErrno(err, fullErrors):
		return faultOf(store.ErrFull, path, err)
	case meetsErrno(err, busyErrors):
		return faultOf(store.ErrLocked, path, err)
	case writing && (errors.Is(err, fs.ErrPermission) || meetsErrno(err, readOnlyErrors)):
		return faultOf(store.ErrReadOnly, path, err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// meetsErrno compares by text too, because bbolt passes some errors of the system on as text alone.
func meetsErrno(err error, numbers []syscall.Errno) bool {
	for _, number := range numbers {
		if errors.Is(err, number) || strings.HasSuffix(err.Error(), number.Error()) {
			return true
		}
	}
	return false
}

// plausible refuses what cannot be a data file before bbolt touches it.
func plausible(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return regular(info)
}

func regular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return fmt.Errorf("%w: it is a folder", store.ErrForeign)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a regular file", store.ErrForeign)
	case info.Size() == 0:
		return fmt.Errorf("%w: the file is empty", store.ErrDamaged)
	}
	return nil
}
