package staged

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kwi/store"
)

// A change that is over the bounds of one Apply goes in stages:
//
//  1. A mark is put, with the groups that the change is about. From here on nobody else changes records of them without
//     taking the mark away first.
//  2. The records that it replaces are compared with what it expects.
//  3. Its records are put under stage/, in as many Applies as that takes.
//  4. One Apply switches the mark. Before it nothing of the change is there, after it all of it is.
//  5. The staged records are moved to their places and the mark is removed. Whoever meets a switched mark does that
//     before anything else; it may be done twice, and by two at once.
//
// An interruption before 4 leaves staged records without use, which the next change in stages sweeps away.
const stages = "stage/"

// room is how many bytes of one Apply are filled; the mark and a little more go beside them.
const room = store.MaxBytes - 1024

// readAtOnce is how many records are compared at a time.
const readAtOnce = 500

// withinBounds reports whether writes go into one Apply, beside the mark.
func withinBounds(writes []store.Write) bool {
	size := len(markKey)
	for _, w := range writes {
		size += len(w.Key) + len(w.Value)
	}
	return len(writes) < store.MaxWrites && size <= store.MaxBytes
}

// putAside takes away the mark of a change that is being prepared, and with it that change: who prepares it begins again.
func (s *Store) putAside(ctx context.Context, m mark) (mark, error) {
	if _, err := s.engine.Apply(ctx, store.Write{Op: store.Remove, Key: markKey, Rev: m.rev}); err != nil {
		return m, err
	}
	return mark{}, s.sweep(ctx, m.stage(""), "")
}

func (s *Store) applyInStages(ctx context.Context, old mark, groups []string, writes []store.Write) (store.Rev, error) {
	m := mark{nonce: s.nonce(), groups: groups}
	if len(m.encode()) > widest {
		m.groups = nil
	}
	rev, err := s.engine.Apply(ctx, store.Write{Op: store.Put, Key: markKey, Rev: old.rev, Value: m.encode()})
	if err != nil {
		return 0, err
	}
	m.rev = rev
	if err = s.prepare(ctx, m, writes); err == nil {
		m, err = s.switchMark(ctx, m)
	}
	if err != nil {
		_, _ = s.putAside(context.WithoutCancel(ctx), m)
		return 0, err
	}
	moved := map[string]store.Rev{}
	_ = s.rollForward(ctx, m, moved) // it is done; should moving be interrupted, the next to come goes on with it
	s.noteMoves(m.rev, moved)
	return m.rev, nil
}

// mostMoves is of how many records of a change it is remembered which revision they got.
const mostMoves = 1000

func (s *Store) noteMoves(told store.Rev, moved map[string]store.Rev) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moved = map[string]movement{}
	if len(moved) > mostMoves {
		return
	}
	for key, is := range moved {
		s.moved[key] = movement{told, is}
	}
}

// switchMark makes what was prepared be there. A switch that was reported failed may have landed.
func (s *Store) switchMark(ctx context.Context, m mark) (mark, error) {
	switched := m
	switched.switched = true
	rev, err := s.engine.Apply(ctx, store.Write{Op: store.Put, Key: markKey, Rev: m.rev, Value: switched.encode()})
	if err == nil {
		switched.rev = rev
		return switched, nil
	}
	if !errors.Is(err, store.ErrConflict) {
		if now, reading := s.readMark(ctx); reading == nil && now.switched && now.nonce == m.nonce {
			return now, nil
		}
	}
	return m, err
}

// prepare compares what is there with what the writes replace, and stages them.
func (s *Store) prepare(ctx context.Context, m mark, writes []store.Write) error {
	if err := s.sweep(ctx, stages, m.stage("")); err != nil {
		return err
	}
	for part := range slices.Chunk(writes, readAtOnce) {
		if err := s.compare(ctx, s.engine.Get, part); err != nil {
			return err
		}
	}
	batch, left := []store.Write{m.same()}, room
	flush := func() error {
		_, err := s.engine.Apply(ctx, batch...)
		batch, left = append(batch[:0], m.same()), room
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
		if len(batch) > 1 && (len(batch) == store.MaxWrites || len(key)+len(value) > left) {
			if err := flush(); err != nil {
				return err
			}
		}
		batch = append(batch, store.Write{Op: store.Put, Key: key, Value: value})
		left -= len(key) + len(value)
	}
	return flush()
}

// errEnough ends a scan that has found enough.
var errEnough = errors.New("enough")

// rollForward moves what a switched change staged to its place and removes the mark. moved, unless it is nil, is told
// which revisions the records got.
func (s *Store) rollForward(ctx context.Context, m mark, moved map[string]store.Rev) error {
	for {
		var staged []store.Record
		left := room
		err := s.engine.Scan(ctx, m.stage(""), func(r store.Record) error {
			left -= 2*len(r.Key) + len(r.Value)
			if len(staged) > 0 && (left < 0 || len(staged) == store.MaxWrites/2) {
				return errEnough
			}
			r.Value = slices.Clone(r.Value)
			staged = append(staged, r)
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return err
		}
		if len(staged) == 0 {
			_, err := s.engine.Apply(ctx, store.Write{Op: store.Remove, Key: markKey, Rev: m.rev})
			if errors.Is(err, store.ErrConflict) {
				err = nil // somebody else was there first
			}
			return err
		}
		if err := s.move(ctx, m, staged, moved); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}

func (s *Store) move(ctx context.Context, m mark, staged []store.Record, moved map[string]store.Rev) error {
	keys := make([]string, len(staged))
	for i, r := range staged {
		keys[i] = strings.TrimPrefix(r.Key, m.stage(""))
	}
	now, err := s.engine.Get(ctx, keys...)
	if err != nil {
		return err
	}
	var writes []store.Write
	for i, r := range staged {
		writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		becomes := unstaged(r, keys[i])
		switch {
		case becomes.Rev != 0:
			writes = append(writes, store.Write{Op: store.Put, Key: keys[i], Rev: now[i].Rev, Value: becomes.Value})
		case now[i].Rev != 0:
			writes = append(writes, store.Write{Op: store.Remove, Key: keys[i], Rev: now[i].Rev})
		}
	}
	rev, err := s.engine.Apply(ctx, writes...)
	if err == nil && moved != nil {
		for _, w := range writes {
			if w.Op == store.Put {
				moved[w.Key] = rev
			}
		}
	}
	return err
}

// sweep removes what stands under a prefix, but for what stands under another, unless that is empty.
func (s *Store) sweep(ctx context.Context, prefix, but string) error {
	for {
		var writes []store.Write
		err := s.engine.Scan(ctx, prefix, func(r store.Record) error {
			if but != "" && strings.HasPrefix(r.Key, but) {
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
		if _, err := s.engine.Apply(ctx, writes...); err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}
