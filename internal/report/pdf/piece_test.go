package pdf

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// anyBlock is a block of any kind and size.
func anyBlock() *rapid.Generator[report.Block] {
	return rapid.Custom(func(t *rapid.T) report.Block {
		text := words("w", rapid.IntRange(1, 40).Draw(t, "words"))
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return report.Heading{Text: text}
		case 1:
			return report.Text{Text: words("t", rapid.IntRange(1, 900).Draw(t, "length"))}
		case 2:
			return report.Bars{Caption: text, About: text, Bars: make([]report.Bar, rapid.IntRange(1, 12).Draw(t, "bars"))}
		case 3:
			return report.Lines{Caption: text, Cycles: []string{"2026H1", "2026H2"}, Lines: []report.Line{{Label: text, Figures: []score.Figure{700, 710}}}}
		}
		table := report.Table{Caption: text, Columns: []report.Column{{Title: "Nr."}, {Title: "Vraag"}}}
		for range rapid.IntRange(1, 60).Draw(t, "rows") {
			row := report.Row{Cells: cells("1.01|" + words("c", rapid.IntRange(1, 300).Draw(t, "cell")))}
			if n := len(table.Rows); rapid.IntRange(0, 4).Draw(t, "head") == 0 && (n == 0 || !table.Rows[n-1].Head) {
				row = report.Row{Head: true, Cells: cells("01|Kennisborging")}
			}
			table.Rows = append(table.Rows, row)
		}
		table.Rows = append(table.Rows, report.Row{Total: true, Cells: cells("|Totaal")})
		return table
	})
}

// TestNoHeadStandsAlone: whatever a document holds, below a title, a heading, the
// head of a table or of a KWI stands on the same page what it heads.
func TestNoHeadStandsAlone(t *testing.T) {
	l := documentLook{lang.For("nl"), 1}
	b := newEdges(l.words, "klant", "leverancier").body()
	rapid.Check(t, func(t *rapid.T) {
		var parts []report.Part
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			part := report.Part{ID: "x", Title: words("deel", rapid.IntRange(1, 12).Draw(t, "title"))}
			part.Blocks = append(rapid.SliceOfN(anyBlock(), 0, 6).Draw(t, "blocks"), report.Text{Text: "tot slot"})
			parts = append(parts, part)
		}
		all, _ := l.parts(parts, b)
		for i, one := range all {
			if one.of < 0 || !one.heads { // what a page repeats is followed by what it is repeated for
				continue
			}
			if i+1 == len(all) || all[i+1].page != one.page {
				t.Fatalf("page %d ends with a head at %.1f", one.page, one.y)
			}
		}
		onePiecePerPage(t, b, piecesOf(all))
	})
}

// TestMoreThanAPageKeptTogetherBreaksBelowNoHead: where a page cannot hold what should
// stay together, it is broken, but not between a head and what it heads.
func TestMoreThanAPageKeptTogetherBreaksBelowNoHead(t *testing.T) {
	b := pageBody{0, 0, 100, 100}
	var pieces []layoutPiece
	for range 9 {
		pieces = append(pieces, layoutPiece{height: 28, keep: true}, layoutPiece{height: 6, keep: true, heads: true})
	}
	pieces = append(pieces, layoutPiece{height: 28})
	all := placePieces(b, pieces)
	for i, one := range all {
		if one.heads && all[i+1].page != one.page {
			t.Errorf("page %d ends with a head at %.0f", one.page, one.y)
		}
	}
	var heads []layoutPiece
	for range 30 {
		heads = append(heads, layoutPiece{height: 10, keep: true, heads: true})
	}
	if pages := countPages(placePieces(b, heads)); pages != 3 {
		t.Errorf("heads alone take %d pages", pages)
	}
}

// piecesOf are the pieces that were placed, without those that pages repeat.
func piecesOf(all []placed) (out []layoutPiece) {
	for _, one := range all {
		if one.of >= 0 {
			out = append(out, one.layoutPiece)
		}
	}
	return out
}
