package pdf

import (
	"io"

	"kwi/internal/lang"
	"kwi/internal/report"
)

// Minutes writes minutes as A4 pages without a cover: what they are above the
// first part, and the parts below each other.
func Minutes(w io.Writer, d report.Document) error { return minutes(d, nil).to(w) }

func minutes(d report.Document, seen func(placedText)) *paperDocument {
	words := lang.For(d.Language)
	title := joined(" · ", d.Client, d.Cycle)
	p := newPaper(a4Wide, a4High, documentInfo{d.Language, joined(" – ", d.Title, title), d.Supplier, d.For, d.Day})
	p.seen = seen
	e := newEdges(words, joined(" · ", d.Title, d.Client, d.Cycle), joined(" · ", d.For, d.Made))
	l, b := documentLook{words, 1}, e.body()
	pieces := l.title(d.Title+" · "+title, b.left, b.width)
	for _, part := range d.Parts {
		one := append(l.set(part.Title, b.left, b.width, setting{font: l.font(boldFace, 13), colour: accent, above: l.mm(7), keep: true, heads: true, below: l.mm(1.5)}), l.part(part, b)[len(l.title(part.Title, b.left, b.width)):]...)
		pieces = append(pieces, one...)
	}
	drawPieces(p, placePieces(b, pieces), func() {
		p.page()
		e.draw(p)
	})
	e.numbers(p)
	return p
}
