package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/store"
	"kwi/store/bolt"
)

// backup makes a copy of the data file, also while the interface is open.
func (r *invocation) backup(ctx context.Context, args []string) error {
	s, err := r.data()
	if err != nil {
		return err
	}
	if args[0] == standard {
		return r.backupTo(ctx, s)
	}
	if err := noFolder(args[0]); err != nil {
		return err
	}
	if err := s.BackupFileTold(ctx, args[0], r.far.counting(inMegabytes), codec.ClientKey("")); err != nil {
		return copied("backup", err, args[0], s.Path())
	}
	_, err = fmt.Fprintln(r.Out, r.words.T("cli.backup.made", cleanPath(args[0])))
	return err
}

// noFolder refuses a folder where a file belongs.
func noFolder(name string) error {
	if there, err := os.Stat(name); err == nil && there.IsDir() {
		return fault.New(fault.IsFolder, name)
	}
	return nil
}

// copied is why a backup could not be made or brought back. What is wrong with
// the copy is said of the copy, which no --file chooses.
func copied(command string, err error, path, data string) error {
	if errors.Is(err, bolt.ErrSelf) {
		return fault.New(fault.OwnData, path)
	}
	if errors.Is(err, bolt.ErrDiffers) {
		return cannot("cli.backup.differs", cleanPath(path))
	}
	switch own := strings.Contains(err.Error()+":", data+":"); {
	case errors.Is(err, store.ErrFull) && (own || command == "restore"):
		return fault.New(fault.NoRoom, data)
	case errors.Is(err, store.ErrFull):
		return fault.New(fault.NoRoom, path)
	case errors.Is(err, store.ErrReadOnly) && command == "restore":
		return fault.New(fault.ReadOnly, data).By(err)
	case own:
	case errors.Is(err, store.ErrForeign):
		return cannot("cli."+command+".foreign", cleanPath(path))
	case errors.Is(err, store.ErrDamaged):
		return cannot("cli."+command+".damaged", cleanPath(path))
	case errors.Is(err, store.ErrReadOnly):
		return &fs.PathError{Op: command, Path: path, Err: fs.ErrPermission}
	}
	return dataFileFault(err, path, data)
}

// dataFileFault is what the data file's own services could not do, as a fault on the
// file that it was about: the one that the user named, unless the error names
// the data file.
func dataFileFault(err error, path, data string) error {
	if strings.Contains(err.Error()+":", data+":") {
		path = data
	}
	for _, k := range []struct {
		is   error
		kind fault.Kind
	}{
		{store.ErrForeign, fault.WrongFile}, {store.ErrDamaged, fault.Damaged}, {store.ErrNewer, fault.Newer},
		{store.ErrLocked, fault.Locked}, {store.ErrReadOnly, fault.ReadOnly}, {store.ErrFull, fault.Full},
	} {
		if errors.Is(err, k.is) {
			return fault.New(k.kind, path).By(err)
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return err
}
