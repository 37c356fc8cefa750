package pdf

import (
	"math"

	"kwi/internal/report"
)

// The sizes of the blocks' text: at most, where there is room; at least for
// all blocks alike; and the floor for a block that holds more than the others,
// below which nobody reads it from where the plan hangs.
const (
	blockMost  = 18.0
	blockAlike = 9.5
	blockFloor = 7.0
	titleLeast = 13.0
	blockPad   = 3.0
	rowLead    = 3
)

// wallCell is a block in a box of some width, at some size.
type wallCell interface {
	high() float64 // with all that it holds
	put(p *paperDocument, x, y, h float64)
}

// cell is how a block is set.
func (s planWall) cell(b report.PlanBlock, w, size float64) wallCell {
	k := planCell{documentLook: s.documentLook, block: b, w: w, size: size}
	if b.Figures != nil {
		return figuresCell{k}
	}
	return k
}

// blocks puts the nine in three rows of three, in columns that keep their
// width, so that actions stand under what they serve. All are set alike, as
// large as their room allows: where that lets all grow, full columns take
// width from those beside them. Where it still gets too small, only full blocks
// become smaller.
func (s planWall) blocks(page report.PlanPage, top, bottom float64) {
	var all [rowLead][rowLead]report.PlanBlock
	for i, row := range report.PlanGrid() {
		for j, number := range row {
			all[i][j] = *page.Block(number)
		}
	}
	room := bottom - top - (rowLead-1)*wallGap
	var wide [rowLead]float64
	for j := range wide {
		wide[j] = (a3Wide - 2*wallMargin - (rowLead-1)*wallGap) / rowLead
	}
	size, asks := s.alike(all, wide, room)
	leaning := s.lean(all, wide)
	if larger, asked := s.alike(all, leaning, room); larger >= size+1 || sumFloats(asks[:]) > room {
		wide, size, asks = leaning, larger, asked
	}
	y, heights := top, shareRoom(asks, room)
	for i, row := range all {
		x := wallMargin
		for j, b := range row {
			s.cell(b, wide[j], size).put(s.p, x, y, heights[i])
			x += wide[j] + wallGap
		}
		y += heights[i] + wallGap
	}
}

// alike is the largest size in which all blocks fit, or the least for all
// alike; and how high each row then is.
func (s planWall) alike(all [rowLead][rowLead]report.PlanBlock, wide [rowLead]float64, room float64) (size float64, asks [rowLead]float64) {
	for size = blockMost; ; size -= 0.25 {
		asks = [rowLead]float64{}
		for i, row := range all {
			for j, b := range row {
				asks[i] = max(asks[i], s.cell(b, wide[j], size).high())
			}
		}
		if sumFloats(asks[:]) <= room || size <= blockAlike {
			return size, asks
		}
	}
}

// lean gives each column a width after how much it holds, none less than seven
// tenths of an even part.
func (s planWall) lean(all [rowLead][rowLead]report.PlanBlock, even [rowLead]float64) (out [rowLead]float64) {
	var weights [rowLead]float64
	for j := range weights {
		for i := range all {
			weights[j] += s.cell(all[i][j], even[j], blockAlike).high()
		}
		weights[j] = math.Sqrt(weights[j])
	}
	least, sum := 0.7*even[0], sumFloats(weights[:])
	for j, w := range weights {
		out[j] = least + w/sum*0.3*sumFloats(even[:])
	}
	return out
}

// shareRoom divides the room over the rows: what they ask, and the rest evenly;
// where they ask too much in parts of it, each at least a fifth.
func shareRoom(asks [rowLead]float64, room float64) (out [rowLead]float64) {
	sum := sumFloats(asks[:])
	if sum <= room {
		for i, a := range asks {
			out[i] = a + (room-sum)/rowLead
		}
		return out
	}
	const least = 0.2
	for i, a := range asks {
		out[i] = room * (least + a/sum*(1-rowLead*least))
	}
	return out
}
