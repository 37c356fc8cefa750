package presenter

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget/large"
)

// View draws the page in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	p, ok := s.page(&f)
	if !ok {
		return kit.Page{Body: cells.Block([]string{"", "  " + f.Theme.Faint.Render(cells.Line(f.T("meet.nocycle"), f.W-2))}, f.W, f.H)}
	}
	s.seats = s.seats.seen(&f)
	if fields := s.fields(&f, p); p.kind == ideasPage || len(fields) > 0 {
		return s.writing(&f, p)
	}
	lines, _ := large.Page(f.W, f.H, s.blocks(&f, p)...)
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// blocks are what stands on a page.
func (s *Screen) blocks(f *kit.Frame, p page) []large.Block {
	title := large.Title(f.Theme, f.T("meet.session.title."+string(p.kind)))
	switch p.kind {
	case presentPage:
		return []large.Block{title, s.present(f)}
	case agendaPage:
		return []large.Block{title, s.agenda(f)}
	case keptPage:
		return []large.Block{title, kept(f)}
	case donePage:
		_, a := f.Client.Action(p.of)
		return []large.Block{large.Title(f.Theme, f.T("meet.session.back."+string(a.Status))), large.Words(f.Theme, a.Text, f.Scale), about(f, whatCame(f, a), evidence(a))}
	case agreedPage:
		_, a := f.Client.Action(p.of)
		return []large.Block{large.Title(f.Theme, f.T("meet.session.side."+string(a.Side))), large.Words(f.Theme, a.Text, f.Scale), about(f, whoWhen(f, a), nil)}
	case totalPage:
		return []large.Block{title, scoreBlock(f, 0), foot(f, totalNotes(f))}
	case coursePage, trendPage:
		return s.course(f, p, title)
	case kwiPage:
		k := p.kwiOf(f)
		return []large.Block{large.Title(f.Theme, k.Title), scoreBlock(f, k.Code), foot(f, kwiNotes(f, k))}
	case withheldPage:
		return []large.Block{large.Words(f.Theme, f.T("meet.session.withheld"), f.Scale)}
	case remarkPage:
		return remarkBlocks(f, p)
	case countPage:
		return s.counted(f, title)
	case decidedPage:
		return []large.Block{title, large.Words(f.Theme, strings.Join(f.Y().Meeting.Decisions, "\n"), f.Scale)}
	case nextPage:
		return []large.Block{title, s.coming(f)}
	case listPage:
		return s.agreements(f, title)
	case gradePage:
		return graded(f, p)
	case valuePage:
		return []large.Block{title, valueQuestion(f)}
	}
	return nil
}

// row is one of the lines of a page.
type row = part.LargeRow

// lines draws rows, the one in hand marked: in letters of dots where there is
// room for all of them, else in plain ones on as many lines as they need. at
// below 0 marks none.
func (s *Screen) lines(f *kit.Frame, at int, rows []row) large.Block {
	return large.Block{Grow: 1, Draw: func(w, h int) []string {
		if lines, ok := part.LargeRows(f, at, rows, w, h); ok {
			return lines
		}
		return plain(f, at, rows, w, h)
	}}
}

func plain(f *kit.Frame, at int, rows []row, w, h int) []string {
	t, gap := f.Theme, 0
	if 2*len(rows) <= h {
		gap = 1
	}
	var lines []string
	from, to := 0, 0
	for i, r := range rows {
		mark, look := "  ", t.Text
		if i == at {
			mark, look, from = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong, len(lines)
		}
		sign, indent := "", 0
		if r.Sign != "" {
			sign, indent = cells.Pad(r.Sign, 3), 3
		}
		room := max(w-2-indent, 1)
		wrapped := cells.Wrap(r.Text, room)
		for n, l := range wrapped {
			if n > 0 {
				mark, sign = "  ", cells.Spaces(indent)
			}
			line := mark + sign + look.Render(l)
			if n == len(wrapped)-1 && r.End != "" {
				if cells.Width(line)+3+cells.Width(r.End) <= w {
					line += "   " + t.Faint.Render(r.End)
				} else {
					lines = append(lines, line)
					line = cells.Spaces(2+indent) + t.Faint.Render(cells.Line(r.End, room))
				}
			}
			lines = append(lines, line)
		}
		if i == at {
			to = len(lines)
		}
		for range gap {
			lines = append(lines, "")
		}
	}
	top := min(cells.Scroll(from, max(to, from+1), max(h, 1)), max(len(lines)-h, 0))
	lines = lines[top:]
	return lines[:min(len(lines), h)]
}

