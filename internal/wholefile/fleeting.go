package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Fleeting writes a file that another process of this machine reads at once and
// that nobody misses after it: whole or not at all, as Write does, but not
// durable, and so without waiting for the disk. Whatever has the name is
// replaced; a link is never followed.
func Fleeting(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), draftPattern())
	if err != nil {
		return err
	}
	err = Filled(content)(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	for late := time.Now().Add(100 * time.Millisecond); err == nil; time.Sleep(time.Millisecond) {
		renamed := os.Rename(f.Name(), path)
		if renamed == nil {
			return nil
		}
		if runtime.GOOS != "windows" || errors.Is(renamed, fs.ErrNotExist) || time.Now().After(late) { // there a reader stands in the way
			err = renamed
			break
		}
	}
	_ = os.Remove(f.Name())
	return err
}
