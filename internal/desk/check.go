package desk

import (
	"context"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/sound"
	"kwi/store"
)

// Check judges whether all records fit together. unread are the keys of those that
// the store has and cannot give.
func (d *Desk) Check(ctx context.Context, unread ...string) (sound.Report, error) {
	j := sound.New()
	for _, key := range unread {
		j.Unread(key)
	}
	err := d.store.Scan(ctx, "", func(r store.Record) error {
		j.Take(r.Key, r.Value)
		return ctx.Err()
	})
	if err != nil {
		return sound.Report{}, d.fault(err)
	}
	return j.Report(), nil
}

// Repair makes anew what a report says of what is made of other records: lines of
// the overview, ways back that lead nowhere, what was typed and nobody can get to,
// what is noted of the hub of a team.
// Of a client of whom not everything can be read it changes nothing, and of nobody
// what was typed. It tells what it did.
func (d *Desk) Repair(ctx context.Context, r sound.Report) (done []sound.Finding, err error) {
	broken := r.Broken()
	for _, f := range r.Derived() {
		if slices.Contains(broken, f.Client) {
			continue
		}
		err := d.again(ctx, func() error {
			writes, err := d.dropped(ctx, f.Drop)
			if err == nil && (f.Kind == sound.Figures || f.Kind == sound.Overview) {
				writes, err = d.lineAnew(ctx, f, writes)
			}
			if err == nil && f.Afresh != nil {
				writes, err = d.noteAfresh(ctx, f.Client, f.Afresh, writes)
			}
			if err == nil && len(writes) > 0 {
				_, err = d.store.Apply(ctx, writes...)
			}
			return err
		})
		if err != nil {
			return done, err
		}
		done = append(done, f)
	}
	return done, nil
}

// dropped are the writes that take records away, as far as they are there.
func (d *Desk) dropped(ctx context.Context, keys []string) (writes []store.Write, err error) {
	if len(keys) == 0 {
		return nil, nil
	}
	records, err := d.store.Get(ctx, keys...)
	for _, r := range records {
		if r.Rev != 0 {
			writes = append(writes, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
		}
	}
	return writes, err
}

// noteAfresh adds the write that has a client looked at afresh with the hub of a team.
func (d *Desk) noteAfresh(ctx context.Context, id string, note []byte, writes []store.Write) ([]store.Write, error) {
	key := codec.HubKey(id)
	found, err := d.store.Get(ctx, key)
	if err != nil {
		return nil, err
	}
	writes = slices.DeleteFunc(writes, func(w store.Write) bool { return w.Key == key })
	return append(writes, store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: note}), nil
}

// ForgetHub has every client looked at afresh with the hub of a team: of a file that was
// rescued nobody can tell what is newer there. It is how many clients those are.
func (d *Desk) ForgetHub(ctx context.Context) (clients int, err error) {
	drop := map[string][]string{}
	for _, prefix := range []string{codec.HubPrefix, codec.BasePrefix, codec.SendingPrefix} {
		err := d.store.Scan(ctx, prefix, func(r store.Record) error {
			id := codec.NoteOf(prefix, r.Key)
			drop[id] = append(drop[id], r.Key)
			return nil
		})
		if err != nil {
			return 0, d.fault(err)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(drop)) {
		err := d.again(ctx, func() error {
			found, err := d.store.Get(ctx, codec.HubKey(id))
			if err != nil {
				return err
			}
			was, _ := codec.DecodeHubNote(found[0].Value)
			writes, err := d.dropped(ctx, drop[id])
			if err == nil {
				writes, err = d.noteAfresh(ctx, id, codec.EncodeHubNote(was.Afresh()), writes)
			}
			if err == nil {
				_, err = d.store.Apply(ctx, writes...)
			}
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	return len(drop), nil
}

// lineAnew adds the write that makes the line of a client anew, of what they are.
func (d *Desk) lineAnew(ctx context.Context, f sound.Finding, writes []store.Write) ([]store.Write, error) {
	own, err := d.fetch(ctx, []string{codec.ClientKey(f.Client)})
	if err != nil {
		return nil, err
	}
	contents, err := codec.ContentsOf(f.Client, own.values[codec.ClientKey(f.Client)])
	if err != nil {
		return nil, err
	}
	keys := contents.Keys(f.Client)
	line := codec.SummaryKey(f.Client)
	all, err := d.fetch(ctx, append(slices.Clone(keys), line))
	if err != nil {
		return nil, err
	}
	rev := all.revs[line]
	delete(all.values, line)
	c, err := codec.Decode(all.values)
	if err != nil {
		return nil, err
	}
	for _, key := range keys { // nobody may change them in between
		writes = append(writes, store.Write{Op: store.Same, Key: key, Rev: store.Rev(all.revs[key])})
	}
	return append(writes, store.Write{Op: store.Put, Key: line, Rev: store.Rev(rev), Value: codec.SummaryOf(&c, f.Last)}), nil
}

// Rest makes of each client of whom not everything can be read a client of what is
// left of them, in a file that was rescued; what a record is that nobody names is
// taken away. The way back of such a client is lost. It tells of which cycles no more is
// left than their answers.
func (d *Desk) Rest(ctx context.Context, r sound.Report) (remade []Remade, err error) {
	for _, id := range r.Broken() {
		records := map[string][]byte{}
		var writes []store.Write
		name := ""
		err := d.store.Scan(ctx, "", func(rec store.Record) error {
			k, ok := codec.Parse(rec.Key)
			switch {
			case !ok || k.Client != id:
				return nil
			case k.Kind != codec.SummaryRecord && k.Kind != codec.StepRecord:
				records[rec.Key] = slices.Clone(rec.Value)
			case k.Kind == codec.SummaryRecord:
				if s, err := codec.DecodeSummary(id, rec.Value); err == nil {
					name = s.Line.Name
				}
			}
			writes = append(writes, store.Write{Op: store.Remove, Key: rec.Key, Rev: rec.Rev})
			return nil
		})
		if err != nil {
			return remade, d.fault(err)
		}
		c, cycles := codec.Rest(id, name, records)
		if len(writes) > 0 {
			if _, err := d.store.Apply(ctx, writes...); err != nil {
				return remade, d.fault(err)
			}
		}
		if len(c.Cycles) == 0 && len(c.Respondents) == 0 && len(c.Plans) == 0 && records[codec.ClientKey(id)] == nil {
			continue // nothing is left of them
		}
		writes = []store.Write{{Op: store.Put, Key: codec.SummaryKey(id), Value: codec.SummaryOf(&c, 0)}}
		for key, value := range codec.Encode(c) {
			writes = append(writes, store.Write{Op: store.Put, Key: key, Value: value})
		}
		if _, err := d.store.Apply(ctx, writes...); err != nil {
			return remade, d.fault(err)
		}
		for _, y := range cycles {
			remade = append(remade, Remade{c.Name, y})
		}
	}
	return remade, nil
}

// Remade is a cycle that was made of its answers, whose own record is lost.
type Remade struct {
	Client string // by name
	Cycle  account.CycleName
}
