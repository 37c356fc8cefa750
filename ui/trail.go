package ui

import (
	"slices"

	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// changedHere is a client that was changed from a list of all, which shows little
// of them, and the moment before that.
type changedHere struct {
	client string
	mark   hand.Mark
	opened hand.Mark // of the hand that takes it back, where that is another
}

// trace remembers that the client in hand was changed since a mark, from a list
// of all clients, so that it can be taken back there.
func (r *Root) trace(at kit.Place, since hand.Mark) {
	if last := len(r.trail) - 1; at.Client == "" && (last < 0 || r.trail[last].client != r.hand.ID()) {
		r.trail = append(r.trail[:len(r.trail):len(r.trail)], changedHere{r.hand.ID(), since, since})
	}
}

// undoHere takes back on a list of all clients what was last done there, to
// whichever of them. What was done elsewhere nobody sees there.
func (r *Root) undoHere(cmds *commandBatch) {
	for len(r.trail) > 0 {
		last := r.trail[len(r.trail)-1]
		if last.client != r.hand.ID() {
			r.open(last.client, func(r *Root, cmds *commandBatch) {
				r.trail = slices.Clone(r.trail)
				r.trail[len(r.trail)-1].opened = r.hand.Mark()
				r.undoHere(cmds)
			}, cmds)
			return
		}
		back := func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.UndoSince(last.mark) }
		if _, _, err := stepped(r.catcher(), r.hand, back); fault.Has(err, fault.NothingToUndo) {
			r.trail = r.trail[: len(r.trail)-1 : len(r.trail)-1]
			continue
		}
		r.undo(back, "root.undone")
		return
	}
	r.say(r.Words.T("root.undo.list"), true)
}

// redoHere does again what was last taken back on a list of all clients.
func (r *Root) redoHere() {
	last := len(r.trail) - 1
	if last < 0 || r.trail[last].client != r.hand.ID() {
		r.say(r.Words.T("root.redo.list"), true)
		return
	}
	mark := r.trail[last].opened
	r.undo(func(h hand.Hand) (hand.Hand, hand.Label, error) { return h.RedoSince(mark) }, "root.redone")
}
