package monitor

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// scoreSheet is the widths of the table of scores: a name, a figure a respondent,
// a faint line, and the figures of all together.
type scoreSheet struct {
	who   []account.Initials // whose columns there are; none by group
	by    account.AnswersBy  // by group there is no column of averages
	label int
	cell  int // one respondent's column with its gap
	full  bool
	tall  bool        // the name has a line of its own above its figures
	scale score.Scale // of the trends
}

// The widths of the figures of all together: 10,00 and +0,31.
const (
	figureW      = 5
	targetW      = 5 // 7,75, and 8,0 with its mark under the others
	figureGap    = 2
	figureMargin = 2
	// leastName is how narrow a name may become before it gets its own line.
	leastName = 16
	// mostName is how wide it grows, so that the eye keeps to the row.
	mostName = 44
)

func sheetOf(f *kit.Frame, y *account.Cycle, t *score.Table) scoreSheet {
	s := scoreSheet{who: t.Respondents, by: y.AnswersBy, cell: 4, full: f.W >= 70, scale: f.Scores.Scale(&f.Client, y.Name)}
	for _, who := range s.who {
		s.cell = max(s.cell, cells.Width(string(who)))
	}
	s.cell += figureGap
	s.label = f.W - figureMargin - len(s.who)*s.cell - s.figures()
	if s.label < leastName {
		s.cell--
		s.label += len(s.who)
	}
	if s.label < leastName {
		s.tall = true
		if s.label < 0 { // no room for all figures; the bar still tells the target
			s.full = false
			s.label = f.W - figureMargin - len(s.who)*s.cell - s.figures()
		}
		s.label = max(s.label, 0)
	}
	s.label = min(s.label, mostName)
	return s
}

// figures is the width of the figures of all together, with the line before.
func (s scoreSheet) figures() int {
	w := 3 + figureW
	if s.full {
		w += figureGap + targetW
	}
	if s.averages() {
		w += figureGap + figureW
	}
	return w + figureGap + figureW
}

// averages reports whether the averages have a column.
func (s scoreSheet) averages() bool { return s.full && s.by != account.ByGroup }

func (s scoreSheet) width() int { return figureMargin + s.label + len(s.who)*s.cell + s.figures() }

// head names the columns.
func (s scoreSheet) head(f *kit.Frame) string {
	var b strings.Builder
	title := f.T("monitor.head")
	if cells.Width(title) > s.label {
		title = ""
	}
	b.WriteString(cells.Pad("", figureMargin) + cells.Fit(title, s.label))
	for _, who := range s.who {
		b.WriteString(cells.PadLeft(cells.Line(string(who), s.cell-1), s.cell))
	}
	b.WriteString(" " + f.Theme.Glyphs.Column + " " + cells.FitRight(f.T("monitor.col.score"), figureW))
	if s.averages() {
		b.WriteString(cells.FitRight(f.T("monitor.col.average"), figureGap+figureW))
	}
	if s.full {
		b.WriteString(cells.FitRight(f.T("monitor.col.target"), figureGap+targetW))
	}
	b.WriteString(cells.FitRight("±", figureGap+figureW))
	return f.Theme.Faint.Render(cells.Cut(b.String(), f.W))
}

// line draws the figures of a KWI or of the total behind a name that was
// drawn already.
func (s scoreSheet) line(f *kit.Frame, name string, l *score.Line, change score.Change, strong bool) string {
	t := f.Theme
	var b strings.Builder
	b.WriteString(cells.FitDrawn(name, figureMargin+s.label))
	for i := range s.who {
		figure := score.None
		if i < len(l.Cells) {
			figure = l.Cells[i].Score()
		}
		if figure.OK() {
			b.WriteString(cells.PadLeft(f.Words.Score1(int(figure), true), s.cell))
		} else {
			b.WriteString(cells.PadLeft(t.Faint.Render(t.Glyphs.None), s.cell))
		}
	}
	b.WriteString(" " + t.Faint.Render(t.Glyphs.Column) + " ")
	figure := l.Sums.Score()
	text := cells.FitRight(f.Words.ScoreBy(s.by, int(figure), figure.OK()), figureW)
	if strong || figure.OK() {
		text = t.Strong.Render(text)
	}
	b.WriteString(text)
	if s.averages() {
		average := l.Sums.Average()
		b.WriteString(cells.PadLeft(f.Words.Score(int(average), average.OK()), figureGap+figureW))
	}
	if s.full {
		target := ""
		if l.Target != 0 {
			target = f.Words.Target(l.Target)
		}
		b.WriteString(cells.PadLeft(target, figureGap+targetW))
	}
	b.WriteString(cells.PadLeft(f.Words.ChangeIn(change.Tenths, change.By, change.OK), figureGap+figureW))
	return cells.Cut(strings.TrimRight(b.String(), " "), f.W)
}
