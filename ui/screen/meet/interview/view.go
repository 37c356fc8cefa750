package interview

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the page: what is asked or read back, large, and below it what was
// said.
func (s Screen) View(f kit.Frame) kit.Page {
	s = s.woken(&f)
	switch {
	case f.Y() == nil:
		return quiet(&f, f.T("meet.nocycle"))
	case f.Y().Stage == account.Closed:
		return quiet(&f, f.T("meet.interview.closed"))
	case !s.ready(&f):
		return s.people(&f)
	}
	above := s.aboveRows(&f)
	margin := f.W / 32
	caption, text := s.large(&f)
	var lines []string
	if caption != "" {
		lines = append(drawCaption(&f, caption, f.W-2*margin, above/5), "")
	}
	if f.H >= airyFrom {
		lines = append([]string{""}, lines...)
	}
	lines = append(lines, large.Text(f.Theme, text, f.W-2*margin, max(above-1-len(lines), 1), f.Scale)...)
	top := cells.Lines(cells.Block(cells.Indent(lines, margin), f.W, above))
	page := s.below(&f, f.H-above)
	if page.Cursor != nil {
		c := *page.Cursor
		c.Y += above
		page.Cursor = &c
	}
	page.Body = strings.Join(append(top, cells.Lines(page.Body)...), "\n")
	return page
}

// drawCaption is what is asked about the words that stand large: in letters of
// dots where one fifth of the height holds it.
func drawCaption(f *kit.Frame, text string, w, h int) []string {
	t := f.Theme
	t.Strong = t.Accent
	return large.Text(t, text, w, max(h, 1), -largestCaption)
}

// largestCaption is how many sizes smaller than they might be these letters are.
const largestCaption = 1

// airyFrom is from how many lines on there is space above what is large.
const airyFrom = 18

// aboveRows is how many lines what is large has, with the space around it:
// about two thirds, so that it fills half of the page. Below a promise there is
// nothing but its day.
func (s *Screen) aboveRows(f *kit.Frame) int {
	if s.page == promising {
		return f.H - 4
	}
	return f.H * 13 / 20
}

// large is what stands large on the page, and what is asked about it, "" where
// that is all there is.
func (s *Screen) large(f *kit.Frame) (caption, text string) {
	question := s.question(f)
	quoted := func(words string) (string, string) { return question, "“" + strings.TrimSpace(words) + "”" }
	switch s.page {
	case ranking:
		if lines := f.Y().Ranked(s.who); len(lines) > 0 {
			return quoted(lines[s.list.In(len(lines))].Text)
		}
	case asking:
		if s.onExample(f) {
			return guideOf(f).Interview().Example, question
		}
	case reading:
		fields := s.fields(f)
		if at := s.form.Field(fields); at.ID != "" {
			return quoted(s.form.Text(at))
		}
	}
	return "", question
}

// below is what was said, in h lines.
func (s *Screen) below(f *kit.Frame, h int) kit.Page {
	fields := s.fields(f)
	switch {
	case s.page == ranking:
		return s.order(f, h)
	case len(fields) == 0 && s.page == asking:
		return quiet(f, f.T("meet.interview.nokwi"))
	case len(fields) == 0:
		return quiet(f, f.T("meet.interview.nothing"))
	}
	if n := len(fields) - 1; f.Shows && fields[n].ID == freshLine && fields[n].Value == "" {
		fields = fields[:n] // where nobody writes no line waits for it
	}
	page := kit.Page{Body: cells.Block(nil, f.W, h)}
	if len(fields) > 0 {
		page = s.form.View(*f, fields, f.W, h)
	}
	if p, promised := s.standing(f); s.page == promising && promised && s.typedDay(f) == "" {
		lines := cells.Lines(page.Body)
		said := f.Theme.Glyphs.Ok + " " + f.T("meet.interview.promised", f.Words.ShortDate(p.Due, f.Today))
		page.Body = strings.Join([]string{lines[0], "", "  " + f.Theme.Accent.Render(cells.Line(said, f.W-2))}, "\n")
	}
	return page
}

// order is the lines by importance, the one in hand among them.
func (s *Screen) order(f *kit.Frame, h int) kit.Page {
	all := f.Y().Ranked(s.who)
	if len(all) == 0 {
		return quiet(f, f.T("meet.interview.nothing"))
	}
	t, k := f.Theme, s.wish(f)
	at := s.list.In(len(all))
	var lines []string
	for i, n := range all {
		sign, look, mark := "  ", t.Text, ""
		if i == at {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
		}
		if k != nil && n.KWI == k.Code {
			mark = "  " + t.Accent.Render(f.T("meet.interview.mark"))
		}
		number := cells.Pad(f.Words.Int(i+1), 4)
		lines = append(lines, sign+t.Accent.Render(number)+look.Render(cells.Line(n.Text, f.W-8-cells.Width(mark)))+mark)
	}
	from := cells.Scroll(at, at+1, h)
	return kit.Page{Body: cells.Block(lines[min(from, max(len(lines)-h, 0)):], f.W, h)}
}

// quiet is a page that has nothing yet.
func quiet(f *kit.Frame, text string) kit.Page {
	lines := []string{""}
	for _, l := range cells.Wrap(text, f.W-4) {
		lines = append(lines, "  "+f.Theme.Faint.Render(l))
	}
	return kit.Page{Body: strings.Join(lines, "\n")}
}

// people asks whom the talk is with.
func (s *Screen) people(f *kit.Frame) kit.Page {
	t, all := f.Theme, f.Client.Staying()
	if len(all) == 0 {
		return quiet(f, f.T("attendance.nobody"))
	}
	list := s.onPerson(f, all)
	var rows []part.LargeRow
	for _, r := range all {
		row := part.LargeRow{Text: part.NameOf(f, r.Initials)}
		if r.Function != row.Text {
			row.End = r.Function
		}
		rows = append(rows, row)
	}
	if lines, ok := part.LargeList(f, f.T("meet.interview.with"), list.In(len(all)), rows); ok {
		return kit.Page{Body: cells.Block(lines, f.W, f.H)}
	}
	lines := []string{"", t.Strong.Render(cells.Line(f.T("meet.interview.with"), f.W-2)), ""}
	for i, r := range all {
		sign, look := "  ", t.Text
		if i == list.In(len(all)) {
			sign, look = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong
		}
		lines = append(lines, sign+look.Render(cells.Line(personLine(f, r), f.W-6)))
	}
	return kit.Page{Body: cells.Block(cells.Indent(lines, 2), f.W, f.H)}
}

func personLine(f *kit.Frame, r account.Respondent) string {
	name := part.NameOf(f, r.Initials)
	if r.Function != "" && r.Function != name {
		name += "  " + r.Function
	}
	return name
}
