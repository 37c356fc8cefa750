package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/store"
	"kwi/store/bolt"
)

// backingUp makes a copy of the data file, also while the interface is open.
func (r *invocation) backingUp() *cobra.Command {
	var encrypt bool
	var from secret
	return r.command("backup", 1, 1, func(o *pflag.FlagSet) {
		o.BoolVar(&encrypt, "encrypt", false, r.words.T("cli.option.encrypt"))
		r.secretOptions(o, &from)
	}, func(ctx context.Context, args []string) error {
		if from.given() && !encrypt {
			return wrongUsage("cli.backup.encrypt")
		}
		s, err := r.dataFile()
		if err != nil {
			return err
		}
		if args[0] == standard && r.OutTerminal {
			return cannot("cli.backup.terminal") // a terminal has no use for it
		}
		if err := noFolder(args[0]); err != nil {
			return err
		}
		if _, err := os.Stat(s.Path()); err != nil && (encrypt || args[0] == standard) { // else it is told what is wrong with the other
			return dataFileFault(fs.ErrNotExist, s.Path(), s.Path())
		}
		var with string
		if encrypt {
			if with, err = r.newSecret(ctx, from, ""); err != nil {
				return err
			}
		}
		return r.backup(ctx, s, args[0], with)
	})
}

// backup writes the copy, encrypted where there is a passphrase.
func (r *invocation) backup(ctx context.Context, s *bolt.Store, to, with string) error {
	told, lasting := r.far.counting(inMegabytes), codec.ClientKey("")
	about := to
	var err error
	switch {
	case to == standard && with != "":
		about, err = s.Path(), s.BackupEncryptedTo(ctx, r.Out, r.cipher(with), told)
	case to == standard:
		about, err = s.Path(), s.BackupTold(ctx, r.Out, told)
	case with != "":
		err = s.BackupEncrypted(ctx, to, r.cipher(with), told, lasting)
	default:
		err = s.BackupFileTold(ctx, to, told, lasting)
	}
	if mine := new(outputError); errors.As(err, mine) {
		return *mine // told as what it is
	}
	if err != nil {
		return copied("backup", err, about, s.Path())
	}
	if to == standard {
		return nil
	}
	said := "cli.backup.made"
	if with != "" {
		said = "cli.backup.encrypted"
	}
	_, err = fmt.Fprintln(r.Out, r.words.T(said, cleanPath(to)))
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
	if told := encryptedFault(command, err, path); told != nil {
		return told
	}
	if errors.Is(err, bolt.ErrSelf) {
		return fault.New(fault.OwnData, path)
	}
	if errors.Is(err, bolt.ErrDiffers) {
		return cannot("cli.backup.differs", cleanPath(path))
	}
	if little := desk.RoomFault(err); little != nil {
		return little
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
	if little := desk.RoomFault(err); little != nil {
		return little
	}
	if strings.Contains(err.Error()+":", data+":") {
		path = data
	}
	for _, k := range []struct {
		is   error
		kind fault.Kind
	}{
		{store.ErrForeign, fault.WrongFile}, {store.ErrDamaged, fault.Damaged}, {store.ErrNewer, fault.Newer},
		{store.ErrLocked, fault.Locked}, {store.ErrSealed, fault.Sealed}, {store.ErrReadOnly, fault.ReadOnly}, {store.ErrFull, fault.NoRoom}, // nothing that was typed waits for room
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
