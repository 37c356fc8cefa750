package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A new file is always finished under a name of its own before it gets the name that matters, so that no moment shows
// half a file. Its name begins with a dot and ends in ".new"; after a crash such a file may be thrown away.

// draft makes a file in folder that only this user may read, lets fill write it, and returns its name once its bytes are
// durable. After an error nothing is left.
func draft(folder string, fill func(*os.File) error) (name string, err error) {
	f, err := os.CreateTemp(folder, ".kwi-*.new")
	if err != nil {
		return "", err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// publish gives a draft the name path if nothing has that name yet; else the error is fs.ErrExist.
func publish(name, path string) error {
	defer func() { _ = os.Remove(name) }()
	err := os.Link(name, path)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links, as on a memory stick
		if _, missing := os.Lstat(path); !errors.Is(missing, fs.ErrNotExist) {
			return fs.ErrExist
		}
		err = os.Rename(name, path)
	}
	if err == nil {
		syncFolder(filepath.Dir(path))
	}
	return err
}

// supplant gives a draft the name path, whatever had it. On Windows a file that somebody has open cannot be replaced;
// since nobody holds a data file for long, waiting a second helps.
func supplant(name, path string) error {
	var err error
	for late := time.Now().Add(time.Second); ; time.Sleep(10 * time.Millisecond) {
		if err = os.Rename(name, path); err == nil {
			syncFolder(filepath.Dir(path))
			return nil
		}
		if !meets(err, busyErrors) || time.Now().After(late) {
			_ = os.Remove(name)
			return err
		}
	}
}

// spare returns a name beside path that is free: with ".bak" behind it, or else ".bak2" and so on. Something kept
// earlier is never overwritten.
func spare(path string) (string, error) {
	for n := 1; n < 10_000; n++ {
		kept := path + ".bak"
		if n > 1 {
			kept = fmt.Sprintf("%s.bak%d", path, n)
		}
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			return kept, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("no name left to keep %s under", path)
}

// duplicate copies a file byte by byte to a name that is free.
func duplicate(path, to string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	name, err := draft(filepath.Dir(to), func(f *os.File) error {
		_, err := f.ReadFrom(from)
		return err
	})
	if err != nil {
		return err
	}
	return publish(name, to)
}
