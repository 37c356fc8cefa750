package hand

import (
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// Mark is a moment in the life of a hand. Going back and forth can be held to
// what was done here since.
type Mark struct {
	nonce string
	count int
}

// Mark is this moment.
func (h Hand) Mark() Mark { return Mark{h.nonce, h.count} }

// has reports whether a step was done by the marked hand since.
func (m Mark) has(p Past) bool {
	number, ours := strings.CutPrefix(p.Step.ID, m.nonce+".")
	n, err := strconv.Atoi(number)
	return ours && err == nil && n > m.count
}

// since are the newest steps of a stack, as far back as the mark.
func (m Mark) since(stack []Past) []Past {
	from := len(stack)
	for from > 0 && m.has(stack[from-1]) {
		from--
	}
	return stack[from:]
}

// UndoSince is Undo that reaches no further back than the mark.
func (h Hand) UndoSince(m Mark) (Hand, Label, error) {
	return h.back(Undo, m.since(h.tracked().undo), fault.NothingToUndo)
}

// RedoSince is Redo of what was taken back since the mark, and of nothing that
// was taken back before.
func (h Hand) RedoSince(m Mark) (Hand, Label, error) {
	return h.back(Redo, m.since(h.tracked().redo), fault.NothingToRedo)
}
