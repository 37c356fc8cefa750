package lang

import (
	"kwi/internal/account"
)

// Moving says what follows from another day of a session, a line for each date
// with its old and its new day, and below it what does not move.
func (w *Words) Moving(m account.Moving, of account.Approach, today account.Date) (lines []string) {
	key := func(key string) string {
		if of == account.Simple && w.Has(key+".simple") {
			return key + ".simple"
		}
		return key
	}
	day := func(d account.Moment) string {
		if d == "" {
			return "–"
		}
		return w.ShortMoment(d, today)
	}
	switch {
	case m.To == "":
		lines = append(lines, w.T(key("moving.title.none"), day(m.FromAt)))
	case m.From == "":
		lines = append(lines, w.T(key("moving.title.plan"), day(m.ToAt)))
	default:
		lines = append(lines, w.T(key("moving.title.move"), day(m.FromAt), day(m.ToAt)))
	}
	for _, a := range m.Followers {
		if a.What == account.SessionFollows || a.What == account.ActionFollows {
			continue
		}
		lines = append(lines, w.T("moving.line", w.T(key("moving.follows."+string(a.What))), day(a.From), day(a.To)))
		if m.To == "" {
			continue
		}
		switch a.What {
		case account.ListsFollow:
			if a.Done > 0 {
				lines = append(lines, "  "+w.N("moving.told.sent", a.Done))
			}
			if a.Again > 0 {
				lines = append(lines, "  "+w.N("moving.told.again", a.Again))
			}
		case account.AnswersFollow:
			if a.Done > 0 {
				lines = append(lines, "  "+w.N("moving.told.in", a.Done))
			}
			if a.Waits > 0 && m.From != "" {
				lines = append(lines, "  "+w.N("moving.told.waits", a.Waits, day(a.From)))
			}
		}
		if a.Missed {
			lines = append(lines, "  "+w.T("moving.late."+string(a.What), w.ShortDate(m.AskBy, today)))
		}
	}
	if m.To == "" {
		lines = append(lines, w.T("moving.none"))
	}
	return lines
}
