package pdf

import (
	"io"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// List writes what one respondent is asked as an A4 form to fill in with a
// pen: everything that their workbook holds, in that order, so that it can be
// typed over from top to bottom. made is the day it was made.
func List(w io.Writer, l questionnaire.List, made account.Date) error {
	return listPaper(l, made, nil).to(w)
}

func listPaper(q questionnaire.List, made account.Date, seen func(placedText)) *paperDocument {
	words := lang.For(q.Language)
	name := q.Name
	if name != string(q.Who) {
		name += " (" + string(q.Who) + ")"
	}
	head := joined(" · ", q.Client, string(q.Cycle), name)
	p := newPaper(a4Wide, a4High, documentInfo{q.Language, joined(" – ", q.Heading, head), q.Supplier, joined(" · ", q.Client, string(q.Cycle)), made})
	p.seen = seen
	e := newEdges(words, head, q.Supplier)
	b := e.body()
	f := listForm{documentLook: documentLook{words, 1}, x: b.left, w: b.width, columns: q.Columns}
	text := func(s string, how setting) []layoutPiece {
		if s == "" {
			return nil
		}
		return f.set(s, f.x, f.w, how)
	}
	plain := setting{font: f.body(), colour: inkColour, above: 1.6}
	pieces := append([]layoutPiece{}, f.title(q.Heading, f.x, f.w)...)
	pieces = append(pieces, text(joined(" · ", name, q.Function, q.Client, string(q.Cycle)), setting{font: f.small(), colour: quietColour, below: 3})...)
	pieces = append(pieces, text(q.Message, setting{font: f.body(), colour: inkColour})...)
	pieces = append(pieces, text(q.When, setting{font: f.font(boldFace, 9.5), colour: accent, above: 5})...)
	pieces = append(pieces, text(joined(" ", q.Grading, q.Weighing), setting{font: f.body(), colour: inkColour, above: 5})...)
	pieces = append(pieces, text(q.Shown, plain)...)
	opening := len(pieces)
	for _, k := range q.KWIs {
		pieces = append(pieces, f.kwi(k)...)
	}
	closing := len(pieces)
	pieces = append(pieces, f.banner("", words.T("sheet.more"))...)
	pieces[len(pieces)-1].above = 8
	for _, a := range append(q.Remarks[:len(q.Remarks):len(q.Remarks)], q.NPS...) {
		pieces = append(pieces, f.ask(a)...)
	}
	pieces = append(pieces, text(q.Thanks, setting{font: f.font(boldFace, 10), colour: accent, above: 8})...)
	pieces = append(pieces, text(words.T("sheet.reference", q.Reference().String()), setting{font: f.font(regular, 7), colour: quietColour, above: 4})...)
	all := placePieces(b, pieces)
	united := append([]layoutPiece{}, pieces...) // a KWI on one page, where that takes no page more
	from := opening
	for i := opening; i < closing; i++ {
		if i+1 == closing || pieces[i+1].begins {
			keepTogether(united[from:i+1], b)
			from = i + 1
		}
	}
	if other := placePieces(b, united); countPages(other) <= countPages(all) {
		all = other
	}
	drawPieces(p, all, func() {
		p.page()
		e.draw(p)
	})
	e.numbers(p)
	return p
}

// listForm is a list on its way: where it stands, and the heads above its boxes.
type listForm struct {
	documentLook
	x, w    float64
	columns questionnaire.Columns
}

// The boxes of a question: ten grades and three weights, at the right.
const (
	boxWide   = 5.6
	boxHigh   = 5.2
	boxApart  = 3.5 // between the grades and the weights
	codeWide  = 11.0
	boxesWide = 10*boxWide + boxApart + 3*boxWide
)

// ask is a question that is not graded, with its letter and room for its
// answer.
func (f listForm) ask(a questionnaire.Ask) []layoutPiece {
	code := fontAtSize{boldFace, 9}
	out := f.set(a.Text, f.x+codeWide, f.w-codeWide, setting{font: code, colour: inkColour, above: 5, keep: true})
	first := out[0].draw
	out[0].draw = func(p *paperDocument, y float64) {
		p.text(f.x, y, a.Key.Letter(), code, inkColour)
		first(p, y)
	}
	switch a.Kind {
	case questionnaire.YesNo:
		return append(out, f.choices(f.words.T("sheet.yes"), f.words.T("sheet.no")))
	case questionnaire.Scale:
		return append(out, f.ladder())
	}
	written := 3
	if a.Key == questionnaire.Remark {
		written = 5
	}
	for i := range written {
		out = append(out, layoutPiece{height: 8.5, keep: i < written-1, draw: func(p *paperDocument, y float64) {
			p.line(f.x+codeWide, y+8, f.x+f.w, y+8, 0.15, quietColour)
		}})
	}
	return out
}

// choices are boxes to tick, each before its word.
func (f listForm) choices(all ...string) layoutPiece {
	t := f.body()
	return layoutPiece{above: 1.5, height: 8, draw: func(p *paperDocument, y float64) {
		x := f.x + codeWide
		for _, s := range all {
			p.frame(x, y+2, 4.4, 4.4, 0.2, inkColour)
			p.text(x+6.4, y+2.2, s, t, inkColour)
			x += 6.4 + t.width(s) + 12
		}
	}}
}

// ladder is the numbers 0 to 10, to ring one of.
func (f listForm) ladder() layoutPiece {
	t, wide := f.body(), 9.0
	return layoutPiece{above: 1.5, height: 9.5, draw: func(p *paperDocument, y float64) {
		for n := range 11 {
			f.ring(p, f.x+codeWide+float64(n)*(wide+1.5), y+1.5, wide, 7, f.words.Int(n), t)
		}
	}}
}

// ring is a box with something in it, to put a ring round.
func (f listForm) ring(p *paperDocument, x, y, w, h float64, s string, t fontAtSize) {
	p.frame(x, y, w, h, 0.15, quietColour)
	p.middle(x+w/2, y+(h-t.line())/2, s, t, inkColour)
}
