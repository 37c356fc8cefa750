package pdf

import "kwi/internal/lang"

// The A4 page: its size, its margins, and the room between the head and what
// it stands above.
const (
	a4Wide, a4High = 210.0, 297.0
	marginX        = 20.0
	marginTop      = 14.0
	marginBottom   = 12.0
)

// runningEdges is what stands above and below every page of a document: texts that
// are broken where they are long, so the part of the page between them is
// known before the first page is begun.
type runningEdges struct {
	words      *lang.Words
	font       fontAtSize
	head, foot []string
	number     float64 // the room for the page number
}

// newEdges measures the head and the foot of pages with so much room.
func newEdges(words *lang.Words, head, foot string) runningEdges {
	e := runningEdges{words: words, font: fontAtSize{regular, 7.5}}
	e.number = e.font.width(words.T("paper.page", 8888, 8888)) + 4
	e.head = e.font.wrap(head, a4Wide-2*marginX)
	e.foot = e.font.wrap(foot, a4Wide-2*marginX-e.number)
	return e
}

// body is the part of the page between them.
func (e runningEdges) body() pageBody {
	top := marginTop + float64(len(e.head))*e.font.line() + 7
	bottom := marginBottom + float64(len(e.foot))*e.font.line() + 5
	return pageBody{marginX, top, a4Wide - 2*marginX, a4High - top - bottom}
}

// draw puts the head, and the foot of page n without its number.
func (e runningEdges) draw(p *paperDocument) {
	p.lines(marginX, marginTop, e.head, e.font, quietColour)
	under := marginTop + float64(len(e.head))*e.font.line() + 1.2
	p.line(marginX, under, a4Wide-marginX, under, 0.2, ruleColour)
	p.lines(marginX, e.low(), e.foot, e.font, quietColour)
}

// low is the top of the foot.
func (e runningEdges) low() float64 {
	return a4High - marginBottom - float64(len(e.foot))*e.font.line()
}

// number puts "page n of m" on every page, now that m is known.
func (e runningEdges) numbers(p *paperDocument) {
	last := p.f.PageCount()
	for n := 1; n <= last; n++ {
		p.f.SetPage(n)
		p.right(a4Wide-marginX, e.low(), e.words.T("paper.page", n, last), e.font, quietColour)
	}
}
