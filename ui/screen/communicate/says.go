package communicate

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// below is how it stands with the person in hand and what to do next, and
// what the gate still lacks. It is as high for everybody, so that the table
// stands still.
func (s Screen) below(f *kit.Frame, p personRow) []string {
	lines := []string{"", f.Theme.Text.Render(cells.Line(personInHand(f, p), f.W))}
	text, todo := adviceFor(f, p)
	look := f.Theme.Text
	if todo {
		look = f.Theme.Warn
	}
	said := cells.Wrap(text, f.W)
	if len(said) > 2 { // a list that was sent very often
		said = []string{said[0], cells.Cut(said[1]+" "+f.Theme.Glyphs.Ellipsis, f.W)}
	}
	for _, l := range said {
		lines = append(lines, look.Render(l))
	}
	roomy := f.H >= 18 // where there is less, the sign behind the count says it
	if !p.colleague && roomy && longListOf(f, p.who) {
		for _, l := range longSays(f, p.who) {
			lines = append(lines, f.Theme.Warn.Render(l))
		}
	}
	least := 4
	for _, r := range f.Client.Participants(f.Y()) {
		if roomy && longListOf(f, r.Initials) {
			least = 4 + len(longSays(f, r.Initials))
		}
	}
	for len(lines) < least {
		lines = append(lines, "")
	}
	gate, _ := part.GateLines(f, account.Communicate)
	return append(lines, gate...)
}

// longListOf reports whether a list that goes out is longer than is good.
func longListOf(f *kit.Frame, who account.Initials) bool {
	return account.IsLong(len(f.Y().Assigned[who])) && f.Client.Awaits(f.Y(), who)
}

func longSays(f *kit.Frame, who account.Initials) []string {
	return cells.Wrap(f.T("communicate.says.long", len(f.Y().Assigned[who]), account.MostAsked), f.W)
}

// personInHand is who is in hand, in full.
func personInHand(f *kit.Frame, p personRow) string {
	name, role := "", ""
	if m := f.Client.Colleague(p.who); p.colleague && m != nil {
		name, role = m.Name, m.Role
	} else if r := f.Client.Respondent(p.who); r != nil {
		name, role = r.Name, r.Function
	}
	parts := []string{string(p.who)}
	if name != "" {
		parts[0] = name + " (" + string(p.who) + ")"
	}
	if role != "" {
		parts = append(parts, role)
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}

// adviceFor is the sentence for the person in hand; it reports whether there is
// something to do.
func adviceFor(f *kit.Frame, p personRow) (text string, todo bool) {
	y, who := f.Y(), string(p.who)
	if p.colleague {
		if d := y.Informed[p.who]; d != "" {
			return f.T("communicate.says.informed", who, f.Words.ShortDate(d, f.Today)), false
		}
		return f.T("communicate.says.toinform", who), true
	}
	r := f.Client.Respondent(p.who)
	days, confirmed := y.Sent[p.who], y.Confirmed[p.who]
	switch {
	case r.Left != "":
		return f.T("communicate.says.left", who, f.Words.ShortDate(r.Left, f.Today)), false
	case y.Excused[p.who] != "":
		return f.T("communicate.says.excused", who, f.Words.ShortDate(y.Excused[p.who], f.Today)), false
	case len(y.Assigned[p.who]) == 0:
		return f.T("communicate.says.noquestions", who), true
	case y.Unsettled(p.who) != nil:
		return f.T("communicate.says.maybe", who, f.Words.ShortDate(y.Unsettled(p.who).Date, f.Today)), true
	case y.BehindOf(p.who).Any():
		return f.T("behind.list", who, part.BehindIn(f.Words, y.BehindOf(p.who))), true
	case len(days) == 0 && confirmed == "":
		return f.T("communicate.says.tosend", who), true
	case confirmed == "":
		ago, _ := days[len(days)-1].Until(f.Today)
		return f.T("communicate.says.toconfirm", who, sentDays(f, days), f.Words.Ago(ago)), true
	case len(days) == 0:
		return f.T("communicate.says.onlyconfirmed", who, f.Words.ShortDate(confirmed, f.Today)), true
	}
	return f.T("communicate.says.done", who, sentDays(f, days), f.Words.ShortDate(confirmed, f.Today)), false
}
