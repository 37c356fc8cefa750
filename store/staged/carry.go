package staged

import (
	"context"
	"encoding/binary"
	"errors"

	"kwi/store"
)

var _ store.Carrier = (*Store)(nil)

// errCarries is met where the engine is none that can be filled.
var errCarries = errors.New("an engine that takes no records with their revisions")

// Carry implements store.Carrier where the engine does. Nobody else uses it meanwhile, so nothing goes in stages; the pieces
// of a value have its revision.
func (s *Store) Carry(ctx context.Context, records ...store.Record) error {
	engine, ok := s.engine.(store.Carrier)
	if !ok {
		return errCarries
	}
	var all []store.Record
	for _, r := range records {
		if rest := r.Value; mustDivide(rest) {
			r.Value = binary.BigEndian.AppendUint32([]byte{piecesFollow}, uint32((len(rest)+pieceSize-1)/pieceSize))
			for n := 0; len(rest) > 0; n++ {
				size := min(len(rest), pieceSize)
				all = append(all, store.Record{Key: pieceKey(r.Key, n), Value: rest[:size:size], Rev: r.Rev})
				rest = rest[size:]
			}
		}
		all = append(all, r)
	}
	return engine.Carry(ctx, all...)
}
