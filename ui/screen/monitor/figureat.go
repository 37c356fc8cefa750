package monitor

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// FigureAt implements kit.Figured: of the table of scores, of the course over the
// cycles and of the answers to a KWI every figure is known by its column.
func (s Screen) FigureAt(f kit.Frame, x, at int) trace.Thing {
	y := f.Y()
	lines := strings.Split(ansi.Strip(s.View(f).Body), "\n")
	if y == nil || at >= len(lines) || at < 0 {
		return trace.Thing{}
	}
	switch {
	case s.deep && y.KWI(s.code(&f, y)) != nil:
		left, ok := s.depthPair(&f, y)
		if ok && x >= left.W {
			return trace.Thing{}
		}
		return s.answerAt(left, y, ansi.Truncate(lines[at], left.W, ""), x)
	case s.side == trendSide:
		return s.pointAt(&f, y, lines[at], x)
	case s.side == saysSide:
		return saidAt(&f, y, s.columnAt(&f, y, lines[at], x))
	case s.side == scores:
		pair := s.pair(&f)
		left := pair.LeftOf(&f)
		if table := s.scoreRows(left, y, f.H-headLines); x >= pair.Left || at >= headLines+len(table) {
			return trace.Thing{} // what is in hand, in full
		}
		for i, l := range lines {
			lines[i] = ansi.Truncate(l, pair.Left, "")
		}
		return s.scoreAt(left, y, lines, x, at)
	}
	return trace.Thing{}
}

// kwiOf is the KWI that a line begins with, 0 for the total; false where it is
// neither.
func kwiOf(f *kit.Frame, y *account.Cycle, line string) (account.KWICode, bool) {
	line = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(line, " "), f.Theme.Glyphs.Cursor), " ")
	if strings.HasPrefix(line, f.T("term.total")) {
		return 0, true
	}
	for i := range y.KWIs {
		if code := y.KWIs[i].Code; strings.HasPrefix(line, code.Short()+" ") {
			return code, true
		}
	}
	return 0, false
}

// scoreAt is the figure in the table of scores.
func (s Screen) scoreAt(f *kit.Frame, y *account.Cycle, lines []string, x, at int) trace.Thing {
	t := f.Table()
	sh := sheetOf(f, y, &t)
	code, ok := kwiOf(f, y, lines[at])
	if !ok && sh.tall && at > 0 {
		code, ok = kwiOf(f, y, lines[at-1]) // its figures stand on the line below its name
	}
	if strings.Contains(lines[at], "NPS") && !ok {
		return trace.Thing{Kind: trace.NPS, Cycle: y.Name}
	}
	of := trace.Thing{Kind: trace.Score, KWI: code, Cycle: y.Name}
	x -= figureMargin + sh.label
	if !ok || x < 0 {
		return trace.Thing{}
	}
	if i := x / sh.cell; i < len(sh.who) {
		of.Kind, of.Who = trace.Own, sh.who[i]
		return of
	}
	x -= len(sh.who)*sh.cell + 3
	for _, column := range []struct {
		there bool
		w     int
		kind  trace.Kind
	}{{true, figureW, trace.Score}, {sh.averages(), figureGap + figureW, trace.Score}, {sh.full, figureGap + targetW, trace.Target}, {true, figureGap + figureW, trace.Change}} {
		if !column.there {
			continue
		}
		if x < column.w {
			of.Kind = column.kind
			return of
		}
		x -= column.w
	}
	return trace.Thing{}
}

// pointAt is the figure of a cycle in the course.
func (s Screen) pointAt(f *kit.Frame, y *account.Cycle, line string, x int) trace.Thing {
	c := courseOf(f, y)
	code, ok := kwiOf(f, y, line)
	i := x - figureMargin - c.label
	if !ok || i < 0 || i/c.cell >= len(c.cycles) {
		return trace.Thing{}
	}
	return trace.Thing{Kind: trace.Score, KWI: code, Cycle: c.cycles[i/c.cell]}
}

