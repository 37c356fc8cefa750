package portfolio

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/portfolio"
	"kwi/ui/kit"
)

// nearDays is how many days ahead a day needs no year to be told from another.
const nearDays = 300

// nextDue says in words what asks for attention first, in at most w cells: with
// the day of the week where that fits for every day, so that the column does
// not change its ways from row to row.
func nextDue(f *kit.Frame, l *portfolio.Line, w int) string {
	if l.Archived != "" {
		return f.Words.Date(l.Archived)
	}
	next := l.Next(f.Moment())
	days, ok := f.Today.Until(next.On)
	if !ok {
		return ""
	}
	what := f.Words.DueKind(next.Kind, l.Approach)
	if next.Late(f.Moment()) && days == 0 {
		return f.Words.Late(next.At(), f.Moment())
	}
	if next.Late(f.Moment()) {
		if text := f.N("due.late.short", -days, what); cells.Width(text) <= w && w > 18 {
			return text
		}
		return f.N("portfolio.next.late", -days)
	}
	if days <= 1 {
		return f.T("due.on", what, f.Words.Ago(-days))
	}
	day := f.Words.Date(next.On)
	longest := f.T("due.on", f.Words.DueKind(due.Answers, l.Approach), f.Words.ShortDate("2020-09-24", "2020-01-01"))
	if cells.Width(longest) <= w {
		day = f.Words.ShortDate(next.On, account.Date(next.On))
	}
	if days < nearDays {
		day = strings.TrimSuffix(day, " "+string(next.On[:4]))
	} else {
		day = f.Words.Date(next.On)
	}
	return f.T("due.on", what, day)
}

// nextInFull says it without regard to room.
func nextInFull(f *kit.Frame, l *portfolio.Line) string {
	next := l.Next(f.Moment())
	days, ok := f.Today.Until(next.On)
	what := f.Words.DueKind(next.Kind, l.Approach)
	switch {
	case !ok, next.Late(f.Moment()) && next.Kind.Promised(): // it is counted before
		return ""
	case next.Late(f.Moment()) && days == 0:
		return what + " " + f.Words.Late(next.At(), f.Moment())
	case next.Late(f.Moment()):
		return f.N("due.late", -days, what)
	}
	return f.T("due.on", what, f.Words.ShortDate(next.On, f.Today))
}
