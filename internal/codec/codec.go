// Package codec turns a client into records of opaque bytes and back, the
// same for every engine of the store. Records are split by how often they
// change:
//
//	client/ID         words about the client, and which cycles and plans there are
//	cycle/ID/NAME     words, matrix and actions of a cycle
//	answers/ID/NAME/WHO  what one respondent answered in a cycle that is open,
//	                  one of each of them beside every such cycle; so two who
//	                  type in the lists of two respondents change no record in
//	                  common
//	answers/ID/NAME   what all of them answered in a cycle that is closed
//	plan/ID/YEAR      the account plan of a year
//	summary/ID        the client's portfolio.Line, and the number of their newest step
//	step/ID/N         one step of their journal, N in sixteen hexadecimal digits
//	file/supplier     whose data these are
//	file/firm         what the supplier keeps that is about no client
//	past/N            one step of the journal of that, and of what was done to all
//	                  clients that stands in the journal of none
//	draft/ID/RUN      what one run of the program has that was typed and is not
//	                  kept: no part of the client, never exported
//
// The first byte of a record is its version. Its fields are those of account's
// Walk, both ways, see coder. Equal clients give equal bytes, and a client
// reads back as they were, tidied: what is empty is absent (account.Client.Tidy).
// Before version 5 no answers were divided. Such a client is read as they stand,
// and divided when they are written next: the way back through their journal leads
// to the old records, so they must be read for ever, and nothing would get
// simpler by rewriting a whole data file at once.
// What cannot have been written here is a Damaged fault, what a newer version
// wrote is Newer; no bytes make the package panic.
//
// It knows the domain, the journal's step and the portfolio's line. It must
// not know the store, files, or when and why a record is written.
package codec

