package pdf

import (
	"io"
	"strconv"
	"strings"

	"kwi/internal/lang"
	"kwi/internal/report"
)

// The A3 page, on its side.
const (
	a3Wide, a3High = 420.0, 297.0
	wallMargin     = 12.0
	wallGap        = 4.0
)

// Plan writes a plan as one A3 page on its side: two rows of four blocks above
// the figures.
func Plan(w io.Writer, page report.PlanPage) error {
	return planPaper(page, nil).to(w)
}

func planPaper(page report.PlanPage, seen func(placedText)) *paperDocument {
	words := lang.For(page.Language)
	title := joined(" · ", page.Title, page.Client)
	p := newPaper(a3Wide, a3High, documentInfo{page.Language, title, page.Supplier, page.Made})
	p.seen = seen
	p.page()
	s := planWall{documentLook{words, 1}, p}
	p.bookmark(page.Title, 0, 0)
	top := s.head(page) + 5
	bottom := s.foot(page)
	bottom = s.numbers(page.Numbers, bottom-3) - 5
	s.blocks(page.Blocks, top, bottom)
	return p
}

// planWall is the page on its way.
type planWall struct {
	documentLook
	p *paperDocument
}

// head puts what it is and of whom at the left, and at the right by whom, and
// that it is internal. It tells where it ends.
func (s planWall) head(page report.PlanPage) float64 {
	half := (a3Wide - 2*wallMargin) / 2
	left, right := []string{page.Title, page.Client}, []string{page.Internal, page.MadeBy, page.Source}
	for size := 17.0; ; size -= 0.5 {
		big, small := fontAtSize{boldFace, size}, fontAtSize{regular, max(size*0.55, 5)}
		a, b := big.wrap(joined(" · ", left...), half*1.2-4), small.wrap(joined("\n", right...), half*0.8)
		high := max(float64(len(a))*big.line(), float64(len(b))*small.line())
		if high > 22 && size > 5 {
			continue
		}
		s.p.lines(wallMargin, wallMargin-2, a, big, accent)
		for i, line := range b {
			one := small
			if i == 0 {
				one.face = boldFace
			}
			s.p.right(a3Wide-wallMargin, wallMargin-2+float64(i)*small.line(), line, fitted(one, line, half*0.8), quietColour)
		}
		end := wallMargin - 2 + high + 1.5
		s.p.line(wallMargin, end, a3Wide-wallMargin, end, 0.6, accent)
		return end
	}
}

// fitted is a font that a line fits in.
func fitted(f fontAtSize, line string, width float64) fontAtSize {
	for f.size > 1 && f.width(cleanForSetting(line)) > width {
		f.size -= 0.1
	}
	return f
}

// foot puts whose plan it is below everything, and tells where it begins.
func (s planWall) foot(page report.PlanPage) float64 {
	f := fontAtSize{regular, 7.5}
	lines := f.wrap(joined(" · ", page.Supplier, page.Internal, s.words.LongDate(page.Made)), a3Wide-2*wallMargin)
	top := a3High - 9 - float64(len(lines))*f.line()
	s.p.lines(wallMargin, top, lines, f, quietColour)
	return top
}

// numbers puts the table above a line: a column for every quantity, so that
// it takes four lines of the page. It tells where it begins.
func (s planWall) numbers(n report.PlanNumbers, bottom float64) float64 {
	name, small, figure := fontAtSize{boldFace, 8.5}, fontAtSize{regular, 8.5}, fontAtSize{regular, 11}
	notes := []string{}
	for _, note := range n.Notes {
		notes = append(notes, fontAtSize{oblique, 8}.wrap(note, a3Wide-2*wallMargin)...)
	}
	const heads = 46.0
	column := (a3Wide - 2*wallMargin - heads) / float64(max(len(n.Rows), 1))
	names, high := make([][]string, len(n.Rows)), 1
	for i, r := range n.Rows {
		names[i] = name.wrap(r.Name, column-3)
		high = max(high, len(names[i]))
	}
	const row = 7.4
	top := bottom - float64(len(notes))*4.2 - 3*row - float64(high)*name.line() - 3
	s.p.text(wallMargin, top, n.Title, fitted(fontAtSize{boldFace, 11}, n.Title, heads-2), accent)
	y := top
	for i, lines := range names {
		x := wallMargin + heads + float64(i+1)*column
		for j, text := range lines {
			s.p.right(x, y+float64(high-len(lines)+j)*name.line(), text, name, quietColour)
		}
	}
	y += float64(high)*name.line() + 2
	s.p.line(wallMargin, y, a3Wide-wallMargin, y, 0.35, accent)
	for i, head := range []string{n.LastYear, n.Target, n.SoFar} {
		at := y + float64(i)*row
		if i == 2 {
			s.p.box(wallMargin, at, a3Wide-2*wallMargin, row, ground)
			figure.face = boldFace
		}
		s.p.text(wallMargin+1.5, at+(row-small.line())/2, head, fitted(small, head, heads-2), inkColour)
		for j, r := range n.Rows {
			text := []string{r.LastYear, r.Target, r.SoFar}[i]
			x := wallMargin + heads + float64(j+1)*column
			s.p.right(x, at+(row-figure.line())/2, text, fitted(figure, text, column-3), inkColour)
		}
		s.p.line(wallMargin, at+row, a3Wide-wallMargin, at+row, 0.1, ruleColour)
	}
	s.p.lines(wallMargin, y+3*row+1.2, notes, fontAtSize{oblique, 8}, quietColour)
	return top
}

// blockNumber is a block's number.
func blockNumber(n int) string { return strconv.Itoa(n) }

// lowerName is a name within a sentence: as it is where it is an abbreviation.
func lowerName(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}
