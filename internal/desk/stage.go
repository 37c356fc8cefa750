package desk

import (
	"context"
	"errors"
	"strings"

	"kwi/store"
)

// A change that is over the bounds of one Apply goes in stages:
//
//  1. A mark is put, with the clients that the change is about. From here on
//     nobody else changes them without taking the mark away first.
//  2. The records that it replaces are compared with what it expects.
//  3. Its records are put under stage/, as many Applies as that takes.
//  4. One Apply switches the mark. Before it nothing of the change is there,
//     after it all of it is.
//  5. The staged records are moved to their places and the mark is removed.
//     Whoever meets a switched mark does that before anything else, and it
//     may be done twice or by two at once.
//
// An interruption before 4 leaves staged records without use, which the next
// change in stages sweeps away.

// commit does all of the writes or none, on some clients, in one Apply if
// they fit. m is the mark that was seen beside what the writes replace. An
// ErrConflict means that others came in between.
func (d *Desk) commit(ctx context.Context, m mark, clients []string, writes []store.Write) (store.Rev, error) {
	if m.switched { // it could be read, but not rolled forward: nothing can be written before that
		if err := d.roll(ctx, m); err != nil {
			return 0, err
		}
		m = mark{}
	}
	if fits(writes) {
		for _, id := range clients {
			if m.rev != 0 && m.concerns(id) {
				var err error
				if m, err = d.clear(ctx, m); err != nil {
					return 0, err
				}
			}
		}
		return d.store.Apply(ctx, append(writes[:len(writes):len(writes)], m.same())...)
	}
	return d.inStages(ctx, m, clients, writes)
}

// fits tells whether writes go into one Apply, beside the mark.
func fits(writes []store.Write) bool {
	return len(writes) < store.MaxWrites && size(writes) <= store.MaxBytes-len(markKey)
}

func size(writes []store.Write) (n int) {
	for _, w := range writes {
		n += len(w.Key) + len(w.Value)
	}
	return n
}

// clear takes away the mark of a change that is not switched, and with it
// that change: whoever prepared it begins again.
func (d *Desk) clear(ctx context.Context, m mark) (mark, error) {
	if m.switched {
		return mark{}, d.roll(ctx, m)
	}
	if m.rev == 0 {
		return m, nil
	}
	if _, err := d.store.Apply(ctx, store.Write{Op: store.Remove, Key: markKey, Rev: m.rev}); err != nil {
		return m, err
	}
	return mark{}, d.sweep(ctx, m.stage(""), "")
}

func (d *Desk) inStages(ctx context.Context, old mark, clients []string, writes []store.Write) (store.Rev, error) {
	m := mark{nonce: d.nonce(), clients: clients}
	if len(m.encode()) > widest {
		m.clients = nil
	}
	rev, err := d.store.Apply(ctx, store.Write{Op: store.Put, Key: markKey, Rev: old.rev, Value: m.encode()})
	if err != nil {
		return 0, err
	}
	m.rev = rev
	if err = d.prepare(ctx, m, writes); err == nil {
		switched := m
		switched.switched = true
		switched.rev, err = d.store.Apply(ctx, store.Write{Op: store.Put, Key: markKey, Rev: m.rev, Value: switched.encode()})
		if err != nil && !errors.Is(err, store.ErrConflict) && d.landedMark(ctx, &switched) {
			err = nil
		}
		if err == nil {
			// It is done. Should moving be interrupted, the next to come goes on with it.
			_ = d.roll(ctx, switched)
			return switched.rev, nil
		}
	}
	after := context.WithoutCancel(ctx)
	_, _ = d.clear(after, m)
	return 0, err
}

// landedMark tells whether a switch that was reported failed is there.
func (d *Desk) landedMark(ctx context.Context, m *mark) bool {
	records, err := d.store.Get(ctx, markKey)
	if err != nil {
		return false
	}
	now, err := decodeMark(records[0])
	if err == nil && now.switched && now.nonce == m.nonce {
		*m = now
		return true
	}
	return false
}

