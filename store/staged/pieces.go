package staged

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	"kwi/store"
)

// A value that is too large for one Apply is kept in pieces under more/; in the record's own place stands how many there
// are. That is put anew with every change of a piece, so its revision is that of the whole. The stages take pieces for
// records like others.
const (
	pieces    = "more/"
	pieceSize = 700_000
	mostParts = 1 << 16
	// piecesFollow begins what stands in a record's place. A value that begins with it is kept in pieces too.
	piecesFollow = 0xfe
)

func pieceKey(key string, n int) string { return fmt.Sprintf("%s%s/%04x", pieces, key, n) }

// ownerOf is the key of the record that a piece is part of, or the key itself.
func ownerOf(key string) string {
	if rest, ok := strings.CutPrefix(key, pieces); ok {
		return rest[:max(0, strings.LastIndexByte(rest, '/'))]
	}
	return key
}

// isDivided reports whether the value of a record is in pieces.
func isDivided(value []byte) bool { return len(value) > 0 && value[0] == piecesFollow }

func mustDivide(value []byte) bool { return len(value) > pieceSize || isDivided(value) }

// partsOf are the keys of the pieces of a record.
func partsOf(r store.Record) (keys []string, err error) {
	if !isDivided(r.Value) {
		return nil, nil
	}
	if len(r.Value) != 5 || binary.BigEndian.Uint32(r.Value[1:]) > mostParts {
		return nil, fmt.Errorf("%w: the number of pieces of %q", store.ErrDamaged, r.Key)
	}
	for n := range int(binary.BigEndian.Uint32(r.Value[1:])) {
		keys = append(keys, pieceKey(r.Key, n))
	}
	return keys, nil
}

// join makes the values whole that are in pieces, and tells which pieces it lacked.
func (s *Store) join(records []store.Record, found map[string][]byte) (lacking []string, err error) {
	for i, r := range records {
		parts, err := partsOf(r)
		if err != nil {
			return nil, err
		}
		if parts == nil {
			continue
		}
		s.mu.Lock()
		s.inPieces[r.Key] = true
		s.mu.Unlock()
		whole := []byte{}
		for _, key := range parts {
			piece, ok := found[key]
			if !ok {
				lacking = append(lacking, key)
			}
			whole = append(whole, piece...)
		}
		records[i].Value = whole
	}
	return lacking, nil
}

// divide is the writes as the engine gets them. Only where a value is too large, or where the record it replaces is in
// pieces, anything has to be read for that.
func (s *Store) divide(ctx context.Context, writes []store.Write) ([]store.Write, error) {
	concerned := s.changesPieces(writes)
	if len(concerned) == 0 {
		return writes, nil
	}
	had, err := s.engine.Get(ctx, concerned...)
	if err != nil {
		return nil, err
	}
	now := map[string][]store.Record{} // by record, the pieces that it has or will have
	for i, key := range concerned {
		parts, _ := partsOf(had[i]) // of a record that is damaged they are left behind
		for _, w := range writes {
			for w.Key == key && len(parts)*pieceSize < len(w.Value) {
				parts = append(parts, pieceKey(key, len(parts)))
			}
		}
		if now[key], err = s.engine.Get(ctx, parts...); err != nil {
			return nil, err
		}
	}
	var all []store.Write
	for _, w := range writes {
		there, ok := now[w.Key]
		if !ok {
			all = append(all, w)
			continue
		}
		var rest []byte
		n := 0
		if w.Op == store.Put && mustDivide(w.Value) {
			rest = w.Value
			n = (len(rest) + pieceSize - 1) / pieceSize
			w.Value = binary.BigEndian.AppendUint32([]byte{piecesFollow}, uint32(n))
		}
		all = append(all, w)
		for i, piece := range there {
			switch {
			case i < n:
				size := min(len(rest), pieceSize)
				all = append(all, store.Write{Op: store.Put, Key: piece.Key, Rev: piece.Rev, Value: rest[:size:size]})
				rest = rest[size:]
			case piece.Rev != 0:
				all = append(all, store.Write{Op: store.Remove, Key: piece.Key, Rev: piece.Rev})
			}
		}
	}
	return all, nil
}

// changesPieces are the keys of records that will be in pieces, or may be now.
func (s *Store) changesPieces(writes []store.Write) (keys []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range writes {
		if w.Op == store.Put && mustDivide(w.Value) || w.Op != store.Same && s.inPieces[w.Key] {
			keys = append(keys, w.Key)
		}
	}
	return keys
}

// notePieces remembers which of the records that were put are in pieces.
func (s *Store) notePieces(writes []store.Write) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range writes {
		switch {
		case w.Op == store.Put && mustDivide(w.Value):
			s.inPieces[w.Key] = true
		case w.Op != store.Same:
			delete(s.inPieces, w.Key)
		}
	}
}
