package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kwi/internal/wholefile"
)

// spareName returns a name beside path that is free: with ".bak" behind it, or else ".bak2" and so on. Something kept
// earlier is never overwritten.
func spareName(path string) (string, error) {
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
	name, err := wholefile.Draft(filepath.Dir(to), func(f *os.File) error {
		_, err := f.ReadFrom(from)
		return err
	})
	if err != nil {
		return err
	}
	return wholefile.Publish(name, to)
}
