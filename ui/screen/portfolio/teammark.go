package portfolio

import (
	"kwi/internal/cells"
	"kwi/internal/portfolio"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// marked is a name with how its client stands to the hub of the team, in w cells: where there
// is no room for the word of the mark it is a sign, and the line below the list has the word.
func marked(f *kit.Frame, l *portfolio.Line, name string, w int) string {
	m := f.Team[l.ID]
	if m == kit.TeamNone {
		return name
	}
	word := " " + f.Theme.Glyphs.Dot + " " + f.T(m.Key())
	if cells.Width(cells.OneLine(name))+cells.Width(word) <= w {
		return name + word
	}
	return cells.Line(name, w-2) + " " + m.Sign()
}

// nameWidth is the width of the column of names in a table of w cells.
func (m measures) nameWidth(w int) int { return w - sign - m.width() - m.next - 2*gap }

// The room for the sign of the row in hand, and between two columns of a table.
const sign, gap = 2, 2

// nextChoiceAct goes to the next client with something to choose.
func (s Screen) nextChoiceAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "team.next", Looks: true, Keys: keys.Unbound, Name: f.T("team.act.next"), Hidden: true}
	if s.nextChoice(f) < 0 {
		act.Why = f.T("team.why.next")
	}
	return act
}

// nextChoice is the row behind the one in hand, and round, whose client has something to
// choose; -1 for none.
func (s Screen) nextChoice(f *kit.Frame) int {
	n := len(s.shown.rows)
	for i := 1; i <= n; i++ {
		at := (max(s.cursor.At, 0) + i) % n
		if f.Team[s.shown.lines[s.shown.rows[at].line].ID] == kit.TeamChoose {
			return at
		}
	}
	return -1
}
