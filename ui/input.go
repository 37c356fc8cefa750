package ui

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// input answers a key, a paste or the mouse. What a key does kit.MeaningOf
// decides.
func (r *Root) input(msg tea.Msg, cmds *commandBatch) {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		r.wheel(m, cmds)
		return
	case tea.MouseClickMsg:
		r.click(m, cmds)
		return
	case tea.PasteMsg:
		r.quiet(nil)
		r.typed(m, cmds)
		return
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return
	}
	stood := r.notice
	if r.quiet(key); r.reasons(key, stood) {
		return
	}
	switch {
	case keys.Pressed(key, keys.Stop):
		r.leave(false, cmds)
		r.leaving.stop = true
		return
	case r.leaving.ask:
		r.leavingKey(key, cmds)
		return
	case r.small() && !r.typesOn(key):
		return
	case keys.Pressed(key, keys.Back) && r.stopWork():
		return
	}
	f, top := r.frame(), r.top().screen
	typing := top.Typing()
	does := kit.MeaningOf(kit.Press{Key: key, Typing: typing, Audience: r.audience, Screen: r.offered(&f), Everywhere: r.ownActs()})
	switch {
	case typing:
		r.sentence = sentence{}
	case r.swallows(key, does):
		return
	}
	switch {
	case does.Closed:
		r.say(r.Words.T("root.closed"), true)
	case does.Refusal != "":
		r.say(does.Refusal, true)
	case does.Root != "":
		r.command(does.Root, cmds)
	default:
		r.typed(does.Deliver, cmds)
		if !stood.bad { // of a word that is typed here the letters are no keys
			r.pointsOn(key)
		}
	}
}

// typesOn reports whether a key goes on with a text in an open field: that is
// kept also where the terminal is too small to show it. A grade is not: nobody
// would see where it lands.
func (r *Root) typesOn(key tea.KeyPressMsg) bool {
	return r.inField() && (keys.Writes(key) || keys.Pressed(key, keys.Toggle) || keys.Pressed(key, keys.RemoveBefore) || keys.Pressed(key, keys.Open))
}

// inField reports whether a text is being typed.
func (r *Root) inField() bool {
	if r.leaving.ask || !r.top().screen.Typing() {
		return false
	}
	f := r.frame()
	page := r.page(&f)
	return page.Cursor != nil && !page.Signs
}

// wheel moves as the arrows do.
func (r *Root) wheel(m tea.MouseWheelMsg, cmds *commandBatch) {
	key := keys.Named("down")
	if m.Button == tea.MouseWheelUp {
		key = keys.Named("up")
	}
	if !r.small() && !r.leaving.ask {
		r.deliver(key, cmds)
	}
}

// stops reports whether a message ends the program.
func stops(msg tea.Msg) bool { return keys.Pressed(msg, keys.Stop) }
