package report_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/report"
)

// trendOf is the lines of a monitor, and the texts beside them.
func trendOf(d report.Document) (lines *report.Lines, said string) {
	for _, p := range d.Parts {
		if p.ID != "trend" {
			continue
		}
		for _, x := range p.Blocks {
			switch x := x.(type) {
			case report.Lines:
				lines = &x
			case report.Text:
				said += x.Text + "\n"
			}
		}
	}
	return lines, said
}

func TestOfOneCycleASentenceStandsInPlaceOfATrend(t *testing.T) {
	for _, c := range known(t) {
		cycles := map[account.CycleName]int{}
		for i, y := range c.Cycles {
			d := made(&c, y.Name, report.ForClient)
			lines, said := trendOf(d)
			if lines == nil {
				for _, p := range d.Parts {
					for _, x := range p.Blocks {
						if _, table := x.(report.Table); table && p.ID == "trend" {
							t.Errorf("%s %s: a table stands where there is no trend", c.ID, y.Name)
						}
					}
				}
				if i == 0 && strings.Contains(said, "twee cycli") && !strings.Contains(said, string(y.Name)) {
					t.Errorf("%s %s: %s", c.ID, y.Name, said)
				}
				continue
			}
			for _, l := range lines.Lines {
				for j, f := range l.Figures {
					if f.OK() {
						cycles[account.CycleName(lines.Cycles[j])]++
					}
				}
			}
			if len(cycles) < 2 {
				t.Errorf("%s %s draws a trend of %d cycles", c.ID, y.Name, len(cycles))
			}
		}
	}
}

// A target that was raised stands in each cycle as it was, and widens the scale
// of all lines.
func TestATargetStandsInItsOwnCycle(t *testing.T) {
	for _, c := range known(t) {
		if len(c.Cycles) < 2 || len(c.Cycles[0].KWIs) == 0 {
			continue
		}
		c = c.Clone()
		first := &c.Cycles[0].KWIs[0]
		first.Target = 950
		y := c.Cycles[len(c.Cycles)-1]
		lines, _ := trendOf(made(&c, y.Name, report.ForClient))
		if lines == nil {
			continue
		}
		if got := lines.Lines[0].Target(0); got != 950 || lines.Scale.High != 10 {
			t.Errorf("%s: the target of %s was %v, on %v", c.ID, c.Cycles[0].Name, got, lines.Scale)
		}
		total := lines.Lines[len(lines.Lines)-1]
		for i := range lines.Cycles {
			if total.Target(i).OK() {
				t.Errorf("%s: the total has a target", c.ID)
			}
		}
	}
}
