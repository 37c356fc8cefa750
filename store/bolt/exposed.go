package bolt

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Exposed are the names of the data file, of what is kept beside it, and of its folder, as far as others than this user
// may get at them more than this program would let them. Of a folder that is not this program's own that is writing alone:
// who may write there may put another file in the place of this one. Where the system has no such rights it is none.
func (s *Store) Exposed() (names []string) {
	if onWindows {
		return nil
	}
	kept := []string{s.path}
	for _, c := range s.Copies() {
		kept = append(kept, c.Path)
	}
	for _, name := range kept {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 {
			names = append(names, name)
		}
	}
	if info, err := os.Stat(s.CopyFolder()); err == nil && info.Mode().Perm()&0o077 != 0 {
		names = append(names, s.CopyFolder())
	}
	folder := filepath.Dir(s.path)
	info, err := os.Stat(folder)
	if err != nil || info.Mode()&fs.ModeSticky != 0 {
		return names
	}
	wide := fs.FileMode(0o022)
	if own, err := DefaultPath(); err == nil && filepath.Dir(own) == folder {
		wide = 0o077
	}
	if info.Mode().Perm()&wide != 0 {
		names = append(names, folder)
	}
	return names
}

// escaped is a name as a pattern of which nothing is a sign.
func escaped(name string) string {
	var b []byte
	for i := range len(name) {
		switch name[i] {
		case '*', '?', '[', '\\':
			b = append(b, '\\')
		}
		b = append(b, name[i])
	}
	return string(b)
}

// Conceal lets only this user get at a file or a folder that Exposed named. A folder that is not this program's own may
// still be looked into by whom it was for.
func Conceal(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o600)
	if info.IsDir() {
		mode = info.Mode().Perm() &^ 0o022
		own, err := DefaultPath()
		if err == nil && filepath.Dir(own) == name || filepath.Ext(name) == copiesEnding {
			mode = 0o700
		}
	}
	return os.Chmod(name, mode)
}
