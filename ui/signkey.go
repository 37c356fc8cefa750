package ui

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// pointsOn says, where a letter was refused as no grade, with which key it does there
// what it does elsewhere: whoever presses M with the client beside them must get to
// the meeting.
func (r *Root) pointsOn(pressed tea.KeyPressMsg) {
	letter, _ := utf8.DecodeRuneInString(pressed.Text)
	if !r.notice.bad || !unicode.IsLetter(letter) || !r.top().screen.Typing() {
		return
	}
	f := r.frame()
	if page := r.page(&f); !page.Signs {
		return
	}
	for _, a := range kit.Allowed(r.audience, append(r.top().screen.Acts(f), r.ownActs()...)) {
		if keys.Pressed(pressed, a.Keys) && a.Why == "" {
			said := r.line(a, true)
			r.notice.text += " " + r.Words.T("root.elsewhere", a.KeyName(r.Words, true), said.name)
			return
		}
	}
}
