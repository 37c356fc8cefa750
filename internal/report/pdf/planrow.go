package pdf

import (
	"unicode/utf8"

	"kwi/internal/report"
	"kwi/internal/text"
)

// rows are the lines of the block, broken to its width.
func (k planCell) rows() (out []planRow) {
	f, entries := fontAtSize{regular, k.size}, 0
	for i, l := range k.lines() {
		indent, above := 0.0, f.line()*0.35
		entry := 0
		if l.Entry {
			indent, above = f.size*pointInMM*0.9, f.line()*0.08
			entries++
			entry = entries
		}
		if i == 0 {
			above = 0
		}
		lines := k.line(l, f, k.w-2*blockPad-indent)
		for j := range lines {
			lines[j].x, lines[j].font, lines[j].heads, lines[j].entry = indent, f, k.heads(l), entry
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
func (k planCell) line(l report.PlanLine, f fontAtSize, width float64) (out []planRow) {
	type word struct {
		said   string
		face   fontFace
		colour colour
		glued  bool // the rest of a broken word
	}
	var words []word
	add := func(s string, fc fontFace, c colour) {
		for _, part := range fields(s) {
			whole, glued := fontAtSize{fc, f.size}, false
			for whole.width(part) > width {
				n := text.BreakAt(part, width, whole.ruler())
				if n == len(part) {
					break
				}
				words = append(words, word{part[:n], fc, c, glued})
				part, glued = part[n:], true
			}
			words = append(words, word{part, fc, c, glued})
		}
	}
	face, col := boldFace, accent
	if l.Entry {
		face, col = regular, accent
	}
	add(l.Code, face, col)
	face, col = regular, inkColour
	if k.heads(l) {
		face = boldFace
	}
	add(l.Text, face, col)
	if l.Note != "" {
		face := regular
		if k.block.Empty {
			face = oblique
		}
		add(l.Note, face, quietColour)
	}
	used, now := 0.0, planRow{}
	for _, w := range words {
		one := fontAtSize{w.face, f.size}
		wide, gap := one.width(w.said), one.rune(' ')
		if w.glued {
			gap = 0
		}
		if len(now.spans) > 0 && used+gap+wide > width {
			out = append(out, now)
			now, used = planRow{}, 0
			if !w.glued {
				now.says = 1 // the space before it
			}
		}
		text := w.said
		if len(now.spans) > 0 && !w.glued {
			text = " " + text
		}
		used += one.width(text)
		now.says += utf8.RuneCountInString(text)
		if n := len(now.spans); n > 0 && now.spans[n-1].face == w.face && now.spans[n-1].colour == w.colour {
			now.spans[n-1].text += text
		} else {
			now.spans = append(now.spans, textSpan{text, w.face, w.colour})
		}
	}
	return append(out, now)
}

// heads reports whether a line is the head of entries.
func (k planCell) heads(l report.PlanLine) bool {
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
