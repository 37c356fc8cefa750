// Package large draws what is to be read from the other side of a room: text,
// figures, a choice and a trend in letters of dots, as large as the room that
// they are given allows, and pages of these with generous space.
//
// There is one font, font.txt, of our own design. Its dots are drawn with
// blocks of half and a quarter of a cell. A text with a letter that the font
// lacks is written in the letters of the terminal, with space around the
// lines: it may stand smaller, it never has a hole.
//
// Nothing here is drawn outside the w by h cells that were given, and no
// colour says what a sign does not say too. The package knows the theme and
// the cells, and no screen, client or word of the program.
package large

import (
	"kwi/internal/cells"
	"kwi/ui/theme"
)

// Text is a text of any length in at most w by h cells, broken between its
// words, in the largest letters that hold all of it. wish is how many sizes
// larger or smaller than usual it should be, as Frame.Scale; it stays smaller
// where it must. What does not even fit in plain letters ends with "…".
func Text(t theme.Theme, text string, w, h, wish int) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	s := shapeOf(text)
	return s.text(t, w, h, wish)
}

// text is Text of a shape.
func (s *shape) text(t theme.Theme, w, h, wish int) []string {
	most := s.largest(w, h)
	at := min(max(min(most, usual)+wish, 0), most)
	if at == 0 {
		return plain(t, s.clean, w, h)
	}
	return s.setIn(sizes[at-1], w, h).draw(t.Strong)
}

// Pages is a text of any length in as many pages of w by h cells as it takes.
// A text that fits in letters of dots has one page, as Text draws it. A longer
// one goes on over the pages in the smallest of them, or in those that wish
// asks for.
func Pages(t theme.Theme, text string, w, h, wish int) [][]string {
	if w <= 0 || h <= 0 {
		return nil
	}
	s := shapeOf(text)
	return s.pagesFrom(t, min(max(s.largest(w, h), 1), usual)+wish, w, h)
}

// pagesFrom is a shape on pages, in the size wanted, counted from 1, or in the
// next smaller one that has room for its words.
func (s *shape) pagesFrom(t theme.Theme, wanted, w, h int) [][]string {
	for at := min(wanted, len(sizes)); at > 0 && s.drawable; at-- {
		if pages, ok := s.pages(sizes[at-1], w, h); ok {
			out := make([][]string, len(pages))
			for i := range pages {
				out[i] = pages[i].draw(t.Strong)
			}
			return out
		}
	}
	return plainPages(t, s.clean, w, h)
}

// plain is a text in the letters of the terminal, with an empty line between
// the lines where there is room.
func plain(t theme.Theme, text string, w, h int) []string {
	lines := plainLines(text, w, h)
	if len(lines) > h {
		lines = lines[:h]
		lines[h-1] = cells.Line(lines[h-1], max(w-1, 0)) + t.Glyphs.Ellipsis
	}
	return render(t.Strong, lines)
}

// measure is how long a line of plain letters is at most where there is
// height enough.
const measure = 64

// plainLines breaks a text into plain lines, as airy as h allows.
func plainLines(text string, w, h int) []string {
	lines := cells.Wrap(text, min(w, measure))
	if 2*len(lines)-1 > h {
		lines = cells.Wrap(text, w)
	}
	if 2*len(lines)-1 > h {
		return lines
	}
	airy := make([]string, 0, 2*len(lines))
	for i, l := range lines {
		if i > 0 {
			airy = append(airy, "")
		}
		airy = append(airy, l)
	}
	return airy
}

func plainPages(t theme.Theme, text string, w, h int) (pages [][]string) {
	lines := plainLines(text, w, h)
	for len(lines) > h {
		pages = append(pages, render(t.Strong, lines[:h]))
		lines = lines[h:]
	}
	return append(pages, render(t.Strong, lines))
}

func render(style theme.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = style.Render(l)
	}
	return out
}
