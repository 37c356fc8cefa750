package desk

import (
	"context"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/store"
)

// snapshot is all of a client as of one moment.
type snapshot struct {
	id      string
	records map[string][]byte // what Decode makes the client of
	revs    map[string]uint64 // of everything of their that is there
	last    uint64
	steps   []codec.Step // newest last
}

// snapshot reads a client, and if asked for their journal.
func (d *Desk) snapshot(ctx context.Context, id string, journal bool) (snapshot, error) {
	all, err := d.snapshots(ctx, []string{id}, journal)
	if err != nil {
		return snapshot{}, err
	}
	return all[0], nil
}

// missing is why a client is not there: they are not, or nothing is.
func (d *Desk) missing(ctx context.Context, id string) error {
	if holds, err := d.Holds(ctx); err != nil {
		return err
	} else if !holds {
		return d.NoData()
	}
	return fault.New(fault.NotFound, id)
}

// NoData is the fault of a data file that is not there, or holds nothing.
func (d *Desk) NoData() error { return fault.New(fault.NoData, d.file) }

// Holds reports whether anything was ever kept in the data file. Where nothing
// was, it may be another than the user thinks, or it was moved.
func (d *Desk) Holds(ctx context.Context) (bool, error) {
	now, err := d.store.Apply(ctx)
	return now > 0, d.fault(err)
}

// fetched is records as of one moment.
type fetched struct {
	values map[string][]byte // of what was asked, as far as it is there
	revs   map[string]uint64
}

func (d *Desk) fetch(ctx context.Context, keys []string) (fetched, error) {
	records, err := d.store.Get(ctx, keys...)
	f := fetched{values: make(map[string][]byte, len(records)), revs: make(map[string]uint64, len(records))}
	for _, r := range records {
		if r.Rev != 0 {
			f.values[r.Key] = r.Value
			f.revs[r.Key] = uint64(r.Rev)
		}
	}
	return f, err
}

// snapshots reads clients, all as of one moment.
func (d *Desk) snapshots(ctx context.Context, ids []string, journal bool) ([]snapshot, error) {
	heads := make([]string, 0, 2*len(ids))
	for _, id := range ids {
		heads = append(heads, codec.ClientKey(id), codec.SummaryKey(id))
	}
	for range 100 {
		first, err := d.fetch(ctx, heads)
		if err != nil {
			return nil, err
		}
		all := make([]snapshot, len(ids))
		keys := slices.Clone(heads)
		for i, id := range ids {
			if first.revs[codec.ClientKey(id)] == 0 {
				return nil, d.missing(ctx, id)
			}
			s, err := codec.DecodeSummary(id, first.values[codec.SummaryKey(id)])
			if err != nil {
				return nil, err
			}
			contents, err := codec.ContentsOf(id, first.values[codec.ClientKey(id)])
			if err != nil {
				return nil, err
			}
			all[i] = snapshot{id: id, last: s.Last, records: map[string][]byte{}}
			for _, key := range contents.Keys(id)[1:] {
				all[i].records[key] = nil
				keys = append(keys, key)
			}
			if journal {
				for n := oldest(s.Last); n <= s.Last; n++ {
					keys = append(keys, codec.StepKey(id, n))
				}
			}
		}
		second, err := d.fetch(ctx, keys)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(heads, func(key string) bool { return first.revs[key] != second.revs[key] }) {
			for i := range all {
				all[i].fill(second, journal)
			}
			return all, nil
		}
	}
	return nil, store.ErrLocked // others change them faster than they can be read
}

// oldest is the number of the oldest step that the journal keeps beside one.
func oldest(last uint64) uint64 {
	if last <= hand.Remembered {
		return 1
	}
	return last - hand.Remembered + 1
}

// fill takes the client's part of what was fetched.
func (s *snapshot) fill(f fetched, journal bool) {
	s.records[codec.ClientKey(s.id)] = nil
	for key := range s.records {
		if value, ok := f.values[key]; ok {
			s.records[key] = value
		} else {
			delete(s.records, key)
		}
	}
	s.revs = f.revs
	if !journal {
		return
	}
	for n := s.last; n >= oldest(s.last); n-- {
		key := codec.StepKey(s.id, n)
		step, err := codec.DecodeStep(key, f.values[key])
		if err != nil {
			break // the way back ends here
		}
		s.steps = append(s.steps, step)
	}
	slices.Reverse(s.steps)
}

// version is what a hand remembers of the snapshot.
func (s *snapshot) version() hand.Version { return hand.Version{Last: s.last, Revs: s.revs} }

// journal is the steps with their images, which are made only when somebody
// goes back.
func (s *snapshot) journal() []hand.Past {
	past := make([]hand.Past, len(s.steps))
	for i := range s.steps {
		past[i] = hand.Past{Step: s.steps[i].Step, Image: func() (account.Client, account.Client, error) { return s.image(i) }}
	}
	return past
}

// image is the client before and after a step, as far as the step changed
// them. The records after it are those before the next step that changed them,
// or those of now; so one goes back through the newer steps to them.
func (s *snapshot) image(i int) (before, after account.Client, err error) {
	touched := s.steps[i].Touched()
	records := map[string][]byte{}
	for _, key := range touched {
		if value, ok := s.records[key]; ok {
			records[key] = value
		}
	}
	for n := len(s.steps) - 1; n > i && err == nil; n-- {
		err = s.steps[n].Back(records, touched)
	}
	then := maps.Clone(records)
	if err == nil {
		err = s.steps[i].Back(records, touched)
	}
	if err != nil {
		return before, after, err
	}
	return codec.Image(records, then)
}
