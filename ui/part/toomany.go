package part

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// TooManyKWIs is what to do where there are more KWIs than people who judge them,
// or with one contact more than one; "" where there are not. It is said and never
// in the way.
func TooManyKWIs(f *kit.Frame) string {
	y := f.Y()
	if y == nil || f.Audience != kit.Manager {
		return ""
	}
	kwis, people, many := f.Client.MoreKWIsThanPeople(y)
	switch {
	case !many:
		return ""
	case f.Client.Approach == account.Simple && people == 1:
		return f.T("draft.many.simple", kwis)
	}
	return f.T("draft.many", kwis, people)
}
