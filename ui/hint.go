package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// A hint about what was just typed stands where a notice stands, with the sign of
// the key that tells why, as the line of advice has it. In a dialog that key tells
// of the last hint for as long as the dialog is open.

// hinted is the last hint, and on which screen it was given.
type hinted struct {
	serial int
	why    string
}

// hint says a hint. It is for the manager alone.
func (r *Root) hint(text, why string) {
	if r.watched() || r.Meeting {
		return
	}
	if r.say(text, false); !r.staying() {
		r.notice.why = why
	}
	r.hinted = hinted{r.top().serial, why}
}

// hintActs are the key of the last hint, in the dialog that it was given in.
func (r *Root) hintActs() []kit.Act {
	if it := r.top(); r.watched() || !it.dialog || r.hinted.why == "" || r.hinted.serial != it.serial {
		return nil
	}
	return []kit.Act{{ID: "hint.why", Looks: true, Keys: keys.Reason, Name: r.Words.T("hint.act.why"), Hidden: true}}
}

// reasons tells why, where a key asks that of the hint in view, and reports whether
// it does.
func (r *Root) reasons(key tea.KeyPressMsg, of notice) bool {
	if of.why == "" || r.watched() || !keys.Pressed(key, keys.Reason) {
		return false
	}
	r.say(of.why, false)
	return true
}