// present is who may be here, those who are ticked.
func (s *Screen) present(f *kit.Frame) large.Block {
	all := s.seats.all(f)
	var rows []row
	for _, who := range all {
		here, sign := slices.Contains(s.seats.here, who), f.Theme.Glyphs.Todo
		if here {
			sign = f.Theme.Glyphs.Ok
		}
		rows = append(rows, row{Sign: sign, Text: named(f, who), Quiet: !here})
	}
	return s.lines(f, s.list.In(len(all)), rows)
}

// agenda is the parts of the session with their minutes.
func (s *Screen) agenda(f *kit.Frame) large.Block {
	all := f.Y().Agenda()
	var rows []row
	for _, p := range all {
		end := f.T("meet.session.minutes.of", f.Words.Int(p.Minutes))
		if p.Minutes == 0 {
			end = f.Theme.Glyphs.None
		}
		rows = append(rows, row{Text: f.T("meet.session.item." + string(p.Item)), End: end})
	}
	return s.lines(f, s.list.In(len(all)), rows)
}

// remarkBlocks is a remark, with the name of whoever made it where that may
// stand beside it.
func remarkBlocks(f *kit.Frame, p page) []large.Block {
	for _, r := range remarks(f) {
		if string(r.who) != p.of {
			continue
		}
		blocks := []large.Block{large.Words(f.Theme, "“"+strings.TrimSpace(r.text)+"”", f.Scale)}
		if f.Client.Respondent(r.who) != nil {
			blocks = append(blocks, large.Title(f.Theme, named(f, r.who)))
		}
		return blocks
	}
	return nil
}

// foot is words below a page.
func foot(f *kit.Frame, notes []string) large.Block {
	if len(notes) == 0 {
		return large.Lines()
	}
	return large.Note(f.Theme, f.Theme.Text, strings.Join(notes, " "+f.Theme.Glyphs.Dot+" "))
}

// whoWhen is who does an agreement and when.
func whoWhen(f *kit.Frame, a *account.Action) (out []string) {
	if a.For != "" {
		out = append(out, named(f, account.Initials(a.For)))
	}
	if a.Due != "" {
		out = append(out, f.Words.ShortMoment(a.Due, f.Today))
	}
	if a.Status == account.Done {
		out = append(out, f.Theme.Glyphs.Ok+" "+f.T("status.done"))
	}
	return out
}

// whatCame is who did an agreement that one looks back on, and when.
func whatCame(f *kit.Frame, a *account.Action) (out []string) {
	who := f.T("meet.agree.side." + string(a.Side))
	if a.For != "" {
		who = named(f, account.Initials(a.For))
	}
	out = append(out, who)
	switch {
	case a.Done != "":
		out = append(out, f.Theme.Glyphs.Ok+" "+f.Words.ShortDate(a.Done, f.Today))
	case a.Status == account.Open && a.Due != "":
		out = append(out, f.Words.ShortMoment(a.Due, f.Today))
	}
	if a.Announced != "" {
		out = append(out, f.T("meet.session.announced", f.Words.ShortDate(a.Announced, f.Today)))
	}
	return out
}

// evidence is what was released of it.
func evidence(a *account.Action) []string {
	if a.Evidence == "" {
		return nil
	}
	return []string{a.Evidence}
}

// about is what stands below an agreement.
func about(f *kit.Frame, facts, notes []string) large.Block {
	return large.Block{Draw: func(w, h int) (lines []string) {
		if len(facts) > 0 {
			lines = large.Note(f.Theme, f.Theme.Strong, strings.Join(facts, " "+f.Theme.Glyphs.Dot+" ")).Draw(w, h)
		}
		for _, n := range notes {
			if len(lines) > 1 {
				lines = append(lines, "") // letters of dots hang below their line
			}
			lines = append(lines, large.Note(f.Theme, f.Theme.Text, n).Draw(w, h)...)
		}
		return lines[:min(len(lines), h)]
	}}
}
