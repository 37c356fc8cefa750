package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
)

// journalsAtOnce is of how many clients the journals are read together, and
// mostJournals of how many at most.
const (
	journalsAtOnce = 8
	mostJournals   = 400
)

// touched is a client, and when they were last written.
type touched struct {
	id, name string
	last     uint64 // the number of the newest step
	rev      store.Rev
}

// dated is a deed with its place among those of all.
type dated struct {
	hand.Happened
	rev  uint64
	step int
}

// Happened is what was done to all clients, and to what the supplier keeps,
// newest first, as many deeds as one client's history has. A client whose
// summary is older than the last of them has none among them, so that of ten
// thousand clients a few journals are read.
func (d *Desk) Happened(ctx context.Context) ([]hand.Happened, error) {
	var clients []touched
	_, err := d.scanRecords(ctx, func() { clients = nil }, func(id string, r store.Record) error {
		s, err := codec.DecodeSummary(id, r.Value)
		if err == nil && s.Last > 0 { // who cannot be read is missed on other screens
			clients = append(clients, touched{s.Line.ID, s.Line.Name, s.Last, r.Rev})
		}
		return nil
	})
	if err != nil {
		return nil, d.fault(err)
	}
	slices.SortFunc(clients, func(a, b touched) int { return cmp.Or(cmp.Compare(b.rev, a.rev), strings.Compare(a.id, b.id)) })
	found, err := d.happenedHere(ctx)
	if err != nil {
		return nil, d.fault(err)
	}
	clients = clients[:min(len(clients), mostJournals)]
	for some := range slices.Chunk(clients, journalsAtOnce) {
		if len(found) >= hand.Deepest && uint64(some[0].rev) < found[hand.Deepest-1].rev {
			break
		}
		more, err := d.happenedTo(ctx, some)
		if err != nil {
			return nil, d.fault(err)
		}
		found = newest(append(found, more...))
	}
	out := make([]hand.Happened, len(found))
	for i := range found {
		out[i] = found[i].Happened
	}
	return out, nil
}

// newest are the last deeds, the newest first.
func newest(all []dated) []dated {
	slices.SortStableFunc(all, func(a, b dated) int {
		return cmp.Or(cmp.Compare(b.rev, a.rev), strings.Compare(a.Client, b.Client), cmp.Compare(b.step, a.step))
	})
	return all[:min(len(all), hand.Deepest)]
}

// happenedTo is what the journals of some clients tell.
func (d *Desk) happenedTo(ctx context.Context, clients []touched) (all []dated, err error) {
	var keys []string
	for _, c := range clients {
		for n := oldest(c.last); n <= c.last; n++ {
			keys = append(keys, codec.StepKey(c.id, n))
		}
	}
	f, err := d.fetch(ctx, keys)
	if err != nil {
		return nil, err
	}
	for _, c := range clients {
		var past []hand.Past
		revs := map[string]uint64{}
		for n := c.last; n >= oldest(c.last); n-- {
			key := codec.StepKey(c.id, n)
			step, err := codec.DecodeStep(key, f.values[key])
			if err != nil {
				break // the way back ends here
			}
			past = append(past, hand.Past{Step: step.Step})
			revs[step.ID] = f.revs[key]
		}
		slices.Reverse(past)
		for i, deed := range hand.Deeds(past, len(past)) {
			all = append(all, dated{hand.Happened{Client: c.id, Name: c.name, Deed: deed}, revs[deed.Last.ID], -i})
		}
	}
	return all, nil
}

// happenedHere is what was done that is of no client.
func (d *Desk) happenedHere(ctx context.Context) (all []dated, err error) {
	now, err := d.store.Get(ctx, codec.Firm)
	if err != nil {
		return nil, err
	}
	journal, err := d.past(ctx)
	if err != nil {
		return nil, err
	}
	var past []hand.Past
	revs, images := map[string]uint64{}, map[string]hand.FirmPast{}
	for i, p := range journal.images(now[0].Value) {
		past = append(past, hand.Past{Step: p.Step})
		revs[p.Step.ID], images[p.Step.ID] = journal.revs[i], p
	}
	firm := func(step string) (before, after account.Firm, err error) { return images[step].Image() }
	for i, deed := range hand.Deeds(past, len(past)) {
		all = append(all, dated{hand.Happened{Deed: deed, Firm: firm}, revs[deed.Last.ID], -i})
	}
	return newest(all), nil
}
