package staged

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"kwi/store"
)

var (
	// errSwitched ends a scan that met a switched mark.
	errSwitched = errors.New("a change in stages is switched")
	// errBetween ends a scan that is not as of one moment.
	errBetween = errors.New("changed in between")
)

// Scan implements store.Store. A record that a piece is missing of has no value here: who looks for what is left of a
// damaged store goes on.
//
// The engine's Scan is one moment, but a mark that lies outside of prefix, and pieces, are not part of it. Therefore:
// where the mark lies inside, records are handed on as they come once it is passed; elsewhere they are held until it is
// sure that nothing changed in between, and where something did, one scan of the whole store tells all.
func (s *Store) Scan(ctx context.Context, prefix string, each func(store.Record) error) error {
	scan := s.scanBeside
	switch {
	case prefix == "":
		scan = s.scanAll
	case strings.HasPrefix(markKey, prefix):
		scan = s.scanAround
	}
	for {
		m, err := scan(ctx, prefix, each)
		switch {
		case errors.Is(err, errBetween):
			scan = s.scanAll
		case errors.Is(err, errSwitched):
			if err := s.rollForward(ctx, m, nil); cannotMove(err) {
				_, err = s.scanThrough(ctx, prefix, each)
				return err
			} else if err != nil {
				return err
			}
		default:
			return err
		}
	}
}

// held are copies of records that are not handed on yet.
type held struct {
	records []store.Record
	block   []byte // where the next values are copied to
	divided bool   // some are in pieces
}

func (h *held) add(r store.Record) {
	if free := cap(h.block) - len(h.block); free < len(r.Value) {
		h.block = make([]byte, 0, max(64<<10, len(r.Value)))
	}
	from := len(h.block)
	h.block = append(h.block, r.Value...)
	r.Value = h.block[from:len(h.block):len(h.block)]
	h.records = append(h.records, r)
	h.divided = h.divided || isDivided(r.Value)
}

// handOn hands the records on, and holds none any more.
func (h *held) handOn(ctx context.Context, each func(store.Record) error) error {
	records := h.records
	*h = held{}
	for i := range records {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := each(records[i]); err != nil {
			return err
		}
		records[i] = store.Record{} // many need not be there twice
	}
	return nil
}

// scanAround scans a range in which the mark lies.
func (s *Store) scanAround(ctx context.Context, prefix string, each func(store.Record) error) (m mark, err error) {
	var h held
	passed, begun := false, false
	err = s.engine.Scan(ctx, prefix, func(r store.Record) error {
		if !passed && r.Key >= markKey {
			passed = true
			if r.Key == markKey {
				if m, err = decodeMark(r); err != nil {
					return err
				}
			}
			if m.switched {
				return errSwitched
			}
		}
		switch {
		case hidden(r.Key):
			return nil
		case !passed || h.divided || isDivided(r.Value):
			h.add(r)
			return nil
		}
		if begun = true; len(h.records) > 0 {
			if err := h.handOn(ctx, each); err != nil {
				return err
			}
		}
		return each(r)
	})
	if err == nil {
		err = s.fetchPieces(ctx, h)
	}
	if errors.Is(err, errBetween) && begun {
		err = store.ErrLocked // others change it faster than it can be read
	}
	if err == nil {
		err = h.handOn(ctx, each)
	}
	return m, err
}

// scanBeside scans a range in which the mark does not lie.
func (s *Store) scanBeside(ctx context.Context, prefix string, each func(store.Record) error) (m mark, err error) {
	before, err := s.engine.Apply(ctx, m.same())
	if errors.Is(err, store.ErrConflict) {
		if m, err = s.readMark(ctx); err == nil && m.switched {
			return m, errSwitched
		}
		if err == nil {
			if before, err = s.engine.Apply(ctx, m.same()); errors.Is(err, store.ErrConflict) {
				return m, errBetween
			}
		}
	}
	var h held
	if err == nil {
		err = s.engine.Scan(ctx, prefix, func(r store.Record) error {
			if !hidden(r.Key) {
				h.add(r)
			}
			return nil
		})
	}
	if err == nil {
		err = s.fetchPieces(ctx, h)
	}
	if err != nil {
		return m, err
	}
	now, err := s.engine.Apply(ctx)
	switch {
	case err != nil:
		return m, err
	case now != before:
		return m, errBetween
	}
	return m, h.handOn(ctx, each)
}

