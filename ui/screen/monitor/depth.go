package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// depth is one KWI: the client's words first, then the figures, then every
// answer that they are made of, and where there is room what was agreed on it;
// its course and its agreements stand beside them where the body is wide.
func (s Screen) depth(f *kit.Frame, y *account.Cycle, h int) []string {
	left, ok := s.depthPair(f, y)
	if !ok {
		return s.answersOf(f, y, h, true)
	}
	pair := part.PairOf(f, leastDepth)
	return pair.Beside(s.answersOf(left, y, h, false), s.courseAndAgreed(pair.RightOf(f), y, h))
}

// depthPair is what the answers have of the body, and whether anything stands
// beside them.
func (s Screen) depthPair(f *kit.Frame, y *account.Cycle) (*kit.Frame, bool) {
	pair := part.PairOf(f, leastDepth)
	if !pair.Wide() || len(s.courseAndAgreed(pair.RightOf(f), y, f.H)) == 0 {
		return f, false
	}
	return pair.LeftOf(f), true
}

// courseAndAgreed is how a KWI went, and what was agreed on it in full.
func (s Screen) courseAndAgreed(f *kit.Frame, y *account.Cycle, h int) []string {
	d, k := part.ReadIn(f), y.KWI(s.code(f, y))
	if c := courseOf(f, y); f.W > 0 && c.any(f) && len(c.cycles) > 1 && h > multipleLeast {
		d.Drawn(c.within(f).chart(f, k.Code).View(*f, min(h/2, chartMost))...)
	}
	first := true
	for _, o := range agreed(f, y) {
		if o.Action.KWI != k.Code || o.Action.Status == account.Dropped {
			continue
		}
		if first {
			d.Head(f.T("monitor.promised"))
			first = false
		}
		d.Blank()
		d.Drawn(inWords(f, &o, y.Name, max(h/4, 2))[1:]...)
	}
	return d.Within(h)
}

// answersOf is a KWI with its answers, and below them its agreements where those
// are wanted there.
func (s Screen) answersOf(f *kit.Frame, y *account.Cycle, h int, withAgreed bool) []string {
	k := y.KWI(s.code(f, y))
	t := f.Table()
	line := t.Line(k.Code)
	line.Target = k.Target
	lines := clientWords(f, y, k)
	lines = append(lines, figures(f, y, k, &line)...)
	if text := part.Grouped(f, &t); text != "" {
		for _, l := range cells.Wrap(text, f.W-figureMargin) {
			lines = append(lines, "  "+f.Theme.Faint.Render(l))
		}
	}
	lines = append(lines, "")
	lines = append(lines, s.answers(f, y, &t, k, h-len(lines))...)
	if !withAgreed {
		return lines
	}
	return append(lines, promised(f, y, k, h-len(lines))...)
}

// hasRoom reports whether there are lines enough for blank ones between.
func hasRoom(f *kit.Frame) bool { return f.H >= 18 }

// clientWords is what the client expects, in their own words, and who wished it.
func clientWords(f *kit.Frame, y *account.Cycle, k *account.KWI) []string {
	t := f.Theme
	var lines []string
	for i, l := range cells.Wrap(k.Code.Short()+" "+k.Title, min(f.W-figureMargin, 88)-3) {
		lines = append(lines, cells.Spaces(2+3*min(i, 1))+t.Strong.Render(l))
	}
	points, span := trendOf(f, k.Code, y.Name)
	scale := f.Scores.Scale(&f.Client, y.Name)
	course := widget.Sparkline(t, points, scale, 12) + "  " + t.Faint.Render(span+" "+t.Glyphs.Dot+" "+f.T("kit.scale", widget.ScaleEnds(*f, scale)))
	if title := lines[0]; span != "" && len(lines) == 1 && cells.Width(title)+3+cells.Width(course) <= f.W {
		lines[0] = cells.Pad(title, min(f.W, 110)-cells.Width(course)) + course
	}
	most := 2
	if hasRoom(f) {
		lines = append(lines, "")
		most = max(f.H/6, 3)
	}
	if k.Expectation != "" {
		lines = append(lines, quotedLines(f, k.Expectation, most)...)
	} else {
		lines = append(lines, "  "+t.Faint.Render(cells.Line(f.T("monitor.nowords"), f.W-figureMargin)))
	}
	lines = append(lines, eachOnesWords(f, k)...)
	from := f.T("monitor.joint")
	if who := k.Wishers(); len(who) > 0 {
		from = f.T("monitor.wished", f.Words.And(personNames(f, who)))
	}
	if len(k.SharedBy) > 0 {
		from += " " + f.T("monitor.shared", strings.Join(personNames(f, k.SharedBy), ", "))
	}
	for _, l := range cells.Wrap(from, f.W-figureMargin) {
		lines = append(lines, "  "+t.Faint.Render(l))
	}
	if text := cameFrom(f, y, k.Code); text != "" {
		for _, l := range cells.Wrap(text, f.W-figureMargin) {
			lines = append(lines, "  "+t.Faint.Render(l))
		}
	}
	if said := part.Attached(f, k.Code); said != "" {
		lines = append(lines, "  "+t.Faint.Render(cells.Line(said, f.W-figureMargin)))
	}
	for _, ours := range [][2]string{{"monitor.because", k.Why}, {"monitor.so", k.So}} { // a copy for the client's eyes has none
		if ours[1] == "" || f.H < 24 {
			continue
		}
		for i, l := range cells.Wrap(f.T(ours[0], ours[1]), f.W-figureMargin) {
			if i < 3 {
				lines = append(lines, "  "+t.Faint.Render(l))
			}
		}
	}
	if hasRoom(f) {
		lines = append(lines, "")
	}
	return lines
}

