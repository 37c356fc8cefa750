package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/internal/score"
)

// On the scale of a client 7.33 and 7.83 are far apart, and what misses its
// target by a hundredth does not stand on it.
func TestTheDistanceToTheTargetCanBeSeen(t *testing.T) {
	scale := score.Scale{Low: 6, High: 9}
	column := func(line, mark string) int { return utf8.RuneCountInString(line[:strings.Index(line, mark)]) }
	if a, b := drawDistance(733, score.None, scale), drawDistance(783, score.None, scale); column(b, "●")-column(a, "●") < 5 {
		t.Errorf("\n%s\n%s", a, b)
	}
	for _, one := range []struct {
		f, target score.Figure
		want      string
	}{
		{600, 900, "●───────────────────────────────────────│"}, {900, 600, "│───────────────────────────────────────●"},
		{899, 900, "·······································●│"}, {600, 601, "●│·······································"},
		{601, 600, "│●·······································"}, {900, 899, "·······································│●"},
		{750, 750, "····················●····················"}, {score.None, 750, "····················│····················"}, {score.None, score.None, strings.Repeat("·", chartWidth)},
	} {
		if got := drawDistance(one.f, one.target, scale); got != one.want {
			t.Errorf("%d against %d:\n%s, not\n%s", one.f, one.target, got, one.want)
		}
	}
}
