package draft

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Renamed implements kit.Renamer: the talk that is open stays open.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.talk.who = n.Who(s.talk.who)
	s.talk.form, s.talk.notes = s.talk.form.Renamed(n), s.talk.notes.Renamed(n)
	return s
}

// called is the screen with the fields of the KWI that the respondent of the talk
// wishes now, where none of them is half typed.
func (s Screen) called(f *kit.Frame) Screen {
	if s.talk.who != "" && !s.talk.form.Typing() {
		s.talk.form.Of = s.talk.formOf(f)
	}
	return s
}

// formOf is whose fields those of the KWI are in a talk: what is half typed of one
// KWI is never another's, which the respondent may wish since.
func (t *talkScreen) formOf(f *kit.Frame) string {
	if k := t.of(f); k != nil {
		return string(t.who) + "/" + k.Code.String()
	}
	return string(t.who)
}

// left reports whether the KWI of which something is half typed is no longer what
// the respondent wishes, and leaves that. What was typed stays a draft.
func (t *talkScreen) left(f *kit.Frame) (account.KWICode, bool) {
	_, was, _ := strings.Cut(t.form.Of, "/")
	code, is := account.ParseKWICode(was)
	if t.who == "" || !is || !t.form.Typing() || t.form.Of == t.formOf(f) {
		return 0, false
	}
	t.form = widget.Form{Of: t.formOf(f)}
	return code, true
}
