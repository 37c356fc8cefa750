// Package erasing takes a person out of the data file and out of every copy of
// it that the program made by itself, so that no byte of any of these files
// names them: the law on personal data asks for that.
//
// It knows the desk, which says what is to go, and the data file with its
// copies. It must not know a screen or a command, and has no words of its own.
package erasing

import (
	"context"
	"errors"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/store"
	"kwi/store/bolt"
)

// File is a data file with the desk on it.
type File struct {
	Store *bolt.Store
	Desk  *desk.Desk
	Nonce func() string // as of the desk
	// On is the desk on a copy; nil: as it stands there. An error: it cannot be opened.
	On func(*bolt.Store) (*desk.Desk, error)
	// Rescued are the rescue files of clients that could not be kept; nil: nobody knows.
	Rescued func() []string
}

// Done is what erasing did, or would do.
type Done struct {
	desk.Erasure
	Only    bool     // nothing was done: it is what would be
	Copies  []Copy   // those that hold or held the person, or cannot be read
	Beside  []string // data files that the program did not make, where nobody is erased
	Rescued []string // rescue files, where nobody is erased
}

// Copy is a copy of the data file that the program made by itself.
type Copy struct {
	Path string
	Err  error // why it could not be read, or not be written; nil where nothing is left to do
}

// Would is what Do would do. It changes nothing.
func (f File) Would(ctx context.Context, e desk.Erasing) (done Done, err error) {
	done.Only, e.Person = true, f.learn(ctx, e.Person)
	if done.Erasure, err = f.Desk.WouldErase(ctx, e); err != nil {
		return done, err
	}
	f.outside(ctx, &done)
	for _, path := range f.copies() {
		found, err := f.wouldIn(ctx, path, e)
		if ctx.Err() != nil {
			return done, ctx.Err()
		}
		if err != nil || named(found) {
			done.Copies = append(done.Copies, Copy{path, err})
			done.Writings = account.MergeWritings(done.Writings, found.Writings)
		}
	}
	return done, nil
}

// Do takes a person out of each copy of the data file, and then out of that itself. In
// a copy what nobody decided on gets the word of e.Unseen, which may not be "". A copy
// that cannot be read or written stays as it is, and is told; where one is only busy, or
// the disk is full, that ends it.
//
// Each file is changed on a draft that takes its place without its free pages, and the
// data file is the last. So whoever is interrupted finds the person there still, and
// brings it to its end by asking for it once more.
func (f File) Do(ctx context.Context, e desk.Erasing) (done Done, err error) {
	e.Person = f.learn(ctx, e.Person)
	unseen := e.Unseen
	if e.Word = unseen; e.Arrived.Mark == "" {
		e.Unseen = "" // what was typed since it was looked at is not changed unasked
	}
	seen := seenCopies{}
	for try := 1; ; try++ {
		would, err := f.Desk.WouldErase(ctx, e)
		if err != nil {
			return done, err
		}
		in := e
		in.Unseen, in.Instead = unseen, maps.Clone(e.Instead)
		for _, w := range would.Left { // what stays in the data file stays in its copies
			if in.Instead == nil {
				in.Instead = map[string]string{}
			}
			in.Instead[w.Text] = w.Text
		}
		if err := f.doCopies(ctx, in, &done, seen); err != nil {
			return done, err
		}
		err = f.Store.Rework(ctx, func(draft *bolt.Store) (err error) {
			done.Erasure, err = f.Desk.Over(draft).Erase(ctx, e)
			return err
		}, func() error { return seen.all(f.copies()) })
		if err == nil {
			break
		}
		if try == tries || !errors.Is(err, store.ErrConflict) && !errors.Is(err, errMoreCopies) {
			return done, f.fault(err, f.Store.Path(), len(seen) > 0)
		}
	}
	done.Copies = append(done.Copies, f.leftovers()...)
	f.outside(ctx, &done)
	return done, nil
}

// outside looks which files of the data are beyond it.
func (f File) outside(ctx context.Context, done *Done) {
	done.Beside, _ = f.Store.Namesakes(ctx)
	if f.Rescued != nil {
		done.Rescued = f.Rescued()
	}
}

// tries is how often it is begun again where somebody changes the data file, or keeps a
// copy of it, meanwhile.
const tries = 20

// Report is a report with what was done, or would be.
func (d *Done) Report(told report.Erased) report.Erased {
	told.As, told.Elsewhere, told.Copies, told.Locked, told.Unread = nil, nil, nil, nil, slices.Clone(d.Unread)
	for _, at := range d.Clients {
		if at.As != "" {
			told.As = append(told.As, string(at.As)+" ("+at.Name+")")
		}
	}
	for _, at := range d.Elsewhere {
		told.Elsewhere = append(told.Elsewhere, report.LeftAt{Client: at.Name, Known: len(at.Who) > 0, Texts: at.Texts, Journal: at.Journal, Drafts: at.Drafts})
	}
	for _, c := range d.Copies {
		switch {
		case errors.Is(c.Err, store.ErrSealed):
			told.Locked = append(told.Locked, c.Path)
		case c.Err != nil:
			told.Unread = append(told.Unread, c.Path)
		default:
			told.Copies = append(told.Copies, c.Path)
		}
	}
	told.Would, told.Letters, told.Beside, told.Rescued = d.Only, d.Letters, d.Beside, d.Rescued
	told.Counts, told.Replaced, told.Left = d.Counts, d.Replaced, d.Left
	told.Apart, told.AtHub, told.Unshared = d.Apart, d.AtHub, d.Unshared
	told.Clients, told.Journals, told.Drafts, told.Scans = len(d.Clients), d.Journals, d.Drafts, d.Scans
	return told
}

// named reports whether there was anything to erase.
func named(e desk.Erasure) bool {
	return len(e.Clients) > 0 || e.Journals > 0 || e.Replaced > 0 || e.Drafts > 0 || e.Scans > 0 || e.Apart > 0 || e.AtHub > 0 || e.Unshared > 0 || len(e.Unread) > 0
}

// fault is what an error of the data file, or of a copy of it, means. Once it began nothing
// says that nothing was changed; the data file itself is the last, and is as it was.
func (f File) fault(err error, path string, begun bool) error {
	if little := desk.RoomFault(err); little != nil && !begun {
		return little
	}
	for _, k := range []struct {
		is   error
		kind fault.Kind
	}{{store.ErrLocked, fault.Locked}, {store.ErrReadOnly, fault.ReadOnly}, {store.ErrConflict, fault.Locked}, {errMoreCopies, fault.Locked}, {store.ErrFull, fault.HalfErased}, {store.ErrDamaged, fault.Damaged}} {
		if errors.Is(err, k.is) {
			return fault.New(k.kind, path).By(err)
		}
	}
	return err
}
