package sync

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/store"
)

// Apart is one thing that was done otherwise here and elsewhere: what counts is
// what the hub had, and what stood here is kept until somebody chooses.
type Apart struct {
	Client string
	Path   string
	By     Who // whose counts
	key    string
	rev    store.Rev
	counts account.Client // as it was put together then
	here   account.Client // with what stood here in its place
}

// Differences are what would become otherwise by choosing what stood here.
func (a Apart) Differences(now *account.Client) []account.Difference {
	return account.Differences(now, a.counts, a.here)
}

// keepApart keeps what collides. What was kept of the same path and the same
// words is not kept twice.
func (p *Pair) keepApart(ctx context.Context, id string, paths []string, split account.Split, merged account.Client, by Who) error {
	if len(paths) == 0 {
		return nil
	}
	known, last, err := p.apartOf(ctx, id)
	if err != nil {
		return err
	}
	counts := codec.Encode(merged)
	who, err := json.Marshal(by)
	if err != nil {
		return err
	}
	for _, path := range paths {
		here, ok := split.Mine(path)
		if !ok {
			here = split.Ours // as a whole: it cannot stand beside the rest
		}
		r := codec.ApartNote{Path: path, By: who, Counts: counts, Here: map[string][]byte{}}
		is := codec.Encode(here)
		for key, value := range is {
			if string(counts[key]) != string(value) {
				r.Here[key] = value
			}
		}
		for key := range counts {
			if _, stays := is[key]; !stays {
				r.Gone = append(r.Gone, key)
			}
		}
		slices.Sort(r.Gone)
		if slices.ContainsFunc(known, func(a Apart) bool {
			return a.Path == path && same(codec.Encode(a.here), is)
		}) {
			continue
		}
		value, err := json.Marshal(r)
		if err != nil {
			return err
		}
		last++
		if _, err := p.local.Apply(ctx, store.Write{Op: store.Put, Key: codec.ApartKey(id, last), Value: value}); err != nil {
			return err
		}
	}
	return nil
}

// Apart are all things that wait for a choice, of one client, or with "" of all. Where one
// cannot be read it is all the others, and that fault.
func (p *Pair) Apart(ctx context.Context, id string) ([]Apart, error) {
	all, _, err := p.apartOf(ctx, id)
	return all, err
}

func (p *Pair) apartOf(ctx context.Context, id string) (all []Apart, last uint64, err error) {
	prefix := codec.ApartPrefix
	if id != "" {
		prefix += id + "/"
	}
	var damaged error
	err = p.local.Scan(ctx, prefix, func(r store.Record) error {
		a, err := readApart(r)
		if err != nil {
			damaged = err
			return nil
		}
		all = append(all, a)
		_, number, _ := strings.Cut(strings.TrimPrefix(r.Key, codec.ApartPrefix), "/")
		_, err = fmt.Sscanf(number, "%x", &last)
		return err
	})
	return all, last, cmp.Or(err, damaged)
}

func readApart(r store.Record) (a Apart, err error) {
	note, counts, here, err := codec.DecodeApart(r.Key, r.Value)
	if err != nil {
		return a, err
	}
	a = Apart{Client: codec.NoteOf(codec.ApartPrefix, r.Key), Path: note.Path, key: r.Key, rev: r.Rev, counts: counts, here: here}
	if json.Unmarshal(note.By, &a.By) != nil {
		a.By = Who{} // whoever it was, it was somebody
	}
	return a, nil
}

// ChosenKey is the key of the label of a step that put there what stood here.
const ChosenKey = "history.chosen"

// Choose ends what is apart: with here what stood here is put there again, as a
// change of the user's own, and otherwise what counts goes on to count. It is a
// fault where the client has become such that it no longer fits; then it stays
// apart. What was chosen already in another window is a Conflict.
func (p *Pair) Choose(ctx context.Context, a Apart, here bool) error {
	if found, err := p.local.Get(ctx, a.key); err != nil {
		return err
	} else if found[0].Rev != a.rev {
		return fault.New(fault.Conflict) // it was chosen elsewhere meanwhile
	}
	if here {
		h, err := p.desk.Open(ctx, a.Client)
		if err != nil {
			return err
		}
		h, err = h.Do(hand.Change{Label: hand.Label{Key: ChosenKey}, Apply: func(c *account.Client) error {
			with, left := account.Reconcile(a.counts, a.here, *c, func(string) bool { return true })
			none := len(left) > 0 && same(codec.Encode(with), codec.Encode(*c)) // nothing of it could be put there
			if none || !account.HoldsTogetherAs(&with, c) {
				return fault.New(fault.NoLongerFits)
			}
			*c = with
			return nil
		}})
		if err != nil {
			return err
		}
		if _, save, dirty := h.Send(); dirty {
			if _, _, err := p.desk.Keep(ctx, save); err != nil {
				return err
			}
		}
	}
	_, err := p.local.Apply(ctx, store.Write{Op: store.Remove, Key: a.key, Rev: a.rev})
	return err
}
