package bolt

import (
	"os"

	"kwi/store"
)

// room refuses to write as many bytes into a folder as the disk has no room for, before any is written. Where the system
// does not say how much is free nothing is refused, and the disk says so in the end.
func (s *Store) room(folder string, need int64) error {
	if free, known := s.free(folder); known && free < need {
		return &store.NoRoom{Path: folder, Need: need, Free: free}
	}
	return nil
}

// size is how large the data file is: a copy of it is no larger.
func (s *Store) size() int64 {
	info, err := os.Stat(s.path)
	if err != nil {
		return 0
	}
	return info.Size()
}
