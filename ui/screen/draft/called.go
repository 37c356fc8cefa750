package draft

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
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

// left leaves the KWI of which something is half typed where that is no longer what
// the respondent wishes, and says what became of it and what was typed; "" where it
// still is.
func (t *talkScreen) left(f *kit.Frame) string {
	_, was, _ := strings.Cut(t.form.Of, "/")
	code, is := account.ParseKWICode(was)
	if t.who == "" || !is || !t.form.Typing() || t.form.Of == t.formOf(f) {
		return ""
	}
	typed := cells.OneLine(t.form.HalfTyped())
	t.form = widget.Form{Of: t.formOf(f)}
	said := f.T("draft.left.away", code.String())
	if k := f.Y().KWI(code); k != nil {
		said = f.T("draft.left.wish", code.String(), string(t.who))
	} else if turn := lastTurn(f.Y(), code); turn != nil && len(turn.Into) > 0 {
		said = f.T("draft.left.into", code.String(), f.Words.Numbers(turn.Into))
	}
	if typed != "" {
		said += " " + f.T("draft.left.typed", typed)
	}
	return said
}

// lastTurn is what became of a KWI last, nil where nothing did.
func lastTurn(y *account.Cycle, code account.KWICode) *account.Turn {
	for i := len(y.Turns) - 1; i >= 0; i-- {
		if y.Turns[i].KWI == code {
			return &y.Turns[i]
		}
	}
	return nil
}
