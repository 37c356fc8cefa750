package large

import (
	"slices"
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
// little as the letters allow.
const (
	letterGap = 1
	wordGap   = 3
	tightest  = capitalRows + 1
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

// largest is the largest size, counted from 1, in which the whole shape fits,
// 0 for none.
func (s *shape) largest(w, h int) int {
	for at := len(sizes); at > 0 && s.drawable; at-- {
		if _, ok := s.fit(sizes[at-1], w, h); ok {
			return at
		}
	}
	return 0
}

// fit sets the shape in one size, and reports whether that can be done.
func (s *shape) fit(z size, w, h int) (set, bool) {
	lines, ok := s.wrap(2 * w / z.x)
	if !ok || (len(lines)-1)*tightest*z.y > 2*h {
		return set{}, false
	}
	out := settle(z, lines, h)
	return out, out.fits(h)
}

// setIn sets the shape in a size that fits, with lines of about the same
// length. Several lines that would take less than half of the height become
// one more, for short lines are read more easily.
func (s *shape) setIn(z size, w, h int) set {
	best, _ := s.fit(z, w, h)
	n, room := len(best.lines), 2*w/z.x
	if n > 1 && best.dots*z.y < h {
		n++
	}
	for low, high := room/4, room; low < high; {
		middle := (low + high) / 2
		lines, ok := s.wrap(middle)
		if even := settle(z, lines, h); ok && len(lines) <= n && even.fits(h) {
			best, high = even, middle
		} else {
			low = middle + 1
		}
	}
	return best
}

// pages sets the shape in one size over as many pages as it takes, each about
// as full, and reports whether that can be done.
func (s *shape) pages(z size, w, h int) (pages []set, ok bool) {
	if _, ok := s.fit(z, w, h); ok {
		return []set{s.setIn(z, w, h)}, true
	}
	lines, ok := s.wrap(2 * w / z.x)
	if !ok {
		return nil, false
	}
	for most := min(len(lines), 2*h/(tightest*z.y)+1); most > 0; most-- {
		n := (len(lines) + most - 1) / most
		pages = pages[:0]
		for i := range n {
			pages = append(pages, settle(z, lines[i*len(lines)/n:(i+1)*len(lines)/n], h))
		}
		if !slices.ContainsFunc(pages, func(p set) bool { return !p.fits(h) }) {
			return pages, true
		}
	}
	return nil, false
}
