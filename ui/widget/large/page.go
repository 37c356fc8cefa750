package large

import "kwi/internal/cells"

// Spot is where a block stands on its page; H is 0 where there was no room.
type Spot struct{ X, Y, W, H int }

// Page is blocks one below the other with space around them: at most h lines
// of at most w cells, and where each block stands. What grows keeps at least a
// third of the height; a block for which nothing is left is left out.
func Page(w, h int, blocks ...Block) (lines []string, spots []Spot) {
	p := layOut(w, h, blocks)
	return p.lines, p.spots
}

// Sheets are blocks on one page, where all their Words stand on it in letters
// of dots, or in as much larger ones as is wished. Else those that do not have
// sheets of their own, as many as it takes, before the one with all others.
// The head stands on every sheet.
func Sheets(w, h int, head Block, blocks ...Block) (sheets [][]string) {
	whole := layOut(w, h, append([]Block{head}, blocks...))
	rest := []Block{head}
	for i, b := range blocks {
		if room := whole.rooms[i+1]; b.words == nil || room.enough {
			rest = append(rest, b)
		} else {
			sheets = append(sheets, b.words.sheets(w, h, head, room.wanted)...)
		}
	}
	if len(sheets) == 0 {
		return [][]string{whole.lines}
	}
	if len(rest) > 1 {
		sheets = append(sheets, layOut(w, h, rest).lines)
	}
	return sheets
}

// sheets are the words below a head, in a size that they lacked the room for
// or, where they had none at all, in the largest in which they fit.
func (d *words) sheets(w, h int, head Block, wanted int) (sheets [][]string) {
	var texts [][]string
	set := func(w, h int) []string {
		if wanted <= d.wish {
			wanted = min(max(d.shape.largest(w, h), 1), usual) + d.wish
		}
		texts = d.shape.pagesFrom(d.theme, wanted, w, h)
		return nil
	}
	layOut(w, h, []Block{head, {Grow: 1, Draw: set}})
	if len(texts) == 0 && w > 0 && h > 0 {
		set(w, h) // no room for a head
		return texts
	}
	for _, text := range texts {
		page := Lines(text...)
		page.Grow = 1
		sheets = append(sheets, layOut(w, h, []Block{head, page}).lines)
	}
	return sheets
}

// room is which size Words want on a page, and whether it has that.
type room struct {
	wanted int
	enough bool
}

// layout is a page: its lines, and of every block where it stands and, of
// Words, whether there was room for them.
type layout struct {
	lines []string
	spots []Spot
	rooms []room
}

func layOut(w, h int, blocks []Block) layout {
	p := layout{spots: make([]Spot, len(blocks)), rooms: make([]room, len(blocks))}
	if w <= 0 || h <= 0 {
		return p
	}
	margin, gap := w/32, gapOf(h)
	drawn := make([][]string, len(blocks))
	free, count, shares, kept := h, 0, 0, 0
	for _, b := range blocks {
		shares += b.Grow
	}
	if shares > 0 {
		kept = (h + 2) / 3
	}
	draw := func(i, most int) {
		used := 0
		if count > 0 {
			used = gap
		}
		if most -= used; most <= 0 {
			return
		}
		if d := blocks[i].words; d != nil {
			p.rooms[i].wanted, p.rooms[i].enough = d.wanted(d.shape.largest(w-2*margin, most), w-2*margin, most)
		}
		l := blocks[i].Draw(w-2*margin, most)
		if drawn[i] = l[:min(len(l), most)]; len(drawn[i]) > 0 {
			free -= used + len(drawn[i])
			count++
		}
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
	extra := min(free/(count+1), 2*gap)
	for i := range blocks {
		if len(drawn[i]) == 0 {
			continue
		}
		if len(p.lines) > 0 {
			p.lines = append(p.lines, make([]string, gap+extra)...)
		}
		p.spots[i] = Spot{X: margin, Y: len(p.lines), W: w - 2*margin, H: len(drawn[i])}
		for _, l := range drawn[i] {
			p.lines = append(p.lines, indented(cells.Cut(l, w-2*margin), margin))
		}
	}
	return p
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
