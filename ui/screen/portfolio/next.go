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

// next says in words what is to be done for a client before anything else, in at
// most w cells: what their stage needs with a name where that fits.
func (s Screen) next(f *kit.Frame, l *portfolio.Line, w int) string {
	if l.Archived != "" {
		return f.Words.Date(l.Archived)
	}
	if l.Damaged {
		return f.T("portfolio.damaged")
	}
	if s.order == orderByDay {
		return dueDay(f, l, l.First(f.Moment()), w)
	}
	next := l.Next(f.Moment())
	if next.Need.Check == "" {
		return dueDay(f, l, next.Day, w)
	}
	if named := f.Words.Need(&next.Need); cells.Width(named) <= w {
		return named
	}
	return f.Words.NeedShort(&next.Need)
}

// dueDay says what is due first, in at most w cells: with the day of the week where
// that fits for every day, so that the column does not change its ways from row to
// row.
func dueDay(f *kit.Frame, l *portfolio.Line, first due.Day, w int) string {
	days, ok := f.Today.Until(first.On)
	if !ok {
		return ""
	}
	what := f.Words.DueKind(first.Kind, l.Approach)
	if first.Late(f.Moment()) && days == 0 {
		return f.Words.Late(first.At(), f.Moment())
	}
	if first.Late(f.Moment()) {
		if text := f.N("due.late.short", -days, what); cells.Width(text) <= w && w > 18 {
			return text
		}
		return f.N("portfolio.next.late", -days)
	}
	if days <= 1 {
		return f.T("due.on", what, f.Words.Ago(-days))
	}
	day := f.Words.Date(first.On)
	longest := f.T("due.on", f.Words.DueKind(due.Answers, l.Approach), f.Words.ShortDate("2020-09-24", "2020-01-01"))
	if cells.Width(longest) <= w {
		day = f.Words.ShortDate(first.On, account.Date(first.On))
	}
	if days < nearDays {
		day = strings.TrimSuffix(day, " "+string(first.On[:4]))
	} else {
		day = f.Words.Date(first.On)
	}
	return f.T("due.on", what, day)
}

// nextInFull says what the stage needs and what is due first, without regard to
// room.
func nextInFull(f *kit.Frame, l *portfolio.Line, needed bool) (parts []string) {
	if l.Damaged {
		return []string{f.T("portfolio.damaged.full")}
	}
	if need := l.NeedOn(f.Today); needed && need.Check != "" {
		parts = append(parts, f.T("portfolio.need", f.Words.Need(&need)))
	}
	first := l.First(f.Moment())
	days, ok := f.Today.Until(first.On)
	what := f.Words.DueKind(first.Kind, l.Approach)
	switch {
	case !ok, first.Late(f.Moment()) && first.Kind.Promised(): // it is counted before
		return parts
	case first.Late(f.Moment()) && days == 0:
		return append(parts, what+" "+f.Words.Late(first.At(), f.Moment()))
	case first.Late(f.Moment()):
		return append(parts, f.N("due.late", -days, what))
	}
	return append(parts, f.T("due.on", what, f.Words.ShortDate(first.On, f.Today)))
}
