package report_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// sound holds a document to its own promises.
func sound(t testing.TB, d report.Document) {
	t.Helper()
	names := map[string]int{}
	tables(d, func(x report.Table) {
		if x.Name != "" {
			names[x.Name]++
		}
		for i, r := range x.Rows {
			if len(r.Cells) != len(x.Columns) {
				t.Fatalf("%s: row %d has %d cells for %d columns", x.Name, i, len(r.Cells), len(x.Columns))
			}
			for _, c := range r.Cells {
				if c.Formula == nil {
					continue
				}
				if n, ok := computed(t, d, *c.Formula); ok == c.Missing || ok && n != c.Number {
					t.Fatalf("%s, row %d: shows %q (%d), its cells come to %d, %v", x.Name, i, c.Text, c.Number, n, ok)
				}
			}
		}
	})
	for name, n := range names {
		if n > 1 {
			t.Fatalf("%d tables are called %s", n, name)
		}
	}
	told(d, func(s string) {
		if strings.ContainsAny(s, "‹›") && !strings.ContainsAny(d.Client, "‹›") {
			t.Errorf("a text is missing: %s", s)
		}
	})
}

func TestEveryComputedCellAgreesWithItsSources(t *testing.T) {
	for _, c := range known(t) {
		for _, y := range c.Cycles {
			for _, a := range both {
				sound(t, made(&c, y.Name, a))
			}
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		c := accounttest.Client(r, "x")
		for _, y := range c.Cycles {
			for _, a := range both {
				sound(t, made(&c, y.Name, a))
			}
		}
	})
}

// table finds a table by its name.
func table(t *testing.T, d report.Document, name string) (found report.Table) {
	t.Helper()
	tables(d, func(x report.Table) {
		if x.Name == name {
			found = x
		}
	})
	if found.Name == "" {
		t.Fatalf("there is no table %s", name)
	}
	return found
}

func TestTheFiguresAreThoseOfTheScores(t *testing.T) {
	for _, c := range known(t) {
		h := score.HistoryOf(&c)
		for _, want := range h {
			d := made(&c, want.Cycle, report.ForClient)
			x := table(t, d, "scores")
			n := len(want.Respondents)
			total := x.Rows[len(x.Rows)-1].Cells
			y := c.Cycle(want.Cycle)
			figures := 5
			if !y.Named() {
				figures = 3 // no average, no count of answers
			}
			if len(x.Rows) != len(y.KWIs)+1 || len(x.Columns) != n+1+figures {
				t.Fatalf("%s %s: %d rows, %d columns", c.ID, want.Cycle, len(x.Rows), len(x.Columns))
			}
			same := func(by account.AnswersBy, cell report.Cell, f score.Figure) {
				t.Helper()
				if cell.Missing == f.OK() || f.OK() && cell.Number != int(f) || cell.Text != lang.For("nl").ScoreBy(by, int(f), f.OK()) {
					t.Errorf("%s %s: %+v, not %v", c.ID, want.Cycle, cell, f)
				}
			}
			same(y.AnswersBy, total[n+1], want.Total.Sums.Score())
			if y.Named() {
				same(y.AnswersBy, total[n+2], want.Total.Sums.Average())
			}
			for i := range total[1 : n+1] {
				same(y.AnswersBy, total[i+1], want.Total.Cells[i].Score())
			}
			for k, line := range want.KWIs {
				cells := x.Rows[k].Cells
				same(y.AnswersBy, cells[n+1], line.Sums.Score())
				if y.Named() {
					same(y.AnswersBy, cells[n+2], line.Sums.Average())
				}
				for i := range line.Cells {
					same(y.AnswersBy, cells[i+1], line.Cells[i].Score())
				}
			}
			scored := 0
			for _, p := range h.Trend(0, want.Cycle) {
				if p.Score.OK() {
					scored++
				}
			}
			if scored < 2 {
				continue // no table of one column, but a sentence: TestOfOneCycleASentenceStandsInPlaceOfATrend
			}
			trend := table(t, d, "trend")
			for i, p := range h.Trend(0, want.Cycle) {
				same(p.By, trend.Rows[len(trend.Rows)-1].Cells[i+1], p.Score)
			}
		}
	}
}

