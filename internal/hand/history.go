package hand

import (
	"slices"

	"kwi/internal/fault"
)

// Deed is one thing that was done, as a list of what was done tells it: a step
// forward, or those of one group. Steps back and forth again are no deeds of
// their own; a deed tells what became of it.
type Deed struct {
	Kind  Kind     // Do, or Undo and Redo where what they took back is no longer remembered
	Steps []Past   // oldest first
	Last  Step     // the newest of them
	Stand []string // the steps that hold it up, which taking it back takes back; none where it was taken back
	Back  Step     // what took it back, of those that were
	Again Step     // what did it again, of those that were
	Kept  bool     // the store has it
}

// Stands reports whether the deed is in force.
func (d *Deed) Stands() bool { return len(d.Stand) > 0 }

// History is what was done to the client, here and elsewhere, newest first, as
// far back as it can be taken back.
func (h Hand) History() []Deed {
	all := h.allSteps()
	var deeds []Deed
	of := map[string][]int{} // by step, the deeds that it is about
	for i, p := range all {
		s := p.Step
		about := aboutOf(of, s)
		if s.Kind == Do || len(about) == 0 {
			about = []int{len(deeds)}
			deeds = append(deeds, Deed{Kind: s.Kind, Steps: []Past{p}, Last: s, Kept: i < len(h.journal)})
		}
		of[s.ID] = about
		for _, n := range about {
			deeds[n].passed(s)
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
func (d *Deed) passed(s Step) {
	switch s.Kind {
	case Do:
		d.Stand = []string{s.ID}
	case Undo:
		d.Stand, d.Back, d.Again = nil, s, Step{}
	default:
		d.Stand, d.Back, d.Again = []string{s.ID}, Step{}, s
	}
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
		for _, id := range d.Stand {
			if !slices.Contains(o.Stand, id) {
				o.Stand = append(o.Stand, id)
			}
		}
	}
	return out
}

// Alone are the places in a history of what is taken back with one deed. That
// is the deed alone, but for those that were done again in one go with it.
func Alone(history []Deed, at int) (taken []int) {
	for i := range history {
		if slices.ContainsFunc(history[i].Stand, func(id string) bool { return slices.Contains(history[at].Stand, id) }) {
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
