package bolt

import (
	"os"
	"path/filepath"

	"kwi/internal/wholefile"
)

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
