package desk

import (
	"context"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/questionnaire"
	"kwi/store"
)

// Collected is what came back, held against the clients as they were then.
type Collected struct {
	Lists    []questionnaire.Found
	Unfilled int     // files that only lay there, still empty
	Unread   []error // files that cannot be read, each with a fault that names it
	returns  []questionnaire.Return
	unmarked bool // lists without the mark of the one that was sent are taken too
}

// Taking is how much of it is taken: Partial takes the good answers of lists
// with bad ones and leaves out lists that cannot be taken, Replace takes
// second returns. Why is with what words a grade is kept as a correction that
// takes the place of one of which the outcome was told.
type Taking struct {
	Partial, Replace bool
	Today            account.Date
	Why              string
}

// Collect reads files that came back and holds them against the clients. It
// changes nothing. What cannot be read stands beside the rest, so that nobody
// misses what it holds. unmarked is somebody's word that lists without the mark
// of the one that was sent are what they seem.
func (d *Desk) Collect(ctx context.Context, files []Incoming, unmarked bool) (Collected, error) {
	b := Returned(files)
	all := Collected{Unfilled: b.Unfilled, Unread: b.Unread, returns: b.Returns, unmarked: unmarked}
	clients := map[string]*account.Client{}
	for _, r := range all.returns {
		c, err := d.whose(ctx, clients, r)
		if err != nil {
			return Collected{}, err
		}
		f := all.check(c, r)
		all.Lists = append(all.Lists, f)
		if f.Takes(true, true) { // whatever comes next of them comes second
			next := c.Clone()
			if err := f.Apply(&next, true, true, ""); err != nil {
				return Collected{}, err
			}
			clients[r.Client] = &next
		}
	}
	return all, nil
}

// check holds a return against its client, with somebody's word where that was
// given.
func (all Collected) check(c *account.Client, r questionnaire.Return) questionnaire.Found {
	f := questionnaire.Check(c, "", r)
	if all.unmarked {
		return f.Trusted()
	}
	return f
}

// whose is the client that a return is about, nil where they are not there.
func (d *Desk) whose(ctx context.Context, known map[string]*account.Client, r questionnaire.Return) (*account.Client, error) {
	if c, ok := known[r.Client]; ok {
		return c, nil
	}
	known[r.Client] = nil
	if !account.ValidID(r.Client) {
		return nil, nil
	}
	c, err := d.Client(ctx, r.Client)
	switch {
	case fault.Has(err, fault.NotFound):
		return nil, nil
	case err != nil:
		return nil, err
	}
	known[r.Client] = &c
	return &c, nil
}

// Take keeps what was collected, in all clients or in none, as one step of
// each. It tells the lists that it took. Everything is held against the
// clients once more: what has changed meanwhile may be refused after all.
func (d *Desk) Take(ctx context.Context, all Collected, how Taking) (taken []questionnaire.Found, err error) {
	err = d.again(ctx, func() error {
		taken, err = d.take(ctx, all, how)
		return err
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

func (d *Desk) take(ctx context.Context, all Collected, how Taking) ([]questionnaire.Found, error) {
	if len(all.Unread) > 0 && !how.Partial {
		return nil, all.Unread[0]
	}
	var taken []questionnaire.Found
	of := map[string][]questionnaire.Return{}
	for _, r := range all.returns {
		of[r.Client] = append(of[r.Client], r)
	}
	var writes []store.Write
	for _, id := range slices.Sorted(maps.Keys(of)) {
		var h hand.Hand
		var err error
		if account.ValidID(id) {
			if h, err = d.Open(ctx, id); err != nil && !fault.Has(err, fault.NotFound) {
				return nil, err
			}
		}
		var some []questionnaire.Found
		h, err = h.Do(hand.Change{Label: hand.Label{Key: "collect.taken"}, Apply: func(c *account.Client) error {
			some, err = all.takeInto(c, of[id], how)
			return err
		}})
		if err != nil {
			return nil, err
		}
		taken = append(taken, some...)
		if _, s, dirty := h.Send(); dirty {
			writes = append(writes, d.stepWrites(s)...)
		}
	}
	if len(writes) == 0 {
		return taken, nil
	}
	_, err := d.store.Apply(ctx, writes...)
	return taken, err
}

// takeInto takes the returns of one client, in their order.
func (all Collected) takeInto(c *account.Client, came []questionnaire.Return, how Taking) (taken []questionnaire.Found, err error) {
	known := c
	if c.ID == "" {
		known = nil // there is no such client
	}
	for _, r := range came {
		f := all.check(known, r)
		if !f.Takes(how.Partial, how.Replace) {
			if how.Partial {
				continue
			}
			if f.Doubt != nil {
				return nil, fault.New(fault.Unmarked, f.Name)
			}
			if f.Differs() && f.Bad() == 0 {
				return nil, fault.New(fault.SecondReturn, f.Name)
			}
			return nil, fault.New(fault.BadList, f.File)
		}
		if err := f.Because(how.Why).Apply(known, how.Partial, how.Replace, how.Today); err != nil {
			return nil, err
		}
		taken = append(taken, f)
	}
	return taken, nil
}

// stepWrites are the writes of a save of one step.
func (d *Desk) stepWrites(s hand.Save) []store.Write {
	made := s.Steps[0]
	base, after := d.recordsOf(s), codec.Encode(made.After)
	return d.writes(s, base, after, [][]byte{codec.EncodeStep(made.Step, base, after)}, &made.After)
}
