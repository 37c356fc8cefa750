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
}

// Spot is where a block stands on its page; H is 0 where there was no room.
type Spot struct{ X, Y, W, H int }

// Words is a text that grows with the page.
func Words(t theme.Theme, text string, wish int) Block {
	return Block{Grow: 1, Draw: func(w, h int) []string { return Text(t, text, w, h, wish) }}
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

// Page is blocks one below the other with space around them: at most h lines
// of at most w cells, and where each block stands. What grows keeps at least a
// third of the height; a block for which nothing is left is left out.
func Page(w, h int, blocks ...Block) (lines []string, spots []Spot) {
	spots = make([]Spot, len(blocks))
	if w <= 0 || h <= 0 {
		return nil, spots
	}
	margin := w / 32
	drawn := make([][]string, len(blocks))
	gap := gapOf(h)
	free, shares := h, 0
	for _, b := range blocks {
		shares += b.Grow
	}
	kept := 0
	if shares > 0 {
		kept = (h + 2) / 3
	}
	count := 0
	draw := func(i, most int) {
		if count > 0 {
			most -= gap
		}
		if most <= 0 {
			return
		}
		l := blocks[i].Draw(w-2*margin, most)
		drawn[i] = l[:min(len(l), most)]
		if len(drawn[i]) == 0 {
			return
		}
		free -= len(drawn[i])
		if count > 0 {
			free -= gap
		}
		count++
	}
	for i, b := range blocks {
		if b.Grow == 0 {
			draw(i, free-kept)
		}
	}
	for i, b := range blocks {
		if b.Grow > 0 {
			draw(i, (free*b.Grow+shares-1)/shares)
			shares -= b.Grow
		}
	}
	// What is left over lies between the blocks, then below them.
	extra := 0
	if count > 1 {
		extra = min(free/(count+1), 2*gap)
	}
	for i := range blocks {
		if len(drawn[i]) == 0 {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, make([]string, gap+extra)...)
		}
		spots[i] = Spot{X: margin, Y: len(lines), W: w - 2*margin, H: len(drawn[i])}
		for _, l := range drawn[i] {
			lines = append(lines, indented(cells.Cut(l, w-2*margin), margin))
		}
	}
	return lines, spots
}

// gapOf is how many empty lines stand between the blocks of a page.
func gapOf(h int) int {
	switch {
	case h < 8:
		return 0
	case h < 30:
		return 1
	default:
		return h / 15
	}
}

func indented(line string, n int) string {
	if line == "" {
		return ""
	}
	return cells.Spaces(n) + line
}
