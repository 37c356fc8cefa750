package pdf

import (
	"unicode/utf8"

	"kwi/internal/report"
)

// The sizes of the blocks' text: at most, where there is room; at least for
// all blocks alike; and the floor for a block that holds more than the others,
// below which nobody reads it from where the plan hangs.
const (
	blockMost  = 12.0
	blockAlike = 9.5
	blockFloor = 7.0
	blockPad   = 3.0
	inRow      = 4
)

// blocks puts the eight in two rows. All are set alike, as large as their
// room allows; where it gets too small, only the blocks that ask for it become
// smaller still.
func (s wall) blocks(all []report.PlanBlock, top, bottom float64) {
	if len(all) == 0 {
		return
	}
	w := (a3Wide - 2*wallMargin - (inRow-1)*wallGap) / inRow
	room := bottom - top
	asks, size := []float64{}, blockMost
	for ; ; size -= 0.25 {
		asks = s.asks(all, w, size)
		if total(asks)+float64(len(asks)-1)*wallGap <= room || size <= blockAlike {
			break
		}
	}
	y, heights := top, share(asks, room-float64(len(asks)-1)*wallGap)
	for i, b := range all {
		if i > 0 && i%inRow == 0 {
			y += heights[i/inRow-1] + wallGap
		}
		k := cell{look: s.look, block: b, w: w, size: size}
		k.put(s.p, wallMargin+float64(i%inRow)*(w+wallGap), y, heights[i/inRow])
	}
}

// asks is how high each row of blocks is when all of its text is set at a
// size.
func (s wall) asks(all []report.PlanBlock, w, size float64) []float64 {
	out := make([]float64, (len(all)+inRow-1)/inRow)
	for i, b := range all {
		k := cell{look: s.look, block: b, w: w, size: size}
		out[i/inRow] = max(out[i/inRow], k.high())
	}
	return out
}

// share divides the room over the rows: what they ask, and the rest evenly;
// where they ask too much in parts of it, each at least three tenths.
func share(asks []float64, room float64) []float64 {
	out, sum := make([]float64, len(asks)), total(asks)
	for i, a := range asks {
		out[i] = a + (room-sum)/float64(len(asks))
		if sum > room {
			out[i] = room * min(max(a/sum, 0.3), 0.7)
		}
	}
	return out
}

// cell is one block in a box of some width, at some size.
type cell struct {
	look
	block report.PlanBlock
	w     float64
	size  float64
}

// row is one line of text as it will stand in a block.
type row struct {
	x     float64
	spans []span
	above float64
	font  font
	says  int // characters of the plan that it holds
}

// span is a part of a row in its own face and colour.
type span struct {
	text   string
	face   face
	colour colour
}

// titleFont is what the title of a block is set in.
var titleFont = font{bold, 13}

// high is how high the block is with all of its text.
func (k cell) high() float64 {
	h := 2*blockPad + float64(len(k.title()))*titleFont.line() + 2
	for _, r := range k.rows() {
		h += r.above + r.font.line()
	}
	return h
}

func (k cell) title() []string {
	return titleFont.wrap(number(k.block.Number)+"  "+k.block.Title, k.w-2*blockPad)
}

// put draws the block in a box: smaller where that makes all of it fit, and where
// that would be below the floor, as much as fits at the floor and how much
// more there is.
func (k cell) put(p *paper, x, y, h float64) {
	p.frame(x, y, k.w, h, 0.2, rule)
	p.box(x, y, k.w, 0.9, accent)
	for k.size > blockFloor && k.high() > h+slack {
		k.size = max(k.size-0.25, blockFloor)
	}
	title := k.title()
	at := y + blockPad
	p.lines(x+blockPad, at, title, titleFont, accent)
	at += float64(len(title))*titleFont.line() + 2
	rows := k.rows()
	end := y + h - blockPad
	if k.high() > h+slack {
		rows = k.shorten(rows, end-at)
	}
	for i, r := range rows {
		if i > 0 {
			at += r.above
		}
		left := x + blockPad + r.x
		for _, s := range r.spans {
			f := font{s.face, r.font.size}
			p.text(left, at, s.text, f, s.colour)
			left += f.width(s.text)
		}
		at += r.font.line()
	}
}

