package pdf

import (
	"strconv"

	"kwi/internal/report"
)

// planCell is one block in a box of some width, at some size.
type planCell struct {
	documentLook
	block report.PlanBlock
	w     float64
	size  float64
}

// planRow is one line of text as it will stand in a block.
type planRow struct {
	x     float64
	spans []textSpan
	above float64
	font  fontAtSize
	says  int  // characters of the plan that it holds
	heads bool // it is the head of entries
	entry int  // which entry it is of, from 1; 0 where it is of none
}

// textSpan is a part of a row in its own face and colour.
type textSpan struct {
	text   string
	face   fontFace
	colour colour
}

// titleFont is what the title of a block is set in: always larger than its text.
func (k planCell) titleFont() fontAtSize { return fontAtSize{boldFace, max(titleLeast, k.size+1.5)} }

// high is how high the block is with all of its text.
func (k planCell) high() float64 {
	h := 2*blockPad + float64(len(k.title()))*k.titleFont().line() + 2
	for _, r := range k.rows() {
		h += r.above + r.font.line()
	}
	return h
}

// title is the number and the name of the block. The figures go without a
// number.
func (k planCell) title() []string {
	text := k.block.Title
	if k.block.Figures == nil {
		text = strconv.Itoa(k.block.Number) + "  " + text
	}
	return k.titleFont().wrap(text, k.w-2*blockPad-k.aside().width(k.block.Aside())-2)
}

// aside is what is set in that stands beside the title.
func (k planCell) aside() fontAtSize { return fontAtSize{oblique, 8} }

// frame draws the box and the title of the block, and tells where that ends.
func (k planCell) frame(p *paperDocument, x, y, h float64) float64 {
	p.frame(x, y, k.w, h, 0.2, ruleColour)
	p.box(x, y, k.w, 0.9, accent)
	title := k.title()
	p.lines(x+blockPad, y+blockPad, title, k.titleFont(), accent)
	p.right(x+k.w-blockPad, y+blockPad+k.titleFont().rise()-k.aside().rise(), k.block.Aside(), k.aside(), quietColour)
	return y + blockPad + float64(len(title))*k.titleFont().line() + 2
}

// lines are the lines of the block; in an empty one what to ask oneself, or
// why it is.
func (k planCell) lines() []report.PlanLine {
	switch {
	case len(k.block.Lines) > 0:
		return k.block.Lines
	case k.block.Why != "":
		return []report.PlanLine{{Note: k.block.Why}}
	}
	return []report.PlanLine{{Note: k.block.Question}}
}

// put draws the block in a box: smaller where that makes all of it fit, and where
// that would be below the floor, as much as fits at the floor and how much
// more there is.
func (k planCell) put(p *paperDocument, x, y, h float64) {
	for k.size > blockFloor && k.high() > h+roundingSlack {
		k.size = max(k.size-0.25, blockFloor)
	}
	at := k.frame(p, x, y, h)
	rows := k.rows()
	end := y + h - blockPad
	if k.high() > h+roundingSlack {
		rows = k.shorten(rows, end-at)
	}
	for i, r := range rows {
		if i > 0 {
			at += r.above
		}
		left := x + blockPad + r.x
		for _, s := range r.spans {
			f := fontAtSize{s.face, r.font.size}
			p.text(left, at, ours(s.text), f, s.colour) // the space before it stays before it
			left += f.width(s.text)
		}
		at += r.font.line()
	}
}

// shorten leaves out the end of the rows and says so, in words.
func (k planCell) shorten(rows []planRow, room float64) []planRow {
	note := func(left []planRow) []planRow {
		f, out := fontAtSize{boldFace, blockFloor}, []planRow{}
		for _, s := range f.wrap(k.leftOut(left), k.w-2*blockPad) {
			out = append(out, planRow{spans: []textSpan{{s, boldFace, inkColour}}, font: f})
		}
		return out
	}
	used := 0.0
	for _, r := range rows {
		used += r.above + r.font.line()
	}
	most := room - float64(len(note(rows)))*fontAtSize{boldFace, blockFloor}.line()
	n := len(rows)
	for ; n > 0 && (used > most || rows[n-1].heads); n-- {
		used -= rows[n-1].above + rows[n-1].font.line()
	}
	return append(rows[:n:n], note(rows[n:])...)
}

// leftOut is how much the rows are that a block does not hold: how many
// agreements or actions, one that is cut too, else how many lines; and how many
// characters.
func (k planCell) leftOut(rows []planRow) string {
	entries, characters := map[int]bool{}, 0
	for _, r := range rows {
		characters += r.says
		if r.entry > 0 {
			entries[r.entry] = true
		}
	}
	key, n := "plan.left.lines", len(rows)
	switch k.block.Number {
	case report.KWIActionsBlock:
		key, n = "plan.left.agreements", len(entries)
	case report.KPIActionsBlock:
		key, n = "plan.left.actions", len(entries)
	}
	return k.words.N(key, n, lowerName(k.block.Title), k.words.Int(characters))
}
