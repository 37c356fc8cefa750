package part

import (
	"strconv"

	"kwi/internal/account"
)

// Lately is a day that has been, of one that was typed. A day and a month are read
// as the next ones to come, so one that lies further ahead than behind is taken as
// the last one.
func Lately(d, today account.Date) account.Date {
	if n, ok := today.Until(d); ok && n > 183 {
		year := strconv.Itoa(account.HalfYear(d).Year() - 1)
		if last := account.Date(year + string(d[4:])); last.Valid() && last <= today {
			return last
		}
	}
	return d
}
