package portfolio

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// everywhere is the recommendation over all clients in one line, the counts
// first and as much behind them as fits; "" where fewer than two clients are
// counted. That something is withheld is always said.
func (s Screen) everywhere(f *kit.Frame) string {
	all := s.shown.everywhere
	if s.archive || all.Clients < 2 {
		return ""
	}
	n := all.NPS
	counts := f.N("monitor.promoters", n.Promoters) + ", " + f.N("monitor.passives", n.Passives) + ", " + f.N("monitor.detractors", n.Detractors)
	figure := f.N("portfolio.nps", all.Clients, f.Words.Signed(n.Score()))
	answered := f.N("insight.nps.answered", n.Answers, n.Answers+all.Silent)
	withheld, between := "", ""
	if all.Withheld > 0 {
		withheld = f.N("portfolio.nps.withheld", all.Withheld)
	}
	if all.Silent > 0 {
		least, most := n.Between(all.Silent)
		between = f.T("portfolio.nps.between", f.Words.Signed(least), f.Words.Signed(most))
	}
	for _, parts := range [][]string{{counts, answered, figure, between, withheld}, {counts, answered, figure, withheld}, {counts, figure, withheld}, {figure, withheld}} {
		if line := joinParts(parts, " "+f.Theme.Glyphs.Dot+" "); cells.Width(line)+2 <= f.W {
			return "  " + f.Theme.Faint.Render(line)
		}
	}
	return "  " + f.Theme.Faint.Render(cells.Line(joinParts([]string{figure, withheld}, ", "), f.W-2))
}

// joinParts joins those that are there.
func joinParts(parts []string, between string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, between)
}
