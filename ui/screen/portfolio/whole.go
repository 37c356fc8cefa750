package portfolio

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/portfolio"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// whole is the client in hand in full: where their cycle is, what it needs, and all
// that is to be done, soonest first.
func (s Screen) whole(f *kit.Frame, w int) part.Whole {
	l, ok := s.line()
	if !ok {
		return part.Whole{}
	}
	o := part.Whole{Key: keys.Open.Keys()[0]}
	for _, text := range cells.Wrap(l.Name, w) {
		o.Lines = append(o.Lines, f.Theme.Strong.Render(text))
	}
	text := strings.TrimPrefix(s.inFull(f, &l, said{true, true, true, true}), l.Name+" "+f.Theme.Glyphs.Dot+" ")
	for _, text := range cells.Wrap(text, w-2) {
		o.Lines = append(o.Lines, "  "+f.Theme.Faint.Render(text))
	}
	if l.Archived != "" {
		return o
	}
	for i := range l.Due {
		days, dated := f.Today.Until(l.Due[i].On)
		if dated && days < 0 && !l.Due[i].Late(f.Moment()) {
			continue // a talk that was held
		}
		if len(o.Titles) == 0 {
			o.Titles = []int{len(o.Lines) + 1}
			o.Lines = append(o.Lines, "", f.Theme.Faint.Render(f.T("portfolio.today")))
		}
		look := f.Theme.Text
		if l.Due[i].Late(f.Moment()) {
			look = f.Theme.Warn
		}
		o.Lines = append(o.Lines, "  "+look.Render(cells.Line(dueText(f, &l, &l.Due[i]), w-2)))
	}
	return o
}

// dueText is one of the things to be done with its day.
func dueText(f *kit.Frame, l *portfolio.Line, d *due.Day) string {
	what := f.Words.DueKind(d.Kind, l.Approach)
	days, dated := f.Today.Until(d.On)
	switch {
	case !dated:
		return what
	case d.Late(f.Moment()) && days == 0:
		return what + " " + f.Words.Late(d.At(), f.Moment())
	case d.Late(f.Moment()):
		return f.N("due.late", -days, what)
	}
	return f.T("due.on", what, f.Words.ShortDate(d.On, f.Today))
}
