package hand

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Undo takes back what was done last here; the label tells what that was.
func (h Firm) Undo() (Firm, Label, error) {
	empty := fault.NothingToUndo
	if erased(h.journal) != "" {
		empty = fault.HistoryErased
	}
	return h.back(Undo, h.stacks.undo, empty)
}

// Redo does again what Undo took back last.
func (h Firm) Redo() (Firm, Label, error) { return h.back(Redo, h.stacks.redo, fault.NothingToRedo) }

func (h Firm) back(kind Kind, stack []FirmPast, empty fault.Kind) (Firm, Label, error) {
	if len(stack) == 0 {
		return h, Label{}, fault.New(empty)
	}
	return h.take(Step{Kind: kind, Label: stack[len(stack)-1].Step.Label}, goesTogether(kind, stack))
}

// TakeBack takes steps back, wherever they lie and whoever did them, as one
// step.
func (h Firm) TakeBack(label Label, ids ...string) (Firm, Label, error) {
	all := slices.Clone(h.journal)
	for _, s := range h.unsent {
		all = append(all, s.past())
	}
	all = slices.DeleteFunc(all, func(p FirmPast) bool { return !slices.Contains(ids, p.Step.ID) })
	if len(all) == 0 {
		return h, label, fault.New(fault.NothingToUndo)
	}
	return h.take(Step{Kind: Undo, Label: label}, all)
}

// Newest and Next are as those of a Hand.
func (h Firm) Newest() string {
	if n := len(h.unsent); n > 0 {
		return h.unsent[n-1].step.ID
	}
	return ""
}

// Next is the ID of the step that Undo takes back next, or Redo does again.
func (h Firm) Next(kind Kind) string { return h.stacks.next(kind) }

// take takes back what steps did, or where they went back themselves does it
// again, and leaves alone what others changed beside it.
func (h Firm) take(s Step, taken []FirmPast) (Firm, Label, error) {
	s.Takes = len(taken)
	for _, p := range slices.Backward(taken) {
		s.Taken = append(s.Taken, p.Step.ID)
	}
	inTheWay := s.Label
	next, err := h.done(s, FirmChange{Label: s.Label, Apply: func(f *account.Firm) error {
		for _, p := range slices.Backward(taken) {
			before, after, err := p.Image()
			if err == nil {
				err = account.TakeFirmBack(f, before, after)
			}
			if err != nil {
				inTheWay = p.Step.Label
				return err
			}
		}
		return nil
	}}, true)
	if err != nil {
		return h, inTheWay, err
	}
	return next, s.Label, nil
}
