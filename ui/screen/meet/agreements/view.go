package agreements

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the action in hand, or all.
func (s Screen) View(f kit.Frame) kit.Page {
	list := all(&f)
	at := s.hold(list).In(len(list))
	switch {
	case len(list) == 0:
		return page(&f, large.Words(f.Theme, f.T("meet.agree.nothing"), f.Scale))
	case !s.all:
		a := list[at]
		return page(&f, large.Words(f.Theme, a.Text, f.Scale), large.Note(f.Theme, f.Theme.Strong, strings.Join(about(&f, a), "  "+f.Theme.Glyphs.Dot+"  ")))
	}
	if lines, ok := part.LargeStack(&f, at, rows(&f, list), f.W-4, f.H-1); ok {
		return kit.Page{Body: cells.Block(cells.Indent(append([]string{""}, lines...), 2), f.W, f.H)}
	}
	return kit.Page{Body: cells.Block(cells.Indent(whole(&f, list, at), 2), f.W, f.H)}
}

// rows are the actions as lines of a page; what is done stands back.
func rows(f *kit.Frame, list []account.Action) (out []part.LargeRow) {
	for _, a := range list {
		out = append(out, part.LargeRow{Text: a.Text, End: strings.Join(about(f, a), " "+f.Theme.Glyphs.Dot+" "), Quiet: a.Status == account.Done})
	}
	return out
}

func page(f *kit.Frame, blocks ...large.Block) kit.Page {
	lines, _ := large.Page(f.W, f.H, blocks...)
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// whole is the actions in full, as many as there is room for, with the one in
// hand among them.
func whole(f *kit.Frame, list []account.Action, at int) []string {
	drawn := make([][]string, len(list))
	for i, a := range list {
		drawn[i] = action(f, a, i == at)
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
	return lines
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
