package hand

import "slices"

// stacks are the ways back and forth: a journal, told as what can be undone
// and what can be done again. Newest last.
type stacks struct{ undo, redo []Past }

// with is the stacks after one more step of the journal. A step forward ends
// what could be done again; a step back moves from one stack to the other.
func (s stacks) with(p Past) stacks {
	switch p.Step.Kind {
	case Do:
		return stacks{undo: pushStep(s.undo, p)}
	case Undo:
		return stacks{dropSteps(s.undo, p.Step), pushStep(s.redo, p)}
	case Redo:
		return stacks{pushStep(s.undo, p), dropSteps(s.redo, p.Step)}
	}
	return s
}

// told is what a journal comes to, and as much of the journal as is remembered.
// Steps from before they kept which others they take back are given that here.
func told(journal []Past) (s stacks, all []Past) {
	all = append(all, journal...)
	for i := range all {
		step := &all[i].Step
		of := s.undo
		if step.Kind == Redo {
			of = s.redo
		}
		if (step.Kind == Undo || step.Kind == Redo) && step.Taken == nil {
			for _, p := range of[max(0, len(of)-step.Takes):] {
				step.Taken = append(step.Taken, p.Step.ID)
			}
		}
		switch step.Kind {
		case Do:
			s.undo, s.redo = append(s.undo, all[i]), nil
		case Undo:
			s.undo, s.redo = dropSteps(s.undo, *step), append(s.redo, all[i])
		case Redo:
			s.undo, s.redo = append(s.undo, all[i]), dropSteps(s.redo, *step)
		}
		s.undo, s.redo = s.undo[max(0, len(s.undo)-Deepest):], s.redo[max(0, len(s.redo)-Deepest):]
	}
	return s, all[max(0, len(all)-Remembered):]
}

// remembered is a journal with one more step, never written into where another
// value still holds it.
func remembered(journal []Past, p Past) []Past {
	journal = append(journal[:len(journal):len(journal)], p)
	return journal[max(0, len(journal)-Remembered):]
}

// pushStep never writes into a stack that another value still holds.
func pushStep(s []Past, p Past) []Past {
	s = append(s[:len(s):len(s)], p)
	return s[max(0, len(s)-Deepest):]
}

// dropSteps is a stack without what a step takes from it.
func dropSteps(s []Past, by Step) []Past {
	if by.Taken == nil {
		return s[:max(0, len(s)-by.Takes)]
	}
	return slices.DeleteFunc(slices.Clone(s), func(p Past) bool { return slices.Contains(by.Taken, p.Step.ID) })
}
