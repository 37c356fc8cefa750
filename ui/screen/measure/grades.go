package measure

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// Where there is room, what the list does stands beside it.
const (
	wideBody     = 105
	effectW      = 34
	widestEffect = 60
	gradeW       = 8
)

// grades draws the questions under their KWIs with grade and relevance, and
// the caret in the cell in hand.
func (s *entrySheet) grades(f *kit.Frame, w, h int) (string, *tea.Cursor) {
	y := f.Y()
	var lines []string
	at, caret := 0, 0
	earlier := s.earlier(f, w)
	textW := w - 2 - 6 - 2*gradeW - earlier.width()
	lines = append(lines, f.Theme.Faint.Render(cells.Pad("", textW+2+6)+earlier.head(f)+cells.FitRight(f.T("measure.col.grade"), gradeW)+cells.FitRight(f.T("measure.col.weight"), gradeW)))
	var group account.KWICode
	for i, code := range y.AskedOf(s.who) {
		if code.KWI != group {
			group = code.KWI
			lines = append(lines, s.kwiLine(f, y.KWI(code.KWI), w))
		}
		q := y.Question(code)
		if q == nil {
			continue
		}
		text := q.Text
		if y.IsNew(s.who, *q) {
			text = f.T("measure.new") + " " + text
		}
		cursor, look := "  ", f.Theme.Text
		if i == s.at {
			cursor, look = f.Theme.Glyphs.Cursor+" ", f.Theme.Accent
			at = len(lines)
		}
		grade, sign := s.cell(f, y, code, i == s.at)
		if i == s.at {
			caret = w - gradeW - 1
		}
		lines = append(lines, look.Render(cursor+cells.Fit(code.String(), 6)+cells.Fit(text, textW))+
			f.Theme.Faint.Render(earlier.cell(code))+cells.FitRight(grade, gradeW)+cells.FitRight(sign, gradeW))
	}
	if group == 0 {
		return part.Empty(f, f.T("measure.noquestions"), ""), nil
	}
	visible := h - 1
	lines, head := lines[1:], lines[0]
	at--
	top := min(max(0, at-visible+1), max(0, at-1))
	top = max(0, min(top, len(lines)-visible))
	end := min(len(lines), top+visible)
	body := head + "\n" + strings.Join(lines[top:end], "\n")
	c := tea.NewCursor(caret, 2+1+at-top)
	c.Blink = false
	return body, c
}

// cell is an answer as it is shown: what is typed now, what stands there, or
// by group, of earlier answers, only that there is one.
func (s *entrySheet) cell(f *kit.Frame, y *account.Cycle, q account.QuestionCode, here bool) (grade, sign string) {
	a, hidden := s.mine.Grade(y, s.who, q)
	if here && s.typed != "" && !s.stale(f, q) {
		return splitGrade(s.typed)
	}
	switch {
	case hidden:
		return f.Theme.Glyphs.Done, ""
	case a.Grade == 0 && here:
		return f.Theme.Glyphs.Edit, ""
	case a.Grade == 0:
		return f.Theme.Glyphs.Dot, ""
	}
	return a.Grade.String(), a.Relevance.Sign()
}

// kwiLine is the head of a KWI with their own score and that of all.
func (s *entrySheet) kwiLine(f *kit.Frame, k *account.KWI, w int) string {
	if k == nil {
		return ""
	}
	t := f.Table()
	line := t.Line(k.Code)
	var figures []string
	if own := cellOf(&t, &line, s.who); own.OK() {
		figures = append(figures, f.T("measure.own", string(s.who), f.Words.Score(int(own), true)))
	}
	if all := line.Sums.Score(); all.OK() && f.W < wideBody {
		figures = append(figures, f.T("measure.all", f.Words.ScoreBy(t.AnswersBy, int(all), true)))
	}
	right := strings.Join(figures, "  ")
	rw := cells.Width(right)
	return f.Theme.Strong.Render(cells.Fit("  "+k.Code.String()+" "+k.Title, max(0, w-rw-1))) + " " + f.Theme.Faint.Render(right)
}

func cellOf(t *score.Table, line *score.Line, who account.Initials) score.Figure {
	for i, r := range t.Respondents {
		if r == who && i < len(line.Cells) {
			return line.Cells[i].Score()
		}
	}
	return score.None
}

// effect is what all answers together say, in w cells; titles are read whole where
// that takes no more than h lines.
func effect(f *kit.Frame, w, h int) string {
	if whole := effectLines(f, w, true); len(whole) <= h {
		return strings.Join(whole, "\n")
	}
	return strings.Join(effectLines(f, w, false), "\n")
}

// effectLines are the lines of it, with long titles wrapped or cut.
func effectLines(f *kit.Frame, w int, wrapped bool) []string {
	t := f.Table()
	lines := []string{f.Theme.Faint.Render(cells.Fit(f.T("measure.effect"), w-16) + cells.FitRight(f.T("measure.col.score"), 8) + cells.FitRight("±", 8))}
	row := func(name string, code account.KWICode, figure score.Figure) {
		c := f.Scores.Change(code, t.Cycle)
		titled := []string{name}
		if wrapped {
			titled = cells.Wrap(name, w-17)
		}
		for i, said := range titled {
			if i > 0 {
				lines = append(lines, cells.Spaces(3)+said)
				continue
			}
			lines = append(lines, cells.Fit(said, w-16)+cells.FitRight(f.Words.ScoreBy(t.AnswersBy, int(figure), figure.OK()), 8)+cells.FitRight(f.Words.ChangeIn(c.Tenths, c.By, c.OK), 8))
		}
	}
	for _, l := range t.KWIs {
		title := ""
		if k := f.Y().KWI(l.Code); k != nil {
			title = k.Title
		}
		row(l.Code.Short()+" "+title, l.Code, l.Sums.Score())
	}
	if t.Withheld {
		lines = append(lines, cells.Wrap(f.T(withheldKey(&t)), w)...)
	}
	lines = append(lines, f.Theme.Faint.Render(strings.Repeat(f.Theme.Glyphs.Rule, w)))
	row(f.T("measure.effect.total"), 0, t.Total.Sums.Score())
	if t.NPS.OK() {
		lines = append(lines, cells.Fit("NPS", w-16)+cells.FitRight(f.Words.Signed(t.NPS.Score()), 8))
	}
	return lines
}