// answerAt is an answer to a question of the open KWI, or what the answers of a
// question or of a respondent come to.
func (s Screen) answerAt(f *kit.Frame, y *account.Cycle, line string, x int) trace.Thing {
	t := f.Table()
	k := y.KWI(s.code(f, y))
	l := ledgerOf(f, y, &t, k)
	text := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(line, " "), f.Theme.Glyphs.Cursor), " ")
	first, _, _ := strings.Cut(text, " ")
	of := trace.Thing{KWI: k.Code, Cycle: y.Name}
	q, isAsked := account.ParseQuestionCode(first)
	isAsked = isAsked && k.Question(q) != nil
	whole := false
	for _, row := range []string{"monitor.row.score", "monitor.row.points", "monitor.row.weight"} {
		whole = whole || strings.HasPrefix(text, f.T(row)+" ")
	}
	if strings.HasPrefix(text, f.T("monitor.word.score")+" ") && !isAsked {
		return togetherAt(f, of, line, x)
	}
	x -= figureMargin + l.label
	if x < 0 || !isAsked && !whole {
		return trace.Thing{}
	}
	of.Question = q
	i := x / l.cell
	switch {
	case i < len(l.who) && isAsked:
		of.Kind, of.Who = trace.Answer, l.who[i]
	case i < len(l.who):
		of.Kind, of.Who = trace.Own, l.who[i]
	case isAsked:
		of.Kind = trace.Question
	default:
		of.Kind = trace.Score
	}
	return of
}

// togetherAt is the figure that stands behind its name on the line of what all
// answers come to.
func togetherAt(f *kit.Frame, of trace.Thing, line string, x int) trace.Thing {
	left := ""
	for _, r := range line {
		if cells.Width(left) > x && r == ' ' {
			break
		}
		left += string(r)
	}
	of.Kind = trace.Change
	if word := left[strings.LastIndex(left, " ")+1:]; strings.HasPrefix(word, "+") || strings.HasPrefix(word, "−") {
		return of
	}
	of.Kind = trace.Score
	if at := strings.LastIndex(left, f.T("monitor.word.target")); at > strings.LastIndex(left, f.T("monitor.word.average")) {
		of.Kind = trace.Target
	}
	return of
}

// columnAt is the part of a line of what the figures say in the column of a cell.
func (s Screen) columnAt(f *kit.Frame, y *account.Cycle, line string, x int) string {
	pair, h := halves(f), f.H-headLines
	if !pair.Wide() || len(saidLines(f, y)) <= h || len(saidInTwo(f, y)) > h {
		return line
	}
	if x < pair.Left {
		return ansi.Truncate(line, pair.Left, "")
	}
	return ansi.TruncateLeft(line, f.W-pair.Right, "")
}

// saidAt is the figure on a line of what the figures say: of a KWI its change, of
// a respondent their own score.
func saidAt(f *kit.Frame, y *account.Cycle, line string) trace.Thing {
	if code, ok := kwiOf(f, y, line); ok {
		if f.Scores.Change(code, y.Name).OK {
			return trace.Thing{Kind: trace.Change, KWI: code, Cycle: y.Name}
		}
		return trace.Thing{Kind: trace.Score, KWI: code, Cycle: y.Name}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	if q, ok := account.ParseQuestionCode(first); ok && y.Question(q) != nil {
		return trace.Thing{Kind: trace.Question, Question: q, KWI: q.KWI, Cycle: y.Name}
	}
	for _, r := range f.Client.Respondents {
		if name := personName(f, r.Initials); strings.HasPrefix(strings.TrimSpace(line), name) || strings.Contains(line, "("+string(r.Initials)+")") {
			return trace.Thing{Kind: trace.Own, Who: r.Initials, Cycle: y.Name}
		}
	}
	if strings.Contains(line, "NPS") {
		return trace.Thing{Kind: trace.NPS, Cycle: y.Name}
	}
	return trace.Thing{}
}