import (
	"bytes"
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// The first byte of a record is a version, from the first to account.NewestRecord.
const (
	firstVersion   = 1
	dividedVersion = 5
)

// Encode is a client as records: all but summary and journal.
func Encode(c account.Client) map[string][]byte { return encodeClient(c, contents(&c)) }

// EncodeUndivided is Encode as it was before version 5: how a client stands in
// whom nothing was changed since.
func EncodeUndivided(c account.Client) map[string][]byte {
	return encodeClient(c, contents(&c).undivided())
}

func encodeClient(c account.Client, t Contents) map[string][]byte {
	records := make(map[string][]byte, t.count())
	room := &fieldCoder{out: make([]byte, 0, 16<<10)} // one after the other, so that it need not grow for each
	written := func(lowest byte, fill func(*fieldCoder)) []byte { return bytes.Clone(room.write(lowest, fill)) }
	records[ClientKey(c.ID)] = written(firstVersion, func(x *fieldCoder) {
		x.contents(&t)
		c.Walk(x)
	})
	for i := range c.Cycles {
		y := &c.Cycles[i]
		records[CycleKey(c.ID, y.Name)] = written(firstVersion, func(x *fieldCoder) { x.cycle(y) })
		if !slices.Contains(t.Divided, y.Name) {
			records[UndividedKey(c.ID, y.Name)] = written(firstVersion, func(x *fieldCoder) { x.answers(y) })
			continue
		}
		for _, who := range t.People {
			records[AnswersKey(c.ID, y.Name, who)] = written(dividedVersion, func(x *fieldCoder) { x.answersOf(y, who) })
		}
	}
	for i := range c.Plans {
		p := &c.Plans[i]
		records[PlanKey(c.ID, p.Year)] = written(firstVersion, func(x *fieldCoder) { p.Walk(x) })
	}
	return records
}

// Decode makes a client of all of their records. Indicators of the plan that an
// earlier version kept without a code have one, which the next change of that
// plan keeps.
func Decode(records map[string][]byte) (account.Client, error) {
	c, t, err := decodeClient(records)
	if err != nil {
		return account.Client{}, err
	}
	here := contents(&c)
	if t.Divided == nil {
		here = here.undivided()
	}
	if c.ID == "" || !reflect.DeepEqual(t, here) || len(records) != t.count() {
		return account.Client{}, fault.New(fault.Damaged, ClientKey(c.ID))
	}
	for key := range records { // of the right number, so that none is missing where none is odd
		k, _ := Parse(key)
		if k.Kind == AnswersRecord && (slices.Contains(t.Divided, k.Cycle) != slices.Contains(t.People, k.Who)) {
			return account.Client{}, fault.New(fault.Damaged, key)
		}
	}
	c.CodeKPIs()
	return c, nil
}

func decodeClient(records map[string][]byte) (c account.Client, t Contents, err error) {
	cycles := map[account.CycleName]*account.Cycle{}
	cycle := func(name account.CycleName) *account.Cycle {
		if cycles[name] == nil {
			cycles[name] = &account.Cycle{Name: name}
		}
		return cycles[name]
	}
	owner := ""
	for key, record := range records {
		k, ok := Parse(key)
		if ok = ok && (owner == "" || owner == k.Client); !ok {
			return c, t, fault.New(fault.Damaged, key)
		}
		owner = k.Client
		switch k.Kind {
		case ClientRecord:
			c.ID = k.Client
			err = readRecord(key, record, func(x *fieldCoder) { x.contents(&t); c.Walk(x) })
		case CycleRecord:
			y := cycle(k.Cycle)
			err = readRecord(key, record, func(x *fieldCoder) { x.cycle(y) })
		case AnswersRecord:
			y := cycle(k.Cycle)
			err = readRecord(key, record, func(x *fieldCoder) {
				if k.Who == "" {
					x.answers(y)
				} else {
					x.answersOf(y, k.Who)
				}
			})
		case PlanRecord:
			p := account.Plan{Year: k.Year}
			err = readRecord(key, record, func(x *fieldCoder) { p.Walk(x) })
			c.Plans = append(c.Plans, p)
		default:
			err = fault.New(fault.Damaged, key)
		}
		if err != nil {
			return c, t, err
		}
	}
	for _, y := range cycles {
		c.Cycles = append(c.Cycles, *y)
	}
	slices.SortFunc(c.Cycles, func(a, b account.Cycle) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Plans, func(a, b account.Plan) int { return cmp.Compare(a.Year, b.Year) })
	return c, t, nil
}

// writeRecord is a record.
func writeRecord(fill func(*fieldCoder)) []byte {
	x := &fieldCoder{out: make([]byte, 0, 512)}
	return x.write(firstVersion, fill)
}

// readRecord takes a record apart, to its last byte.
func readRecord(key string, record []byte, take func(*fieldCoder)) error {
	if err := readUpTo(account.NewestRecord, key, record, take); err != nil {
		return err
	}
	// Some things can be said in two ways, and only one of them is written:
	// writing what was read again finds each of them, those of later fields too.
	again := fieldCoder{out: make([]byte, 0, len(record))}
	if !bytes.Equal(again.write(firstVersion, take), record) {
		return recordFault(key, errOdd)
	}
	return nil
}

// readUpTo is readRecord of records that have versions of their own.
func readUpTo(newest byte, key string, record []byte, take func(*fieldCoder)) error {
	x, err := opened(newest, record)
	if err == nil {
		take(&x)
		err = x.finished()
	}
	if err != nil {
		return recordFault(key, err)
	}
	return nil
}

// opened is a coder that has read the version of a record.
func opened(newest byte, record []byte) (fieldCoder, error) {
	switch {
	case len(record) == 0 || record[0] == 0:
		return fieldCoder{}, errOdd
	case record[0] > newest:
		return fieldCoder{}, versionError(record[0])
	}
	return fieldCoder{reading: true, version: record[0], needs: firstVersion, in: string(record[1:])}, nil
}

// finished reports whether all of a record could be read, and nothing was left.
func (x *fieldCoder) finished() error {
	if x.bad || x.in != "" || x.needs < x.version {
		return errOdd
	}
	return nil
}

var errOdd = errors.New("not as it was written")

// recordFault is the fault of the record under a key.
func recordFault(key string, err error) error {
	if _, newer := err.(versionError); newer {
		return fault.New(fault.Newer, key).By(err)
	}
	return fault.New(fault.Damaged, key).By(err)
}

type versionError byte

func (v versionError) Error() string { return "record of version " + strconv.Itoa(int(v)) }
