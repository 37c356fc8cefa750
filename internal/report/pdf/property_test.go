package pdf

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// anyText is what somebody may have typed, or what they may have pasted.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[A-Za-z .,-]{0,60}`), rapid.StringMatching(`[a-zé]{0,120}`), rapid.String())
}

// TestAnyTableFits: whatever is in it, a table is as wide as its page, each
// line fits in its column, and every row stands within one page.
func TestAnyTableFits(t *testing.T) {
	l := documentLook{lang.For("nl"), 1}
	b := newEdges(l.words, "klant", "leverancier").body()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "columns")
		table := report.Table{Caption: anyText().Draw(t, "caption")}
		for range n {
			table.Columns = append(table.Columns, report.Column{Title: anyText().Draw(t, "title"), Share: rapid.IntRange(0, 9).Draw(t, "share"), Right: rapid.Bool().Draw(t, "right")})
		}
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			r := report.Row{Head: rapid.Bool().Draw(t, "head"), Total: rapid.Bool().Draw(t, "total")}
			for range rapid.IntRange(0, n+1).Draw(t, "cells") {
				r.Cells = append(r.Cells, report.Cell{Text: anyText().Draw(t, "text")})
			}
			table.Rows = append(table.Rows, r)
		}
		g := l.fit(table, b.width)
		if w := sumFloats(g.widths); w < b.width-0.1 || w > b.width+0.1 {
			t.Fatalf("%.2f wide, not %.2f", w, b.width)
		}
		for i, w := range g.widths {
			if w < g.pad(i)+cellPadX {
				t.Fatalf("column %d has no room for text: %.2f", i, w)
			}
		}
		onePiecePerPage(t, b, l.table(table, b.left, b.width))
	})
}

// onePiecePerPage: every piece stands within the part of the page that there
// is for it, and none is lost.
func onePiecePerPage(t *rapid.T, b pageBody, pieces []layoutPiece) {
	last, y, next := 1, b.top, 0
	for _, one := range placePieces(b, pieces) {
		if one.page != last {
			last, y = one.page, b.top
		}
		if one.y < y-0.1 || one.y+one.height > b.top+b.height+0.1 {
			t.Fatalf("page %d: a piece of %.1f at %.1f", one.page, one.height, one.y)
		}
		y = one.y + one.height
		if one.of >= 0 {
			if one.of != next {
				t.Fatalf("piece %d comes where %d was due", one.of, next)
			}
			next++
		}
	}
	if next != len(pieces) {
		t.Fatalf("%d of %d pieces are placed", next, len(pieces))
	}
}

// TestLabelsStayApart: of labels on a line none touches another, and the last
// is always there.
func TestLabelsStayApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []placedLabel
		x := 0.0
		for range rapid.IntRange(1, 60).Draw(t, "labels") {
			x += rapid.Float64Range(0, 12).Draw(t, "step")
			all = append(all, placedLabel{"x", x, rapid.Float64Range(0, 20).Draw(t, "width"), 0})
		}
		out := keepApart(all, 1)
		if out[0] != all[len(all)-1] {
			t.Fatal("the last is not there")
		}
		for i, a := range out {
			for _, o := range out[:i] {
				if a.x-a.width/2 < o.x+o.width/2+1 && o.x-o.width/2 < a.x+a.width/2+1 {
					t.Fatalf("%v touches %v", a, o)
				}
			}
		}
	})
}

// TestBarsAreTheirFigures: a figure lies where it belongs on the scale, and a
// tenth can be seen on it.
func TestBarsAreTheirFigures(t *testing.T) {
	c := barChart{documentLook: documentLook{lang.For("nl"), 1}, x: 20, label: 50, track: 80, reach: score.Scale{Low: 6, High: 10}}
	for f, want := range map[score.Figure]float64{600: 70, 800: 110, 760: 102, 1000: 150, 500: 70} {
		if got := c.at(f); got < want-0.001 || got > want+0.001 {
			t.Errorf("%d lies at %.2f, not %.2f", f, got, want)
		}
	}
	if apart := c.at(783) - c.at(733); apart < 8 {
		t.Errorf("7.33 and 7.83 lie %.1f mm apart", apart)
	}
}
