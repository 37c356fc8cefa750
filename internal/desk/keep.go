package desk

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/store"
)

// written is a client as Keep last wrote them.
type written struct {
	client  string
	rev     uint64 // of their summary
	records map[string][]byte
}

// Keep writes what a hand sends. It tells how many of the steps the store has
// now and the version after them. Steps that turn out to have landed before
// count as kept; of others the hand sends the rest again. Where the client was
// changed by somebody else meanwhile, and not only in the answers of other
// respondents, it is a Conflict: open them again and Rebase.
func (d *Desk) Keep(ctx context.Context, s hand.Save) (int, hand.Version, error) {
	if len(s.Steps) == 0 {
		return 0, s.Version, nil
	}
	err := store.ErrConflict
	if !s.Version.Behind {
		var version hand.Version
		if version, err = d.keep(ctx, s); err == nil {
			return len(s.Steps), version, nil
		}
		if n, version, ok := d.landed(ctx, s); ok {
			return n, version, nil
		}
	}
	if errors.Is(err, store.ErrConflict) {
		n, version, beside := d.keepBeside(ctx, s)
		if beside == nil {
			return n, version, nil
		}
		if !fault.Has(beside, fault.NotFound, fault.NoData) { // it is told below why they are not there
			err = beside
		}
	}
	if errors.Is(err, store.ErrConflict) {
		if holds, looking := d.Holds(ctx); looking == nil && !holds {
			return 0, s.Version, fault.New(fault.Gone, d.file).By(err) // not changed by anybody: moved away
		}
	}
	return 0, s.Version, d.fault(err)
}

// keep is one try.
func (d *Desk) keep(ctx context.Context, s hand.Save) (hand.Version, error) {
	base := d.recordsOf(s)
	steps := make([][]byte, len(s.Steps))
	after := base
	for i, made := range s.Steps {
		before := after
		after = codec.Encode(made.After)
		steps[i] = codec.EncodeStep(made.Step, before, after)
	}
	writes := d.writes(s, base, after, steps, &s.Steps[len(s.Steps)-1].After)
	rev, err := d.store.Apply(ctx, writes...)
	if err != nil {
		return s.Version, err
	}
	version := hand.Version{Last: s.Version.Last + uint64(len(s.Steps)), Revs: maps.Clone(s.Version.Revs)}
	if version.Revs == nil {
		version.Revs = map[string]uint64{}
	}
	for _, w := range writes {
		switch w.Op {
		case store.Put:
			version.Revs[w.Key] = uint64(rev)
		case store.Remove:
			delete(version.Revs, w.Key)
		}
	}
	d.remember(written{s.Client, uint64(rev), after})
	return version, nil
}

// writes is one Apply: what changed from base to after, the steps, what the
// journal need not keep any longer, and the summary.
func (d *Desk) writes(s hand.Save, base, after map[string][]byte, steps [][]byte, c *account.Client) (writes []store.Write) {
	last := s.Version.Last + uint64(len(steps))
	now := maps.Clone(after)
	for i, step := range steps {
		now[codec.StepKey(s.Client, s.Version.Last+uint64(i)+1)] = step
	}
	now[codec.SummaryKey(s.Client)] = codec.SummaryOf(c, last)
	for _, key := range slices.Sorted(maps.Keys(now)) {
		rev := s.Version.Revs[key]
		if was, ok := base[key]; rev == 0 || !ok || !bytes.Equal(was, now[key]) {
			writes = append(writes, store.Write{Op: store.Put, Key: key, Rev: store.Rev(rev), Value: now[key]})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Version.Revs)) {
		if _, stays := now[key]; !stays && (base[key] != nil || pruned(key, last)) {
			writes = append(writes, store.Write{Op: store.Remove, Key: key, Rev: store.Rev(s.Version.Revs[key])})
		}
	}
	return writes
}

// pruned reports whether a key is that of a step that is too old to go back to.
func pruned(key string, last uint64) bool {
	k, ok := codec.Parse(key)
	return ok && k.Kind == codec.StepRecord && k.Step < oldest(last)
}

// recordsOf is the client's records as the store has them.
func (d *Desk) recordsOf(s hand.Save) map[string][]byte {
	d.mu.Lock()
	last := d.last
	d.mu.Unlock()
	if rev := s.Version.Revs[codec.SummaryKey(s.Client)]; rev != 0 && last.client == s.Client && last.rev == rev && !s.Version.Behind {
		return last.records
	}
	for i := range s.Base.Cycles {
		y := &s.Base.Cycles[i]
		if y.Stage != account.Closed && s.Version.Revs[codec.UndividedKey(s.Client, y.Name)] != 0 {
			return codec.EncodeUndivided(s.Base) // as an earlier version left them; from this save on they are divided
		}
	}
	return codec.Encode(s.Base)
}

func (d *Desk) remember(w written) {
	d.mu.Lock()
	d.last = w
	d.mu.Unlock()
}

// landed tells how many of the steps the store has, and the version after
// them. Where others have built on them already, that version is behind what
// is there, so that the next Keep meets a Conflict.
func (d *Desk) landed(ctx context.Context, s hand.Save) (int, hand.Version, bool) {
	keys := make([]string, len(s.Steps))
	for i := range keys {
		keys[i] = codec.StepKey(s.Client, s.Version.Last+uint64(i)+1)
	}
	f, err := d.fetch(ctx, keys)
	if err != nil {
		return 0, hand.Version{}, false
	}
	n := 0
	for ; n < len(keys); n++ {
		step, err := codec.DecodeStep(keys[n], f.values[keys[n]])
		if err != nil || step.ID != s.Steps[n].Step.ID {
			break
		}
	}
	if n == 0 {
		return 0, hand.Version{}, false
	}
	version := hand.Version{Last: s.Version.Last + uint64(n), Revs: s.Version.Revs}
	if now, err := d.snapshot(ctx, s.Client, true); err == nil && now.last == version.Last {
		version = now.version()
	}
	return n, version, true
}
