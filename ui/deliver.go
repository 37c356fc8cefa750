package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/kit"
)

// answer gives what a command brought back to the screen that asked, if it is
// still there.
func (r *Root) answer(m commandReply, cmds *commandBatch) {
	for i := range r.stack {
		if r.stack[i].serial == m.serial {
			s, out := r.stack[i].screen.Update(r.frame(), m.msg)
			r.stack[i].screen = s
			r.do(out, m.serial, cmds)
			break
		}
	}
	for i := range r.meeting.aside {
		if r.meeting.aside[i].serial == m.serial {
			r.meeting.replies = append(slices.Clone(r.meeting.replies), m) // it is not for the client
		}
	}
	early := r.early
	if r.waits() || len(early) == 0 {
		return
	}
	r.early = nil
	r.replay(early, cmds)
}

// holding is where what is typed now must wait, nil where it need not.
func (r *Root) holding() *[]tea.Msg {
	switch {
	case r.wait != nil:
		return &r.wait.input
	case r.waits():
		return &r.early
	}
	return nil
}

// waits reports whether the screen on top has not got yet what keys are about.
func (r *Root) waits() bool {
	w, ok := r.top().screen.(kit.Waiter)
	return ok && w.Waits()
}

// replay answers what was typed while something was on its way; what leads to
// another wait is held again.
func (r *Root) replay(input []tea.Msg, cmds *commandBatch) {
	turns := r.turns
	for i, msg := range input {
		if r.turns != turns {
			return // what was typed was meant for what is not on the screen any more
		}
		if r.wait != nil {
			r.wait.input = append(r.wait.input, input[i:]...)
			return
		}
		r.input(msg, cmds)
	}
}

// deliver gives a message to the screen on top.
func (r *Root) deliver(msg tea.Msg, cmds *commandBatch) {
	it := r.top()
	s, out := it.screen.Update(r.frame(), msg)
	it.screen = s
	r.do(out, it.serial, cmds)
}
