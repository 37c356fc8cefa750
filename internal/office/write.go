package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/observed"
	"kwi/internal/portable"
	"kwi/internal/text"
	"kwi/internal/wholefile"
	"kwi/store/bolt"
)

// Write writes a file for the user under the name that they gave. Where
// something stands that kwi did not write itself in this form, or that was
// changed since, it is a fault and stays. data is the data file in use. A
// device or a pipe cannot be written beside, so it is written to directly, for
// as long as ctx lasts.
func Write(ctx context.Context, path string, content []byte, data string) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if there, err := os.Stat(path); err == nil && there.Mode()&(os.ModeDevice|os.ModeNamedPipe|os.ModeSocket) != 0 {
		_, err := whileLasts(ctx, func() (bool, error) { return true, os.WriteFile(path, content, 0o600) })
		return namePath(err, path)
	}
	if err := replaceable(path, content, data); err != nil {
		return err
	}
	draft, err := wholefile.Draft(filepath.Dir(path), wholefile.Filled(sealDocument(content)))
	if err != nil {
		return namePath(err, path)
	}
	if err := ctx.Err(); err != nil {
		_ = os.Remove(draft)
		return err
	}
	return publishDraft(draft, path, content, data)
}

// WriteNew writes a file under the first free name: name.json, name-2.json …
// It returns that name. Nothing is overwritten.
func WriteNew(path string, content []byte) (string, error) {
	kind := filepath.Ext(path)
	for n := 1; ; n++ {
		name := path
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, kind), n, kind)
		}
		if _, err := os.Lstat(name); err == nil && n < 1000 {
			continue
		}
		draft, err := wholefile.Draft(filepath.Dir(name), wholefile.Filled(sealDocument(content)))
		if err != nil {
			return "", namePath(err, name)
		}
		if err = wholefile.Publish(draft, name); err == nil || !errors.Is(err, fs.ErrExist) || n >= 1000 {
			return name, namePath(err, name)
		}
	}
}

// publishDraft gives a draft its name, if what stands there still is nothing or ours.
func publishDraft(draft, path string, content []byte, data string) error {
	if err := replaceable(path, content, data); err != nil {
		_ = os.Remove(draft)
		return err
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return namePath(wholefile.Publish(draft, path), path)
	}
	return namePath(wholefile.Replace(draft, path), path)
}

// replaceable refuses to take the place of a folder, of a data file and of
// whatever is not as kwi wrote it. What may not be read may be any of these.
func replaceable(path string, content []byte, data string) error {
	there, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return namePath(err, path)
	case there.IsDir():
		return fault.New(fault.IsFolder, path)
	}
	if own, err := os.Stat(data); err == nil && os.SameFile(own, there) {
		return fault.New(fault.OwnData, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return namePath(err, path)
	}
	defer func() { _ = f.Close() }()
	if bolt.IsDataFile(f) {
		return fault.New(fault.OtherData, path)
	}
	old, err := io.ReadAll(io.LimitReader(f, portable.MostMegabytes<<20+1))
	if err != nil {
		return namePath(err, path)
	}
	if !isOurs(old, content) {
		return fault.New(fault.NotAsWritten, path)
	}
	return nil
}

// isOurs reports whether a file is as kwi wrote it, and in the form of what is
// to take its place. An empty file holds nothing to lose.
func isOurs(old, content []byte) bool {
	switch {
	case len(bytes.TrimSpace(old)) == 0:
		return true
	case formOf(old) != formOf(content):
		return false
	case formOf(old) == portableFile:
		return holdsExport(content, old)
	case formOf(old) == observedRows:
		return holdsRows(content, old)
	}
	return isSealed(old)
}

// holdsRows reports whether rows have every client of those that kwi wrote before.
func holdsRows(content, earlier []byte) bool {
	was, ok := observed.Holds(earlier)
	now, again := observed.Holds(content)
	return ok && again && !slices.ContainsFunc(was, func(id string) bool { return !slices.Contains(now, id) })
}

// holdsExport reports whether an export has every client of an earlier one that kwi
// wrote, of the same supplier.
func holdsExport(content, earlier []byte) bool {
	old, err := portable.Read(bytes.NewReader(earlier))
	if err != nil {
		return false
	}
	var again bytes.Buffer
	if err := portable.Write(&again, old); err != nil || !bytes.Equal(again.Bytes(), earlier) {
		return false
	}
	now, err := portable.Read(bytes.NewReader(content))
	if err != nil || now.Supplier != old.Supplier {
		return false
	}
	for i := range old.Clients {
		if !slices.ContainsFunc(now.Clients, func(c account.Client) bool { return c.ID == old.Clients[i].ID }) {
			return false
		}
	}
	return true
}

// namePath makes an error of the file system speak of the file that the user
// named, not of the one beside it.
func namePath(err error, path string) error { return UnderFile(named(err, path)) }

// UnderFile is the fault of a name that leads through a file as if that were a
// folder, or that is longer than a name may be, and any other error as it is.
func UnderFile(err error) error {
	var of *os.PathError
	if _, is := fault.Of(err); is || !errors.As(err, &of) {
		return err
	}
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return fault.New(fault.UnderFile, of.Path).By(err)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return fault.New(fault.LongName, text.Shorten(of.Path, 60)).By(err)
	}
	return err
}

func named(err error, path string) error {
	var of *os.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fault.New(fault.NoRoom, path).By(err)
	case errors.As(err, &of):
		return &os.PathError{Op: of.Op, Path: path, Err: of.Err}
	case errors.As(err, &link):
		return &os.PathError{Op: link.Op, Path: path, Err: link.Err}
	case errors.Is(err, fs.ErrExist):
		return &os.PathError{Op: "write", Path: path, Err: err}
	}
	return err
}
