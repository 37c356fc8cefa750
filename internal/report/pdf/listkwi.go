package pdf

import (
	"strconv"
	"strings"

	"kwi/internal/questionnaire"
)

// kwi is the questions of one KWI: its title, what the client expects in their
// own words, the heads, and a row for every question. A page that begins with
// a question has title and heads above it again.
func (f listForm) kwi(k questionnaire.KWI) []layoutPiece {
	title := f.banner(k.Code.String(), k.Title)
	heads := f.heads()
	again := append(append([]layoutPiece{}, title...), heads)
	out := append([]layoutPiece{}, title...)
	out[0].above, out[0].begins = 6, true
	if k.Expectation != "" {
		out = append(out, f.set(k.Expectation, f.x+4, f.w-4, setting{font: fontAtSize{oblique, 9.5}, colour: inkColour, above: 1.5, keep: true, heads: true, bar: true})...)
	}
	heads.above = 1.5
	out = append(out, heads)
	for i, q := range k.Questions {
		rows := f.question(q)
		for j := range rows {
			rows[j].again = again
		}
		rows[len(rows)-1].keep = i == 0 && len(k.Questions) > 1 || i == len(k.Questions)-2
		out = append(out, rows...)
	}
	return out
}

// banner is the line with the code and the title of a KWI.
func (f listForm) banner(code, title string) []layoutPiece {
	t := fontAtSize{boldFace, 10.5}
	lines := t.wrap(joined("  ", code, title), f.w-2*cellPadX)
	h := float64(len(lines))*t.line() + 2
	return []layoutPiece{{height: h, keep: true, heads: true, draw: func(p *paperDocument, y float64) {
		p.box(f.x, y, f.w, h, ground)
		p.lines(f.x+cellPadX, y+1, lines, t, accent)
	}}}
}

// heads stand above the boxes.
func (f listForm) heads() layoutPiece {
	t := fontAtSize{boldFace, 7.5}
	left := f.x + f.w - boxesWide
	grades, weights := t.wrap(f.columns.Grade, 10*boxWide), t.wrap(f.columns.Relevance, 3*boxWide+boxApart)
	text := t.wrap(f.columns.Question, left-f.x-codeWide-4)
	high := max(len(grades), len(weights), len(text))
	return layoutPiece{height: float64(high)*t.line() + 1, keep: true, heads: true, draw: func(p *paperDocument, y float64) {
		p.lines(f.x+codeWide, y, text, t, quietColour)
		p.lines(left, y, grades, t, quietColour)
		for i, s := range weights {
			p.right(f.x+f.w, y+float64(i)*t.line(), s, t, quietColour)
		}
	}}
}

// question is one question with its boxes. One that is very long goes over
// to the next page; its boxes stand beside its first lines.
func (f listForm) question(q questionnaire.Question) []layoutPiece {
	t, code, wide := f.body(), fontAtSize{boldFace, 9}, f.w-boxesWide-codeWide-4
	lines, small := t.wrap(q.Text, wide), fontAtSize{regular, 7}
	codes, news := code.wrap(q.Code.String(), codeWide-1), []string(nil)
	if q.New != "" {
		news = small.wrap(q.New, codeWide-1)
	}
	size := len(lines)
	if size > sliced {
		size = sliceFrom
	}
	var out []layoutPiece
	for from := 0; from < len(lines); from += size {
		part := lines[from:min(from+size, len(lines))]
		first, last := from == 0, from+size >= len(lines)
		h := float64(len(part)) * t.line()
		if first {
			h = max(h, boxHigh, float64(len(codes))*code.line()+float64(len(news))*small.line())
		}
		h += 2.6
		out = append(out, layoutPiece{height: h, keep: first && !last, draw: func(p *paperDocument, y float64) {
			if first {
				p.lines(f.x, y+1.3, codes, code, inkColour)
				p.lines(f.x, y+1.3+float64(len(codes))*code.line(), news, small, accent)
			}
			p.lines(f.x+codeWide, y+1.3, part, t, inkColour)
			if first {
				f.boxes(p, y+1.3)
			}
			if last {
				p.line(f.x, y+h, f.x+f.w, y+h, 0.1, ruleColour)
			}
		}})
	}
	return out
}

// boxes are the grades and the weights of one question.
func (f listForm) boxes(p *paperDocument, y float64) {
	left, t := f.x+f.w-boxesWide, fontAtSize{regular, 8.5}
	for n := 1; n <= 10; n++ {
		f.ring(p, left+float64(n-1)*boxWide, y, boxWide, boxHigh, strconv.Itoa(n), t)
	}
	for i, s := range strings.Fields("< N >") {
		f.ring(p, left+10*boxWide+boxApart+float64(i)*boxWide, y, boxWide, boxHigh, s, t)
	}
}
