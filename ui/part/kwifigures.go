package part

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// KWIFigures are a few lines about how a KWI stands, in room cells: the target
// and the score before, how it went with a word for where it is now, what was
// noticed of it, and how many agreements on it are done.
func KWIFigures(f *kit.Frame, k *account.KWI, room int) []string {
	y := f.Y()
	before := score.Point{Score: score.None}
	var trend []score.Figure
	for _, p := range f.Scores.Trend(k.Code, y.Name) {
		if p.Cycle != y.Name && p.Score.OK() {
			before = p
		}
		trend = append(trend, p.Score)
	}
	target := f.Words.Target(k.Target)
	if k.Target == 0 {
		target = f.Theme.Glyphs.None
	}
	t := f.Table()
	rung := t.Rung(k.Code, k.Target)
	ladder := ""
	if word := widget.RungWord(*f, rung); word != "" {
		ladder = widget.RungStyle(f.Theme, rung).Render(word) + "  "
	}
	scale := f.Scores.Scale(&f.Client, y.Name)
	line := widget.Sparkline(f.Theme, trend, scale, 12) + "  " + ladder
	if ends := f.T("kit.scale", widget.ScaleEnds(*f, scale)); cells.Width(line+ends) <= room {
		line += f.Theme.Faint.Render(ends) // else the monitor tells it
	}
	out := []string{f.T("session.kwi.line", target, f.Words.ScoreBy(before.By, int(before.Score), before.Score.OK()))}
	if slices.ContainsFunc(trend, score.Figure.OK) {
		out = append(out, line)
	}
	standard := func(kind account.QuestionKind, key string) {
		if q := k.Standard(kind); q != nil {
			sums := score.OfQuestion(y, q.Code)
			if sums.Answers > 0 {
				out = append(out, f.T(key, f.Words.Score(int(sums.Score()), true)))
			}
		}
	}
	standard(account.Noticed, "session.kwi.noticed")
	standard(account.Kept, "session.kwi.kept")
	all, done := 0, 0
	for _, a := range y.Actions {
		if a.KWI == k.Code && a.Status != account.Dropped {
			if all++; a.Status == account.Done {
				done++
			}
		}
	}
	if all > 0 {
		out = append(out, f.T("session.kwi.actions", done, all))
	}
	return out
}

// ShownTarget is a target as a field shows it, "" where there is none.
func ShownTarget(f *kit.Frame, t account.Target) string {
	if t == 0 {
		return ""
	}
	return f.Words.Target(t)
}
