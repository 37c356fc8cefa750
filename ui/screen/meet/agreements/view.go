package agreements

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// View draws the actions in full, as many as there is room for, with the one in hand among them.
func (s Screen) View(f kit.Frame) kit.Page {
	list := all(&f)
	if len(list) == 0 {
		return kit.Page{Body: cells.Block([]string{"", "  " + f.Theme.Faint.Render(cells.Line(f.T("meet.agree.empty"), f.W-2))}, f.W, f.H)}
	}
	at := s.hold(list).In(len(list))
	drawn := make([][]string, len(list))
	for i, a := range list {
		drawn[i] = action(&f, a, i == at)
	}
	from, used := at, len(drawn[at])
	for from > 0 && used+len(drawn[from-1])+1 <= (f.H-1)/2 {
		from--
		used += len(drawn[from]) + 1
	}
	lines := []string{""}
	for _, d := range drawn[from:] {
		lines = append(append(lines, d...), "")
	}
	return kit.Page{Body: cells.Block(cells.Indent(lines, 2), f.W, f.H)}
}

// action draws one.
func action(f *kit.Frame, a account.Action, inHand bool) (lines []string) {
	t, w := f.Theme, min(f.W-8, 96)
	sign, look := "  ", t.Text
	if inHand {
		sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
	}
	if a.Status == account.Done {
		look = t.Faint
	}
	for i, l := range cells.Wrap(a.Text, w) {
		if i > 0 {
			sign = "  "
		}
		lines = append(lines, sign+look.Render(l))
	}
	return append(lines, "  "+t.Faint.Render(cells.Line(strings.Join(about(f, a), " "+t.Glyphs.Dot+" "), w)))
}

// about is who does it, when, and whether it is done.
func about(f *kit.Frame, a account.Action) (out []string) {
	if a.For != "" {
		out = append(out, a.For)
	} else {
		out = append(out, f.T("meet.agree.side."+string(a.Side)))
	}
	switch {
	case a.Status == account.Done:
		out = append(out, f.Theme.Glyphs.Ok+" "+f.T("status.done"))
	case a.Due != "":
		out = append(out, f.Words.ShortMoment(a.Due, f.Today))
	}
	return out
}
