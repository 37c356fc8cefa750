package hand

import (
	"cmp"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Deed is one thing that was done, as a list of what was done tells it: a step
// forward, or those of one group. Steps back and forth again are no deeds of
// their own; a deed tells what became of it.
type Deed struct {
	Kind  Kind   // Do or Noted, or Undo and Redo where what they took back is no longer remembered
	Steps []Past // oldest first
	Last  Step   // the newest of them
	Stand []Held // the steps that hold it up, which taking it back takes back; none where it was taken back
	Back  Step   // what took it back, of those that were
	Again Step   // what did it again, of those that were
	Kept  bool   // the store has it
}

// Happened is something that was done to one of all clients, or to what the
// supplier keeps.
type Happened struct {
	Client string // ID, "" of what the supplier keeps
	Name   string // of the client
	Deed
	Firm func(step string) (before, after account.Firm, err error) // where it is what the supplier keeps
}

// Held is a step that holds a deed up: what did it, or did it again.
type Held struct {
	Past
	at int // its place in the journal
}

// Stands reports whether the deed is in force.
func (d *Deed) Stands() bool { return len(d.Stand) > 0 }

// History is what was done to the client, here and elsewhere, newest first, as
// far back as it can be taken back.
func (h Hand) History() []Deed {
	return Deeds(h.allSteps(), len(h.journal))
}

// Deeds is what a journal tells, newest first, of which the store has so many
// steps.
func Deeds(all []Past, kept int) []Deed {
	var deeds []Deed
	of := map[string][]int{} // by step, the deeds that it is about
	for i, p := range all {
		s := p.Step
		about := aboutOf(of, s)
		if s.Kind == Do || s.Kind == Noted || len(about) == 0 {
			about = []int{len(deeds)}
			deeds = append(deeds, Deed{Kind: s.Kind, Steps: []Past{p}, Last: s, Kept: i < kept})
		}
		of[s.ID] = about
		for _, n := range about {
			deeds[n].passed(Held{p, i})
		}
	}
	deeds = deeds[max(0, len(deeds)-Deepest):]
	deeds = joined(deeds)
	slices.Reverse(deeds)
	return deeds
}

// allSteps is the journal with what is unsent.
func (h Hand) allSteps() []Past {
	all, before := slices.Clone(h.journal), h.base
	for _, m := range h.unsent {
		all = append(all, pastOf(m.step, before, m.after))
		before = m.after
	}
	return all
}

// aboutOf is which deeds a step back or forth is about.
func aboutOf(of map[string][]int, s Step) (about []int) {
	for _, id := range s.Taken {
		about = append(about, of[id]...)
	}
	slices.Sort(about)
	return slices.Compact(about)
}

// passed is what a step makes of a deed.
func (d *Deed) passed(by Held) {
	switch by.Step.Kind {
	case Do:
		d.Stand = []Held{by}
	case Undo:
		d.Stand, d.Back, d.Again = nil, by.Step, Step{}
	case Redo:
		d.Stand, d.Back, d.Again = []Held{by}, Step{}, by.Step
	}
}

// holds reports whether a step holds a deed up.
func (d *Deed) holds(id string) bool {
	return slices.ContainsFunc(d.Stand, func(s Held) bool { return s.Step.ID == id })
}

// joined puts neighbours of one group together, where the same became of them.
func joined(deeds []Deed) (out []Deed) {
	for _, d := range deeds {
		last := len(out) - 1
		if last < 0 || d.Last.Group == "" || d.Last.Group != out[last].Last.Group || d.Kind != Do || d.Back.ID != out[last].Back.ID {
			out = append(out, d)
			continue
		}
		o := &out[last]
		o.Steps, o.Last, o.Kept = append(o.Steps, d.Steps...), d.Last, d.Kept
		for _, s := range d.Stand {
			if !o.holds(s.Step.ID) {
				o.Stand = append(o.Stand, s)
			}
		}
	}
	return out
}

// Alone are the places in a history of what is taken back with one deed. That
// is the deed alone, but for those that were done again in one go with it.
func Alone(history []Deed, at int) (taken []int) {
	for i := range history {
		if slices.ContainsFunc(history[i].Stand, func(s Held) bool { return history[at].holds(s.Step.ID) }) {
			taken = append(taken, i)
		}
	}
	return taken
}

// Since are the places of all that is taken back with a deed and everything
// after it.
func Since(history []Deed, at int) (taken []int) {
	for i := range history[:at+1] {
		for _, n := range Alone(history, i) {
			if !slices.Contains(taken, n) {
				taken = append(taken, n)
			}
		}
	}
	slices.Sort(taken)
	return taken
}

// Standing are the steps that hold some deeds up, newest first.
func Standing(history []Deed, at []int) (steps []Held) {
	for _, i := range at {
		for _, s := range history[i].Stand {
			if !slices.ContainsFunc(steps, func(o Held) bool { return o.at == s.at }) {
				steps = append(steps, s)
			}
		}
	}
	slices.SortFunc(steps, func(a, b Held) int { return cmp.Compare(b.at, a.at) })
	return steps
}

// Try tells which of some steps, newest first, stands in the way of taking them
// all back, as TakeBack would find it.
func Try(now account.Client, steps []Held) (inTheWay Label, err error) {
	now = now.Clone()
	for _, s := range steps {
		before, after, err := s.Image()
		if err == nil {
			err = account.TakeBack(&now, before, after)
		}
		if err != nil {
			return s.Step.Label, err
		}
	}
	return Label{}, nil
}

// TryFirm is Try of what the supplier keeps.
func TryFirm(now account.Firm, steps []Held, image func(step string) (before, after account.Firm, err error)) (inTheWay Label, err error) {
	now = now.Clone()
	for _, s := range steps {
		before, after, err := image(s.Step.ID)
		if err == nil {
			err = account.TakeFirmBack(&now, before, after)
		}
		if err != nil {
			return s.Step.Label, err
		}
	}
	return Label{}, nil
}

// TakeBack takes steps back, wherever they lie and whoever did them, as one
// step. It is refused where somebody has built on one of them, and then names
// that one.
func (h Hand) TakeBack(label Label, ids ...string) (Hand, Label, error) {
	taken := slices.DeleteFunc(h.allSteps(), func(p Past) bool { return !slices.Contains(ids, p.Step.ID) })
	if len(taken) == 0 {
		return h, label, fault.New(fault.NothingToUndo)
	}
	next, inTheWay, err := h.take(Step{Kind: Undo, Label: label}, taken)
	if err != nil {
		return h, inTheWay, err
	}
	return next, label, nil
}
