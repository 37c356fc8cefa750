package communicate

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// narrowDays is where days have room for no more than themselves.
const narrowDays = 70

// View draws the people, or the preview that is open.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Y() == nil {
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	}
	p, ok := s.in(&f)
	if !ok {
		return kit.Page{Body: part.Empty(&f, f.T("communicate.empty"), f.T("communicate.empty.how"))}
	}
	if s.open != "" {
		return kit.Page{Body: cells.Block(s.preview(&f, p), f.W, f.H)}
	}
	rows := peopleRows(&f)
	lines, below := s.above(&f), s.below(&f, p)
	lines = append(lines, s.table(&f, rows).View(f, s.held(rows), f.W, f.H-len(lines)-len(below))...)
	return part.OverFoot(&f, lines, below)
}

// above is how far it is, for all together.
func (s Screen) above(f *kit.Frame) (lines []string) {
	y := f.Y()
	all, sent, confirmed := 0, 0, 0
	for _, r := range f.Client.Awaited(y) {
		all++
		if len(y.Sent[r.Initials]) > 0 {
			sent++
		}
		if y.Confirmed[r.Initials] != "" {
			confirmed++
		}
	}
	text := f.T("communicate.summary", sent, all, confirmed, all)
	if n := len(f.Client.Colleagues); n > 0 {
		text += " " + f.Theme.Glyphs.Dot + " " + f.T("communicate.summary.colleagues", n-len(f.Client.Uninformed(f.Y())), n)
	}
	for _, l := range cells.Wrap(text, f.W) {
		lines = append(lines, f.Theme.Strong.Render(l))
	}
	if text := part.TooManyKWIs(f); text != "" && f.H >= 16 {
		for _, l := range cells.Wrap(text, f.W) {
			lines = append(lines, f.Theme.Warn.Render(l))
		}
	}
	return append(lines, "")
}

// table is everybody with how far it is with them.
func (s Screen) table(f *kit.Frame, rows []personRow) widget.Table {
	w := 18
	if f.W < narrowDays {
		w = 12
	}
	t := widget.Table{Count: len(rows), Columns: []widget.Column{
		{Width: 4}, {Title: f.T("communicate.col.name")}, {Title: f.T("communicate.col.questions"), Width: 6, Right: true},
		{Title: f.T("communicate.col.sent"), Width: w}, {Title: f.T("communicate.col.confirmed"), Width: w},
	}}
	t.Row = func(i int) widget.Row {
		switch p := rows[i]; {
		case p.who == "" && !p.colleague:
			return widget.Row{}
		case p.who == "":
			return widget.Row{Head: true, Cells: widget.Texts("", f.T("communicate.colleagues"), "", f.T("communicate.col.informed"))}
		case p.colleague:
			return colleague(f, p.who)
		default:
			return respondent(f, p.who)
		}
	}
	return t
}

func respondent(f *kit.Frame, who account.Initials) widget.Row {
	y, r := f.Y(), f.Client.Respondent(who)
	n := len(y.Assigned[who])
	row := widget.Row{Cells: widget.Texts(string(who), r.Name, strconv.Itoa(n))}
	if longListOf(f, who) {
		row.Cells[2] = widget.Cell{Text: strconv.Itoa(n) + "!", Style: f.Theme.Warn}
	}
	switch {
	case r.Left != "":
		row.Faint = true
		row.Cells = append(row.Cells, quietCell(f, f.T("communicate.left")))
		return row
	case y.Excused[who] != "":
		row.Faint = true
		row.Cells = append(row.Cells, quietCell(f, f.T("communicate.excused")))
		return row
	case n == 0:
		row.Cells[2].Style = f.Theme.Warn
		row.Cells = append(row.Cells, quietCell(f, f.T("communicate.noquestions")))
		return row
	}
	sent := account.Date("")
	if days := y.Sent[who]; len(days) > 0 {
		sent = days[len(days)-1]
	}
	if s := y.Unsettled(who); s != nil {
		row.Cells = append(row.Cells, signCell(f.Theme.Warn, f.Theme.Glyphs.Todo, f.T("communicate.maybe")))
	} else if y.BehindOf(who).Any() {
		row.Cells = append(row.Cells, signCell(f.Theme.Warn, f.Theme.Glyphs.Todo, f.T("behind.again")))
	} else {
		row.Cells = append(row.Cells, dayCell(f, sent, "communicate.tosend"))
	}
	if sent == "" && y.Confirmed[who] == "" {
		return row
	}
	row.Cells = append(row.Cells, dayCell(f, y.Confirmed[who], "communicate.toconfirm"))
	return row
}

func colleague(f *kit.Frame, who account.Initials) widget.Row {
	m := f.Client.Colleague(who)
	name := m.Name
	if m.Role != "" {
		name += ", " + m.Role
	}
	return widget.Row{Cells: append(widget.Texts(string(who), name, ""), dayCell(f, f.Y().Informed[who], "communicate.toinform"))}
}

// dayCell is a day on which something was done, or that it is still to be done.
func dayCell(f *kit.Frame, d account.Date, todo string) widget.Cell {
	if d == "" {
		return signCell(f.Theme.Warn, f.Theme.Glyphs.Todo, f.T(todo))
	}
	return signCell(f.Theme.Good, f.Theme.Glyphs.Ok, f.Words.ShortDate(d, f.Today))
}

func quietCell(f *kit.Frame, text string) widget.Cell {
	return signCell(f.Theme.Faint, f.Theme.Glyphs.None, text)
}

// signCell is a word behind its sign, both in one look.
func signCell(look theme.Style, glyph, text string) widget.Cell {
	return widget.Cell{Text: glyph + " " + text, Style: look}
}
