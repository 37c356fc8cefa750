package pdf

import (
	"strings"
	"testing"

	"kwi/internal/report"
	"kwi/internal/score"
)

// Wherever a line begins, its first figure stands beside the scale and not on it;
// with ten cycles too.
func TestTheFirstFigureStandsBesideTheScale(t *testing.T) {
	d := document()
	lines := report.Lines{Target: "Doel", Scale: score.Scale{Low: 4, High: 8}, Cycles: strings.Fields("2022H1 2022H2 2023H1 2023H2 2024H1 2024H2 2025H1 2025H2 2026H1 2026H2")}
	for first := score.Figure(420); first < 800; first += 7 {
		lines.Lines = append(lines.Lines, report.Line{Label: "lijn", Figures: []score.Figure{first, 700, 600, 633, 667, 700, 600, 633, 667, 700}, Targets: []score.Figure{800}})
	}
	d.Parts = []report.Part{{ID: "trend", Title: "Trend", Blocks: []report.Block{lines}}}
	onPaper(t, d) // which tells of every text that stands on another
}

// The figure of a low point stands below it, where the line does not come from.
// The figure of a low point stands below it, where the line does not come from.
func TestALowPointHasItsFigureBelow(t *testing.T) {
	a := trendPanel{cycles: make([]string, 5), line: report.Line{Figures: []score.Figure{700, 600, 650, score.None, 640}, Broken: []bool{false, false, false, false, true}}}
	for i, want := range map[int]bool{0: false, 1: true, 2: false, 4: false} {
		if got := a.lowest(i); got != want {
			t.Errorf("%d: %v", i, got)
		}
	}
}
