package editor

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Proposing is the editor with what stands in it as a proposal: the first sign that
// is typed, or what is pasted, takes its place, as it does in what is selected
// elsewhere. A space goes on behind it, and after any other key it is a text like
// every other. One step back brings it again.
func (e Editor) Proposing() Editor {
	e.proposal = e.text != "" && !e.ManyLines
	return e
}

// settled is the editor before a message, its proposal made way or become a text:
// true where what the message writes stands there already.
func (e Editor) settled(msg tea.Msg) (Editor, bool) {
	if !e.proposal {
		return e, false
	}
	typed := ""
	switch msg := msg.(type) {
	case tea.PasteMsg:
		typed = msg.Content
	case tea.KeyPressMsg:
		if msg.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) == 0 {
			typed = msg.Text
		}
	default:
		return e, false
	}
	e.proposal = false
	if strings.TrimSpace(typed) == "" {
		return e, false
	}
	return e.replacedBy(typed), true
}

// replacedBy is Replaced with what was typed, which the next sign goes on with.
func (e Editor) replacedBy(typed string) Editor {
	typed, _ = e.limit(e.tidy(typed), e.MostRunes())
	return e.Replaced(typed)
}
