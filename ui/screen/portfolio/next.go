package portfolio

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
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
	what, on := l.Next(f.Today)
	days, ok := f.Today.Until(on)
	if !ok || what == portfolio.Nothing {
		return ""
	}
	if what == portfolio.PromiseLate {
		if text := f.N("portfolio.next.late", -days); cells.Width(text) <= w && w > 18 {
			return text
		}
		return f.N("portfolio.next.late.short", -days)
	}
	key := "portfolio.next.session"
	if what == portfolio.PromiseDue {
		key = "portfolio.next.promise"
	}
	if days <= 1 {
		return f.T(key, f.Words.Ago(-days))
	}
	day := f.Words.Date(on)
	if longest := f.T("portfolio.next.promise", f.Words.ShortDate("2020-09-24", "2020-01-01")); cells.Width(longest) <= w {
		day = f.Words.ShortDate(on, account.Date(on))
	}
	if days < nearDays {
		return f.T(key, strings.TrimSuffix(day, " "+string(on[:4])))
	}
	return f.T(key, f.Words.Date(on))
}
