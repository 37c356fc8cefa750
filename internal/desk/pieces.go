package desk

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	"kwi/internal/fault"
	"kwi/store"
)

// A record may be larger than one Apply takes: a client may write 20,000
// characters at many places. Such a record is kept in pieces under more/; in
// its own place stands how many there are. Everything else of the desk, the
// stages too, sees pieces as records like others.
const (
	pieceSize = 700_000
	inPieces  = 0xfe // no version of the codec
	pieces    = "more/"
	mostParts = 1 << 16
)

func pieceKey(key string, n int) string { return fmt.Sprintf("%s%s/%04x", pieces, key, n) }

// split is the records as they are kept.
func split(records map[string][]byte) map[string][]byte {
	for key, value := range records {
		if len(value) <= pieceSize {
			continue
		}
		n := 0
		for ; len(value) > 0; n++ {
			size := min(len(value), pieceSize)
			records[pieceKey(key, n)] = value[:size:size]
			value = value[size:]
		}
		records[key] = binary.BigEndian.AppendUint32([]byte{inPieces}, uint32(n))
	}
	return records
}

// parts are the keys of the pieces of a record, if it is in pieces.
func parts(r store.Record) (keys []string, err error) {
	if len(r.Value) == 0 || r.Value[0] != inPieces {
		return nil, nil
	}
	if len(r.Value) != 5 || binary.BigEndian.Uint32(r.Value[1:]) > mostParts {
		return nil, fault.New(fault.Damaged, r.Key)
	}
	for n := range int(binary.BigEndian.Uint32(r.Value[1:])) {
		keys = append(keys, pieceKey(r.Key, n))
	}
	return keys, nil
}

// fetched is records as of one moment: whole values, and the revisions of
// all that they are made of.
type fetched struct {
	mark   mark
	values map[string][]byte // of what was asked, as far as it is there
	revs   map[string]uint64 // also of pieces
}

// fetch reads whole records in one snapshot.
func (d *Desk) fetch(ctx context.Context, keys []string) (fetched, error) {
	var more []string
	for {
		records, m, err := d.get(ctx, append(keys[:len(keys):len(keys)], more...)...)
		if err != nil {
			return fetched{}, err
		}
		f := fetched{mark: m, values: make(map[string][]byte, len(keys)), revs: make(map[string]uint64, len(records))}
		for _, r := range records {
			if r.Rev != 0 {
				f.values[r.Key] = r.Value
				f.revs[r.Key] = uint64(r.Rev)
			}
		}
		var lacking []string
		for _, r := range records[:len(keys)] {
			of, err := parts(r)
			if err != nil {
				return fetched{}, err
			}
			if of == nil {
				continue
			}
			whole := []byte{}
			for _, key := range of {
				piece, ok := f.values[key]
				if !ok {
					lacking = append(lacking, key)
				}
				whole = append(whole, piece...)
				delete(f.values, key)
			}
			f.values[r.Key] = whole
		}
		if len(lacking) == 0 {
			return f, nil
		}
		for _, key := range lacking {
			for _, had := range more {
				if key == had {
					return fetched{}, fault.New(fault.Damaged, key)
				}
			}
		}
		more = append(more, lacking...)
	}
}

// whole is the key of the record that a piece belongs to, or the key itself.
func whole(key string) string {
	if rest, ok := strings.CutPrefix(key, pieces); ok {
		return rest[:max(0, strings.LastIndexByte(rest, '/'))]
	}
	return key
}
