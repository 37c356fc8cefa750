package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/internal/lang"
)

// WhoElse is who did something in another window than mine, as the subject of a sentence.
// hub is what the user is called at the hub of their team, "" without one. Of the user's own
// windows on this computer, and where nothing is known, it is somebody.
func WhoElse(w *lang.Words, where, mine hand.Window, hub string) string {
	own := where.User == "" || where.User == mine.User || where.User == hub
	away := where.Computer != "" && where.Computer != mine.Computer
	switch {
	case own && where.User != "" && away:
		return w.T("who.you.on", cells.Line(where.Computer, 20))
	case own && away:
		return w.T("who.somebody.on", cells.Line(where.Computer, 20))
	case own:
		return w.T("who.somebody")
	}
	return cells.Line(where.User, 30)
}

// Lost says what became of a change called so beside one of somebody else, with the words
// that are not kept any more.
func Lost(w *lang.Words, l hand.Lost, what, who string, today account.Date) string {
	var parts []string
	for _, text := range l.Texts {
		day := account.Moment(text)
		switch {
		case !day.Valid():
			parts = append(parts, text)
		case l.Why == nil:
			parts = append(parts, w.ShortMoment(day, today))
		}
	}
	texts := cells.Line(strings.Join(parts, " · "), 600)
	switch {
	case l.Why == nil && texts == "":
		return w.T("root.overlap", what, who)
	case l.Why == nil:
		return w.T("root.overlap.texts", what, texts, who)
	case texts == "":
		return w.T("root.lost", what, w.Fault(l.Why), who)
	}
	return w.T("root.lost.texts", what, w.Fault(l.Why), texts, who)
}
