package staged

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"kwi/store"
)

// markKey is where the mark of a change in stages stands. It is the first of the keys under summary/, so that a Scan of
// those, which is the most frequent one, meets it before anything else.
const markKey = "summary/!switch"

// mark is the record that a change in stages turns on. While it is being prepared nothing of the change is there; from
// the Apply on that switches the mark all of it is, wherever its records still stand.
type mark struct {
	rev      store.Rev // 0: there is none
	switched bool
	nonce    string
	groups   []string // what it changes; nil for everything
}

// widest is how many bytes of names a mark holds; a change of more groups than that is one of everything.
const widest = 500_000

// stage is where a record of the change stands until it is moved to its place.
func (m mark) stage(key string) string { return stages + m.nonce + "/" + key }

// concerns reports whether the change is about a group too.
func (m mark) concerns(group string) bool {
	return m.rev != 0 && (m.groups == nil || slices.Contains(m.groups, group))
}

// same holds up an Apply when another mark has come, or this one has gone.
func (m mark) same() store.Write { return store.Write{Op: store.Same, Key: markKey, Rev: m.rev} }

func (m mark) encode() []byte {
	b := []byte{1, 0}
	if m.switched {
		b[1] = 1
	}
	for _, s := range append([]string{m.nonce}, m.groups...) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

var errMark = fmt.Errorf("%w: the mark of a change in stages", store.ErrDamaged)

func decodeMark(r store.Record) (m mark, err error) {
	m.rev = r.Rev
	if r.Rev == 0 {
		return m, nil
	}
	if len(r.Value) < 2 || r.Value[0] != 1 || r.Value[1] > 1 {
		return m, errMark
	}
	m.switched = r.Value[1] == 1
	first := true
	for rest := string(r.Value[2:]); rest != ""; first = false {
		n, size := binary.Uvarint([]byte(rest[:min(len(rest), binary.MaxVarintLen64)]))
		if size <= 0 || n > uint64(len(rest)-size) {
			return m, errMark
		}
		s := rest[size : size+int(n)]
		if rest = rest[size+int(n):]; first {
			m.nonce = s
		} else {
			m.groups = append(m.groups, s)
		}
	}
	return m, nil
}

func (s *Store) readMark(ctx context.Context) (mark, error) {
	records, err := s.engine.Get(ctx, markKey)
	if err != nil {
		return mark{}, err
	}
	return decodeMark(records[0])
}

// cannotMove reports whether an error is a reason for which a switched change cannot be moved to its place here and now,
// though it can be read.
func cannotMove(err error) bool {
	return errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrFull) || errors.Is(err, store.ErrLocked)
}

// The first byte of a staged record.
const (
	stagedPut    = 'P'
	stagedRemove = 'R'
)

// unstaged is the record that a staged one will become.
func unstaged(staged store.Record, key string) store.Record {
	if len(staged.Value) == 0 || staged.Value[0] != stagedPut {
		return store.Record{Key: key}
	}
	return store.Record{Key: key, Value: staged.Value[1:], Rev: staged.Rev}
}
