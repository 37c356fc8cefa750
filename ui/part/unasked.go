package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// NamesUnasked says why no recommendation of a cycle stands beside a name
// where that is because somebody was not asked, and whom to ask; "" where it
// is not. The copy that a client may see holds none of it.
func NamesUnasked(f *kit.Frame, y *account.Cycle) string {
	var names []string
	for _, who := range y.NamesUnasked() {
		name := string(who)
		if r := f.Client.Respondent(who); r != nil && r.Name != "" {
			name = cells.Line(r.Name, 30)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return f.T("nps.unasked", strings.Join(names, ", "))
}
