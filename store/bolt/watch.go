package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"kwi/store"
)

// settle is how long a Watch goes on reading a file that looks unchanged: two changes within one tick of the file
// system's clock (on some disks two seconds) look like one.
const settle = 3 * time.Second

// Watch implements store.Store. It looks at the file from time to time: first at what its folder says of it, then at
// its log of changes. That costs a few microseconds while nothing happens, whatever the size of the file.
func (s *Store) Watch(ctx context.Context, prefix string, after store.Rev, changed func([]string, store.Rev)) error {
	tick := time.NewTicker(s.poll)
	defer tick.Stop()
	looked := false
	var seen fs.FileInfo
	var since time.Time
	for {
		info, err := os.Stat(s.path)
		if err != nil || !sameFile(seen, info) {
			seen, since = info, time.Now()
		}
		if time.Since(since) < settle {
			keys, at, err := s.since(ctx, prefix, after)
			switch {
			case errors.Is(err, store.ErrLocked):
				since = time.Now()
			case err != nil:
				return err
			default:
				after = at
			}
			if len(keys) > 0 {
				changed(keys, at)
			}
		}
		select {
		case <-tick.C:
			if !looked { // so that the first save need not wait for it
				if err := s.look(ctx); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, store.ErrLocked) {
					return err
				}
				looked = true
			}
		case <-s.done:
			return store.ErrClosed
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func sameFile(a, b fs.FileInfo) bool {
	return a != nil && b != nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// since returns the keys under prefix that changed after a revision, and the revision up to which that is so.
func (s *Store) since(ctx context.Context, prefix string, after store.Rev) ([]string, store.Rev, error) {
	var keys []string
	var at store.Rev
	err := s.read(ctx, func(_ *fileUse, p *paged) error {
		at = revision(p)
		if after < store.Rev(readMeta(p, floorKey)) {
			return store.ErrGone
		}
		return p.scan(logBucket, encodeNumber(uint64(after)+1), nil, func(k, v []byte) error { // an older format has none
			if len(k) != 8 || binary.BigEndian.Uint64(k) > uint64(at) {
				return fmt.Errorf("%w: the log of changes runs ahead", store.ErrDamaged)
			}
			some, err := decodeKeys(v)
			if err != nil {
				return err
			}
			for _, key := range some {
				if strings.HasPrefix(key, prefix) {
					keys = append(keys, key)
				}
			}
			return nil
		})
	})
	if err == nil && after > at {
		err = store.ErrGone
	}
	slices.Sort(keys)
	return slices.Compact(keys), at, err
}
