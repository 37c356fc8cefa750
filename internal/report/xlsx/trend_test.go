package xlsx_test

import (
	"regexp"
	"strings"
	"testing"

	"kwi/internal/report"
)

// Every trend of a client has the axis of all others, and its target is dashed
// and has no points, so that grey paper tells them apart.
func TestAllTrendsHaveOneAxisAndADashedTarget(t *testing.T) {
	c := client(t, "newmedia")
	d := document(&c, "2026H1", report.ForClient)
	axis := regexp.MustCompile(`<max val="([0-9.]+)"></max><min val="([0-9.]+)">`)
	seen, dashed, trends := map[string]int{}, 0, 0
	for name, content := range parts(t, written(t, d)) {
		if !strings.HasPrefix(name, "xl/charts/chart") || !strings.Contains(content, "<lineChart>") {
			continue
		}
		trends++
		for _, m := range axis.FindAllStringSubmatch(content, -1) {
			seen[m[2]+"–"+m[1]]++
		}
		if strings.Contains(content, `<a:prstDash val="dash">`) && strings.Contains(content, `<symbol val="none">`) {
			dashed++
		}
	}
	var lines report.Lines
	for _, p := range d.Parts {
		for _, x := range p.Blocks {
			if l, ok := x.(report.Lines); ok {
				lines = l
			}
		}
	}
	if trends != len(lines.Lines) || dashed != trends-1 {
		t.Errorf("%d trends, %d with a dashed target, of %d lines", trends, dashed, len(lines.Lines))
	}
	if len(seen) != 1 || seen["6–8"] != trends || lines.Reach().Low != 6 || lines.Reach().High != 8 {
		t.Errorf("axes %v on %v", seen, lines.Reach())
	}
}
