package codec

import (
	"encoding/binary"
	"maps"
	"slices"

	"kwi/internal/account"
)

// fieldCoder goes through the fields of a value in one order, and either writes
// them to out or reads them from in. So one description of a record is both
// its writing and its reading, and they cannot drift apart. A field that a
// later version adds is gone through only from that version on (since), and a
// record is of the lowest version that holds all that is in it: what has
// nothing of the new fields stays the same bytes, also in steps of the journal
// from before.
type fieldCoder struct {
	reading bool
	version byte // of the record
	needs   byte // the version that what was gone through asks for
	out     []byte
	in      string
	bad     bool // what was read cannot have been written
}

// since goes through fields that a version added. holds reports whether
// anything is in them, which through reports after reading.
func (x *fieldCoder) since(version byte, holds bool, through func() bool) {
	if x.version >= version {
		holds = through()
	}
	if holds {
		x.needs = max(x.needs, version)
	}
}

// write is a record of the lowest version, from the one given on, that holds
// what fill goes through.
func (x *fieldCoder) write(lowest byte, fill func(*fieldCoder)) []byte {
	for x.version, x.needs = 0, lowest; x.version < x.needs; {
		x.version = x.needs
		x.out = append(x.out[:0], x.version)
		fill(x)
	}
	return x.out
}

// codeNumber goes through a number from 0.
func codeNumber[T ~int | ~uint8 | ~uint16 | ~uint64](x *fieldCoder, n *T) {
	if !x.reading {
		x.out = binary.AppendUvarint(x.out, uint64(*n))
		return
	}
	v := x.uvarint()
	if *n = T(v); *n < 0 || uint64(*n) != v {
		*n, x.bad = 0, true
	}
}

func (x *fieldCoder) uvarint() (v uint64) {
	for shift := 0; shift < 64 && len(x.in) > 0; shift += 7 {
		b := x.in[0]
		x.in = x.in[1:]
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			x.bad = x.bad || b == 0 && shift > 0 || b > 1 && shift == 63 // no number is written longer than it is
			return v
		}
	}
	x.bad = true
	return 0
}

// signed goes through any number.
func (x *fieldCoder) signed(n *int) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	codeNumber(x, &u)
	if x.reading {
		*n = int(u>>1) ^ -int(u&1)
	}
}

func (x *fieldCoder) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	codeNumber(x, &n)
	x.bad = x.bad || n > 1
	*b = n == 1
}

func codeText[T ~string](x *fieldCoder, s *T) {
	n := len(*s)
	codeNumber(x, &n)
	switch {
	case !x.reading:
		x.out = append(x.out, *s...)
	case n > len(x.in):
		x.bad = true
	default:
		*s, x.in = T(x.in[:n]), x.in[n:]
	}
}

// codeList goes through a list. An empty one reads as nil.
func codeList[T any](x *fieldCoder, l *[]T, each func(*T)) {
	n := len(*l)
	codeNumber(x, &n)
	if !x.reading {
		for i := range *l {
			each(&(*l)[i])
		}
		return
	}
	if n > len(x.in) { // every element takes a byte at least
		x.bad = true
		return
	}
	*l = nil
	if n > 0 {
		*l = make([]T, 0, min(n, 64))
	}
	for i := 0; i < n && !x.bad; i++ {
		*l = append(*l, *new(T))
		each(&(*l)[i]) // not a variable of its own: that would be an allocation each
	}
}

// mapped goes through a map in the order of its keys. Entries that say
// nothing are not written, and an empty map reads as nil.
func mapped[K ~string, V any](x *fieldCoder, m *map[K]V, empty func(V) bool, each func(*V)) {
	var keys []K
	if !x.reading {
		keys = slices.Sorted(maps.Keys(*m))
		if empty != nil {
			keys = slices.DeleteFunc(keys, func(k K) bool { return empty((*m)[k]) })
		}
	}
	n := len(keys)
	codeNumber(x, &n)
	if x.reading {
		if *m = nil; n > len(x.in) {
			x.bad = true
			return
		}
		if n > 0 {
			*m = make(map[K]V, min(n, 64))
		}
	}
	var k, last K
	var v V
	for i := 0; i < n && !x.bad; i++ {
		v = *new(V)
		if !x.reading {
			k = keys[i]
			v = (*m)[k]
		}
		codeText(x, &k)
		each(&v)
		if x.reading {
			x.bad = x.bad || i > 0 && k <= last || empty != nil && empty(v)
			last = k
			(*m)[k] = v
		}
	}
}

func nothing[T comparable](v T) bool { return v == *new(T) }

// codeWord goes through a string in a list or map.
func codeWord[T ~string](x *fieldCoder) func(*T) { return func(s *T) { codeText(x, s) } }

func (x *fieldCoder) people(l *[]account.Initials) { codeList(x, l, codeWord[account.Initials](x)) }
func (x *fieldCoder) lines(l *[]string)            { codeList(x, l, codeWord[string](x)) }
func (x *fieldCoder) dates(m *map[account.Initials]account.Date) {
	mapped(x, m, nothing, codeWord[account.Date](x))
}
