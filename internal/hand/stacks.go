package hand

import "slices"

// past is a step with its way back, of a client or of what the supplier keeps.
type past interface{ of() Step }

func (p Past) of() Step     { return p.Step }
func (p FirmPast) of() Step { return p.Step }

// stacks are the ways back and forth: a journal, told as what can be undone
// and what can be done again. Newest last.
type stacks[P past] struct{ undo, redo []P }

// with is the stacks after one more step of the journal. A step forward ends
// what could be done again; a step back moves from one stack to the other.
func (s stacks[P]) with(p P) stacks[P] {
	switch step := p.of(); step.Kind {
	case Do:
		return stacks[P]{undo: pushStep(s.undo, p)}
	case Undo:
		return stacks[P]{dropSteps(s.undo, step), pushStep(s.redo, p)}
	case Redo:
		return stacks[P]{pushStep(s.undo, p), dropSteps(s.redo, step)}
	}
	return s
}

// next is the ID of the step that Undo takes back next, or Redo does again; ""
// where there is none.
func (s stacks[P]) next(kind Kind) string {
	stack := s.undo
	if kind == Redo {
		stack = s.redo
	}
	if n := len(stack); n > 0 {
		return stack[n-1].of().ID
	}
	return ""
}

// goesTogether are the steps at the end of a stack, one at least, that go back or
// forth at once: back with all of the group of the last.
func goesTogether[P past](kind Kind, stack []P) []P {
	last := len(stack) - 1
	from := last
	for group := stack[last].of().Group; kind == Undo && group != "" && from > 0 && stack[from-1].of().Group == group; {
		from--
	}
	return stack[from:]
}

// told is what a journal comes to, and as much of the journal as is remembered.
// Steps from before they kept which others they take back are given that here.
func told(journal []Past) (s stacks[Past], all []Past) {
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
func pushStep[P past](s []P, p P) []P {
	s = append(s[:len(s):len(s)], p)
	return s[max(0, len(s)-Deepest):]
}

// dropSteps is a stack without what a step takes from it.
func dropSteps[P past](s []P, by Step) []P {
	if by.Taken == nil {
		return s[:max(0, len(s)-by.Takes)]
	}
	return slices.DeleteFunc(slices.Clone(s), func(p P) bool { return slices.Contains(by.Taken, p.of().ID) })
}
