package hand

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
		return stacks{dropSteps(s.undo, p.Step.Takes), pushStep(s.redo, p)}
	default:
		return stacks{pushStep(s.undo, p), dropSteps(s.redo, p.Step.Takes)}
	}
}

// pushStep never writes into a stack that another value still holds.
func pushStep(s []Past, p Past) []Past {
	s = append(s[:len(s):len(s)], p)
	return s[max(0, len(s)-Deepest):]
}

func dropSteps(s []Past, n int) []Past { return s[:max(0, len(s)-n)] }
