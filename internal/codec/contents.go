package codec

import (
	"iter"
	"maps"
	"slices"

	"kwi/internal/account"
)

// Contents is which cycles and plans a client has, and in which of the cycles
// the answers are divided over whom.
type Contents struct {
	Cycles  []account.CycleName
	Years   []int
	Divided []account.CycleName
	People  []account.Initials // none where no cycle is divided
}

func (t Contents) undivided() Contents {
	t.Divided, t.People = nil, nil
	return t
}

func contents(c *account.Client) (t Contents) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		t.Cycles = append(t.Cycles, y.Name)
		if y.Stage != account.Closed {
			t.Divided = append(t.Divided, y.Name)
		}
	}
	if t.Divided != nil {
		t.People = peopleOf(c)
	}
	for i := range c.Plans {
		t.Years = append(t.Years, c.Plans[i].Year)
	}
	return t
}

// peopleOf are a client's respondents, and whoever answered without being one.
func peopleOf(c *account.Client) (all []account.Initials) {
	for i := range c.Respondents {
		all = append(all, c.Respondents[i].Initials)
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if y.Stage == account.Closed {
			continue
		}
		for _, some := range []iter.Seq[account.Initials]{maps.Keys(y.Answers), maps.Keys(y.Answered), maps.Keys(y.NPS), maps.Keys(y.Remarks), slices.Values(y.Released)} {
			for who := range some {
				if c.Respondent(who) == nil && answersOf(y, who).says() {
					all = append(all, who)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// ContentsOf tells what a client consists of from their own record.
func ContentsOf(id string, record []byte) (t Contents, err error) {
	var c account.Client
	err = readRecord(ClientKey(id), record, func(x *fieldCoder) { x.contents(&t); c.Walk(x) })
	return t, err
}

// Heading is what a client is called, and of whom they are a part, from their own
// record; empty where that cannot be read.
func Heading(id string, record []byte) (partOf, name string) {
	var t Contents
	var c account.Client
	if readRecord(ClientKey(id), record, func(x *fieldCoder) { x.contents(&t); c.Walk(x) }) != nil {
		return "", ""
	}
	return c.PartOf, c.Name
}

// Readable reports why a record of what was typed of a client cannot be read by
// itself, nil where it can.
func Readable(key string, record []byte) error {
	_, _, err := decodeClient(map[string][]byte{key: record})
	return err
}

// Keys are the keys of all records that Encode makes of such a client.
func (t Contents) Keys(id string) []string {
	keys := append(make([]string, 0, t.count()), ClientKey(id))
	for _, name := range t.Cycles {
		keys = append(keys, CycleKey(id, name))
		if !slices.Contains(t.Divided, name) {
			keys = append(keys, UndividedKey(id, name))
			continue
		}
		for _, who := range t.People {
			keys = append(keys, AnswersKey(id, name, who))
		}
	}
	for _, year := range t.Years {
		keys = append(keys, PlanKey(id, year))
	}
	return keys
}

// count is how many keys there are.
func (t Contents) count() int {
	return 1 + 2*len(t.Cycles) + len(t.Divided)*(len(t.People)-1) + len(t.Years)
}

func (x *fieldCoder) contents(t *Contents) {
	codeList(x, &t.Cycles, codeWord[account.CycleName](x))
	codeList(x, &t.Years, func(n *int) { codeNumber(x, n) })
	x.since(dividedVersion, len(t.Divided) > 0, func() bool {
		codeList(x, &t.Divided, codeWord[account.CycleName](x))
		x.people(&t.People)
		return len(t.Divided) > 0
	})
}
