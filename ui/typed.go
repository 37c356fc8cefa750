package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/ui/keys"
)

// typed gives a key or a paste to the screen on top. Where the program only looks, a
// text does not open a field or a dialog in which it would go on in vain: the screen
// stays as it was, and is told why.
func (r *Root) typed(msg tea.Msg, cmds *commandBatch) {
	_, writes := keys.Text(msg)
	if !r.ReadOnly || !writes || r.onSettings() || r.inField() {
		r.deliver(msg, cmds)
		return
	}
	at, was := len(r.stack), r.top().screen
	r.deliver(msg, cmds)
	if len(r.stack) < at || !r.inField() {
		return
	}
	r.stack = r.stack[:at]
	r.top().screen = was
	r.say(r.Words.Fault(fault.New(fault.LooksOnly)), true)
}
