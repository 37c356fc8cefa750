package sound

import (
	"bytes"
	"maps"
	"reflect"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
)

// examine judges what was typed of a client, once all of it came in.
func (j *Judge) examine(id string) *judged {
	c := j.client(id)
	if c.examined {
		return c
	}
	c.examined = true
	before := len(j.found)
	note := func(kind Kind, key string) {
		k, _ := codec.Parse(key)
		j.found = append(j.found, Finding{Kind: kind, Client: id, Key: k, Record: key})
	}
	own := codec.ClientKey(id)
	for _, key := range c.unread {
		note(Unreadable, key)
	}
	for _, key := range slices.Sorted(maps.Keys(c.records)) {
		if codec.Readable(key, c.records[key]) != nil {
			note(Unreadable, key)
			c.unread = append(c.unread, key)
		}
	}
	c.there = c.records[own] != nil || slices.Contains(c.unread, own)
	contents, err := codec.ContentsOf(id, c.records[own])
	switch {
	case !c.there:
		note(Ownerless, own)
	case err == nil:
		c.partOf, c.name = codec.Heading(id, c.records[own])
		named := contents.Keys(id)
		for _, key := range named {
			if c.records[key] == nil && !slices.Contains(c.unread, key) {
				note(Missing, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(c.records)) {
			if !slices.Contains(named, key) {
				note(Leftover, key)
			}
		}
	}
	if c.broken = len(j.found) > before; !c.broken {
		if whole, err := codec.Decode(c.records); err != nil {
			note(Unfit, own)
			c.broken = true
		} else {
			for _, flaw := range whole.Flaws() {
				j.found = append(j.found, Finding{Kind: Flawed, Client: id, Flaw: flaw})
			}
		}
	}
	for i := before; i < len(j.found); i++ {
		j.found[i].Name = c.name
	}
	return c
}

// group is the steps of one client, as they come in.
type group struct {
	client  string
	numbers []uint64
	keys    []string
	values  [][]byte
}

func (g *group) add(k codec.Key, key string, value []byte) {
	g.client = k.Client
	g.numbers, g.keys, g.values = append(g.numbers, k.Step), append(g.keys, key), append(g.values, value)
}

// judgeSteps goes the whole way back of a client, from what is there now.
func (j *Judge) judgeSteps() {
	g := j.steps
	j.steps = group{}
	c := j.examine(g.client)
	c.highest, c.steps = g.numbers[len(g.numbers)-1], g.keys
	if !c.there || c.broken {
		return
	}
	records := maps.Clone(c.records)
	for i := len(g.keys) - 1; i >= 0; i-- {
		step, err := codec.DecodeStep(g.keys[i], g.values[i])
		if err == nil {
			err = step.Back(records, step.Touched())
		}
		if next := i + 1; err != nil || next < len(g.keys) && g.numbers[next] != g.numbers[i]+1 {
			c.fits = false
			j.found = append(j.found, Finding{Kind: Journal, Client: g.client, Name: c.name, Drop: g.keys[:i+1]})
			return
		}
	}
}

// judgeSummary holds what stands of a client in the overview to what they are.
func (j *Judge) judgeSummary(k codec.Key, key string, value []byte) {
	c := j.examine(k.Client)
	c.summary = true
	s, err := codec.DecodeSummary(k.Client, value)
	if c.name == "" && err == nil {
		c.name = s.Line.Name
		for i := range j.found {
			if j.found[i].Client == k.Client {
				j.found[i].Name = c.name
			}
		}
	}
	if !c.there || c.broken {
		return
	}
	whole, _ := codec.Decode(c.records)
	f := Finding{Kind: Overview, Client: k.Client, Name: c.name, Record: key, Last: c.highest}
	switch {
	case err != nil:
		j.found = append(j.found, f)
		return
	case s.Last > c.highest: // the newest steps are missing, so the others lead nowhere
		if c.fits && c.highest > 0 {
			j.found = append(j.found, Finding{Kind: Journal, Client: k.Client, Name: c.name, Drop: c.steps})
		}
	case s.Last < c.highest:
		j.found = append(j.found, f)
		return
	}
	want := codec.SummaryOf(&whole, s.Last)
	if s.Old || bytes.Equal(want, value) {
		c.records = nil
		return
	}
	if is, err := codec.DecodeSummary(k.Client, want); err == nil && !sameFigures(s, is) {
		f.Kind = Figures
	}
	f.Last = max(s.Last, c.highest)
	j.found = append(j.found, f)
}

func sameFigures(a, b codec.Summary) bool {
	type figures struct {
		score, change, trend, counted any
		has                           bool
		nps                           int
		by                            account.AnswersBy
	}
	of := func(s codec.Summary) figures {
		l := s.Line
		return figures{l.Score, l.Change, l.Trend, l.Counted, l.HasNPS, l.NPS, l.By}
	}
	return reflect.DeepEqual(of(a), of(b))
}
