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

// Title is a text in plain letters that is wrapped, not cut.
func Title(t theme.Theme, text string) Block {
	return Block{Draw: func(w, h int) []string {
		lines := cells.Wrap(text, w)
		if len(lines) > h {
			return plain(t, text, w, h)
		}
		return render(t.Strong, lines)
	}}
}

// Lines are lines that were drawn already.
func Lines(lines ...string) Block {
	return Block{Draw: func(int, int) []string { return lines }}
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
