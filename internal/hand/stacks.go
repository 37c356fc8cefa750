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
	default:
		return stacks{pushStep(s.undo, p), dropSteps(s.redo, p.Step)}
	}
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
