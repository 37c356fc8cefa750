package pdf

import (
	"strconv"

	"kwi/internal/report"
)

// contentsIndex is the place of the list of contents on the cover.
type contentsIndex struct {
	documentLook
	top, height float64
}

// cover is the first page: what it is, of whom and by whom, for whom it is,
// and further down what follows on which page. A name of any length stands
// there whole.
func (l documentLook) cover(p *paperDocument, d report.Document) contentsIndex {
	x, w := marginX, a4Wide-2*marginX
	p.bookmark(d.Title, 0, 0)
	p.box(x, 46, 22, 1.6, accent)
	type text struct {
		s      string
		face   fontFace
		size   float64
		colour colour
		below  float64
	}
	all := []text{
		{d.Title, boldFace, 28, accent, 9}, {d.Client, boldFace, 20, inkColour, 2}, {d.Cycle, regular, 14, inkColour, 12},
		{otherSupplier(d), regular, 11, quietColour, 1.5}, {d.Made, regular, 11, quietColour, 1.5}, {d.For, regular, 11, quietColour, 0},
	}
	most := a4High - 52 - 20 - float64(len(d.Parts))*4.5
	for ; ; l.scale -= 0.05 {
		need := 0.0
		for _, t := range all {
			f := l.font(t.face, t.size)
			need += float64(len(f.wrap(t.s, w)))*f.line() + l.mm(t.below)
		}
		if need <= max(most, 120) || l.scale < 0.3 {
			break
		}
	}
	y := 54.0
	for _, t := range all {
		if t.s == "" {
			continue
		}
		f := l.font(t.face, t.size)
		lines := f.wrap(t.s, w)
		p.lines(x, y, lines, f, t.colour)
		y += float64(len(lines))*f.line() + l.mm(t.below)
	}
	l.scale = 1
	return contentsIndex{l, y + 14, a4High - marginBottom - 12 - y - 14}
}

// contents puts the parts and their pages on the cover, now that these are
// known. Where the cover is full of names there is no room for it; the
// bookmarks are there in any case.
func (i contentsIndex) contents(p *paperDocument, parts []report.Part, pages []int) {
	type entry struct {
		lines []string
		page  int
	}
	for size := 10.5; size >= 7; size -= 0.5 {
		f, need := i.font(regular, size), 0.0
		var all []entry
		for n, part := range parts {
			one := entry{f.wrap(part.Title, a4Wide-2*marginX-20), pages[n]}
			need += float64(len(one.lines))*f.line() + 1.6
			all = append(all, one)
		}
		if need > i.height {
			continue
		}
		p.f.SetPage(1)
		y := max(i.top, a4High-marginBottom-14-need)
		for _, one := range all {
			p.lines(marginX, y, one.lines, f, inkColour)
			number := strconv.Itoa(one.page)
			p.right(a4Wide-marginX, y, number, f, inkColour)
			h := float64(len(one.lines)) * f.line()
			link := p.f.AddLink()
			p.f.SetLink(link, 0, one.page)
			p.f.Link(marginX, y, a4Wide-2*marginX, h, link)
			p.line(marginX, y+h+0.8, a4Wide-marginX, y+h+0.8, 0.1, ruleColour)
			y += h + 1.6
		}
		return
	}
}