// eachOnesWords is what each of those who wish a joint KWI expects in their own
// words, where there is room for it.
func eachOnesWords(f *kit.Frame, k *account.KWI) (lines []string) {
	for _, h := range k.Wishes {
		if h.Words == "" || h.Words == k.Expectation || f.H < 24 {
			continue
		}
		for _, l := range cells.Wrap(string(h.By)+": “"+h.Words+"”", f.W-figureMargin) {
			lines = append(lines, "  "+f.Theme.Quote.Render(l))
		}
	}
	return lines
}

// quotedLines is foreign text between quotation marks, in at most so many lines.
func quotedLines(f *kit.Frame, text string, most int) []string {
	lines := cells.Wrap("“"+strings.TrimSpace(cells.Clean(text))+"”", min(f.W-2*figureMargin, part.WidestText))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = cells.Cut(lines[most-1], f.W-2*figureMargin-2) + " " + f.Theme.Glyphs.Ellipsis
	}
	for i, l := range lines {
		if i > 0 {
			l = " " + l // behind the mark
		}
		lines[i] = "  " + f.Theme.Quote.Render(l)
	}
	return lines
}

// personName is a name, or the initials of who has none.
func personName(f *kit.Frame, who account.Initials) string {
	if r := f.Client.Respondent(who); r != nil && r.Name != "" {
		return cells.Line(r.Name, 30)
	}
	return cells.Line(string(who), 8)
}

func personNames(f *kit.Frame, who []account.Initials) []string {
	names := make([]string, len(who))
	for i := range who {
		names[i] = personName(f, who[i])
	}
	return names
}

// figures is the score of all together, with what it was and what it was
// meant to be.
func figures(f *kit.Frame, y *account.Cycle, k *account.KWI, l *score.Line) []string {
	t := f.Theme
	figure := l.Sums.Score()
	parts := []string{t.Faint.Render(f.T("monitor.word.score")) + " " + t.Strong.Render(f.Words.ScoreBy(y.AnswersBy, int(figure), figure.OK()))}
	if average := l.Sums.Average(); average.OK() {
		parts = append(parts, t.Faint.Render(f.T("monitor.word.average"))+" "+f.Words.Score(int(average), true))
	}
	if k.Target != 0 {
		parts = append(parts, t.Faint.Render(f.T("monitor.word.target"))+" "+f.Words.Target(k.Target))
	}
	if c := f.Scores.Change(k.Code, y.Name); c.OK {
		parts = append(parts, f.Words.ChangeIn(c.Tenths, c.By, true))
	}
	if word := rungWord(f, k); word != "" {
		parts = append(parts, word)
	}
	return flowing(f, parts, "   ")
}

// flowing puts drawn parts behind each other on as many lines as it takes.
func flowing(f *kit.Frame, parts []string, between string) []string {
	lines := []string{"  " + parts[0]}
	for _, p := range parts[1:] {
		last := &lines[len(lines)-1]
		if cells.Width(*last)+cells.Width(between)+cells.Width(p) <= f.W {
			*last += between + p
		} else {
			lines = append(lines, cells.Cut("  "+p, f.W))
		}
	}
	return lines
}

// promised is the agreements on a KWI, where there is room for some.
func promised(f *kit.Frame, y *account.Cycle, k *account.KWI, h int) []string {
	var out []string
	for _, o := range agreed(f, y) {
		if o.Action.KWI != k.Code || o.Action.Status == account.Dropped {
			continue
		}
		a := o.Action
		status := f.T("status." + string(a.Status))
		if a.Overdue(f.Moment()) {
			status = f.T("monitor.late")
		}
		when := ""
		if a.Due != "" {
			when = f.T("monitor.due", f.Words.ShortMoment(a.Due, f.Today)) + " " + f.Theme.Glyphs.Dot + " "
		}
		right := " " + when + status
		w := min(f.W, 110) - figureMargin - cells.Width(right)
		out = append(out, "  "+cells.Fit(a.Number+"  "+a.Text, w)+f.Theme.Faint.Render(right))
	}
	if len(out) == 0 || h < 4 {
		return nil
	}
	out = append([]string{"", "  " + f.Theme.Strong.Render(f.T("monitor.promised"))}, out...)
	return out[:min(len(out), h)]
}
