package portfolio

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// linesAround is how many lines of the body the table does not have: what today
// asks for, the filter, and below it the recommendation over all and the client
// in hand.
const linesAround = 4

// widestTable is how wide the table grows; beyond it the eye loses the row.
const widestTable = 132

// Where the client in hand has room below the table: in a body so tall, of which so
// many lines are free.
const (
	tallBody   = 30
	leastBelow = 9
)

func (s Screen) visible(f *kit.Frame) int {
	return widget.Table{Count: len(s.shown.rows)}.Visible(f.H - linesAround)
}

// View draws the list.
func (s Screen) View(f kit.Frame) kit.Page {
	s = s.settled(&f)
	switch {
	case !s.fetched:
		return kit.Page{Body: "\n" + f.Theme.Faint.Render(f.T("root.opening"))}
	case s.err != nil && len(s.shown.lines) == 0:
		return kit.Page{Body: strings.Join(append([]string{""}, s.failed(&f, f.H-1)...), "\n")}
	case len(s.shown.lines) == 0:
		how := "portfolio.empty.how"
		if f.Examples {
			how = "portfolio.empty.example"
		}
		return kit.Page{Body: part.Empty(&f, f.T("portfolio.empty"), f.T(how))}
	}
	w := min(f.W, widestTable)
	below := append([]string{s.everywhere(&f)}, s.below(&f)...)
	second, cursor := s.second(&f, w)
	lines := append(make([]string, 0, f.H), s.first(&f), second)
	lines = append(lines, s.table(&f, w).View(f, s.cursor, w, f.H-len(lines)-len(below))...)
	pair := part.PairOf(&f, widestTable)
	gap := f.H - len(below) - len(lines)
	if s.err == nil && (pair.Wide() || f.W >= part.BesideFrom && f.H >= tallBody && gap >= leastBelow) {
		below = append(below[:1], "") // the client in hand stands there whole
	}
	switch {
	case s.err != nil:
	case pair.Wide():
		lines = pair.Beside(lines, s.whole(&f, pair.Right).Under([]string{"", ""}).In(&f, f.H-len(below)))
		gap = f.H - len(below) - len(lines)
	case f.W >= part.BesideFrom && f.H >= tallBody && gap >= leastBelow:
		lines = append(append(lines, ""), cells.Indent(s.whole(&f, min(w, part.WidestText)).In(&f, gap-2), 2)...)
		gap = f.H - len(below) - len(lines)
	}
	if gap > 0 {
		lines = append(lines, make([]string, gap)...)
	}
	return kit.Page{Body: cells.Block(append(lines, below...), f.W, f.H), Cursor: cursor}
}

// first is what all clients together ask for today, or which side this is.
func (s Screen) first(f *kit.Frame) string {
	if s.archive {
		return "  " + f.Theme.Strong.Render(f.T("portfolio.archive"))
	}
	t := s.shown.today
	parts := func(short string) (plain, drawn []string) {
		add := func(key string, n int) {
			if n > 0 {
				plain = append(plain, f.N("portfolio.today."+key+short, n))
			}
		}
		plain = part.CountedParts(f, t.Counts)
		add("sessions", t.Sessions)
		add("lists", t.Lists)
		drawn = slices.Clone(plain)
		if t.Overdue > 0 {
			drawn[0] = f.Theme.Warn.Render(plain[0])
		}
		return plain, drawn
	}
	dot := " " + f.Theme.Glyphs.Dot + " "
	plain, drawn := parts("")
	head := f.T("portfolio.today")
	room := func() bool { return cells.Width(head)+cells.Width(strings.Join(plain, dot))+5 <= f.W }
	if !room() {
		plain, drawn = parts(".short")
	}
	for n := len(part.CountedParts(f, t.Counts)); !room() && len(plain) > max(n, 1); {
		plain, drawn = plain[:len(plain)-1], drawn[:len(drawn)-1] // what is due comes first
	}
	text := strings.Join(drawn, f.Theme.Faint.Render(dot))
	if len(drawn) == 0 {
		text = f.Theme.Faint.Render(f.T("portfolio.today.calm"))
	}
	return cells.Cut("  "+f.Theme.Strong.Render(head)+"   "+text, f.W)
}

// failed says why the list could not be read, in at most h lines.
func (s Screen) failed(f *kit.Frame, h int) []string {
	lines := cells.Wrap(f.Words.Fault(s.err)+" "+f.T("portfolio.again"), f.W-2)
	lines = lines[:min(len(lines), max(h, 1))]
	for i := range lines {
		lines[i] = "  " + f.Theme.Warn.Render(lines[i])
	}
	return lines
}

// below says why an older list stands here, or all that the row in hand
// leaves out.
func (s Screen) below(f *kit.Frame) []string {
	if s.err != nil {
		return s.failed(f, 3)
	}
	l, ok := s.line()
	if !ok {
		return []string{""}
	}
	text := ""
	for _, of := range []said{
		{mark: true, stage: true, need: true, promises: true, whose: true}, {mark: true, need: true, promises: true, whose: true}, // the row has the stage
		{mark: true, need: true, whose: true}, {mark: true, need: true}, {mark: true}, {},
	} {
		if text = s.inFull(f, &l, of); cells.Width(text) <= f.W-2 {
			break
		}
	}
	return []string{"  " + f.Theme.Faint.Render(cells.Line(text, f.W-2))}
}

// said is what is said of a client in a line where there is room for it: what the mark of
// the team means, the stage, what that needs, what became of promises, and whose it is and
// which are part of it.
type said struct{ mark, stage, need, promises, whose bool }

// inFull is one client in a line: where they belong, where their cycle is, what is
// next, and what became of promises.
func (s Screen) inFull(f *kit.Frame, l *portfolio.Line, of said) string {
	parts := []string{l.Name}
	if m := f.Team[l.ID]; m != kit.TeamNone {
		key := m.Key()
		if of.mark {
			key += ".full"
		}
		parts = append(parts, f.T(key))
	}
	if i := s.shown.rows[max(min(s.cursor.At, len(s.shown.rows)-1), 0)].line; s.shown.up[i] >= 0 {
		parts = append(parts, s.shown.lines[s.shown.up[i]].Name)
	}
	if units := s.shown.unitsOf(l.ID); units > 0 && of.whose {
		parts = append(parts, f.N("portfolio.units", units))
	}
	if l.Responsible.Named() && of.whose {
		parts = append(parts, l.Responsible.Called())
	}
	if l.Approach == account.Simple {
		parts = append(parts, f.T("approach.simple"))
	}
	switch {
	case l.Cycle == "":
		parts = append(parts, f.T("portfolio.nocycle"))
	case of.stage:
		parts = append(parts, string(l.Cycle), f.Words.Stage(lang.LongStage, l.Approach, l.Stage))
	default:
		parts = append(parts, string(l.Cycle))
	}
	if l.Archived != "" {
		return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
	}
	if counted := part.Counted(f, l.Counts(f.Moment())); counted != "" {
		parts = append(parts, counted)
	}
	parts = append(parts, nextInFull(f, l, of.need)...)
	if kept := part.Kept(f, l.KeptOn(f.Today)); of.promises && kept != "" {
		parts = append(parts, kept)
	}
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}

// Bare implements kit.Barer: there is no client yet.
func (s Screen) Bare(f kit.Frame) bool {
	s = s.settled(&f)
	return s.fetched && s.err == nil && !s.archive && len(s.shown.lines) == 0
}