// fetchPieces makes whole what is in pieces, provided that it is still as it was scanned.
func (s *Store) fetchPieces(ctx context.Context, h held) error {
	for i, r := range h.records {
		if !isDivided(r.Value) {
			continue
		}
		parts, _ := partsOf(r) // of a damaged record there are none
		now, err := s.engine.Get(ctx, append([]string{r.Key}, parts...)...)
		if err != nil {
			return err
		}
		if now[0].Rev != r.Rev {
			return errBetween
		}
		found := map[string][]byte{}
		for _, piece := range now[1:] {
			if piece.Rev != 0 {
				found[piece.Key] = piece.Value
			}
		}
		s.joinOrEmpty(h.records[i:i+1], found)
	}
	return nil
}

// joinOrEmpty is join for scans: what cannot be made whole has no value.
func (s *Store) joinOrEmpty(records []store.Record, found map[string][]byte) {
	if lacking, err := s.join(records, found); err != nil || lacking != nil {
		records[0].Value = nil
	}
}

// scanAll scans the whole store, in one snapshot of which all is.
func (s *Store) scanAll(ctx context.Context, prefix string, each func(store.Record) error) (mark, error) {
	return s.scanSnapshot(ctx, prefix, false, each)
}

// scanThrough is scanAll with what a switched change staged in its place.
func (s *Store) scanThrough(ctx context.Context, prefix string, each func(store.Record) error) (mark, error) {
	return s.scanSnapshot(ctx, prefix, true, each)
}

func (s *Store) scanSnapshot(ctx context.Context, prefix string, through bool, each func(store.Record) error) (m mark, err error) {
	var h, staged held
	found := map[string][]byte{} // pieces
	err = s.engine.Scan(ctx, "", func(r store.Record) (err error) {
		switch {
		case r.Key == markKey:
			if m, err = decodeMark(r); err == nil && m.switched && !through {
				err = errSwitched
			}
		case strings.HasPrefix(r.Key, stages):
			if through {
				staged.add(r)
			}
		case !strings.HasPrefix(ownerOf(r.Key), prefix):
		case strings.HasPrefix(r.Key, pieces):
			found[r.Key] = slices.Clone(r.Value)
		default:
			h.add(r)
		}
		return err
	})
	if err != nil {
		return m, err
	}
	if m.switched {
		h.records = overlay(h.records, found, staged.records, m, prefix)
	}
	for i, r := range h.records {
		if isDivided(r.Value) {
			s.joinOrEmpty(h.records[i:i+1], found)
		}
	}
	return m, h.handOn(ctx, each)
}

// overlay puts what a change staged in its place, among the records and their pieces.
func overlay(records []store.Record, found map[string][]byte, staged []store.Record, m mark, prefix string) []store.Record {
	now := make(map[string]store.Record, len(records))
	for _, r := range records {
		now[r.Key] = r
	}
	for _, r := range staged {
		key, ours := strings.CutPrefix(r.Key, m.stage(""))
		if !ours || !strings.HasPrefix(ownerOf(key), prefix) {
			continue
		}
		becomes := unstaged(r, key)
		switch piece := strings.HasPrefix(key, pieces); {
		case piece && becomes.Rev != 0:
			found[key] = becomes.Value
		case piece:
			delete(found, key)
		case becomes.Rev != 0:
			now[key] = becomes
		default:
			delete(now, key)
		}
	}
	return slices.SortedFunc(maps.Values(now), func(a, b store.Record) int { return strings.Compare(a.Key, b.Key) })
}
