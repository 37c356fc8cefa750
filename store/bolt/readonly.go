package bolt

import (
	"errors"
	"io/fs"
	"os"

	"kwi/store"
)

// errLooks is why a handle that reads a file as it is does not write.
var errLooks = errors.New("it is only looked at")

// refuseWriting is the error of a write where the handle makes none.
func (s *Store) refuseWriting() error {
	if s.asIs {
		return faultOf(store.ErrReadOnly, s.path, errLooks)
	}
	return nil
}

// MayWrite reports whether the system lets this user write to the data file. One that is not there yet may be made; it
// is not touched, and neither is its lock.
func (s *Store) MayWrite() bool {
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err == nil {
		_ = f.Close()
		return true
	}
	return !errors.Is(err, fs.ErrPermission) && !meetsErrno(err, readOnlyErrors)
}
