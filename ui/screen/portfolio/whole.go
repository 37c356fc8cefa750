package portfolio

import (
	"slices"
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
	text := strings.TrimPrefix(s.inFull(f, &l, said{true, true, true, true, true}), l.Name+" "+f.Theme.Glyphs.Dot+" ")
	for _, text := range cells.Wrap(text, w-2) {
		o.Lines = append(o.Lines, "  "+f.Theme.Faint.Render(text))
	}
	if l.Archived != "" {
		return o
	}
	todo := toDo(f, &l)
	if len(todo) > 0 {
		o.Titles = []int{len(o.Lines) + 1}
		o.Lines = append(o.Lines, "", f.Theme.Faint.Render(f.T("portfolio.today")))
	}
	for _, d := range todo {
		look := f.Theme.Text
		if d.late {
			look = f.Theme.Warn
		}
		text := d.text
		if d.times > 1 {
			text = f.T("portfolio.several", d.times, text)
		}
		o.Lines = append(o.Lines, "  "+look.Render(cells.Line(text, w-2)))
	}
	return o
}

// thingToDo is a line of what is to be done: how often it would stand there.
type thingToDo struct {
	text  string
	late  bool
	times int
}

// toDo is all that is still to be done for a client, soonest first. What reads the
// same, as five talks on one day do, stands there once.
func toDo(f *kit.Frame, l *portfolio.Line) (all []thingToDo) {
	for i := range l.Due {
		d := &l.Due[i]
		if d.Past(f.Moment()) {
			continue // a talk that was held
		}
		text := dueText(f, l, d)
		if n := slices.IndexFunc(all, func(t thingToDo) bool { return t.text == text }); n >= 0 {
			all[n].times++
			continue
		}
		all = append(all, thingToDo{text, d.Late(f.Moment()), 1})
	}
	return all
}

// dueText is one of the things to be done with its day.
func dueText(f *kit.Frame, l *portfolio.Line, d *due.Day) string {
	what := f.Words.DueKind(d.Kind, l.Approach)
	days, dated := f.Today.Until(d.On)
	switch {
	case !dated:
		return f.T("portfolio.undated", what)
	case d.Late(f.Moment()) && days == 0:
		return what + " " + f.Words.Late(d.At(), f.Moment())
	case d.Late(f.Moment()):
		return f.N("due.late", -days, what)
	}
	return f.T("due.on", what, f.Words.ShortDate(d.On, f.Today))
}
