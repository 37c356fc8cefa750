package pdf

import (
	"strconv"
	"strings"

	"kwi/internal/questionnaire"
)

// kwi is the questions of one KWI: its title, what the client expects in his
// own words, the heads, and a row for every question. A page that begins with
// a question has title and heads above it again.
func (f form) kwi(k questionnaire.KWI) []piece {
	title := f.banner(k.Code.String(), k.Title)
	heads := f.heads()
	again := append(append([]piece{}, title...), heads)
	out := append([]piece{}, title...)
	out[0].above, out[0].begins = 6, true
	if k.Expectation != "" {
		out = append(out, f.set(k.Expectation, f.x+4, f.w-4, setting{font: font{oblique, 9.5}, colour: ink, above: 1.5, keep: true, bar: true})...)
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
func (f form) banner(code, title string) []piece {
	t := font{bold, 10.5}
	lines := t.wrap(joined("  ", code, title), f.w-2*padX)
	h := float64(len(lines))*t.line() + 2
	return []piece{{height: h, keep: true, draw: func(p *paper, y float64) {
		p.box(f.x, y, f.w, h, ground)
		p.lines(f.x+padX, y+1, lines, t, accent)
	}}}
}

// heads stand above the boxes.
func (f form) heads() piece {
	t := font{bold, 7.5}
	left := f.x + f.w - boxesWide
	grades, weights := t.wrap(f.columns.Grade, 10*boxWide), t.wrap(f.columns.Relevance, 3*boxWide+boxApart)
	text := t.wrap(f.columns.Question, left-f.x-codeWide-4)
	high := max(len(grades), len(weights), len(text))
	return piece{height: float64(high)*t.line() + 1, keep: true, draw: func(p *paper, y float64) {
		p.lines(f.x+codeWide, y, text, t, quiet)
		p.lines(left, y, grades, t, quiet)
		for i, s := range weights {
			p.right(f.x+f.w, y+float64(i)*t.line(), s, t, quiet)
		}
	}}
}

// question is one question with its boxes. One that is very long goes over
// to the next page; its boxes stand beside its first lines.
func (f form) question(q questionnaire.Question) []piece {
	t, code, wide := f.body(), font{bold, 9}, f.w-boxesWide-codeWide-4
	lines, small := t.wrap(q.Text, wide), font{regular, 7}
	codes, news := code.wrap(q.Code.String(), codeWide-1), []string(nil)
	if q.New != "" {
		news = small.wrap(q.New, codeWide-1)
	}
	size := len(lines)
	if size > sliced {
		size = slice
	}
	var out []piece
	for from := 0; from < len(lines); from += size {
		part := lines[from:min(from+size, len(lines))]
		first, last := from == 0, from+size >= len(lines)
		h := float64(len(part)) * t.line()
		if first {
			h = max(h, boxHigh, float64(len(codes))*code.line()+float64(len(news))*small.line())
		}
		h += 2.6
		out = append(out, piece{height: h, keep: first && !last, draw: func(p *paper, y float64) {
			if first {
				p.lines(f.x, y+1.3, codes, code, ink)
				p.lines(f.x, y+1.3+float64(len(codes))*code.line(), news, small, accent)
			}
			p.lines(f.x+codeWide, y+1.3, part, t, ink)
			if first {
				f.boxes(p, y+1.3)
			}
			if last {
				p.line(f.x, y+h, f.x+f.w, y+h, 0.1, rule)
			}
		}})
	}
	return out
}

// boxes are the grades and the weights of one question.
func (f form) boxes(p *paper, y float64) {
	left, t := f.x+f.w-boxesWide, font{regular, 8.5}
	for n := 1; n <= 10; n++ {
		f.ring(p, left+float64(n-1)*boxWide, y, boxWide, boxHigh, strconv.Itoa(n), t)
	}
	for i, s := range strings.Fields("< N >") {
		f.ring(p, left+10*boxWide+boxApart+float64(i)*boxWide, y, boxWide, boxHigh, s, t)
	}
}