// shorten leaves out the end of the rows and says so, in words.
func (k cell) shorten(rows []row, room float64) []row {
	note := func(left int) []row {
		f, out := font{bold, blockFloor}, []row{}
		for _, s := range f.wrap(k.words.N("plan.left", left, lower(k.block.Title)), k.w-2*blockPad) {
			out = append(out, row{spans: []span{{s, bold, ink}}, font: f})
		}
		return out
	}
	left, used := 0, 0.0
	for _, r := range rows {
		used += r.above + r.font.line()
	}
	most := room - float64(len(note(99999)))*font{bold, blockFloor}.line()
	for n := len(rows); n > 0 && used > most; n-- {
		last := rows[n-1]
		used -= last.above + last.font.line()
		left += last.says
		rows = rows[:n-1]
	}
	return append(rows, note(left)...)
}

// rows are the lines of the block, broken to its width.
func (k cell) rows() (out []row) {
	f := font{regular, k.size}
	for i, l := range k.block.Lines {
		indent, above := 0.0, f.line()*0.35
		if l.Entry {
			indent, above = f.size*point*0.9, f.line()*0.08
		}
		if i == 0 {
			above = 0
		}
		lines := k.line(l, f, k.w-2*blockPad-indent)
		for j := range lines {
			lines[j].x, lines[j].font = indent, f
			if j == 0 {
				lines[j].above = above
			}
		}
		out = append(out, lines...)
	}
	return out
}

// line breaks one line of the plan: its code in bold, its text, and what
// stands back after it. Words go on one after the other; a word that is wider
// than the block is broken.
func (k cell) line(l report.PlanLine, f font, width float64) (out []row) {
	type word struct {
		text   string
		face   face
		colour colour
		glued  bool // the rest of a broken word
	}
	var words []word
	add := func(s string, fc face, c colour) {
		for _, part := range fields(s) {
			whole, glued := font{fc, f.size}, false
			for whole.width(part) > width {
				n := whole.cut(part, width)
				if n == len(part) {
					break
				}
				words = append(words, word{part[:n], fc, c, glued})
				part, glued = part[n:], true
			}
			words = append(words, word{part, fc, c, glued})
		}
	}
	face, col := bold, accent
	if l.Entry {
		face, col = regular, accent
	}
	add(l.Code, face, col)
	face, col = regular, ink
	if k.heads(l) {
		face = bold
	}
	add(l.Text, face, col)
	if l.Note != "" {
		face := regular
		if k.block.Empty {
			face = oblique
		}
		add(l.Note, face, quiet)
	}
	used, now := 0.0, row{}
	for _, w := range words {
		one := font{w.face, f.size}
		wide, gap := one.width(w.text), one.rune(' ')
		if w.glued {
			gap = 0
		}
		if len(now.spans) > 0 && used+gap+wide > width {
			out = append(out, now)
			now, used = row{}, 0
			if !w.glued {
				now.says = 1 // the space before it
			}
		}
		text := w.text
		if len(now.spans) > 0 && !w.glued {
			text = " " + text
		}
		used += one.width(text)
		now.says += utf8.RuneCountInString(text)
		if n := len(now.spans); n > 0 && now.spans[n-1].face == w.face && now.spans[n-1].colour == w.colour {
			now.spans[n-1].text += text
		} else {
			now.spans = append(now.spans, span{text, w.face, w.colour})
		}
	}
	return append(out, now)
}

// heads tells whether a line is the head of entries.
func (k cell) heads(l report.PlanLine) bool {
	if l.Entry {
		return false
	}
	for i, other := range k.block.Lines {
		if other == l && i+1 < len(k.block.Lines) && k.block.Lines[i+1].Entry {
			return true
		}
	}
	return false
}
