// Package wholefile writes files so that they are there whole or not at all:
// under a name of their own first, durable, readable by this user alone, and
// then under the name that matters. What a killed program left of that is
// found and removed the next time anything is written in the same folder.
//
// It is the one writer of files below everything else: the data file, what
// the office writes for the user, and settings stand on it. It decides
// nothing about what may be overwritten and knows no other package of the
// program.
package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Draft makes a file in folder that only this user may read, lets fill write
// it, and returns its name once its bytes are durable. After an error nothing
// is left. Leftovers of killed programs in the folder are removed first.
func Draft(folder string, fill func(*os.File) error) (name string, err error) {
	return Scratch(folder, func(f *os.File) error {
		if err := fill(f); err != nil {
			return err
		}
		return f.Sync()
	})
}

// Scratch is Draft for a file that is never published: its bytes need not be
// durable. Whoever made it removes it.
func Scratch(folder string, fill func(*os.File) error) (name string, err error) {
	Sweep(folder)
	f, err := os.CreateTemp(folder, draftPattern())
	if err != nil {
		return "", err
	}
	err = fill(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// draftPattern is how the drafts of this process are called.
func draftPattern() string { return fmt.Sprintf(".kwi-%s-%d-*.new", machineName(), os.Getpid()) }

// Publish gives a draft the name path if nothing has that name yet; else the
// error is fs.ErrExist. The draft is gone either way.
func Publish(draft, path string) error {
	defer func() { _ = os.Remove(draft) }()
	err := os.Link(draft, path)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links, as on a memory stick
		if _, missing := os.Lstat(path); !errors.Is(missing, fs.ErrNotExist) {
			return fs.ErrExist
		}
		err = os.Rename(draft, path)
	}
	if err == nil {
		syncFolder(filepath.Dir(path))
	}
	return err
}

// Replace gives a draft the name path, whatever had it. The draft is gone
// either way. On Windows a file that somebody has open cannot be replaced;
// since nobody holds a data file for long, waiting a second helps.
func Replace(draft, path string) error {
	for late := time.Now().Add(time.Second); ; time.Sleep(10 * time.Millisecond) {
		err := os.Rename(draft, path)
		if err == nil {
			syncFolder(filepath.Dir(path))
			return nil
		}
		if runtime.GOOS != "windows" || errors.Is(err, fs.ErrNotExist) || time.Now().After(late) {
			_ = os.Remove(draft)
			return err
		}
	}
}

// Write writes a file of the program's own, whatever stands there.
func Write(path string, content []byte) error {
	draft, err := Draft(filepath.Dir(path), Filled(content))
	if err != nil {
		return err
	}
	return Replace(draft, path)
}

// Filled fills a draft with content.
func Filled(content []byte) func(*os.File) error {
	return func(f *os.File) error {
		_, err := f.Write(content)
		return err
	}
}

// Folder makes a folder for this user among those for temporary files, to be
// removed by who asked for it. Its name begins with "kwi-", so that SweepFolders
// knows it. Those that killed programs left are removed first.
func Folder(name string) (string, error) {
	SweepFolders()
	return os.MkdirTemp(os.TempDir(), fmt.Sprintf("%s-%s-%d-*", name, machineName(), os.Getpid()))
}

// DraftFolder makes a folder for this user alone beside the name that it is to get,
// to be filled and then published. Whoever made it removes it where it is not.
func DraftFolder(in string) (string, error) {
	Sweep(in)
	return os.MkdirTemp(in, draftPattern())
}

// PublishFolder gives a filled folder its name; fs.ErrExist where anything has it.
func PublishFolder(draft, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	if err := os.Rename(draft, path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}
