package settings

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"kwi/internal/fault"
	"kwi/internal/wholefile"
)

// pathVariable is the name in the environment of another file.
const pathVariable = "KWI_SETTINGS"

// Path is where the settings are kept, in the folder that the system has for
// those of programs; "" where there is none.
func Path(getenv func(string) string, folder func() (string, error)) string {
	if path := getenv(pathVariable); path != "" {
		return path
	}
	if folder == nil {
		return ""
	}
	in, err := folder()
	if err != nil {
		return ""
	}
	return filepath.Join(in, "kwi", "settings.json")
}

// mostBytes is how many bytes of settings are read.
const mostBytes = 64 << 10

// Read reads the settings; where there is no file they are empty. One that
// cannot be read is a BadSettings, beside empty settings.
func Read(path string) (Settings, error) {
	if path == "" {
		return Settings{}, nil
	}
	about, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil || !about.Mode().IsRegular() { // a pipe may never open
		return Settings{}, fault.New(fault.BadSettings, path).By(err)
	}
	f, err := os.Open(path)
	if err != nil {
		return Settings{}, fault.New(fault.BadSettings, path).By(err)
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err == nil && len(data) > mostBytes {
		err = errForm
	}
	var s Settings
	if err == nil {
		s, err = parseSettings(data)
	}
	if err != nil {
		return Settings{}, fault.New(fault.BadSettings, path).By(err)
	}
	return s, nil
}

// Change reads the settings, changes them and writes them whole or not at all.
// A file that cannot be read is left as it is, and BadSettings said; one that
// cannot be written is SettingsNotKept.
func Change(path string, change func(*Settings)) error {
	if path == "" {
		return fault.New(fault.SettingsNotKept)
	}
	s, err := Read(path)
	if err != nil {
		return err
	}
	change(&s)
	data, err := s.bytes()
	if err == nil {
		err = replaceFile(path, data)
	}
	if err != nil {
		return fault.New(fault.SettingsNotKept, path).By(err)
	}
	return nil
}

// replaceFile puts a new file in the place of the old one. Where that is a link, its
// target is replaced, for people keep their settings elsewhere that way.
func replaceFile(path string, data []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if there, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		_ = there.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err // it was made read-only on purpose
	}
	return wholefile.Write(path, data)
}
