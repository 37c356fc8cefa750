package bolt

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
)

// Same reports whether a data file is sound and holds the very records of another, under the same seal, which nobody has to
// know: putting that in its place would change nothing.
func (s *Store) Same(ctx context.Context, other *Store) (bool, error) {
	mine, err := s.digest(ctx)
	if err != nil {
		return false, err
	}
	if theirs, err := other.digest(ctx); err != nil || !bytes.Equal(mine, theirs) {
		return false, err
	}
	_, err = s.Check(ctx)
	return err == nil, err
}

// digest is a sum of the seal and of every record.
func (s *Store) digest(ctx context.Context) (sum []byte, err error) {
	h := sha256.New()
	add := func(part []byte) {
		_, _ = h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		_, _ = h.Write(part)
	}
	err = s.readAs(ctx, identify, func(_ *fileUse, p *paged) error {
		h.Reset() // it may be begun again
		seal, err := readSeal(p)
		if err != nil {
			return err
		}
		add(seal)
		return p.scan(recordsBucket, nil, nil, func(key, stored []byte) error {
			_, value, err := decodeStored(key, stored)
			if err == nil {
				add(key)
				add(value)
				err = ctx.Err()
			}
			return err
		})
	})
	return h.Sum(nil), err
}
