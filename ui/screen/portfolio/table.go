package portfolio

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// measures are the widths of the columns between the name and the next day.
// They are drawn as one cell, closer together than the kit's columns, so that
// at 80 columns a name still has room.
type measures struct {
	steps  bool // the stage as seven signs before its word
	word   int
	gap    int
	change bool
	trend  int // 0: no trend and no NPS
	next   int
}

// The figures' own widths: 7,60 (10,0 for a full ten), +0,31, −100.
const (
	scoreW   = 4
	changeW  = 5
	npsWidth = 4
)

func measured(w int) measures {
	switch {
	case w < 70:
		return measures{word: 9, gap: 1, next: 17}
	case w < 100:
		return measures{steps: true, word: 5, gap: 1, change: true, trend: 5, next: 17}
	case w >= 112: // room for a name in what is next
		return measures{steps: true, word: 14, gap: 2, change: true, trend: portfolio.Longest, next: 30}
	}
	return measures{steps: true, word: 14, gap: 2, change: true, trend: portfolio.Longest, next: 22}
}

func (m measures) width() int {
	w := m.word + m.gap + scoreW
	if m.steps {
		w += len(account.Stages()) + 1
	}
	if m.change {
		w += m.gap + changeW
	}
	if m.trend > 0 {
		w += m.gap + m.trend + m.gap + npsWidth
	}
	return w
}

// line puts the parts side by side: the stage, and the figures at the right.
func (m measures) line(stage, score, change, trend, nps string) string {
	var b strings.Builder
	w := m.word
	if m.steps {
		w += len(account.Stages()) + 1
	}
	b.WriteString(cells.Pad(stage, w))
	// A title may be wider than its figures; it takes the gap.
	b.WriteString(cells.PadLeft(score, m.gap+scoreW))
	if m.change {
		b.WriteString(cells.PadLeft(change, m.gap+changeW))
	}
	if m.trend > 0 {
		b.WriteString(cells.PadLeft(trend, m.gap+m.trend) + cells.PadLeft(nps, m.gap+npsWidth))
	}
	return b.String()
}

// table is the list in view.
func (s Screen) table(f *kit.Frame, w int) widget.Table {
	m := measured(w)
	next := f.T("portfolio.col.next")
	switch {
	case s.archive:
		next = f.T("portfolio.col.since")
	case s.order == orderByDay:
		next = f.T("portfolio.col.day")
	}
	return widget.Table{
		Columns: []widget.Column{
			{Title: f.T("portfolio.col.client")},
			{Title: m.line(f.T("portfolio.col.stage"), f.T("portfolio.col.score"), "±", m.trendTitle(f, s.scale()), f.T("nps.name")), Width: m.width()},
			{Title: next, Width: m.next},
		},
		Count: len(s.shown.rows),
		Row:   func(i int) widget.Row { return s.row(f, i, m, m.nameWidth(w)) },
		Empty: s.nobody(f),
	}
}

// trendTitle says between which grades the trends are drawn, where the column
// is wide enough.
func (m measures) trendTitle(f *kit.Frame, scale score.Scale) string {
	title := f.T("portfolio.col.trend")
	if with := title + " " + widget.ScaleEnds(*f, scale); scale != (score.Scale{}) && cells.Width(with) <= m.trend {
		return with
	}
	return title
}

func (s Screen) row(f *kit.Frame, i int, m measures, nameWidth int) widget.Row {
	r := s.shown.rows[i]
	l := &s.shown.lines[r.line]
	name := strings.Repeat("  ", int(r.depth)) + l.Name
	if up := s.shown.up[r.line]; up >= 0 && r.depth == 0 {
		name += " " + f.Theme.Glyphs.Dot + " " + s.shown.lines[up].Name
	}
	score, change, trend, nps := "", "", "", ""
	if l.Score.OK() {
		if score = f.Words.ScoreBy(l.By, int(l.Score), true); cells.Width(score) > scoreW {
			score = f.Words.Score1(int(l.Score), true)
		}
		change = f.Words.ChangeIn(l.Change.Tenths, l.Change.By, l.Change.OK)
	} else {
		score = f.Theme.Faint.Render(f.Words.Score(0, false)) // under the figures' mark
		score = cells.Pad(score, scoreW-1)
	}
	if m.trend > 0 {
		if hasTrend(l.Trend) {
			trend = widget.Sparkline(f.Theme, l.Trend, s.scale(), m.trend)
		}
		if l.HasNPS {
			nps = f.Words.Signed(l.NPS)
		}
	}
	cells := []widget.Cell{{Text: marked(f, l, name, nameWidth)}, {Drawn: m.line(m.stage(f, l), score, change, trend, nps)}, {Text: s.next(f, l, m.next)}}
	if l.Archived == "" && l.First(f.Moment()).Late(f.Moment()) {
		cells[2].Style = f.Theme.Warn
	}
	return widget.Row{Cells: cells}
}

// hasTrend reports whether there are two figures or more: one is no trend.
func hasTrend(points []score.Figure) bool {
	n := 0
	for _, p := range points {
		if p.OK() {
			n++
		}
	}
	return n > 1
}

// stage says where the client's cycle is. The simple approach has five steps,
// with names of their own.
func (m measures) stage(f *kit.Frame, l *portfolio.Line) string {
	form := lang.ColumnStage
	switch {
	case m.steps && m.word < 8:
		form = lang.CellStage
	case m.steps:
		form = lang.ShortStage
	}
	word := f.Words.Stage(form, l.Approach, l.Stage)
	if l.Cycle == "" {
		word = f.T("portfolio.stage.none")
	}
	if !m.steps {
		return cells.Line(word, m.word)
	}
	steps := part.NoSteps(f.Theme, l.Approach)
	if l.Cycle != "" {
		steps = part.ShortSteps(f.Theme, l.Approach, l.Stage)
	}
	return cells.Pad(steps, len(account.Stages())) + " " + cells.Line(word, m.word)
}
