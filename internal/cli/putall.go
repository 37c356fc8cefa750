package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"kwi/internal/fault"
)

// piece is one file of several that belong together.
type piece struct {
	name    string
	content []byte
}

// putAll writes files into a folder, which it makes where it is not there.
// All of them are on the disk, under other names, before the first gets its
// own. Only this user may read them. A data file is never overwritten.
func putAll(ctx context.Context, folder string, files []piece, data string) (err error) {
	made, err := makeFolder(folder)
	if err != nil {
		return err
	}
	var temporary []string
	defer func() {
		for _, name := range temporary {
			_ = os.Remove(name)
		}
		if err != nil && made {
			_ = os.Remove(folder) // unless something is in it
		}
	}()
	for _, f := range files {
		path := filepath.Join(folder, f.name)
		if there, err := os.Stat(path); err == nil {
			if err := spares(path, there, data); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		name, err := stage(folder, f)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := os.Rename(temporary[i], filepath.Join(folder, f.name)); err != nil {
			return named(err, filepath.Join(folder, f.name))
		}
	}
	return nil
}

// makeFolder tells whether the folder is a new one.
func makeFolder(folder string) (bool, error) {
	switch there, err := os.Stat(folder); {
	case err == nil && there.IsDir():
		return false, nil
	case err == nil:
		return false, cannot("cli.nofolder", shown(folder))
	}
	return true, os.MkdirAll(folder, 0o700)
}

// stage writes one file under a name of its own.
func stage(folder string, f piece) (string, error) {
	t, err := os.CreateTemp(folder, ".kwi-*.new")
	if err != nil {
		return "", named(err, folder)
	}
	_, err = t.Write(f.content)
	if err == nil {
		err = t.Sync()
	}
	if err = errors.Join(err, t.Close()); err != nil {
		return t.Name(), fault.New(fault.Full, shown(folder)).By(err)
	}
	return t.Name(), nil
}
