package score_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

func TestAScaleIsWholeGradesRoundAllFigures(t *testing.T) {
	none := score.None
	for _, d := range []struct {
		figures []score.Figure
		want    score.Scale
	}{
		{nil, score.Scale{Low: 0, High: 10}},
		{[]score.Figure{none}, score.Scale{Low: 0, High: 10}},
		{[]score.Figure{760}, score.Scale{Low: 7, High: 9}},
		{[]score.Figure{700}, score.Scale{Low: 7, High: 9}},
		{[]score.Figure{700, none, 710}, score.Scale{Low: 7, High: 9}},
		{[]score.Figure{690, 710}, score.Scale{Low: 6, High: 8}},
		{[]score.Figure{573, 801}, score.Scale{Low: 5, High: 9}},
		{[]score.Figure{960}, score.Scale{Low: 8, High: 10}},
		{[]score.Figure{1000}, score.Scale{Low: 8, High: 10}},
		{[]score.Figure{100}, score.Scale{Low: 1, High: 3}},
		{[]score.Figure{100, 1000}, score.Scale{Low: 1, High: 10}},
	} {
		if got := score.ScaleOf(d.figures); got != d.want {
			t.Errorf("%v: %v, want %v", d.figures, got, d.want)
		}
	}
}

func TestAllTrendsOfAClientHaveOneScale(t *testing.T) {
	c := years(t, "6", [2]string{"8", "5"}, "9", account.ByGroup)
	c.Cycles[1].KWIs[0].Target = 850
	c.Cycles[2].KWIs[1].Target = 1000
	h := score.HistoryOf(c)
	for upTo, want := range map[account.CycleName]score.Scale{
		"2024H1": {Low: 6, High: 8},
		"2024H2": {Low: 5, High: 9}, // with the target of 8.5
		"2025H1": {Low: 5, High: 10},
		"2025H2": {Low: 5, High: 10}, // what is withheld widens nothing
		"":       {Low: 5, High: 10},
		"2030H1": {Low: 0, High: 10},
	} {
		if got := h.Scale(c, upTo); got != want {
			t.Errorf("up to %q: %v, want %v", upTo, got, want)
		}
	}
}

func TestEveryFigureLiesOnItsScaleAndOnTheSideThatItsRungSays(t *testing.T) {
	figure := rapid.Map(rapid.IntRange(100, 1000), func(n int) score.Figure { return score.Figure(n) })
	rapid.Check(t, func(t *rapid.T) {
		a, b, target := figure.Draw(t, "a"), figure.Draw(t, "b"), figure.Draw(t, "target")
		s := score.ScaleOf([]score.Figure{a, b, target})
		if s.Low < 0 || s.High > 10 || s.High-s.Low < 2 || 100*s.Low > int(min(a, b, target)) || 100*s.High < int(max(a, b, target)) {
			t.Fatalf("%v for %d %d %d", s, a, b, target)
		}
		rows := rapid.IntRange(2, 24).Draw(t, "rows")
		at, aim := s.Rows(a, target, rows)
		above, _ := s.Rows(b, target, rows)
		if a <= b && (at > above || s.Step(a, 8) > s.Step(b, 8)) {
			t.Fatalf("%d stands above %d", a, b)
		}
		if at < 0 || at > rows || aim < 0 || aim > rows || (a <= target-5) != (at < aim) || (a >= target+5) != (at > aim) {
			t.Fatalf("%d in row %d, its target %d in row %d", a, at, target, aim)
		}
		grades := 100 * (s.High - s.Low)
		if off := at*grades - (int(a)-100*s.Low)*rows; off > 2*grades || off < -2*grades {
			t.Fatalf("%d in row %d of %d on %v", a, at, rows, s)
		}
	})
}
