package pdf

import (
	"io"
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

// Plan writes a plan as one A3 page on its side: three columns by three rows,
// the figures in the last corner.
func Plan(w io.Writer, page report.PlanPage) error {
	return planPaper(page, nil).to(w)
}

func planPaper(page report.PlanPage, seen func(placedText)) *paperDocument {
	words := lang.For(page.Language)
	title := joined(" · ", page.Title, page.Client)
	p := newPaper(a3Wide, a3High, documentInfo{page.Language, title, page.Supplier, page.Internal, page.Made})
	p.seen = seen
	p.page()
	s := planWall{documentLook{words, 1}, p}
	p.bookmark(page.Title, 0, 0)
	top := s.head(page) + 5
	s.blocks(page, top, s.foot(page)-4)
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

// foot puts what the plan lacks and whose it is below everything, and tells
// where it begins.
func (s planWall) foot(page report.PlanPage) float64 {
	f := fontAtSize{regular, 7.5}
	lines := f.wrap(joined("\n", page.Lacking, joined(" · ", page.Supplier, page.Internal, s.words.LongDate(page.Made))), a3Wide-2*wallMargin)
	top := a3High - 9 - float64(len(lines))*f.line()
	s.p.lines(wallMargin, top, lines, f, quietColour)
	return top
}

// lowerName is a name within a sentence: as it is where it is an abbreviation.
func lowerName(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}
