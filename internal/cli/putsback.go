package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"kwi/internal/fault"
	"kwi/internal/lock"
	"kwi/internal/office"
	"kwi/internal/passphrase"
	"kwi/store"
	"kwi/store/bolt"
)

// putsBack is a `kwi restore` of a copy.
type putsBack struct {
	*invocation
	from     secret // where the passphrase is read, of an encrypted copy or of the data file
	unlocked bool   // a copy that is not locked may take the place of a file that is

	check, yes, machine bool // only what it would change is told; nobody is asked; and a program reads it
	told                *goingBackJSON

	with   string // the passphrase that was read for an encrypted copy
	became string // what became of the lock, where that is not as before
}

// dresses is how a copy is put back: what that changes is told and asked first, and one that
// is open gets the lock that the file has.
func (r *putsBack) dresses(ctx context.Context, s *bolt.Store, called string) bolt.Dress {
	return func(draft *bolt.Store) (store.Rev, error) {
		seen, err := r.previews(ctx, s, draft, called)
		if err == nil {
			err = r.keepsLocked(ctx, s, draft, called)
		}
		return seen, err
	}
}

// keepsLocked gives a copy that is open the lock that the file has, so that nothing stands
// there open that did not.
func (r *putsBack) keepsLocked(ctx context.Context, s, draft *bolt.Store, called string) error {
	had, err := s.Seal(ctx)
	if err != nil {
		return nil // the file is damaged, and nobody can tell
	}
	seal, err := draft.Seal(ctx)
	switch {
	case err != nil:
		return err
	case bytes.Equal(seal, had):
		return nil
	case seal != nil:
		r.became = "cli.restored.other"
		return nil
	case r.unlocked:
		r.became = "cli.restored.unlocked"
		return nil
	}
	l, err := r.lockKept(s, had, called)
	if err != nil {
		return err
	}
	r.became = "cli.restored.locked"
	return r.rewrite(ctx, draft, &l)
}

// lockKept is the lock that a data file has, for the copy that takes its place.
func (r *putsBack) lockKept(s *bolt.Store, seal []byte, called string) (lock.Lock, error) {
	if r.with != "" {
		if l, err := lock.Open(seal, r.with); err == nil {
			return l, nil
		}
	} else {
		r.opens = r.from
	}
	_, _ = fmt.Fprintln(r.Err, r.words.T("cli.restore.locks", cleanPath(called), cleanPath(s.Path())))
	l, err := r.lockOf(seal, s.Path())
	if isProblem(err, "lock.unasked") {
		err = cannot("cli.restore.open", cleanPath(called), cleanPath(s.Path()))
	}
	return l, err
}

// restore puts a copy in the place of the data file, and tells what stood there and
// where that is kept.
func (r *putsBack) restore(ctx context.Context, asked string) error {
	s, err := r.dataFile()
	if err != nil {
		return err
	}
	if asked == standard {
		if r.InTerminal {
			return cannot("cli.restore.terminal")
		}
		if r.from.fd == 0 {
			return wrongUsage("cli.passphrase.taken")
		}
		in := bufio.NewReader(office.Impatient{Context: ctx, From: r.In})
		start, _ := in.Peek(passphrase.Magic) // what cannot be read is told when it is read
		return r.putBack(ctx, s, r.words.T("cli.input"), func() (string, error) { return r.restoreRead(ctx, s, in, start, r.words.T("cli.input")) })
	}
	path, err := named(s, asked)
	if err != nil {
		return err
	}
	if err := noFolder(path); err != nil {
		return err
	}
	if there, err := os.Stat(path); err == nil && !there.Mode().IsRegular() {
		return fault.New(fault.NoFile, cleanPath(path)) // it may never end
	}
	return r.putBack(ctx, s, path, func() (string, error) {
		start, err := bolt.Start(path)
		if err != nil || !passphrase.Encrypted(start) {
			return s.RestoreTold(ctx, path, r.far.counting(inMegabytes), r.dresses(ctx, s, path)) // it says what is wrong with it
		}
		f, err := os.Open(path)
		if err != nil {
			return "", err
		}
		defer func() { _ = f.Close() }()
		return r.restoreRead(ctx, s, f, start, path)
	})
}

// restoreRead puts back what is read, which begins so and may be encrypted.
func (r *putsBack) restoreRead(ctx context.Context, s *bolt.Store, in io.Reader, start []byte, called string) (string, error) {
	if passphrase.Encrypted(start) {
		with, err := r.readSecret(ctx, r.from, r.words.T("cli.passphrase.of", cleanPath(called)))
		if err != nil {
			return "", secretError{err}
		}
		r.with = with
		if in, err = passphrase.Decrypt(in, with); err != nil {
			return "", err
		}
	}
	return s.RestoreFrom(ctx, in, r.far.counting(inMegabytes), r.dresses(ctx, s, called))
}

// putBack tells what was put back, what stood there before, and where that is kept.
func (r *putsBack) putBack(ctx context.Context, s *bolt.Store, called string, restore func() (kept string, err error)) error {
	stood := "cli.restored.kept"
	var clients int
	if _, err := os.Stat(s.Path()); err == nil {
		if clients, err = r.clientsIn(ctx, s.Path()); err == nil {
			stood = "cli.restored.stood"
		}
	}
	team, was := r.teamOfFile(ctx, s.Path())
	if was {
		_, _ = fmt.Fprintln(r.Err, r.words.T("team.restore", team))
	}
	old, err := restore()
	if mine := new(toldInstead); errors.As(err, mine) {
		return r.tellsInstead(*mine)
	}
	if mine := new(secretError); errors.As(err, mine) {
		return mine.error // not of the copy
	}
	if mine := new(problem); errors.As(err, mine) {
		return *mine // of the lock
	}
	if err != nil {
		return copied("restore", err, called, s.Path())
	}
	said := r.words.T("cli.restored", cleanPath(called))
	if called == r.words.T("cli.input") {
		said = r.words.T("cli.restored.read")
	}
	switch {
	case old == "":
	case stood == "cli.restored.stood":
		said += " " + r.words.N(stood, clients, cleanPath(old))
	default:
		said += " " + r.words.T(stood, cleanPath(old))
	}
	if r.became != "" {
		said += " " + r.words.T(r.became)
	}
	if _, is := r.teamOfFile(ctx, s.Path()); was && !is {
		said += " " + r.words.T("team.restore.before", team)
	}
	if r.machine {
		r.told.Restored, r.told.Kept = true, old
		return writeJSON(r.Out, r.told)
	}
	_, err = fmt.Fprintln(r.Out, said)
	return err
}
