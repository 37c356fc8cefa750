package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/ui"
	"kwi/ui/kit"
)

// keeper is the desk as the interface sees it, with a way out for a client
// that cannot be kept.
type keeper struct {
	*desk.Desk
	supplier string // as it was at the start
}

// Rescue writes a client to a file of its own in the home folder, or else in
// the folder for temporary files. Only this user may read it, and nothing is
// overwritten.
func (k keeper) Rescue(ctx context.Context, c account.Client) (string, error) {
	supplier, err := k.Supplier(ctx)
	if err != nil {
		supplier = k.supplier // what cannot be written may not be readable either
	}
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: supplier, Clients: []account.Client{c}}); err != nil {
		return "", err
	}
	var failed []error
	for _, folder := range []func() (string, error){os.UserHomeDir, func() (string, error) { return os.TempDir(), nil }} {
		in, err := folder()
		if err == nil {
			var path string
			if path, err = writeNew(in, "kwi-"+c.ID, b.Bytes()); err == nil {
				return path, nil
			}
		}
		failed = append(failed, err)
	}
	return "", errors.Join(failed...)
}

// noting is a keeper that remembers where rescue files are, for after the
// interface, when nothing stands on the screen any more.
type noting struct {
	ui.Keeper
	mu    sync.Mutex
	paths []string
}

// Rescue implements ui.Keeper.
func (n *noting) Rescue(ctx context.Context, c account.Client) (string, error) {
	path, err := n.Keeper.Rescue(ctx, c)
	if err == nil {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.paths = append(n.paths, path)
	}
	return path, err
}

// tell names each file on a line. Whoever closed the window does not read it.
func (n *noting) tell(to io.Writer, w *lang.Words) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, path := range n.paths {
		_, _ = fmt.Fprintln(to, w.T("cli.rescued", kit.Clean(path)))
	}
}

// writeNew writes a file under the first free name: name.json, name-2.json …
// What could not be written whole is taken away again.
func writeNew(folder, name string, content []byte) (string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(folder, name+".json")
		if n > 1 {
			path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+".json")
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) && n < 1000 {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(content)
		if err == nil {
			err = f.Sync()
		}
		if err = errors.Join(err, f.Close()); err != nil {
			_ = os.Remove(path)
			return "", err
		}
		return path, nil
	}
}
