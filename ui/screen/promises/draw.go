package promises

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// linesAround is how many lines of the body the table does not have: what the
// list is grouped by, and below it the item in hand in full.
const linesAround = 5

// widestList is how wide the list grows; beyond it the eye loses the row.
const widestList = 160

// The widths of columns; the days have more room from a width on.
const (
	whenWidth = 16
	wideWhen  = 20
	byWidth   = 18
	wideFrom  = 90
)

func (s Screen) visible(f *kit.Frame) int {
	return widget.Table{Count: len(s.shown.rows), Bare: true}.Visible(f.H - linesAround)
}

// row is the row in hand.
func (s Screen) row() (listRow, bool) {
	if len(s.shown.rows) == 0 {
		return listRow{}, false
	}
	r := s.shown.rows[s.cursor.In(len(s.shown.rows))]
	return r, !r.head
}

// View draws the list. Other clients are nobody's business but the manager's.
func (s Screen) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	s = s.settled(&f)
	switch {
	case !s.fetched:
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("root.opening"))}
	case s.err != nil && len(s.clients) == 0:
		return kit.Page{Body: strings.Join(append([]string{""}, s.failed(&f)...), "\n")}
	case len(s.shown.rows) == 0 && !s.mine:
		if s.own {
			return kit.Page{Body: part.Empty(&f, f.T("due.empty"), f.T("due.empty.how", part.Digit(&f, account.Realise)))}
		}
		return kit.Page{Body: part.Empty(&f, f.T("promises.empty"), f.T("promises.empty.how"))}
	}
	if pair := part.PairOf(&f, leastBeside); pair.Wide() && s.err == nil {
		both := pair.Beside(cells.Lines(s.listView(pair.LeftOf(&f), false)), s.whole(&f, pair.Right).In(&f, f.H))
		return kit.Page{Body: strings.Join(both, "\n")}
	}
	return kit.Page{Body: s.listView(&f, true)}
}

// leastBeside is how wide the list is at least for the item in hand to stand beside
// it.
const leastBeside = 104

// leastBelow is how many lines the item in hand needs for more of it than its row to
// stand below the list.
const leastBelow = 10

// listView draws the list and, where it is alone, the item in hand in full below it.
func (s Screen) listView(f *kit.Frame, alone bool) string {
	w := min(f.W, widestList)
	below := s.below(f, w)
	if !alone {
		below = nil
	}
	lines := append(make([]string, 0, f.H), s.first(f, w), s.above(f, w))
	lines = append(lines, s.table(f, w).View(*f, s.cursor, w, f.H-len(lines)-len(below))...)
	gap := f.H - len(below) - len(lines)
	if alone && f.W >= part.BesideFrom && gap >= leastBelow && s.err == nil {
		lines = append(append(lines, ""), s.whole(f, min(w, part.WidestText)).In(f, f.H-len(lines)-1)...)
		return cells.Block(lines, f.W, f.H)
	}
	if gap > 0 {
		lines = append(lines, make([]string, gap)...)
	}
	return cells.Block(append(lines, below...), f.W, f.H)
}

// whole is the item in hand in full: what it is, whose and when, and of the client in
// hand where it comes from and what it led to.
func (s Screen) whole(f *kit.Frame, w int) part.Whole {
	r, ok := s.row()
	if !ok {
		return part.Whole{}
	}
	var lines []string
	for _, l := range cells.Wrap(f.Words.Due(r.at, r.of.Approach), w) {
		lines = append(lines, f.Theme.Strong.Render(l))
	}
	for _, l := range cells.Wrap(inFull(f, &r, true), w-2) {
		lines = append(lines, "  "+f.Theme.Faint.Render(l))
	}
	of, client := s.ThingInHand(*f)
	if client == "" || client != f.Client.ID {
		of = trace.Thing{}
	}
	return part.TracedWhole(f, of, w).Sections().Under(lines)
}

// first is what the list is grouped by, and whose items it has.
func (s Screen) first(f *kit.Frame, w int) string {
	left, right := part.Tabs(f.Theme, s.groups(f), s.side()), ""
	if s.mine {
		right = f.T("promises.mine")
	}
	return cells.Pad(cells.Cut(left, w), w-cells.Width(right)) + f.Theme.Accent.Render(right)
}

// above is the head of the group whose rows are the first in view, where it is
// not in view itself.
func (s Screen) above(f *kit.Frame, w int) string {
	rows := s.shown.rows
	from, _ := s.cursor.Window(len(rows), s.visible(f))
	if from >= len(rows) || rows[from].head {
		return ""
	}
	for !rows[from].head {
		from--
	}
	return f.Theme.Faint.Render(cells.Line(s.headOf(f, &rows[from]), w))
}

// table is the list in view. What a column holds is plain to see.
func (s Screen) table(f *kit.Frame, w int) widget.Table {
	client, what := widget.Column{Least: 14, Share: 2}, widget.Column{Least: 14, Share: 3}
	by, when := widget.Column{Width: byWidth, From: wideFrom}, widget.Column{Width: whenWidth}
	if w >= wideFrom {
		when.Width = wideWhen
	}
	t := widget.Table{Count: len(s.shown.rows), Empty: s.nothing(f), Bare: true}
	switch s.by {
	case byClient:
		t.Columns = []widget.Column{what, when, by}
	case byPerson:
		t.Columns = []widget.Column{client, what, when}
	default:
		t.Columns = []widget.Column{client, what, when, by}
	}
	if s.own && s.by != byClient {
		t.Columns = t.Columns[1:]
	}
	t.Told = s.items
	t.Row = func(i int) widget.Row { return s.drawn(f, &s.shown.rows[i]) }
	return t
}

