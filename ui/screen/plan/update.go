package plan

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if aim, is := msg.(kit.Aim); is {
		return s.aim(&f, string(aim)), kit.Outcome{}
	}
	page, ok := s.page(&f)
	if !ok {
		s.in, s.compare, s.form = false, false, widget.Form{}
		return s.withoutPlan(&f, msg)
	}
	b := page.Block(s.number())
	s.form.Across = s.across(&f, b)
	if s.form.Typing() {
		return s.typing(&f, &page, msg)
	}
	if do, is := msg.(kit.Do); is {
		return s.act(&f, &page, do)
	}
	if keys.Pressed(msg, keys.Prev) {
		return s.next(&f, &page, -1, false), kit.Outcome{}
	}
	if s.onFigures() {
		if next, out, mine := s.onFigure(&f, b, msg); mine {
			return next, out
		}
	}
	if paste, is := msg.(tea.PasteMsg); is {
		return s.paste(&f, &page, paste)
	}
	if way := keys.Move(msg, false); way != keys.None {
		return s.move(&page, way), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// aim goes to a year, to an indicator of the year that is looked at, or behind a
// year to one of that.
func (s Screen) aim(f *kit.Frame, at string) Screen {
	if s, ok := s.onBlock(at); ok {
		return s
	}
	first, code, both := strings.Cut(at, "/")
	if year, err := strconv.Atoi(first); err == nil && year >= 1000 && year <= 9999 {
		if s.year = year; !both {
			return Screen{year: year}
		}
		at = code
	}
	if plan := s.plan(f); plan != nil && plan.KPI(at) != nil {
		s.block, s.in, s.compare, s.form = report.KPIsBlock, true, false, widget.Form{}
		s.lines[s.block] = widget.ListOn(at)
	}
	return s
}

// withoutPlan begins the plan of a year that has none.
func (s Screen) withoutPlan(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case doBegin:
		if out, ask := part.AskMe(f, msg); ask {
			return s, out
		}
		year, by := s.yearOf(f), f.Me.Name
		return s, kit.Changes(kit.Label("plan.label.begin", strconv.Itoa(year)), func(c *account.Client) error { return c.StartPlan(year, by) })
	case doBefore:
		return s.turn(f, -1), kit.Outcome{}
	case doAfter:
		return s.turn(f, +1), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// turn looks at the year before or after; the block stays in hand.
func (s Screen) turn(f *kit.Frame, by int) Screen {
	first, last := years(f)
	year := min(max(s.yearOf(f)+by, first), last)
	return Screen{year: year, block: s.block, lines: s.lines, column: s.column}
}

// act does what can be done while nothing is typed.
func (s Screen) act(f *kit.Frame, page *report.PlanPage, do kit.Do) (kit.Screen, kit.Outcome) {
	b := page.Block(s.number())
	switch do {
	case doSmart:
		return s, s.judge(f, b)
	case doLetters:
		return s.move(page, keys.Right), kit.Outcome{}
	case doBefore:
		return s.turn(f, -1), kit.Outcome{}
	case doAfter:
		return s.turn(f, +1), kit.Outcome{}
	case doNext:
		return s.next(f, page, +1, false), kit.Outcome{}
	case doClose:
		s.in, s.compare, s.letter = false, false, 0
		return s, kit.Outcome{}
	case doCompare:
		s.compare, s.in = !s.compare, false
		return s, kit.Outcome{}
	case doOpen:
		return s.open(f, page, b)
	case doNew:
		if b.Number == report.KPIActionsBlock {
			return s, s.askAction(f, b, true)
		}
		return s.write(f, b, fresh), kit.Outcome{}
	case doAway:
		return s, s.away(f, b)
	case doDone:
		return s, s.finish(f, b)
	case doMadeBy:
		return s, kit.Outcome{Ask: s.askMadeBy(f)}
	case doRemove:
		return s, kit.Outcome{Ask: s.askRemove(f)}
	}
	return s, kit.Outcome{}
}

// open writes in the block or the line in hand, enters the block, or goes to what
// is live where it is.
func (s Screen) open(f *kit.Frame, page *report.PlanPage, b *report.PlanBlock) (kit.Screen, kit.Outcome) {
	s.compare = false
	_, typed := typedBlock(b.Number)
	l, onLine := s.line(b)
	switch {
	case typed:
		return s.write(f, b, textID(b.Number)), kit.Outcome{}
	case b.Number == report.KPIsBlock && len(b.Lines) == 0:
		s.in = true
		return s.write(f, b, fresh), kit.Outcome{}
	case !s.in:
		s.in = b.Figures != nil || len(b.Lines) > 0
		return s, kit.Outcome{}
	case b.Figures != nil:
		return s.write(f, b, s.figureField(f, b).ID), kit.Outcome{}
	case onLine && b.Number == report.KPIsBlock:
		return s.write(f, b, indicator+l.KPI), kit.Outcome{}
	case onLine && b.Number == report.KPIActionsBlock:
		return s, s.askAction(f, b, !l.Entry)
	case onLine:
		return s, s.goTo(f, page, l)
	}
	return s, kit.Outcome{}
}

// goTo goes to a KWI or an agreement where it is at home, and esc leads back: a
// KWI in the monitor once it has answers, before that where it is drafted.
func (s Screen) goTo(f *kit.Frame, page *report.PlanPage, l report.PlanLine) kit.Outcome {
	p := kit.Place{Name: account.Realise.String(), Client: f.Client.ID, At: l.Action}
	y := report.NewestOf(&f.Client, page.Year)
	if y != nil && y != f.Client.Newest() {
		p.Cycle = y.Name
	}
	if l.Action != "" {
		return kit.Outcome{Go: &p, Over: true}
	}
	p.Name, p.At = account.Draft.String(), l.KWI.String()
	if y != nil {
		if t := f.Scores.Table(y.Name); t.HasAnswers() {
			p.Name = "monitor"
		}
	}
	return kit.Outcome{Go: &p, Over: true}
}

// move goes to the block that way, or within the one that is entered.
func (s Screen) move(page *report.PlanPage, way keys.Way) Screen {
	b := page.Block(s.number())
	if !s.in {
		s.compare = false
		s.block = neighbour(s.number(), way)
		return s
	}
	if b.Figures != nil && (way == keys.Left || way == keys.Right) {
		s.column = min(max(s.column+map[keys.Way]int{keys.Left: -1, keys.Right: +1}[way], 0), figureColumns-1)
		return s
	}
	if b.Number == report.KPIsBlock && (way == keys.Left || way == keys.Right) {
		s.letter = min(max(s.letter+map[keys.Way]int{keys.Left: -1, keys.Right: +1}[way], 0), len("SMART"))
		return s
	}
	rows := rowsOf(b)
	l := s.held(b).MoveOver(way, len(rows), 5, skipped(rows))
	s.lines[b.Number] = l.Hold(rows)
	return s
}

// place is where a block stands in the grid.
func place(number int) (row, column int) {
	for i, r := range report.PlanGrid() {
		for j, n := range r {
			if n == number {
				return i, j
			}
		}
	}
	return 0, 0
}

// neighbour is the block that way on the page; at its edge it stays.
func neighbour(number int, way keys.Way) int {
	i, j := place(number)
	switch way {
	case keys.Up:
		i--
	case keys.Down:
		i++
	case keys.Left:
		j--
	case keys.Right:
		j++
	case keys.PageUp, keys.Home:
		i, j = 0, 0
	case keys.PageDown, keys.End:
		i, j = gridSize-1, gridSize-1
	}
	return report.PlanGrid()[min(max(i, 0), gridSize-1)][min(max(j, 0), gridSize-1)]
}

// next goes to the next block in order of number, or the one before, round and
// round; where text is being written, that one is written in too.
func (s Screen) next(f *kit.Frame, page *report.PlanPage, by int, writing bool) Screen {
	s.block = (s.number()-1+by+report.FiguresBlock)%report.FiguresBlock + 1
	s.in, s.compare, s.letter, s.form = false, false, 0, widget.Form{}
	if _, typed := typedBlock(s.block); writing && typed {
		return s.write(f, page.Block(s.block), textID(s.block))
	}
	return s
}
