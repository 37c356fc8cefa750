package codec

import (
	"bytes"
	"hash/crc32"
	"maps"
	"math"
	"slices"

	"kwi/internal/fault"
	"kwi/internal/hand"
)

// Step is a step of the journal with the way back: how every record that it
// changed was before.
type Step struct {
	hand.Step
	changed []change
}

// The versions of the records of steps: the first, that which first told which
// steps another one takes, and that which first told when and where a step was
// done.
const (
	takenVersion = 9
	whereVersion = 18
	newestStep   = whereVersion
)

// EncodeStep is a step as a record. before and after are the client's records
// on both sides of it.
func EncodeStep(s hand.Step, before, after map[string][]byte) []byte {
	step := Step{Step: s}
	keys := maps.Clone(before)
	maps.Copy(keys, after)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		b, was := before[key]
		a, is := after[key]
		if was != is || !bytes.Equal(b, a) {
			step.changed = append(step.changed, imageFrom(key, b, was, a, is))
		}
	}
	return writeRecord(func(x *fieldCoder) { x.step(&step) })
}

// DecodeStep reads a step.
func DecodeStep(key string, record []byte) (s Step, err error) {
	err = readUpTo(newestStep, key, record, func(x *fieldCoder) { x.step(&s) })
	return s, err
}

// Touched are the keys of the records that the step changed.
func (s Step) Touched() (keys []string) {
	for _, c := range s.changed {
		keys = append(keys, c.key)
	}
	return keys
}

// Back turns records as they were after the step into those before it, as far
// as ask names them; the others need not be right, or there.
func (s Step) Back(records map[string][]byte, ask []string) error {
	for _, c := range s.changed {
		if slices.Contains(ask, c.key) && !c.undo(records) {
			return fault.New(fault.Damaged, c.key)
		}
	}
	return nil
}

// change is how one record was before a step, told from how it was after it:
// what they have in common at both ends is not kept again.
type change struct {
	key        string
	was, is    bool // whether the record was there before, and after
	head, tail int
	middle     string
	sum        uint32 // of the record before
}

func imageFrom(key string, before []byte, was bool, after []byte, is bool) change {
	c := change{key: key, was: was, is: is, sum: crc32.ChecksumIEEE(before)}
	short := min(len(before), len(after))
	for c.head < short && before[c.head] == after[c.head] {
		c.head++
	}
	for c.tail < short-c.head && before[len(before)-1-c.tail] == after[len(after)-1-c.tail] {
		c.tail++
	}
	c.middle = string(before[c.head : len(before)-c.tail])
	return c
}

// undo puts the record back as it was; false where what is there now is not
// what the step left.
func (c change) undo(records map[string][]byte) bool {
	after, is := records[c.key]
	if is != c.is || c.head > len(after) || c.tail > len(after)-c.head {
		return false
	}
	if !c.was {
		delete(records, c.key)
		return true
	}
	before := slices.Concat(after[:c.head], []byte(c.middle), after[len(after)-c.tail:])
	records[c.key] = before
	return crc32.ChecksumIEEE(before) == c.sum
}

func (x *fieldCoder) change(c *change) {
	codeText(x, &c.key)
	x.flag(&c.was)
	x.flag(&c.is)
	codeNumber(x, &c.head)
	codeNumber(x, &c.tail)
	codeText(x, &c.middle)
	sum := uint64(c.sum)
	codeNumber(x, &sum)
	c.sum = uint32(sum)
	x.bad = x.bad || sum > math.MaxUint32
}

func (x *fieldCoder) step(s *Step) {
	codeText(x, &s.ID)
	codeNumber(x, &s.Kind)
	x.bad = x.bad || s.Kind > hand.Noted
	codeNumber(x, &s.Takes)
	codeText(x, &s.Label.Key)
	x.lines(&s.Label.Args)
	codeText(x, &s.Group)
	x.since(takenVersion, len(s.Taken) > 0, func() bool { x.lines(&s.Taken); return len(s.Taken) > 0 })
	x.since(whereVersion, s.Kind == hand.Noted || s.At != "" || s.Where != hand.Window{}, func() bool {
		w := &s.Where
		for _, text := range []*string{(*string)(&s.At), &w.Run, &w.Computer, &w.User, &w.Command} {
			codeText(x, text)
		}
		x.bad = x.bad || s.At != "" && !s.At.Valid()
		return s.Kind == hand.Noted || s.At != "" || *w != hand.Window{}
	})
	x.bad = x.bad || x.reading && s.Kind == hand.Noted && x.version < whereVersion
	codeList(x, &s.changed, x.change)
}
