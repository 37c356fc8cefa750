package pdf

import (
	"io"
	"slices"
	"strings"

	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/text"
)

// summary is the part that stands on one page.
const summary = "summary"

// Monitor writes a document as A4 pages: a cover, the summary on one page
// exactly, and the parts. A part begins on a new page, unless it is short and
// there is room for all of it below the one before.
func Monitor(w io.Writer, d report.Document) error {
	return monitor(d, nil).to(w)
}

func monitor(d report.Document, seen func(placedText)) *paperDocument {
	words := lang.For(d.Language)
	title := joined(" · ", d.Client, d.Cycle)
	p := newPaper(a4Wide, a4High, documentInfo{d.Language, joined(" – ", d.Title, title), d.Supplier, d.For, d.Day})
	p.seen = seen
	e := newEdges(words, joined(" · ", d.Client, d.Cycle, ownCopy(d)), joined(" · ", d.Title, otherSupplier(d)))
	l, b := documentLook{words, 1}, e.body()
	p.page()
	at := l.cover(p, d)
	all, begins := l.parts(d.Parts, b)
	drawPieces(p, all, func() {
		p.page()
		e.draw(p)
	})
	at.contents(p, d.Parts, begins)
	e.numbers(p)
	return p
}

// otherSupplier is the supplier where that is another than the client.
func otherSupplier(d report.Document) string {
	if sameText(d.Supplier, d.Client) {
		return ""
	}
	return d.Supplier
}

// ownCopy says for whom a document is where that is not the client, whose name
// stands beside it.
func ownCopy(d report.Document) string {
	if d.Audience == report.ForClient {
		return ""
	}
	return d.For
}

// parts places all parts, and tells on which page after the cover each
// begins.
func (l documentLook) parts(parts []report.Part, b pageBody) (all []placed, begins []int) {
	var pieces []layoutPiece
	var first []int
	alone := true // the next part begins a page
	for _, part := range parts {
		one := l.part(part, b)
		short := heightOf(one) <= b.height
		if part.ID == summary {
			one, short = l.onePage(part, b), false
		}
		if short {
			keepTogether(one, b)
		}
		one[0].fresh, one[0].above = alone || !short, l.mm(14)
		alone = !short && part.ID == summary
		first = append(first, len(pieces))
		pieces = append(pieces, one...)
	}
	all = placePieces(b, pieces)
	begins = make([]int, len(first))
	for _, one := range all {
		for i, f := range first {
			if one.of == f {
				begins[i] = one.page + 1
			}
		}
	}
	return all, begins
}

// part is the pieces of a part under its title. What stands under a heading
// stays on one page where a page can hold it, and otherwise begins with its
// heading, what is said below that, and the first rows.
func (l documentLook) part(part report.Part, b pageBody) []layoutPiece {
	out := l.title(part.Title, b.left, b.width)
	from := 0 // where the section begins
	for i, block := range part.Blocks {
		if _, heads := block.(report.Heading); heads {
			keepTogether(out[from:], b)
			from = len(out)
		}
		pieces := l.block(block, b)
		if introduces(part.Blocks, i) {
			for j := range pieces {
				pieces[j].keep = true
			}
		}
		out = append(out, pieces...)
	}
	keepTogether(out[from:], b)
	return out
}

// keepTogether keeps pieces on one page, if one page can hold them.
func keepTogether(pieces []layoutPiece, b pageBody) {
	if heightOf(pieces) > b.height {
		return
	}
	for i := range pieces[:max(0, len(pieces)-1)] {
		pieces[i].keep = true
	}
}

// introduces reports whether a block is a short text between a heading and a
// table or a chart.
func introduces(blocks []report.Block, i int) bool {
	t, ok := blocks[i].(report.Text)
	if !ok || i == 0 || i+1 == len(blocks) || len(t.Text) > 300 {
		return false
	}
	_, heading := blocks[i-1].(report.Heading)
	switch blocks[i+1].(type) {
	case report.Table, report.Bars, report.Lines:
		return heading
	}
	return false
}

func (l documentLook) block(block report.Block, b pageBody) []layoutPiece {
	switch t := block.(type) {
	case report.Headline:
		return l.headline(t, b.left, b.width)
	case report.Heading:
		return l.heading(t.Text, b.left, b.width)
	case report.Text:
		return l.paragraph(t, b.left, b.width)
	case report.Table:
		return l.table(t, b.left, b.width)
	case report.Bars:
		return l.bars(t, b.left, b.width)
	case report.Lines:
		return l.trend(t, b.left, b.width)
	}
	return nil
}

// smallest is how small a page that must be one may be set.
const smallest = 0.74

// onePage is a part that takes one page: smaller where it must, and where
// that is not enough without its end, of which it says how much is missing.
func (l documentLook) onePage(part report.Part, b pageBody) []layoutPiece {
	var pieces []layoutPiece
	for l.scale = 1; ; l.scale -= 0.02 {
		if pieces = l.part(part, b); heightOf(pieces) <= b.height || l.scale-0.02 < smallest {
			break
		}
	}
	if heightOf(pieces) <= b.height {
		return pieces
	}
	note := func(left int) []layoutPiece {
		return l.set(l.words.N("paper.left", left), b.left, b.width, setting{font: l.font(boldFace, 9), colour: inkColour, above: l.mm(2)})
	}
	room, left := b.height-heightOf(note(99999))-l.mm(2), 0
	for n := len(pieces); n > 0 && heightOf(pieces) > room; n-- {
		left += pieces[n-1].says
		pieces = pieces[:n-1]
	}
	return append(pieces, note(left)...)
}

// joined is the texts that there are, each once, with something between. One
// from right to left does not draw the next to it.
func joined(between string, all ...string) string {
	var out []string
	for _, s := range all {
		if strings.TrimSpace(s) != "" && !slices.ContainsFunc(out, func(o string) bool { return sameText(o, s) }) {
			out = append(out, s)
		}
	}
	if !text.HasRightToLeft(strings.Join(out, "")) {
		return strings.Join(out, between)
	}
	return text.LeftToRightMark + strings.Join(out, text.LeftToRightMark+between+text.LeftToRightMark)
}

// sameText reports whether two texts read alike.
func sameText(a, b string) bool { return text.Fold(a) == text.Fold(b) }
