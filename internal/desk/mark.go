package desk

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/store"
)

// markKey is where the mark of a staged change stands: among the summaries,
// so that one scan of those tells both, and under a name that is no ID.
const markKey = codec.SummaryPrefix + "!switch"

// stages is what the keys of all staged records begin with.
const stages = "stage/"

// mark is the record that a staged change turns on. While it is preparing,
// nothing of the change is there yet; from the Apply on that switches it, all
// of it is, wherever its records still stand.
type mark struct {
	rev      store.Rev // 0: there is none
	switched bool
	nonce    string
	clients  []string // whom it changes; nil for everybody
}

// widest is how many bytes of names a mark holds; one that changes more
// clients than that changes everybody.
const widest = 500_000

func (m mark) stage(key string) string { return stages + m.nonce + "/" + key }

// concerns tells whether the change is about a client too.
func (m mark) concerns(id string) bool { return m.clients == nil || slices.Contains(m.clients, id) }

// same holds up an Apply when another mark has come, or this one has gone.
func (m mark) same() store.Write { return store.Write{Op: store.Same, Key: markKey, Rev: m.rev} }

func (m mark) encode() []byte {
	b := []byte{1, 0}
	if m.switched {
		b[1] = 1
	}
	for _, s := range append([]string{m.nonce}, m.clients...) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

func decodeMark(r store.Record) (m mark, err error) {
	m.rev = r.Rev
	if r.Rev == 0 {
		return m, nil
	}
	if len(r.Value) < 2 || r.Value[0] != 1 || r.Value[1] > 1 {
		return m, fault.New(fault.Damaged, markKey)
	}
	m.switched = r.Value[1] == 1
	first := true
	for rest := string(r.Value[2:]); rest != ""; first = false {
		n, size := binary.Uvarint([]byte(rest[:min(len(rest), binary.MaxVarintLen64)]))
		if size <= 0 || n > uint64(len(rest)-size) {
			return m, fault.New(fault.Damaged, markKey)
		}
		s := rest[size : size+int(n)]
		if rest = rest[size+int(n):]; first {
			m.nonce = s
		} else {
			m.clients = append(m.clients, s)
		}
	}
	return m, nil
}

// get reads records, as they are with every change that was switched. What
// an interrupted program left of such a change is finished first; where that
// cannot be done now, its staged records are looked through.
func (d *Desk) get(ctx context.Context, keys ...string) ([]store.Record, mark, error) {
	var through mark // a switched mark that could not be rolled forward
	for {
		ask := append([]string{markKey}, keys...)
		if through.rev != 0 {
			for _, key := range keys {
				ask = append(ask, through.stage(key))
			}
		}
		records, err := d.store.Get(ctx, ask...)
		if err != nil {
			return nil, mark{}, err
		}
		m, err := decodeMark(records[0])
		if err != nil {
			return nil, m, err
		}
		found := records[1 : 1+len(keys)]
		switch {
		case !m.switched:
			return found, m, nil
		case m.rev == through.rev:
			for i, staged := range records[1+len(keys):] {
				if staged.Rev != 0 {
					found[i] = unstaged(staged, keys[i])
				}
			}
			return found, m, nil
		}
		if err := d.roll(ctx, m); err != nil {
			if !stuck(err) {
				return nil, m, err
			}
			through = m
		}
	}
}

// stuck are the reasons for which a change cannot be rolled forward here and
// now, though it can be read.
func stuck(err error) bool {
	return errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrFull) || errors.Is(err, store.ErrLocked)
}

// What the first byte of a staged record says of it.
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

// errSwitched ends a scan that met a switched mark.
var errSwitched = errors.New("a staged change is switched")

// scan reads all records under a prefix, with every change that was switched.
// It calls begin before it reads from the beginning, which may be more often
// than once. The order is that of the keys, unless it had to look through a
// change that cannot be rolled forward.
func (d *Desk) scan(ctx context.Context, prefix string, begin func(), each func(store.Record) error) error {
	for {
		begin()
		m, err := d.markBeside(ctx, prefix)
		if err == nil && !m.switched {
			err = d.store.Scan(ctx, prefix, func(r store.Record) (err error) {
				switch {
				case r.Key == markKey:
					if m, err = decodeMark(r); err == nil && m.switched {
						err = errSwitched
					}
					return err
				case strings.HasPrefix(r.Key, stages):
					return nil
				}
				return each(r)
			})
		}
		if !m.switched || err != nil && !errors.Is(err, errSwitched) {
			return err
		}
		if err = d.roll(ctx, m); stuck(err) {
			begin()
			return d.scanThrough(ctx, m, prefix, each)
		} else if err != nil {
			return err
		}
	}
}

// markBeside is the mark, for a scan that would not meet it by itself.
func (d *Desk) markBeside(ctx context.Context, prefix string) (mark, error) {
	if strings.HasPrefix(markKey, prefix) {
		return mark{}, nil
	}
	records, err := d.store.Get(ctx, markKey)
	if err != nil {
		return mark{}, err
	}
	return decodeMark(records[0])
}

// scanThrough scans what is staged and then what is not. Should somebody roll
// the change forward meanwhile, the second scan tells the same as the first.
func (d *Desk) scanThrough(ctx context.Context, m mark, prefix string, each func(store.Record) error) error {
	staged := map[string]bool{}
	err := d.store.Scan(ctx, m.stage(prefix), func(r store.Record) error {
		key := strings.TrimPrefix(r.Key, m.stage(""))
		staged[key] = true
		if is := unstaged(r, key); is.Rev != 0 {
			return each(is)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return d.store.Scan(ctx, prefix, func(r store.Record) error {
		if r.Key == markKey || strings.HasPrefix(r.Key, stages) || staged[r.Key] {
			return nil
		}
		return each(r)
	})
}