// items counts the rows between two that are no heads.
func (s Screen) items(from, to int) (n int) {
	for i := from; i < to; i++ {
		if !s.shown.rows[i].head {
			n++
		}
	}
	return n
}

// drawn is one row.
func (s Screen) drawn(f *kit.Frame, r *listRow) widget.Row {
	if r.head {
		return widget.Row{Wide: true, Cells: widget.Texts(s.headOf(f, r))}
	}
	when, look := standing(f, r)
	what := f.Words.Due(r.at, r.of.Approach)
	if r.at.Side == account.ClientSide {
		what = f.T("promises.theirs", what)
	}
	cells := map[grouping][]string{
		byWeek:   {r.of.Name, what, when, r.at.By.Called()},
		byClient: {what, when, r.at.By.Called()},
		byPerson: {r.of.Name, what, when},
	}[s.by]
	at := 2
	if s.own {
		cells = cells[1:]
	}
	if s.own || s.by == byClient {
		at = 1
	}
	row := widget.Row{Cells: widget.Texts(cells...), Faint: r.done}
	row.Cells[at].Style = look
	return row
}

// headOf is what a group is about, and how much of it is open.
func (s Screen) headOf(f *kit.Frame, r *listRow) string {
	name := ""
	switch {
	case s.by == byClient:
		name = r.of.Name
		if kept := part.Kept(f, r.of.On(f.Today)); kept != "" {
			return f.T("promises.head.kept", name, f.Words.Int(r.count), kept)
		}
	case s.by == byPerson && r.group.rank == nobodyRank:
		name = f.T("promises.nobody")
	case s.by == byPerson && r.group.rank == clientRank:
		name = f.T("promises.oftheirs", r.at.By.Called(), r.of.Name)
	case s.by == byPerson:
		name = r.at.By.Called()
	case r.group.rank == laterWeek:
		name = f.T("promises.week.later", f.Words.ShortDate(account.Date(r.group.name), f.Today))
	default:
		name = f.T("promises.week." + [...]string{"late", "today", "this", "next", "", "undated"}[r.group.rank])
	}
	return f.T("promises.head", name, f.Words.Int(r.count))
}

// standing is when an item is due, in words, or that it is done.
func standing(f *kit.Frame, r *listRow) (string, theme.Style) {
	day := r.at.Day()
	switch {
	case r.done:
		return f.Theme.Glyphs.Ok + " " + f.T("status.done"), theme.Style{}
	case day.Late(f.Moment()):
		return f.Words.DueWhen(r.at, f.Moment()), f.Theme.Bad
	case day.On == "" && day.Kind.Promised():
		return f.Words.DueWhen(r.at, f.Moment()), f.Theme.Warn
	}
	return f.Words.DueWhen(r.at, f.Moment()), theme.Style{}
}

// failed says why the list could not be read.
func (s Screen) failed(f *kit.Frame) []string {
	lines := cells.Wrap(f.Words.Fault(s.err)+" "+f.T("promises.again"), f.W)
	for i := range lines {
		lines[i] = f.Theme.Warn.Render(lines[i])
	}
	return lines[:min(len(lines), linesAround-3)]
}

// below is the item in hand in full, or why an older list stands here. It is as
// high for every item, so that the list stands still.
func (s Screen) below(f *kit.Frame, w int) []string {
	if s.err != nil {
		return append([]string{""}, s.failed(f)...)
	}
	r, ok := s.row()
	if !ok {
		return []string{"", "", ""}
	}
	text := inFull(f, &r, true)
	if cells.Width(text) > w {
		text = inFull(f, &r, false)
	}
	said := cells.Wrap(f.Words.Due(r.at, r.of.Approach), w)
	if len(said) == 1 {
		said = append([]string{""}, said...)
	}
	return append(said[:2:2], f.Theme.Faint.Render(cells.Line(text, w)))
}

// inFull is all that the row of an item leaves out, with what became of the
// promises to its client.
func inFull(f *kit.Frame, r *listRow, promises bool) string {
	parts := []string{r.of.Name}
	if r.at.Cycle != "" {
		parts = append(parts, string(r.at.Cycle))
	}
	if r.at.Kind == due.Action {
		parts = append(parts, f.T("promises.number", r.at.Number))
	}
	if r.at.By.Named() {
		parts = append(parts, r.at.By.Called())
	}
	if r.at.At != "" {
		parts = append(parts, f.Words.ShortMoment(r.at.At, f.Today))
	}
	if kept := part.Kept(f, r.of.On(f.Today)); promises && kept != "" {
		parts = append(parts, f.T("promises.kept", kept))
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}

// Bare implements kit.Barer: nothing is owed to any client.
func (s Screen) Bare(f kit.Frame) bool {
	s = s.settled(&f)
	return s.fetched && s.err == nil && len(s.shown.rows) == 0 && !s.mine
}
