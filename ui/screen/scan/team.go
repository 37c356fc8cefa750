package scan

import (
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// teamLines are the teams, and what the scans of the one in hand come to, without
// a name.
func (s Screen) teamLines(f *kit.Frame) []string {
	names := f.Firm.ScanTeams()
	w := min(f.W, widestText)
	if len(names) == 0 {
		return faint(f, f.T("scan.noteams"), w)
	}
	at := s.teams.Hold(names)
	table := widget.Table{Count: len(names), Bare: true, Columns: []widget.Column{{Least: 14}, {Width: 24}}, Row: func(i int) widget.Row {
		return widget.Row{Cells: widget.Texts(names[i], f.N("scan.people", teamOf(f, names[i]).People))}
	}}
	lines := append(table.View(*f, at, w, mostTeams+1), "")
	t := teamOf(f, names[at.In(len(names))])
	if t.People < guide.ScanTeamLeast {
		return append(lines, faint(f, f.T("scan.team.few", guide.ScanTeamLeast), w)...)
	}
	lines = append(lines, f.Theme.Accent.Render(cells.Line(f.T("scan.team.points", t.Points, t.Max, t.People), w)))
	if f.H < roomForWords {
		for i := range t.Factors {
			t.Factors[i].Explanation = ""
		}
	}
	lines = append(lines, factorLines(f, t.Factors, w)...)
	if f.H >= roomForWords {
		lines = append(lines, "")
	}
	spread := f.T("scan.team.nospread", guide.ScanSpreadLeast)
	if t.Highest > 0 {
		spread = f.T("scan.team.spread", t.Lowest, t.Highest)
	}
	return append(lines, faint(f, spread, w)...)
}

// roomForWords is the height from which on the factors of a team are explained.
const roomForWords = 26

// teamOf is what the newest scans of a team come to.
func teamOf(f *kit.Frame, name string) guide.ScanTeam {
	var all [][]byte
	for _, s := range f.Firm.TeamScans(name) {
		all = append(all, []byte(s.Answers))
	}
	return guide.For(f.Words.Tag()).QuickScan().Team(all)
}
