package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// Partial names whose list is in for a part, with how much of it, where answers
// stand beside names.
func Partial(f *kit.Frame, y *account.Cycle) string {
	if !y.Named() {
		return ""
	}
	var who []string
	for _, r := range f.Client.Respondents {
		n, all := y.Given(r.Initials), len(y.Assigned[r.Initials])
		switch {
		case n == 0 || n >= all:
		case y.Excused[r.Initials] != "":
			who = append(who, f.T("beside.list.whole", string(r.Initials), n, all))
		default:
			who = append(who, f.T("beside.list.partly", string(r.Initials), n, all))
		}
	}
	if len(who) == 0 {
		return ""
	}
	return f.T("beside.lists", strings.Join(who, ", "))
}