// prepare compares what is there with what the writes replace, and stages
// them.
func (d *Desk) prepare(ctx context.Context, m mark, writes []store.Write) error {
	if err := d.sweep(ctx, stages, m.nonce); err != nil {
		return err
	}
	for part := range chunks(len(writes), 500) {
		if err := d.stands(ctx, writes[part[0]:part[1]]); err != nil {
			return err
		}
	}
	batch, room := []store.Write{m.same()}, store.MaxBytes-1024
	flush := func() error {
		_, err := d.store.Apply(ctx, batch...)
		batch, room = append(batch[:0], m.same()), store.MaxBytes-1024
		return err
	}
	for _, w := range writes {
		if w.Op == store.Same {
			continue
		}
		key, value := m.stage(w.Key), []byte{stagedRemove}
		if w.Op == store.Put {
			value = append([]byte{stagedPut}, w.Value...)
		}
		if len(batch) > 1 && (len(batch) == store.MaxWrites || len(key)+len(value) > room) {
			if err := flush(); err != nil {
				return err
			}
		}
		batch = append(batch, store.Write{Op: store.Put, Key: key, Value: value})
		room -= len(key) + len(value)
	}
	return flush()
}

// chunks gives the bounds of parts of n things, each at most size.
func chunks(n, size int) func(func([2]int) bool) {
	return func(yield func([2]int) bool) {
		for from := 0; from < n; from += size {
			if !yield([2]int{from, min(from+size, n)}) {
				return
			}
		}
	}
}

// stands compares the records with what the writes expect of them.
func (d *Desk) stands(ctx context.Context, writes []store.Write) error {
	keys := make([]string, len(writes))
	for i, w := range writes {
		keys[i] = w.Key
	}
	records, err := d.store.Get(ctx, keys...)
	if err != nil {
		return err
	}
	var stale []string
	for i, w := range writes {
		if !w.Stands(records[i].Rev) {
			stale = append(stale, w.Key)
		}
	}
	if stale != nil {
		return &store.Conflict{Keys: stale}
	}
	return nil
}

// errEnough ends a scan that has found enough.
var errEnough = errors.New("enough")

// roll moves what a switched change staged to its place, and removes the mark.
func (d *Desk) roll(ctx context.Context, m mark) error {
	for {
		var staged []store.Record
		room := store.MaxBytes - 1024
		err := d.store.Scan(ctx, m.stage(""), func(r store.Record) error {
			room -= 2*len(r.Key) + len(r.Value)
			if len(staged) > 0 && (room < 0 || len(staged) == store.MaxWrites/2) {
				return errEnough
			}
			r.Value = append([]byte(nil), r.Value...)
			staged = append(staged, r)
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return err
		}
		if len(staged) == 0 {
			_, err := d.store.Apply(ctx, store.Write{Op: store.Remove, Key: markKey, Rev: m.rev})
			if errors.Is(err, store.ErrConflict) {
				err = nil // somebody else was there first
			}
			return err
		}
		if err := d.move(ctx, m, staged); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}

func (d *Desk) move(ctx context.Context, m mark, staged []store.Record) error {
	keys := make([]string, len(staged))
	for i, r := range staged {
		keys[i] = strings.TrimPrefix(r.Key, m.stage(""))
	}
	now, err := d.store.Get(ctx, keys...)
	if err != nil {
		return err
	}
	var writes []store.Write
	for i, r := range staged {
		writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		is := unstaged(r, keys[i])
		switch {
		case is.Rev != 0:
			writes = append(writes, store.Write{Op: store.Put, Key: keys[i], Rev: now[i].Rev, Value: is.Value})
		case now[i].Rev != 0:
			writes = append(writes, store.Write{Op: store.Remove, Key: keys[i], Rev: now[i].Rev})
		}
	}
	_, err = d.store.Apply(ctx, writes...)
	return err
}

// sweep removes what stands under a prefix, but for what one nonce staged.
func (d *Desk) sweep(ctx context.Context, prefix, but string) error {
	for {
		var writes []store.Write
		err := d.store.Scan(ctx, prefix, func(r store.Record) error {
			if but != "" && strings.HasPrefix(r.Key, stages+but+"/") {
				return nil
			}
			if len(writes) == store.MaxWrites {
				return errEnough
			}
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) || len(writes) == 0 {
			return err
		}
		if _, err := d.store.Apply(ctx, writes...); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}
