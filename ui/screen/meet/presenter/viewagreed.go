package presenter

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// writing draws a page on which one writes: what it is about above, the lines
// below.
func (s *Screen) writing(f *kit.Frame, p page) kit.Page {
	fields := s.fields(f, p)
	title, wish := f.T("meet.session.title."+string(p.kind)), 0
	above := max(f.H/3, 6)
	if p.kind == agreedPage {
		if _, a := f.Client.Action(p.of); a != nil {
			title, wish = a.Text, f.Scale
		}
		above = f.H - max(f.H/4, 6)
	}
	margin := f.W / 32
	top := cells.Block(cells.Indent(append([]string{""}, large.Text(f.Theme, title, f.W-2*margin, above-2, wish)...), margin), f.W, above)
	if len(fields) == 0 { // nothing is written any more
		lines := s.lines(f, -1, ideaRows(f)).Draw(f.W-2*margin, f.H-above)
		return kit.Page{Body: cells.Block(append(cells.Lines(top), cells.Indent(lines, margin)...), f.W, f.H)}
	}
	page := s.form.View(*f, fields, f.W, f.H-above)
	if page.Cursor != nil {
		c := *page.Cursor
		c.Y += above
		page.Cursor = &c
	}
	page.Body = strings.Join(append(cells.Lines(top), cells.Lines(page.Body)...), "\n")
	return page
}

func ideaRows(f *kit.Frame) (rows []row) {
	for _, i := range f.Y().Meeting.Ideas {
		rows = append(rows, row{Text: i.Text})
	}
	return rows
}

// counted is the ideas with how many are for each, the one in hand large.
func (s *Screen) counted(f *kit.Frame, title large.Block) []large.Block {
	all := f.Y().Meeting.Ideas
	at := s.list.In(len(all))
	var rows []row
	for _, i := range all {
		end := ""
		if i.Action != "" {
			end = f.Theme.Glyphs.Ok + " " + i.Action
		}
		rows = append(rows, row{Sign: f.Words.Int(i.Votes), Text: i.Text, End: end})
	}
	inHand := large.Block{Grow: 1, Draw: func(w, h int) []string {
		number := large.Figure(f.Theme, f.Words.Int(all[at].Votes), w/4, min(h, max(f.H/5, 5)))
		gap := max(w/24, 3)
		wide := cells.Width(number[0]) + gap
		text := large.Text(f.Theme, all[at].Text, w-wide, h, f.Scale)
		return cells.Lines(cells.Columns(strings.Join(number, "\n"), wide-gap, strings.Join(text, "\n"), w-wide, gap))
	}}
	return []large.Block{title, inHand, s.lines(f, at, rows)}
}

// coming is what was agreed of KWIs for the next cycle.
func (s *Screen) coming(f *kit.Frame) large.Block {
	next := f.Y().Meeting.Next
	var rows []row
	for _, n := range next {
		if n.KWI != 0 {
			n = f.Y().Coming(n.KWI)
		}
		var end []string
		if n.WishedBy != "" {
			end = append(end, part.NameOf(f, n.WishedBy))
		}
		if n.Target != 0 {
			end = append(end, f.T("meet.session.target")+" "+f.Words.Target(n.Target))
		}
		text := n.Title
		if n.Expectation != "" {
			text += "\n“" + strings.TrimSpace(n.Expectation) + "”"
		}
		rows = append(rows, row{Text: text, End: strings.Join(end, " "+f.Theme.Glyphs.Dot+" ")})
	}
	return s.lines(f, s.list.In(len(next)), rows)
}

// agreements is everything that is to be done, with who does it and when, in
// letters of dots where there is room for all of it.
func (s *Screen) agreements(f *kit.Frame, title large.Block) []large.Block {
	all := toDo(f)
	if len(all) == 0 {
		return []large.Block{title, large.Note(f.Theme, f.Theme.Faint, f.T("meet.agree.nothing"))}
	}
	var rows []row
	for _, a := range all {
		end := []string{f.T("meet.agree.side." + string(a.Side))}
		if a.For != "" {
			end[0] = named(f, account.Initials(a.For))
		}
		if a.Status == account.Done {
			end = append(end, f.Theme.Glyphs.Ok+" "+f.T("status.done"))
		} else if a.Due != "" {
			end = append(end, f.Words.ShortMoment(a.Due, f.Today))
		}
		rows = append(rows, row{Text: a.Text, End: strings.Join(end, " "+f.Theme.Glyphs.Dot+" ")})
	}
	at := s.list.In(len(all))
	list := large.Block{Grow: 1, Draw: func(w, h int) []string {
		if lines, ok := part.LargeStack(f, at, rows, w, h); ok {
			return lines
		}
		return plain(f, at, rows, w, h)
	}}
	return []large.Block{title, list}
}
