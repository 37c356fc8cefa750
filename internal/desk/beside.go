package desk

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/hand"
	"kwi/store"
)

// Two who type in the lists of two respondents change no record in common but
// the summary and the journal. Neither is in the other's way: where others
// changed nothing of a client but what respondents answered, and the steps to
// keep are about the answers of other respondents, the steps are kept on the
// client as they are now. The hand does not have what the others changed; its
// version says so until it has read the client again.
//
// Everything else may hang together in ways that no record shows (a question
// that is dropped, an answer to it), and is a Conflict.

// keepBeside keeps steps beside what others changed since.
func (d *Desk) keepBeside(ctx context.Context, s hand.Save) (int, hand.Version, error) {
	var failed error
	for range tries {
		now, err := d.snapshot(ctx, s.Client, true)
		if err != nil {
			return 0, s.Version, err
		}
		if n := now.has(s.Steps); n > 0 {
			return n, behind(s, now.version()), nil
		}
		if failed != nil {
			return 0, s.Version, failed
		}
		beside, ok := d.putBeside(s, &now)
		if !ok {
			return 0, s.Version, store.ErrConflict
		}
		version, err := d.keep(ctx, beside)
		if err == nil {
			return len(s.Steps), behind(s, version), nil
		}
		if !errors.Is(err, store.ErrConflict) {
			failed = err // it may have landed
		}
	}
	return 0, s.Version, store.ErrConflict
}

// has is how many of the steps, from the first on, are in the journal.
func (s *snapshot) has(steps []hand.Made) (n int) {
	for n < len(steps) && slices.ContainsFunc(s.steps, func(in codec.Step) bool { return in.ID == steps[n].Step.ID }) {
		n++
	}
	return n
}

// putBeside is the save on the client as they are now, or false where that would
// not be sure to be what was meant.
func (d *Desk) putBeside(s hand.Save, now *snapshot) (hand.Save, bool) {
	base := d.recordsOf(s)
	theirs, ok := changedAnswers(base, now.records)
	if !ok {
		return s, false
	}
	client, err := codec.Decode(now.records)
	beside := hand.Save{Client: s.Client, Version: now.version(), Base: client}
	before, records := base, maps.Clone(now.records)
	for _, made := range s.Steps {
		after := codec.Encode(made.After)
		ours, ok := changedAnswers(before, after)
		if !ok || made.Step.Kind != hand.Do || slices.ContainsFunc(ours, func(key string) bool { return slices.Contains(theirs, key) }) {
			return s, false
		}
		for _, key := range ours {
			records[key] = after[key]
		}
		var then account.Client
		if err == nil {
			then, err = codec.Decode(records)
		}
		beside.Steps = append(beside.Steps, hand.Made{Step: made.Step, After: then})
		before = after
	}
	return beside, err == nil
}

// changedAnswers are the keys of the records that differ, or false where they
// are not all the answers of single respondents.
func changedAnswers(before, after map[string][]byte) (keys []string, ok bool) {
	if len(before) != len(after) {
		return nil, false
	}
	for key, was := range before {
		is, there := after[key]
		if there && bytes.Equal(was, is) {
			continue
		}
		if k, _ := codec.Parse(key); !there || k.Kind != codec.AnswersRecord || k.Who == "" {
			return nil, false
		}
		keys = append(keys, key)
	}
	return keys, true
}

// behind is the version of a hand that has not got what others changed up to
// a revision of the summary.
func behind(s hand.Save, now hand.Version) hand.Version {
	v := hand.Version{Last: now.Last, Revs: maps.Clone(s.Version.Revs), Behind: true}
	v.Revs[codec.SummaryKey(s.Client)] = now.Revs[codec.SummaryKey(s.Client)]
	return v
}
