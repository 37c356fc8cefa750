package office

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
)

// lockedEnding is what the name of a rescue file ends with that opens with a passphrase alone.
const lockedEnding = ".age"

// rescueName is what rescue files are called: as RescueName does, with a number where there are more.
var rescueName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^kwi(-.+)?\.json((-\d+)?\.age)?$`) })

// RescueName is what a file is called that holds a client who could not be kept, or "" for what
// the supplier keeps. One that is locked does not tell which client it is.
func RescueName(client string, locked bool) string {
	switch {
	case locked:
		return "kwi.json" + lockedEnding
	case client == "":
		return "kwi.json"
	}
	return "kwi-" + client + ".json"
}

// rescueFolders are where rescue files go: the home folder, or else that for temporary files.
func rescueFolders() (folders []string, err error) {
	home, err := os.UserHomeDir()
	if err == nil {
		folders = append(folders, home)
	}
	return append(folders, os.TempDir()), err
}

// WriteRescue writes a rescue file, for this user alone, and tells where. Nothing is overwritten.
func WriteRescue(name string, content []byte) (string, error) {
	folders, err := rescueFolders()
	failed := []error{err}
	for _, folder := range folders {
		path, err := WriteNew(filepath.Join(folder, name), content)
		if err == nil {
			return path, nil
		}
		failed = append(failed, err)
	}
	return "", errors.Join(failed...)
}

// Rescued are the files that stand where rescue files go, are called so, and hold what such a file holds.
func Rescued() (paths []string) {
	folders, _ := rescueFolders()
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			if !rescueName().MatchString(e.Name()) || !e.Type().IsRegular() {
				continue
			}
			if form := formOf(beginning(path)); form == portableFile || form == encrypted {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// beginning is how a file begins.
func beginning(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	start := make([]byte, 4096)
	n, _ := f.Read(start)
	return start[:n]
}
