package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// input answers a key, a paste or the mouse: first the acts of the screen on
// top, then those of the root, and what is neither is the screen's own.
func (r *Root) input(msg tea.Msg, cmds *commandBatch) {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		r.wheel(m, cmds)
		return
	case tea.MouseClickMsg:
		r.click(m, cmds)
		return
	case tea.PasteMsg:
		r.quiet("")
		r.deliver(m, cmds)
		return
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return
	}
	name := key.String()
	r.quiet(name)
	if slices.Contains(keys.Stop, name) {
		r.leave(false, cmds)
		return
	}
	if r.leaving.ask {
		r.leavingKey(name, cmds)
		return
	}
	if r.small() {
		return
	}
	typing := r.top().screen.Typing()
	if typing && keys.Printable(name) {
		r.deliver(msg, cmds)
		return
	}
	f := r.frame()
	for _, a := range r.screenActs(&f) {
		if slices.Contains(a.Keys, name) {
			r.act(a, cmds)
			return
		}
	}
	for _, a := range r.ownActs() {
		if slices.Contains(a.Keys, name) {
			r.ownAct(a, cmds)
			return
		}
	}
	if r.isClosed(name) {
		r.say(r.Words.T("root.closed"), true)
		return
	}
	r.deliver(msg, cmds)
}

func isStop(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && slices.Contains(keys.Stop, k.String())
}

// act does an act of the screen on top, or says why it cannot be done now.
func (r *Root) act(a kit.Act, cmds *commandBatch) {
	if a.Why != "" {
		r.say(a.Why, true)
		return
	}
	r.deliver(kit.Do(a.ID), cmds)
}

// ownAct does an act of the root, likewise.
func (r *Root) ownAct(a kit.Act, cmds *commandBatch) {
	if a.Why != "" {
		r.say(a.Why, true)
		return
	}
	r.command(a.ID, cmds)
}

// wheel moves as the arrows do.
func (r *Root) wheel(m tea.MouseWheelMsg, cmds *commandBatch) {
	key := tea.KeyPressMsg{Code: tea.KeyDown}
	if m.Button == tea.MouseWheelUp {
		key.Code = tea.KeyUp
	}
	if !r.small() && !r.leaving.ask {
		r.deliver(key, cmds)
	}
}

// click does the act that stands under the mouse on the key line.
func (r *Root) click(m tea.MouseClickMsg, cmds *commandBatch) {
	if m.Y != r.h-1 || r.small() || r.leaving.ask || r.notice.text != "" {
		return
	}
	_, spots := r.keyLine(r.w - frameEdge)
	for _, s := range spots {
		if m.X-1 >= s.from && m.X-1 < s.to {
			r.input(Press(s.key), cmds)
			return
		}
	}
}
