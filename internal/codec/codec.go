// Package codec turns a client into records of opaque bytes and back, the
// same for every engine of the store. Records are split by how often they
// change:
//
//	client/ID         words about the client, and which cycles and plans there are
//	cycle/ID/NAME     words, matrix and actions of a cycle
//	answers/ID/NAME   what respondents answered; there is one beside every cycle
//	plan/ID/YEAR      the account plan of a year
//	summary/ID        the client's portfolio.Line, and the number of his newest step
//	step/ID/N         one step of his journal, N in sixteen hexadecimal digits
//	file/supplier     whose data these are
//	draft/ID/RUN      what one run of the program has that was typed and is not
//	                  kept: no part of the client, never exported
//
// The first byte of a record is its version. One description of the fields
// serves both ways, see coder. Equal clients give equal bytes, and a client
// reads back as he was, tidied: what is empty is absent (account.Client.Tidy).
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
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// The first byte of a record is one of these versions.
const (
	firstVersion  = 1
	newestVersion = 4 // 2: sendings; 3: replies that were not given; 4: names in calendars
)

// Encode is a client as records: all but summary and journal.
func Encode(c account.Client) map[string][]byte {
	records := make(map[string][]byte, 1+2*len(c.Cycles)+len(c.Plans))
	room := &fieldCoder{out: make([]byte, 0, 16<<10)} // one after the other, so that it need not grow for each
	written := func(fill func(*fieldCoder)) []byte { return bytes.Clone(room.write(fill)) }
	records[ClientKey(c.ID)] = written(func(x *fieldCoder) {
		t := contents(&c)
		x.contents(&t)
		x.client(&c)
	})
	for i := range c.Cycles {
		y := &c.Cycles[i]
		records[CycleKey(c.ID, y.Name)] = written(func(x *fieldCoder) { x.cycle(y) })
		records[AnswersKey(c.ID, y.Name)] = written(func(x *fieldCoder) { x.answers(y) })
	}
	for i := range c.Plans {
		p := &c.Plans[i]
		records[PlanKey(c.ID, p.Year)] = written(func(x *fieldCoder) { x.plan(p) })
	}
	return records
}

// Decode makes a client of all of his records.
func Decode(records map[string][]byte) (account.Client, error) {
	c, t, err := decodeClient(records)
	if err != nil {
		return account.Client{}, err
	}
	here := contents(&c)
	if c.ID == "" || !slices.Equal(t.Cycles, here.Cycles) || !slices.Equal(t.Years, here.Years) || len(records) != 1+2*len(t.Cycles)+len(t.Years) {
		return account.Client{}, fault.New(fault.Damaged, ClientKey(c.ID))
	}
	return c, nil
}

// Part makes as much of a client as some of his records hold; the rest of him
// is empty. It is for the images of a step of the journal.
func Part(records map[string][]byte) (account.Client, error) {
	c, _, err := decodeClient(records)
	return c, err
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
			err = readRecord(key, record, func(x *fieldCoder) { x.contents(&t); x.client(&c) })
		case CycleRecord:
			y := cycle(k.Cycle)
			err = readRecord(key, record, func(x *fieldCoder) { x.cycle(y) })
		case AnswersRecord:
			y := cycle(k.Cycle)
			err = readRecord(key, record, func(x *fieldCoder) { x.answers(y) })
		case PlanRecord:
			p := account.Plan{Year: k.Year}
			err = readRecord(key, record, func(x *fieldCoder) { x.plan(&p) })
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

// Contents is which cycles and plans a client has.
type Contents struct {
	Cycles []account.CycleName
	Years  []int
}

func contents(c *account.Client) (t Contents) {
	for i := range c.Cycles {
		t.Cycles = append(t.Cycles, c.Cycles[i].Name)
	}
	for i := range c.Plans {
		t.Years = append(t.Years, c.Plans[i].Year)
	}
	return t
}

// ContentsOf tells from a client's own record which cycles and plans he has.
func ContentsOf(id string, record []byte) (t Contents, err error) {
	var c account.Client
	err = readRecord(ClientKey(id), record, func(x *fieldCoder) { x.contents(&t); x.client(&c) })
	return t, err
}

// Keys are the keys of all records that Encode makes of such a client.
func (t Contents) Keys(id string) []string {
	keys := []string{ClientKey(id)}
	for _, name := range t.Cycles {
		keys = append(keys, CycleKey(id, name), AnswersKey(id, name))
	}
	for _, year := range t.Years {
		keys = append(keys, PlanKey(id, year))
	}
	return keys
}

// writeRecord is a record.
func writeRecord(fill func(*fieldCoder)) []byte {
	x := &fieldCoder{out: make([]byte, 0, 512)}
	return x.write(fill)
}

// readRecord takes a record apart, to its last byte.
func readRecord(key string, record []byte, take func(*fieldCoder)) error {
	x, err := opened(record)
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
func opened(record []byte) (fieldCoder, error) {
	switch {
	case len(record) == 0 || record[0] == 0:
		return fieldCoder{}, errOdd
	case record[0] > newestVersion:
		return fieldCoder{}, versionError(record[0])
	}
	return fieldCoder{reading: true, version: record[0], needs: firstVersion, in: string(record[1:])}, nil
}

// finished tells whether all of a record could be read, and nothing was left.
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
