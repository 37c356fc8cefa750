package communicate

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// Where days have room for no more than themselves, and where not even what they are
// called is read whole.
const (
	narrowDays = 70
	narrowest  = 66
)

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
	pair := part.PairOf(&f, leastTable)
	if !pair.Wide() || f.Audience != kit.Manager {
		return s.people(&f, p)
	}
	both := pair.Beside(cells.Lines(s.people(pair.LeftOf(&f), p).Body), s.whole(&f, p, pair.Right).In(&f, f.H))
	return kit.Page{Body: strings.Join(both, "\n")}
}

// people draws everybody, and below them what is to be known of the one in hand.
func (s Screen) people(f *kit.Frame, p personRow) kit.Page {
	rows := peopleRows(f)
	lines, below := s.above(f), s.below(f, p)
	lines = append(lines, s.table(f, rows).View(*f, s.held(rows), f.W, f.H-len(lines)-len(below))...)
	return part.OverFoot(f, lines, below)
}

// leastTable is how wide the people are at least for what one of them gets to stand
// beside them.
const leastTable = 68

// whole is what who is in hand gets: a respondent their list as they will read it, a
// colleague the KWIs.
func (s Screen) whole(f *kit.Frame, p personRow, w int) part.Whole {
	beside := *f
	beside.W = w
	if m := f.Client.Colleague(p.who); p.colleague && m != nil {
		return kwisWhole(&beside).Under(calledLines(&beside, m))
	}
	s.open = p.who
	if len(f.Y().Assigned[p.who]) == 0 {
		return part.Whole{}
	}
	return part.Whole{Lines: s.lines(&beside), Key: keys.Open.Keys()[0]}
}

// calledLines are who a colleague is.
func calledLines(f *kit.Frame, m *account.Colleague) (lines []string) {
	for _, l := range cells.Wrap(m.Name, f.W) {
		lines = append(lines, f.Theme.Strong.Render(l))
	}
	for _, l := range cells.Wrap(m.Role, f.W) {
		if l != "" {
			lines = append(lines, f.Theme.Faint.Render(l))
		}
	}
	return lines
}

// kwisWhole are the KWIs with what the client expects, for who is to know them.
func kwisWhole(f *kit.Frame) (o part.Whole) {
	for _, k := range f.Y().KWIs {
		if len(o.Lines) > 0 {
			o.Lines = append(o.Lines, "")
		}
		o.Titles = append(o.Titles, len(o.Lines))
		for _, l := range cells.Wrap(k.Code.Short()+" "+k.Title, f.W) {
			o.Lines = append(o.Lines, f.Theme.Strong.Render(l))
		}
		if k.Expectation == "" {
			continue
		}
		for _, l := range cells.Wrap("“"+k.Expectation+"”", f.W-2) {
			o.Lines = append(o.Lines, "  "+f.Theme.Quote.Render(l))
		}
	}
	return o
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
	switch {
	case f.W < narrowest:
		w = 12
	case f.W < narrowDays:
		w = 14
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
	return t.Snug(3, 4)
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
	if m.Role != "" && (f.W < narrowest || f.W >= narrowDays) { // between them it is read beside the list
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
