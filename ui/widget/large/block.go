package large

import (
	"kwi/internal/cells"
	"kwi/ui/theme"
)

// Block is one thing on a page.
type Block struct {
	// Draw draws it in at most w by h cells. It may use less.
	Draw func(w, h int) []string
	// Grow is the share it has in the height that the others leave. A block
	// with 0 is drawn first and takes what it needs.
	Grow int

	words *words
}

// words is what a page asks of Words.
type words struct {
	shape shape
	theme theme.Theme
	wish  int
}

// Words is a text that grows with the page.
func Words(t theme.Theme, text string, wish int) Block {
	d := &words{shapeOf(text), t, wish}
	draw := func(w, h int) []string {
		if w <= 0 || h <= 0 {
			return nil
		}
		return d.shape.text(t, w, h, wish)
	}
	return Block{Grow: 1, Draw: draw, words: d}
}

// wanted is the size that they should have where size is the largest that has
// room, and whether they can have it there. In plain letters they can only be
// when the font lacks one.
func (d *words) wanted(size, w, h int) (wanted int, ok bool) {
	if !d.shape.drawable {
		return 0, len(plainLines(d.shape.clean, w, h)) <= h
	}
	wanted = min(size, usual) + d.wish
	return wanted, size > 0 && wanted <= size
}

// Title is a text that is wrapped, not cut: in letters of dots where a quarter
// of the height that the blocks around leave holds it, else in plain ones.
func Title(t theme.Theme, text string) Block {
	return Block{Draw: func(w, h int) []string {
		if s := shapeOf(text); s.largest(w, h/4) > 0 {
			return Text(t, text, w, h/4, 0)
		}
		if lines := cells.Wrap(text, w); len(lines) <= h {
			return render(t.Strong, lines)
		}
		return plain(t, text, w, h)
	}}
}

// Number is a Figure of at most so many lines.
func Number(t theme.Theme, text string, most int) Block {
	return Block{Draw: func(w, h int) []string { return Figure(t, text, w, min(h, most)) }}
}

// Options is a Choice of at most so many lines.
func Options(t theme.Theme, options []string, lit, most int) Block {
	return Block{Draw: func(w, h int) []string { return Choice(t, options, lit, w, min(h, most)) }}
}

// Trend is Bars that grow with the page.
func Trend(t theme.Theme, bars []Bar, line Line) Block {
	return Block{Grow: 1, Draw: func(w, h int) []string { return Bars(t, bars, line, w, h) }}
}

// Note is what stands beside the large thing of a page, in a look of its own: in
// small letters of dots where the page has height enough and they hold it, else
// in plain ones, on as many lines as it takes.
func Note(t theme.Theme, look theme.Style, text string) Block {
	t.Strong = look
	return Block{Draw: func(w, h int) []string {
		if s := shapeOf(text); h >= noteFrom && s.largest(w, min(h/3, noteRows)) > 0 {
			return s.text(t, w, min(h/3, noteRows), 0)
		}
		lines := render(look, cells.Wrap(text, w))
		return lines[:min(len(lines), max(h, 0))]
	}}
}

// A note has letters of dots from so much height on, in at most so many lines.
const (
	noteFrom = 14
	noteRows = 6
)

// Lines are lines that were drawn already.
func Lines(lines ...string) Block {
	return Block{Draw: func(int, int) []string { return lines }}
}

// Beside is two blocks side by side: the left one in at most half of the
// width, the right one in what it leaves.
func Beside(left, right Block) Block {
	return Block{Grow: max(left.Grow, right.Grow), Draw: func(w, h int) []string {
		gap := max(w/24, 2)
		l := left.Draw(max((w-gap)/2, 0), h)
		wide := widest(l)
		if wide > 0 {
			wide += gap
		}
		r := right.Draw(max(w-wide, 0), h)
		out := make([]string, max(len(l), len(r)))
		for i := range out {
			if i < len(l) {
				out[i] = l[i]
			}
			if i < len(r) {
				out[i] = cells.Pad(out[i], wide) + r[i]
			}
		}
		return out
	}}
}
