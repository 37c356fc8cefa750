package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/office"
	"kwi/internal/portable"
	"kwi/ui"
	"kwi/ui/part/locking"
)

// keeper is the desk as the interface sees it, with a way out for a client
// that cannot be kept.
type keeper struct {
	*desk.Desk
	supplier string // as it was at the start
}

// Rescue writes a client, or else what the supplier keeps, to a file of its own in the home folder, or else in
// the folder for temporary files. Only this user may read it, and nothing is
// overwritten.
func (k keeper) Rescue(ctx context.Context, c account.Client, firm account.Firm) (string, error) {
	return k.rescue(ctx, c, firm, nil)
}

// lockedKeeper is a keeper on a data file that can have a passphrase: what it rescues opens
// with that alone, and its name names nobody.
type lockedKeeper struct {
	keeper
	lock *locking.Lock // nil: there is none
}

// Rescue implements ui.Keeper.
func (k lockedKeeper) Rescue(ctx context.Context, c account.Client, firm account.Firm) (string, error) {
	if !k.lock.Has() {
		return k.keeper.Rescue(ctx, c, firm)
	}
	return k.rescue(ctx, c, firm, k.lock.Encrypt())
}

func (k keeper) rescue(ctx context.Context, c account.Client, firm account.Firm, encrypt func(io.Writer) (io.WriteCloser, error)) (string, error) {
	supplier, err := k.Supplier(ctx)
	if err != nil {
		supplier = k.supplier // what cannot be written may not be readable either
	}
	var b bytes.Buffer
	what := portable.File{Supplier: supplier, Firm: firm}
	if c.ID != "" {
		what.Clients = []account.Client{c}
	}
	if err := portable.Write(&b, what); err != nil {
		return "", err
	}
	if encrypt != nil {
		var plain bytes.Buffer
		plain, b = b, bytes.Buffer{}
		w, err := encrypt(&b)
		if err == nil {
			_, err = w.Write(plain.Bytes())
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			return "", err // it does not stand there open
		}
	}
	return office.WriteRescue(office.RescueName(c.ID, encrypt != nil), b.Bytes())
}

// noting is a keeper that remembers where rescue files are, for after the
// interface, when nothing stands on the screen any more.
type noting struct {
	ui.Keeper
	mu    sync.Mutex
	paths []string
}

// Rescue implements ui.Keeper.
func (n *noting) Rescue(ctx context.Context, c account.Client, f account.Firm) (string, error) {
	path, err := n.Keeper.Rescue(ctx, c, f)
	if err == nil {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.paths = append(n.paths, path)
	}
	return path, err
}

// tellNothing says that there is a file, and neither where nor of whom.
func (n *noting) tellNothing(to io.Writer, w *lang.Words) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.paths) > 0 {
		_, _ = fmt.Fprintln(to, w.T("root.leave.put.together"))
	}
}

// tell names each file on a line. Whoever closed the window does not read it.
func (n *noting) tell(to io.Writer, w *lang.Words) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, path := range n.paths {
		said := w.T("cli.rescued", cells.Clean(path))
		if strings.HasSuffix(path, ui.LockedSuffix) {
			said += " " + w.T("root.leave.put.locked")
		}
		_, _ = fmt.Fprintln(to, said)
	}
}
