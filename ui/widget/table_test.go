package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// portfolio is the table of the first screen.
func portfolio(t theme.Theme, n int) widget.Table {
	rows := []widget.Row{
		{Cells: []widget.Cell{{Text: "NewMedia"}, {Drawn: part.ShortSteps(t, account.Extended, account.Measure) + " meten"}, {Text: "7,60"}, {Text: "+0,31", Style: t.Good}, {Text: "8,0"}, {Text: "▂▃▃▅▆"}, {Text: "sessie do 27 nov"}}},
		{Cells: []widget.Cell{{Text: "Gemeente Dorpstad en omstreken"}, {Drawn: part.ShortSteps(t, account.Extended, account.Realise) + " realis."}, {Text: "–"}, {}, {Text: "7,25"}, {Text: "▃▃▄"}, {Text: "belofte 2 d te laat", Style: t.Warn}}},
		{Cells: widget.Texts("Facilitair (intern)", "eenvoudig", "10,00", "−0,12", "7", "▅▅▆", "vraag ma 1 dec"), Faint: true},
	}
	return widget.Table{
		Columns: []widget.Column{
			{Title: "Klant", Share: 2}, {Title: "Fase", Width: 15}, {Title: "Score", Width: 5, Right: true}, {Title: "±", Width: 5, Right: true},
			{Title: "Doel", Width: 5, Right: true, Decimals: 2, From: 90}, {Title: "Verloop", Width: 7, From: 74}, {Title: "Eerstvolgend"},
		},
		Count: n,
		Row:   func(i int) widget.Row { return rows[i%len(rows)] },
	}
}

func TestTableLooks(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		title   string
		w, h, n int
		at      widget.List
	}{
		{"three clients, 77 wide", 77, 16, 3, widget.List{}},
		{"three clients, 117 wide", 117, 16, 3, widget.List{At: 1}},
		{"three clients, 40 wide", 40, 16, 3, widget.List{At: 2}},
		{"thirty clients, in the middle", 77, 8, 30, widget.List{At: 9, Top: 6}},
		{"thirty clients, at the end", 77, 8, 30, widget.List{At: 29, Top: 28}},
		{"nobody", 77, 8, 0, widget.List{}},
	} {
		f := kittest.Frame(c.w, c.h, "nl", account.Client{})
		table := portfolio(f.Theme, c.n)
		table.Empty = "Nog geen klanten. Begin er een met n."
		body := strings.Join(table.View(f, c.at, c.w, c.h), "\n")
		fmt.Fprintf(&b, "# %s\n%s\n", c.title, kittest.Show(kit.Page{Body: body}))
	}
	kittest.Golden(t, "table", b.String())
}

func TestTableOfTwoLinesARow(t *testing.T) {
	f := kittest.Frame(70, 8, "nl", account.Client{})
	table := widget.Table{
		Columns: []widget.Column{{Title: "Score per KWI"}, {Title: "score", Width: 5, Right: true}}, Count: 4, Tall: 2,
		Row: func(i int) widget.Row {
			return widget.Row{Cells: widget.Texts(fmt.Sprintf("0%d Kennisborging", i+1), "7,60"), Under: widget.Bar(f, 760, 800, 60)}
		},
	}
	kittest.Golden(t, "table-tall", kittest.Show(kit.Page{Body: strings.Join(table.View(f, widget.List{At: 1}, 70, 8), "\n")}))
}

func TestTableStaysWithinItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h, n := rapid.IntRange(1, 140).Draw(t, "w"), rapid.IntRange(1, 30).Draw(t, "h"), rapid.IntRange(0, 40).Draw(t, "n")
		f := kittest.Frame(w, h, "en", account.Client{}, kittest.Theme(theme.Dark()))
		table := widget.Table{Count: n, Tall: rapid.IntRange(0, 2).Draw(t, "tall"), Empty: kittest.Hostile.Draw(t, "empty")}
		for range rapid.IntRange(0, 8).Draw(t, "columns") {
			table.Columns = append(table.Columns, widget.Column{
				Title: kittest.Hostile.Draw(t, "title"), Width: rapid.IntRange(0, 30).Draw(t, "width"), Right: rapid.Bool().Draw(t, "right"),
				Decimals: rapid.IntRange(0, 2).Draw(t, "decimals"), From: rapid.IntRange(0, 100).Draw(t, "from"),
			})
		}
		texts := rapid.SliceOfN(kittest.Hostile, 0, 9).Draw(t, "cells")
		table.Row = func(i int) widget.Row {
			return widget.Row{Cells: widget.Texts(texts...), Head: i%5 == 0, Under: cells.Line(strings.Join(texts, ""), 80)}
		}
		at := widget.List{At: rapid.IntRange(0, 50).Draw(t, "at"), Top: rapid.IntRange(0, 50).Draw(t, "top")}
		kittest.Fits(t, f, kit.Page{Body: strings.Join(table.View(f, at, w, h), "\n")})
	})
}

// Only the rows in view are asked for.
func TestTableAsksForWhatIsInView(t *testing.T) {
	f, asked := kittest.Frame(77, 10, "nl", account.Client{}), 0
	table := portfolio(f.Theme, 10_000)
	row := table.Row
	table.Row = func(i int) widget.Row { asked++; return row(i) }
	at := widget.List{}.Move(keys.End, 10_000, table.Visible(10))
	if lines := table.View(f, at, 77, 10); len(lines) != 10 || asked != 8 {
		t.Errorf("%d lines, %d rows asked", len(lines), asked)
	}
}

func BenchmarkTable120x40(b *testing.B) {
	f := kittest.Frame(120, 40, "nl", account.Client{}, kittest.Theme(theme.Dark()))
	table := portfolio(f.Theme, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		table.View(f, widget.List{At: 5000, Top: 4990}, 120, 40)
	}
}
