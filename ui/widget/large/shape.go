package large

import (
	"strings"

	"kwi/internal/cells"
)

// size is how many half cells a dot is wide and high: half a cell is one half
// of its width, or of its height, which is twice as much. Two by one is a
// square.
type size struct{ x, y int }

// sizes are the letters of dots from small to large, narrow ones between the
// square ones, so that a text fills the room that it has.
var sizes = [...]size{{1, 1}, {2, 1}, {2, 2}, {3, 2}, {4, 2}, {4, 3}, {5, 3}, {6, 3}, {8, 4}, {10, 5}, {12, 6}}

// usual is the largest size, counted from 1, that a text has unless larger is
// wished.
const usual = 8

// Dots between letters and between words, and from one line to the next: as
// little as the letters allow, at most airy.
const (
	letterGap = 1
	wordGap   = 3
	airy      = 10
)

// piece is a word in dots, or a part of one behind which a line may break.
type piece struct {
	glyphs []glyph
	w      int
	joined bool // to the piece before, without a space
}

// shape is a text in dots, not yet broken into lines.
type shape struct {
	clean      string
	drawable   bool // the font has all of its signs
	paragraphs [][]piece
}

func shapeOf(foreign string) shape {
	s := shape{clean: strings.TrimSpace(cells.Clean(foreign)), drawable: true}
	f := font()
	for paragraph := range strings.SplitSeq(spelled.Replace(s.clean), "\n") {
		var pieces []piece
		for _, word := range strings.Fields(paragraph) {
			for i, part := range parts(word) {
				glyphs, ok := f.glyphsOf(part)
				if !ok {
					return shape{clean: s.clean}
				}
				if p := (piece{glyphs: glyphs, joined: i > 0}); len(glyphs) > 0 {
					p.w = widthOf(glyphs)
					pieces = append(pieces, p)
				}
			}
		}
		s.paragraphs = append(s.paragraphs, pieces)
	}
	return s
}

// parts are the parts of a word between which a line may break: behind a
// hyphen or a slash within it.
func parts(word string) (out []string) {
	from := 0
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '-' || word[i] == '/' {
			out = append(out, word[from:i+1])
			from = i + 1
		}
	}
	return append(out, word[from:])
}

func widthOf(glyphs []glyph) int {
	w := -letterGap
	for _, g := range glyphs {
		w += g.w + letterGap
	}
	return max(w, 0)
}

// wrap breaks a shape into lines of at most room dots, and reports whether no
// word had to be broken for it.
func (s *shape) wrap(room int) (lines [][]piece, ok bool) {
	for _, pieces := range s.paragraphs {
		from, w := 0, 0
		for i, p := range pieces {
			gap := p.gap()
			switch {
			case p.w > room:
				return nil, false
			case i == from:
				w = p.w
			case w+gap+p.w > room:
				lines = append(lines, pieces[from:i])
				from, w = i, p.w
			default:
				w += gap + p.w
			}
		}
		lines = append(lines, pieces[from:])
	}
	return lines, true
}

func (p piece) gap() int {
	if p.joined {
		return letterGap
	}
	return wordGap
}

// largest is the largest size, counted from 1, of those up to most in which
// the whole shape fits, 0 for none.
func (s *shape) largest(w, h, most int) int {
	if !s.drawable {
		return 0
	}
	for at := most; at > 0; at-- {
		if _, ok := s.setIn(sizes[at-1], w, h); ok {
			return at
		}
	}
	return 0
}

// setIn sets the shape in one size, with lines of about the same length, and
// reports whether it fits.
func (s *shape) setIn(z size, w, h int) (set, bool) {
	room := 2 * w / z.x
	lines, ok := s.wrap(room)
	if !ok {
		return set{}, false
	}
	best := settle(z, lines, h)
	if !best.fits(h) {
		return set{}, false
	}
	for low := room / 2; low < room; {
		middle := (low + room) / 2
		if even, ok := s.wrap(middle); ok && len(even) == len(lines) && settle(z, even, h).fits(h) {
			best, room = settle(z, even, h), middle
		} else {
			low = middle + 1
		}
	}
	return best, true
}

// pages sets the shape in one size over as many pages as it takes, and reports
// whether that can be done.
func (s *shape) pages(z size, w, h int) (pages []set, ok bool) {
	if one, ok := s.setIn(z, w, h); ok {
		return []set{one}, true
	}
	lines, ok := s.wrap(2 * w / z.x)
	for ok && len(lines) > 0 {
		n := len(lines)
		for n > 0 && !settle(z, lines[:n], h).fits(h) {
			n--
		}
		if n == 0 {
			return nil, false
		}
		pages = append(pages, settle(z, lines[:n], h))
		lines = lines[n:]
	}
	return pages, ok
}
