package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// history is what was done to the client, newest first: each with what it changed, and
// the way to take it back.
func (t *teller) history() error {
	return t.stay(place{name: func() string { return t.T("linear.history.place", t.client().Name) }, what: func() {
		t.count("linear.count.deeds", len(t.hand.History()))
	}, acts: func() (all []choice) {
		for i, d := range t.hand.History() {
			all = append(all, choice{name: t.deed(&d), do: func() error { return t.oneDeed(i) }})
		}
		return all
	}})
}

// deed is something that was done, in a sentence.
func (t *teller) deed(d *hand.Deed) string {
	said := t.stepName(d.Last.Label)
	if d.Last.At != "" {
		said += ", " + t.Words.ShortMoment(d.Last.At, t.today())
	}
	if by := d.Last.Where.User; by != "" {
		said += ", " + by
	}
	if !d.Stands() {
		said += ", " + t.T("linear.deed.back")
	}
	return said
}

// oneDeed tells what a deed changed, as far as it may be told, and takes it back on a
// yes.
func (t *teller) oneDeed(at int) error {
	history := t.hand.History()
	if at >= len(history) {
		return errRefused
	}
	d := history[at]
	t.say(sentence(t.deed(&d)))
	now := t.hand.Now()
	for _, s := range d.Steps {
		before, after, err := s.Image()
		if err != nil {
			continue
		}
		for _, x := range account.Differences(&now, before, after) {
			t.tell(t.Words.Spots(&now, x.At), t.Words.Changed(&now, &x, t.today()))
		}
	}
	if !d.Stands() || t.ReadOnly {
		return nil
	}
	taken := hand.Alone(history, at)
	steps := hand.Standing(history, taken)
	if way, err := hand.Try(now, steps); err != nil {
		t.say(t.T("linear.deed.built", t.label(way)))
		return nil
	}
	back, err := t.yes(t.T("linear.deed.take"), false)
	if err != nil || !back {
		return err
	}
	label := d.Last.Label
	if len(taken) > 1 {
		label = kit.Label("history.steps", strconv.Itoa(len(taken)))
	}
	var ids []string
	for _, s := range steps {
		ids = append(ids, s.Step.ID)
	}
	t.step(func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.TakeBack(label, ids...) }, "root.undone")
	return nil
}
