package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// put writes a file so that it is there whole or not at all: under a name of
// its own first, durable, and then under the name that was asked for. Only
// this user may read it, for what we write is confidential. The data file is
// never overwritten. A device or a pipe cannot be written beside, so it is
// written to directly.
func put(ctx context.Context, name string, content []byte, data string) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	there, err := os.Stat(name)
	switch {
	case err == nil && there.IsDir():
		return cannot("cli.folder", shown(name))
	case err == nil && !there.Mode().IsRegular():
		return named(os.WriteFile(name, content, 0o600), name)
	case err == nil:
		if own, err := os.Stat(data); err == nil && os.SameFile(own, there) {
			return cannot("cli.datafile", shown(name))
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