func TestTheWorkedCase(t *testing.T) {
	c := file(t, "worked.json")[0]
	x := table(t, made(&c, "", report.ForClient), "scores")
	var got []string
	for _, cell := range x.Rows[1].Cells {
		got = append(got, cell.Text)
	}
	if want := "Totaal 7,50 8,00 7,50 7,56 7,55 7,60 7,50   20"; strings.Join(got, " ") != strings.Replace(want, "   20", "  – 20", 1) {
		t.Errorf("got %s", strings.Join(got, " "))
	}
}

// Bars and lines stand in a table too, so that a workbook can draw them from
// its cells.
func TestChartsStandInTheirTables(t *testing.T) {
	for _, c := range known(t) {
		for _, y := range c.Cycles {
			d := made(&c, y.Name, report.ForClient)
			for _, p := range d.Parts {
				for _, x := range p.Blocks {
					switch x := x.(type) {
					case report.Bars:
						rows := table(t, d, x.Source.Table).Rows[x.Source.Row:]
						for i, b := range x.Bars {
							for j, f := range []score.Figure{b.Score, b.Average, b.Target} {
								if x.Source.Columns[j] < 0 {
									continue // by group there are no averages
								}
								cell := rows[i].Cells[x.Source.Columns[j]]
								if f.OK() && cell.Number != int(f) || rows[i].Cells[x.Source.Label].Text != b.Label {
									t.Errorf("%s %s: bar %s: %v in %v", c.ID, y.Name, b.Label, f, cell)
								}
							}
						}
					case report.Lines:
						rows := table(t, d, x.Source.Table).Rows[x.Source.Row:]
						for i, l := range x.Lines {
							for j, f := range l.Figures {
								if cell := rows[i].Cells[x.Source.Columns[j]]; cell.Missing == f.OK() || f.OK() && cell.Number != int(f) {
									t.Errorf("%s %s: line %s: %v in %v", c.ID, y.Name, l.Label, f, cell)
								}
							}
						}
						if x.Targets == nil {
							continue
						}
						for i, row := range table(t, d, x.Targets.Table).Rows {
							for j, c := range x.Targets.Columns {
								aim := x.Lines[i].Target(j)
								if cell := row.Cells[c]; row.Cells[0].Text != x.Lines[i].Label || cell.Missing == aim.OK() || aim.OK() && cell.Number != int(aim) {
									t.Errorf("%s: target of %s: %v in %v", y.Name, x.Lines[i].Label, aim, cell)
								}
							}
						}
					}
				}
			}
		}
	}
}

// Towards the client our own words are formal, and do not call their questions
// by the name they have in code.
func TestToneTowardsTheClient(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(je|jij|jouw|jullie|vragenlijsten?|questionnaires?|surveys?|enquêtes?)\b`)
	for _, key := range lang.Keys() {
		if !strings.HasPrefix(key, "report.") {
			continue
		}
		for _, w := range []*lang.Words{lang.For("nl"), lang.For("en")} {
			if text := w.T(key); never.MatchString(text) {
				t.Errorf("%s: %s", key, text)
			}
		}
	}
}

func TestWhatThereIsNotYet(t *testing.T) {
	c := account.Client{ID: "x", Name: "X"}
	if d := made(&c, "", report.ForClient); len(d.Parts) != 0 || d.Title == "" || d.For != "Voor X" {
		t.Errorf("got %+v", d)
	}
	c.Cycles = []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}
	d := made(&c, "", report.ForClient)
	sound(t, d)
	var ids []string
	for _, p := range d.Parts {
		ids = append(ids, p.ID)
		if len(p.Blocks) == 0 && p.ID != "lists" {
			t.Errorf("%s says nothing", p.ID)
		}
	}
	if want := strings.Fields("summary respondents kwis assignment scores trend lists actions"); !slices.Equal(ids, want) {
		t.Errorf("got %v", ids)
	}
}
