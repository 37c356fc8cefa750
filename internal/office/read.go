package office

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"kwi/internal/archive"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
)

// Arrived is what was in the files and folders that the user named.
type Arrived struct {
	Files []desk.Incoming
	// What lay in a folder as kwi wrote it came back from nobody.
	Drafts    int // letters
	Untouched int // workbooks
	// Unread are the files and folders that cannot be read, each with its
	// reason, which names it.
	Unread []error
	size   int // in bytes, of all files
	found  int // how many files there are to read, as far as one has looked
	done   int // how many of them were read
	told   progress.Told
}

// ReadIncoming reads files, and from folders all workbooks and mails. What
// cannot be read stops nothing else; the error is that of the context. told
// hears of each file.
func ReadIncoming(ctx context.Context, names []string, told progress.Told) (Arrived, error) {
	all := Arrived{told: told, found: len(names)}
	for _, name := range names {
		if err := all.read(ctx, name); err != nil {
			if ctx.Err() != nil {
				return Arrived{}, ctx.Err()
			}
			all.Unread = append(all.Unread, err)
		}
	}
	return all, nil
}

func (a *Arrived) read(ctx context.Context, name string) error {
	there, err := os.Stat(name)
	if err != nil {
		return UnderFile(err)
	}
	if there.IsDir() {
		return a.readFolder(ctx, name)
	}
	f, err := a.readFile(ctx, name)
	if err != nil {
		return err
	}
	return a.Take(ctx, f)
}

// Take adds a file that was read elsewhere, or what is in it where it is an archive.
func (a *Arrived) Take(ctx context.Context, f desk.Incoming) error {
	if archive.Is(f.Data) {
		return a.readArchive(ctx, f, false)
	}
	a.Files = append(a.Files, f)
	return nil
}

// MayBeList reports whether a file of a folder is read, by its name. What a
// spreadsheet leaves beside an open file is not.
func MayBeList(name string) bool {
	return questionnaire.IsReturnKind(name) && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
}

// isTextual reports whether files of this kind, in lower case, are lists as text
// or pages for the browser, as a great many others are.
func isTextual(kind string) bool { return kind == ".txt" || kind == ".html" || kind == ".htm" }

// readFile reads a file within what is read at once.
func (a *Arrived) readFile(ctx context.Context, name string) (desk.Incoming, error) {
	if a.size > mostAtOnce {
		return desk.Incoming{}, fault.New(fault.TooMuch, name, strconv.Itoa(mostAtOnce>>20))
	}
	f, err := ReadFile(ctx, name)
	a.size += len(f.Data)
	a.done++
	a.told.Tell(a.done, a.found)
	return f, err
}

// readFolder reads what may have come back. Of what kwi wrote itself only what
// was filled in has.
func (a *Arrived) readFolder(ctx context.Context, name string) error {
	entries, err := os.ReadDir(name)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return e.IsDir() || !MayBeList(e.Name()) })
	a.found += len(entries) - 1
	others := 0 // texts and pages that are no lists
	for _, e := range entries {
		f, err := a.readFile(ctx, filepath.Join(name, e.Name()))
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			a.Unread = append(a.Unread, err)
		case archive.Is(f.Data):
			if err := a.readArchive(ctx, f, true); ctx.Err() != nil {
				return ctx.Err()
			} else if err != nil {
				a.Unread = append(a.Unread, err)
			}
		case !a.weigh(f):
			others++
		}
	}
	if len(entries) == others {
		return fault.New(fault.NoLists, name)
	}
	return nil
}

// namesList reports whether a text or a page names a list of ours. Where it is
// damaged, whoever reads it tells.
func namesList(data []byte) bool {
	_, named := questionnaire.FindReference(string(data[:min(len(data), mostText)]))
	return named
}

// mostText is within how many bytes of a text a list names itself.
const mostText = 2 << 20

// weigh takes a file that lay among others, and reports whether it has to do with
// lists: a text or a page that names none has not. What kwi wrote itself and
// nobody filled in did not come back.
func (a *Arrived) weigh(f desk.Incoming) bool {
	switch {
	case isTextual(strings.ToLower(filepath.Ext(f.Name))) && !namesList(f.Data):
		return false
	case !isSealed(f.Data):
		f.Lying = true
		a.Files = append(a.Files, f)
	case formOf(f.Data) == letterForm:
		a.Drafts++
	case formOf(f.Data) == workbook, formOf(f.Data) == webPage:
		a.Untouched++
	}
	return true
}

// ReadFile reads a file no further than it can be of use.
func ReadFile(ctx context.Context, name string) (desk.Incoming, error) {
	f, err := Open(ctx, name)
	if err != nil {
		return desk.Incoming{}, err
	}
	defer func() { _ = f.Close() }()
	data, err := ReadBounded(ctx, f, name, desk.MostIncoming, nil)
	if errors.Is(err, ErrTooLong) {
		return desk.Incoming{}, fault.New(fault.Overflow, filepath.Base(name))
	}
	return desk.Incoming{Name: filepath.Base(name), Data: data}, namePath(err, name)
}

// Impatient is a reader that ends with its context, also while it waits.
type Impatient struct {
	Context context.Context
	From    io.Reader
}

// Read implements io.Reader.
func (r Impatient) Read(p []byte) (int, error) {
	into := make([]byte, len(p))
	n, err := whileLasts(r.Context, func() (int, error) { return r.From.Read(into) })
	copy(p, into[:n])
	return n, err
}

// ImpatientWriter is a writer that ends soon after its context, also while nobody
// takes what it writes. What a command says when it is stopped is waited for, as long
// as LastWord; whoever does not take it in that time is told nothing more.
type ImpatientWriter struct {
	Context  context.Context
	To       io.Writer
	LastWord time.Duration

	gone atomic.Bool // nobody takes it any more
}

// LastWord is how long a program waits at its end for who reads what it says.
const LastWord = 2 * time.Second

// Write implements io.Writer.
func (w *ImpatientWriter) Write(p []byte) (int, error) {
	if w.gone.Load() {
		return 0, w.Context.Err()
	}
	lasts, end := context.WithCancel(context.WithoutCancel(w.Context))
	defer end()
	defer context.AfterFunc(w.Context, func() { time.AfterFunc(w.LastWord, end) })()
	from := slices.Clone(p)
	n, err := whileLasts(lasts, func() (int, error) { return w.To.Write(from) })
	if err != nil && lasts.Err() != nil {
		w.gone.Store(true)
		return 0, w.Context.Err()
	}
	return n, err
}
