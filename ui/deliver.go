package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// answer gives what a command brought back to the screen that asked, if it is
// still there.
func (r *Root) answer(m commandReply, cmds *commandBatch) {
	r.workDone(m)
	r.deliverReply(m, cmds)
	for i := range r.meeting.aside {
		if r.meeting.aside[i].serial == m.serial {
			r.meeting.replies = append(slices.Clone(r.meeting.replies), m) // it is not for the client
		}
	}
	r.release(cmds)
}

// release answers what was typed too early, once there is something to answer
// it.
func (r *Root) release(cmds *commandBatch) {
	early := r.early
	if r.w == 0 || r.waits() || len(early) == 0 {
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
	case r.w == 0 || r.waits(): // before the terminal said how large it is nothing can be seen
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
		if held := r.holding(); held != nil {
			*held = append(*held, input[i:]...)
			return
		}
		r.input(msg, cmds)
	}
}

// deliver gives a message to the screen on top.
func (r *Root) deliver(msg tea.Msg, cmds *commandBatch) { r.deliverTo(r.top().serial, msg, cmds) }

// deliverTo gives a message to a screen that may not be there any more.
func (r *Root) deliverTo(serial int, msg tea.Msg, cmds *commandBatch) {
	at := r.indexOf(serial)
	if at < 0 {
		return
	}
	s, out := r.stack[at].screen.Update(r.frame(), msg)
	r.stack[at].screen = s
	r.do(out, serial, cmds)
}

// deliverReply gives a screen what its command brought back. What that was asked
// for knows people and cycles by what they were called then.
func (r *Root) deliverReply(m commandReply, cmds *commandBatch) {
	at := r.indexOf(m.serial)
	if at < 0 {
		return
	}
	s, out := r.stack[at].screen.Update(r.frame(), m.msg)
	r.stack[at].screen = s
	if now := r.hand.Now(); !r.stack[at].dialog && m.of.ID == now.ID && out.Change != nil {
		out = changesCalled(out, account.RenamesOf(&m.of, &now))
	}
	r.do(out, m.serial, cmds)
}

// indexOf is where the screen of a number stands on the stack, -1 where it is
// not there.
func (r *Root) indexOf(serial int) int {
	return slices.IndexFunc(r.stack, func(it stackItem) bool { return it.serial == serial })
}
