package plan

import (
	"maps"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// across is how wide text is typed in the block in hand.
func (s Screen) across(f *kit.Frame, b *report.PlanBlock) int {
	w := f.W - mapWide
	if wholePage(f) {
		_, j := place(b.Number)
		w = columnWidths(f.W)[j]
	}
	w -= cellMargin
	switch {
	case b.Figures != nil:
		c := &cell{f: f, s: s, b: b, w: w + cellMargin}
		w = c.sheet().column[s.column] - 1
	case b.Number == report.KPIsBlock:
		code := "KPI"
		if l, ok := s.line(b); ok && !s.form.Open(fresh) {
			code = l.Code
		}
		w -= cells.Width(code) + 1
	}
	return max(w, 1)
}

// write opens a field of the block in hand.
func (s Screen) write(f *kit.Frame, b *report.PlanBlock, id string) Screen {
	s.compare = false
	s.form = widget.Form{Of: strconv.Itoa(s.yearOf(f))}.On(id)
	s.form.Across = s.across(f, b)
	s.form = s.form.Begin(*f, s.fields(f, b))
	return s
}

// typing answers a message while a field is open. Tab leads to the next block and
// out of a text into the next text,
// enter behind an indicator or a figure to the next one, and up and down out of
// either.
func (s Screen) typing(f *kit.Frame, page *report.PlanPage, msg tea.Msg) (kit.Screen, kit.Outcome) {
	b := page.Block(s.number())
	fields := s.fields(f, b)
	by := 0
	switch {
	case msg == tea.Msg(doNext), keys.Pressed(msg, keys.Next):
		by = +1
	case keys.Pressed(msg, keys.Prev):
		by = -1
	}
	if by != 0 {
		form, out, _ := s.form.Update(*f, fields, widget.DoDone)
		if s.form = form; form.Typing() {
			return s, out // it cannot be kept yet
		}
		_, text := typedBlock(b.Number)
		return s.next(f, page, by, text), out
	}
	was, line := s.form, s.form.EndsLine(msg) && (s.form.Open(fresh) || b.Figures != nil)
	if line {
		msg = widget.DoDone
	}
	form, out, _ := s.form.Update(*f, fields, msg)
	if s.form = form; form.Typing() {
		return s.follows(f, b), out
	}
	s = s.left(page, was, out, msg)
	if line && b.Figures != nil {
		s = s.move(page, keys.Down)
	}
	if line && b.Figures == nil && out.Change != nil {
		now := *f
		now.Drafts = maps.Clone(f.Drafts)
		delete(now.Drafts, strconv.Itoa(page.Year)+"/"+fresh) // it is kept
		s = s.write(&now, b, fresh)
	}
	return s, out
}

// follows takes the line in hand along to the indicator that enter opened.
func (s Screen) follows(f *kit.Frame, b *report.PlanBlock) Screen {
	if b.Number != report.KPIsBlock {
		return s
	}
	if code, is := strings.CutPrefix(s.form.Field(s.fields(f, b)).ID, indicator); is {
		s.lines[b.Number] = widget.ListOn(code)
	}
	s.form.Across = s.across(f, b)
	return s
}

// left is the screen once a field was left: what was new is in hand, and the line
// that enter or an arrow leads to.
func (s Screen) left(page *report.PlanPage, was widget.Form, out kit.Outcome, msg tea.Msg) Screen {
	b := page.Block(s.number())
	if was.Open(fresh) {
		s.in = out.Change != nil || len(b.Lines) > 0
		if out.Change != nil {
			s.lines[b.Number] = widget.List{At: len(b.Lines)}
		}
	}
	if way := keys.Move(msg, true); (way == keys.Up || way == keys.Down) && s.in {
		s = s.move(page, way)
	}
	s.form = widget.Form{}
	return s
}

// onFigure answers a key on a figure that is not open: a digit begins it anew.
func (s Screen) onFigure(f *kit.Frame, b *report.PlanBlock, msg tea.Msg) (Screen, kit.Outcome, bool) {
	field := s.figureField(f, b)
	clears := keys.Pressed(msg, keys.ClearGrade)
	if !begins(msg) && !clears {
		return s, kit.Outcome{}, false
	}
	if field.Why != "" {
		return s, kit.Refuses(field.Why), true
	}
	if clears {
		return s, field.Set(""), true
	}
	s = s.write(f, b, field.ID)
	fields := s.fields(f, b)
	s.form, _, _ = s.form.Update(*f, fields, keys.Named("ctrl+u"))
	form, out, _ := s.form.Update(*f, fields, msg)
	s.form = form
	return s, out, true
}

// begins reports whether a message begins a figure.
func begins(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return len(msg.Text) == 1 && (msg.Text[0] >= '0' && msg.Text[0] <= '9' || msg.Text[0] == '-' || msg.Text[0] == '+')
	}
	return false
}

// paste begins to write with what is pasted: in a block that is typed, or as a
// new indicator.
func (s Screen) paste(f *kit.Frame, page *report.PlanPage, msg tea.PasteMsg) (kit.Screen, kit.Outcome) {
	b := page.Block(s.number())
	id := fresh
	if _, typed := typedBlock(b.Number); typed {
		id = textID(b.Number)
	} else if b.Number != report.KPIsBlock {
		return s, kit.Outcome{}
	}
	s = s.write(f, b, id)
	form, out, _ := s.form.Update(*f, s.fields(f, b), msg)
	s.form = form
	return s, out
}
