package pdf

// layoutPiece is something of a height that stands on one page as a whole.
type layoutPiece struct {
	above  float64 // room before it, but not at the top of a page
	height float64
	keep   bool                              // it stays on one page with the next
	draw   func(p *paperDocument, y float64) // with its top at y
	again  []layoutPiece                     // what a page that begins with this piece has above it
	says   int                               // how many characters of text it holds
	fresh  bool                              // it begins a new page
	begins bool                              // it begins a KWI
	heads  bool                              // it is a head, and never the last on its page
}

// heightOf is the height of pieces on one page, from its top.
func heightOf(pieces []layoutPiece) (h float64) {
	for i, one := range pieces {
		if i > 0 {
			h += one.above
		}
		h += one.height
	}
	return h
}

// pageBody is the part of a page that pieces stand on.
type pageBody struct{ left, top, width, height float64 }

// placed is a piece at its place.
type placed struct {
	layoutPiece
	page int // from 1
	y    float64
	of   int // which of the pieces it is, -1 for one that a page repeats
}

// placePieces says where pieces go: under each other, and on the next page where
// one is full. Pieces that are kept together move to the next page together,
// unless one page does not hold them; a head never stays behind without what it
// heads.
func placePieces(b pageBody, pieces []layoutPiece) (out []placed) {
	page, y, empty := 1, b.top, true
	bottom := b.top + b.height + roundingSlack
	put := func(one layoutPiece, of int) {
		if !empty {
			y += one.above
		}
		out = append(out, placed{one, page, y, of})
		y, empty = y+one.height, false
	}
	next := func(again []layoutPiece) {
		page, y = page+1, b.top
		for _, one := range again {
			empty = true
			put(one, -1)
		}
		empty = true
	}
	for i := 0; i < len(pieces); {
		j := i
		for j < len(pieces)-1 && pieces[j].keep {
			j++
		}
		chain := pieces[i : j+1]
		need := heightOf(chain)
		if !empty && (chain[0].fresh || y+chain[0].above+need > bottom) {
			next(chain[0].again)
		}
		whole := y+need <= bottom || !empty
		for k, one := range chain {
			if !whole && !empty { // more than a page: one by one
				with := heightOf(headed(chain[k:]))
				if with > b.height { // nothing but heads
					with = one.height
				}
				if y+one.above+with > bottom {
					next(one.again)
				}
			}
			put(one, i+k)
		}
		i = j + 1
	}
	return out
}

// headed is the first of some pieces: where it is a head, with all heads below it
// and the first piece that they head.
func headed(pieces []layoutPiece) []layoutPiece {
	for i, one := range pieces {
		if !one.heads {
			return pieces[:i+1]
		}
	}
	return pieces
}

// drawPieces draws pieces at their places. begin starts a page.
func drawPieces(p *paperDocument, all []placed, begin func()) {
	page := 0
	for _, one := range all {
		for ; page < one.page; page++ {
			begin()
		}
		if one.draw != nil {
			one.draw(p, one.y)
		}
	}
}

// countPages is how many pages the pieces take.
func countPages(all []placed) int {
	if len(all) == 0 {
		return 0
	}
	return all[len(all)-1].page
}

// roundingSlack is what rounding may cost.
const roundingSlack = 0.01
