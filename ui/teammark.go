package ui

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Marks of colleagues are cut to so many cells each.
const longestHere = 20

// wideMarks is from how many cells on both marks of the team stand beside each other.
const wideMarks = 100

// teamMark is how it stands with the team, for beside what is kept.
func (r *Root) teamMark() string {
	if r.Team.News == nil || r.watched() || r.Meeting || r.leaving.now {
		return ""
	}
	n := &r.team.news
	state, quiet := part.TeamState(r.Words, n, r.place().Client, r.w >= wideMarks)
	here := ""
	if len(n.Others) > 0 && n.Open == r.place().Client && n.Meets() {
		here = cells.Line(n.Others[0], longestHere)
		if more := len(n.Others) - 1; more > 0 {
			here += " +" + r.Words.Int(more)
		}
		here = r.Words.T("team.here", here)
	}
	switch {
	case here == "" || state == "":
		return here + state
	case r.w >= wideMarks:
		return here + " " + r.Theme.Glyphs.Dot + " " + state
	case quiet:
		return here
	}
	return state
}

// apartHere is what of the client in hand waits for a choice on the place that is
// looked at: on pages of another cycle, or another plan, it is not about that.
func (r *Root) apartHere(f *kit.Frame) (here []*kit.Apart) {
	for i := range r.team.news.Apart {
		a := &r.team.news.Apart[i]
		if a.Client.ID == r.hand.ID() && r.concerns(f, a) {
			here = append(here, a)
		}
	}
	slices.SortStableFunc(here, func(a, b *kit.Apart) int { return deep(b) - deep(a) }) // what is of this place first
	return here
}

// deep is how far down in a client something stands.
func deep(a *kit.Apart) int {
	if len(a.Differences) == 0 {
		return 0
	}
	return len(a.Differences[0].At)
}

func (r *Root) concerns(f *kit.Frame, a *kit.Apart) bool {
	if len(a.Differences) == 0 || len(a.Differences[0].At) == 0 {
		return true
	}
	e, _ := r.entry(r.place().Name)
	switch at := a.Differences[0].At[0]; at.Kind {
	case "Cycle":
		y := f.Y()
		return !e.Yearly && y != nil && string(y.Name) == at.ID
	case "Plan", "Year":
		return e.Yearly
	}
	return !e.Yearly
}

// apartLine tells that another value waits here, and with which key one chooses.
func (r *Root) apartLine(f *kit.Frame, here []*kit.Apart) string {
	key := kit.Act{Keys: keys.Apart}.KeyName(r.Words, r.top().screen.Typing())
	what := *here[0]
	if d := what.Differences; len(d) > 0 && len(d[0].At) > 1 && d[0].At[0].Kind == "Cycle" {
		first := d[0]
		first.At = first.At[1:] // one is there already
		what.Differences = []account.Difference{first}
	}
	text := r.Words.T("team.apart.line", key, part.ApartName(f, &what))
	if more := len(here) - 1; more > 0 {
		text += " +" + r.Words.Int(more)
	}
	return f.Theme.Warn.Render(cells.Line(text, f.W))
}
