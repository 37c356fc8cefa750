package report_test

import (
	"os"
	"path/filepath"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/internal/report"
)

const today account.Date = "2026-11-24"

var both = []report.Audience{report.ForClient, report.Internal}

// made is the monitor in Dutch.
func made(c *account.Client, cycle account.CycleName, a report.Audience) report.Document {
	return report.Monitor(c, cycle, report.Options{Language: "nl", Audience: a, Supplier: "BESTSELLER B.V.", Today: today})
}

// file reads clients of a known case.
func file(t testing.TB, name string) []account.Client {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "portable", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all.Clients
}

// known are the clients of all cases and of the example.
func known(t testing.TB) []account.Client {
	t.Helper()
	all := append(file(t, "newmedia.json"), file(t, "worked.json")...)
	return append(all, example.Portfolio("nl", today).Clients...)
}

// told calls each for every text that a document shows.
func told(d report.Document, each func(string)) {
	for _, s := range []string{d.Title, d.Client, d.Supplier, d.Cycle, d.For, d.Made} {
		each(s)
	}
	for _, p := range d.Parts {
		each(p.Title)
		for _, x := range p.Blocks {
			switch x := x.(type) {
			case report.Headline:
				each(x.Sentence())
			case report.Heading:
				each(x.Text)
			case report.Text:
				each(x.Text)
			case report.Table:
				each(x.Caption)
				for _, c := range x.Columns {
					each(c.Title)
				}
				for _, r := range x.Rows {
					for _, c := range r.Cells {
						each(c.Text)
					}
				}
			case report.Bars:
				each(x.Caption)
				each(x.About)
				for _, b := range x.Bars {
					each(b.Label)
				}
			case report.Lines:
				each(x.Caption)
				for _, l := range x.Lines {
					each(l.Label)
				}
			}
		}
	}
}

// tables calls each for every table of a document.
func tables(d report.Document, each func(report.Table)) {
	for _, p := range d.Parts {
		for _, x := range p.Blocks {
			if t, ok := x.(report.Table); ok {
				each(t)
			}
		}
	}
}

// computed is what a formula comes to by the cells it names: a count, or
// hundredths; false where there is nothing to compute with.
func computed(t testing.TB, d report.Document, f report.Formula) (int, bool) {
	t.Helper()
	cells := map[string]report.Table{}
	tables(d, func(x report.Table) {
		if x.Name != "" {
			cells[x.Name] = x
		}
	})
	cell := func(r report.Ref) report.Cell {
		x, ok := cells[r.Table]
		if !ok || r.Row >= len(x.Rows) || r.Col >= len(x.Columns) {
			t.Fatalf("%v is not there", r)
		}
		return x.Rows[r.Row].Cells[r.Col]
	}
	if len(f.Grades) == 0 || len(f.Grades) != len(f.Weights) {
		t.Fatalf("%d grades, %d weights", len(f.Grades), len(f.Weights))
	}
	points, weight, sum, n := 0, 0, 0, 0
	for i := range f.Grades {
		g, w := cell(f.Grades[i]), cell(f.Weights[i])
		switch {
		case f.Op == report.Less:
			return g.Number - w.Number, !g.Missing && !w.Missing
		case g.Missing:
		case f.Op == report.Weight:
			return map[string]int{"<": 1, "N": 2, ">": 3}[w.Text], true
		default:
			points, weight, sum, n = points+g.Number*w.Number, weight+w.Number, sum+g.Number, n+1
		}
	}
	switch {
	case f.Op == report.Answers:
		return n, true
	case n == 0:
		return 0, false
	case f.Op == report.Score:
		return (200*points + weight) / (2 * weight), true
	}
	return (200*sum + n) / (2 * n), true
}
