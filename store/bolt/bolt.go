// Package bolt keeps a store in one file of the bbolt format. It opens the file for each use: shared to read, alone to
// write, for at most a second of waiting; nothing stays open between two uses. So commands, backups and a second window
// work beside an open interface. The file is made by the first write; until then a store reads as empty.
//
// bbolt maps its file into memory and trusts it. So records are read page by page, by package pages, which trusts none; and
// before the first use of a file that goes through bbolt, a save, a backup or a check, all of its pages are looked at. Every
// use turns a fault or a panic inside bbolt into store.ErrDamaged; such a file is never written to. What that costs is told
// in internal/docs/decisions/0001-bolt-opens-for-each-use.md.
//
// The package must not know what is in a record, nor what it is for. Errors that match no Err… of package store carry
// the cause of the operating system, such as fs.ErrPermission for a file that may not be read.
package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"kwi/store"
)

// Store is a handle on one data file. It holds no file open.
type Store struct {
	now  func() time.Time // by which copies have their names
	asIs bool             // it is read as it is, of whatever version, and never written to

	copying  sync.Mutex
	uncopied error // why the last copy before something was not made

	path    string
	wait    time.Duration // how long a use waits for its turn
	poll    time.Duration // how often a Watch looks
	keep    uint64        // how many Applies back a Watch can begin: as many as one page of the file tells of
	turn    chan struct{} // one write at a time from this handle, in the order of asking
	once    sync.Once
	done    chan struct{}               // closed by Close
	looking chan struct{}               // one look at a time
	known   atomic.Pointer[fs.FileInfo] // the file whose pages were looked at
	seal    atomic.Pointer[[]byte]      // the name of the seal that this handle knows

	unsynced    bool // nobody relies on the file yet
	closesFirst bool // a file that is open cannot be replaced

	free     func(folder string) (bytes int64, known bool)                   // of the system, but where a test has a smaller disk
	openFile func(name string, flag int, mode os.FileMode) (*os.File, error) // of the system, but where a test has one that fails
}

var (
	_ store.Store = (*Store)(nil)
	_ store.Sieve = (*Store)(nil)
)

// Option sets something of a handle that has a good default.
type Option func(*Store)

// PollEvery sets how often a Watch looks at the file; 400 milliseconds unless told.
func PollEvery(d time.Duration) Option { return func(s *Store) { s.poll = d } }

// Clock tells what time it is; the clock of the system unless told.
func Clock(now func() time.Time) Option { return func(s *Store) { s.now = now } }

// AsItIs is a handle that only reads, and leaves a file of an older version as it is: for a copy that was kept.
func AsItIs(s *Store) { s.asIs = true }

// Open returns a handle on the data file at path. It touches no disk: whether the file is there, and whether it is one
// of ours, shows at the first use. A link is followed, so that a save does not replace it by a file.
func Open(path string, options ...Option) (*Store, error) {
	if path == "" {
		return nil, errors.New("no path of a data file given")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("data file: %w", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	s := &Store{
		path: path, wait: time.Second, poll: 400 * time.Millisecond, keep: 24, now: time.Now,
		turn: make(chan struct{}, 1), looking: make(chan struct{}, 1), done: make(chan struct{}),
		free: freeIn, openFile: os.OpenFile, closesFirst: onWindows,
	}
	for _, set := range options {
		set(s)
	}
	return s, nil
}

// Path returns where the data file is, or will be.
func (s *Store) Path() string { return s.path }

// Reopen returns another handle on the same file, as a second window would have.
func (s *Store) Reopen() (store.Store, error) {
	another, err := Open(s.path, func(another *Store) {
		another.wait, another.poll, another.keep, another.asIs, another.free = s.wait, s.poll, s.keep, s.asIs, s.free
	})
	if err == nil {
		another.seal.Store(s.seal.Load())
	}
	return another, err
}

// Close implements store.Store. There is nothing to write any more: every Apply was durable when it returned.
func (s *Store) Close() error {
	s.once.Do(func() { close(s.done) })
	return nil
}

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	found := make([]store.Record, len(keys))
	for i, key := range keys {
		found[i].Key = key
	}
	err := s.read(ctx, func(_ *fileUse, p *paged) error {
		for i, key := range keys {
			stored := p.get(recordsBucket, []byte(key))
			if stored == nil {
				continue
			}
			rev, value, err := decodeStored([]byte(key), stored)
			if err != nil {
				return err
			}
			found[i].Rev, found[i].Value = rev, bytes.Clone(value)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// Scan implements store.Store.
func (s *Store) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	return s.scan(ctx, prefix, each, nil)
}

// ScanSound implements store.Sieve. A page that is damaged ends it all the same.
func (s *Store) ScanSound(ctx context.Context, prefix string, each func(store.Record) error, unread func(key string)) error {
	return s.scan(ctx, prefix, each, unread)
}

func (s *Store) scan(ctx context.Context, prefix string, each func(store.Record) error, unread func(key string)) error {
	var stop error // kept apart, so that no error of the caller is taken for one of the file
	err := s.read(ctx, func(u *fileUse, p *paged) error {
		return p.scan(recordsBucket, []byte(prefix), behind(prefix), func(k, v []byte) error {
			if err := ctx.Err(); err != nil || bytes.Equal(k, sealKey) {
				return err
			}
			rev, value, err := decodeStored(k, v)
			switch {
			case err != nil && unread != nil:
				unread(string(k))
				return nil
			case err != nil:
				return err
			}
			u.away = true
			stop = each(store.Record{Key: string(k), Value: value, Rev: rev})
			u.away = false
			return stop
		})
	})
	if stop != nil {
		return stop
	}
	return err
}

// behind is the first key after all that begin with a prefix; nil where there is none.
func behind(prefix string) []byte {
	key := []byte(prefix)
	for n := len(key); n > 0; n-- {
		if key[n-1]++; key[n-1] != 0 {
			return key[:n]
		}
	}
	return nil
}
