package hand

// stacks are the ways back and forth: a journal, told as what can be undone
// and what can be done again. Newest last.
type stacks struct{ undo, redo []Past }

// with is the stacks after one more step of the journal. A step forward ends
// what could be done again; a step back moves from one stack to the other.
func (s stacks) with(p Past) stacks {
	switch p.Step.Kind {
	case Do:
		return stacks{undo: push(s.undo, p)}
	case Undo:
		return stacks{drop(s.undo, p.Step.Takes), push(s.redo, p)}
	default:
		return stacks{push(s.undo, p), drop(s.redo, p.Step.Takes)}
	}
}

// push never writes into a stack that another value still holds.
func push(s []Past, p Past) []Past {
	s = append(s[:len(s):len(s)], p)
	return s[max(0, len(s)-Deepest):]
}

func drop(s []Past, n int) []Past { return s[:max(0, len(s)-n)] }
