package pdf

// piece is something of a height that stands on one page as a whole.
type piece struct {
	above  float64 // room before it, but not at the top of a page
	height float64
	keep   bool                      // it stays on one page with the next
	draw   func(p *paper, y float64) // with its top at y
	again  []piece                   // what a page that begins with this piece has above it
	says   int                       // how many characters of text it holds
	fresh  bool                      // it begins a new page
}

// space is room without anything in it.
func space(h float64) piece { return piece{height: h} }

// high is the height of pieces on one page, from its top.
func high(pieces []piece) (h float64) {
	for i, one := range pieces {
		if i > 0 {
			h += one.above
		}
		h += one.height
	}
	return h
}

// body is the part of a page that pieces stand on.
type body struct{ left, top, width, height float64 }

// flow puts pieces on pages. begin starts a page. Pieces that are kept
// together move to the next page together, unless one page does not hold
// them.
func flow(p *paper, b body, pieces []piece, begin func()) {
	begin()
	y, empty := b.top, true
	next := func(again []piece) {
		begin()
		y, empty = b.top, true
		for _, one := range again {
			one.draw(p, y)
			y += one.height
		}
	}
	put := func(one piece) {
		if !empty {
			y += one.above
		}
		if one.draw != nil {
			one.draw(p, y)
		}
		y, empty = y+one.height, false
	}
	for i := 0; i < len(pieces); {
		j := i
		for j < len(pieces)-1 && pieces[j].keep {
			j++
		}
		chain := pieces[i : j+1]
		need := high(chain)
		if !empty {
			need += chain[0].above
		}
		if !empty && (chain[0].fresh || y+need > b.top+b.height+slack) {
			next(chain[0].again)
		}
		if y+high(chain) <= b.top+b.height+slack {
			for _, one := range chain {
				put(one)
			}
		} else { // more than a page: one by one
			for _, one := range chain {
				if !empty && y+one.above+one.height > b.top+b.height+slack {
					next(one.again)
				}
				put(one)
			}
		}
		i = j + 1
	}
}

// slack is what rounding may cost.
const slack = 0.01
