package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"kwi/store/bolt"
)

// put writes a file so that it is there whole or not at all: under a name of
// its own first, durable, and then under the name that was asked for. Only
// this user may read it, for what we write is confidential. A data file, our
// own or any other, is never overwritten. A device or a pipe cannot be written
// beside, so it is written to directly.
func put(ctx context.Context, name string, content []byte, data string) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	there, err := os.Stat(name)
	switch {
	case err == nil && there.Mode()&(os.ModeDevice|os.ModeNamedPipe|os.ModeSocket) != 0:
		return named(os.WriteFile(name, content, 0o600), name)
	case err == nil:
		if err := spares(name, there, data); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".kwi-*.new")
	if err != nil {
		return named(err, name)
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return named(err, name)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return named(os.Rename(f.Name(), name), name)
}

// spares refuses to take the place of a folder and of a data file. What may
// not be read may be one, so it is left alone too.
func spares(name string, there os.FileInfo, data string) error {
	if there.IsDir() {
		return cannot("cli.folder", shown(name))
	}
	if own, err := os.Stat(data); err == nil && os.SameFile(own, there) {
		return cannot("cli.datafile", shown(name))
	}
	f, err := os.Open(name)
	if err != nil {
		return named(err, name)
	}
	defer func() { _ = f.Close() }()
	if bolt.IsDataFile(f) {
		return cannot("cli.otherdata", shown(name))
	}
	return nil
}

// named makes an error of the file system speak of the file that the user
// named, not of the one beside it.
func named(err error, name string) error {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return cannot("cli.full", shown(name))
	case errors.As(err, &path):
		return &os.PathError{Op: path.Op, Path: name, Err: path.Err}
	case errors.As(err, &link):
		return &os.PathError{Op: link.Op, Path: name, Err: link.Err}
	}
	return err
}
