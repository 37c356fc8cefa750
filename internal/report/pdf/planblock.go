package pdf

import (
	"math"

	"kwi/internal/report"
)

// The sizes of the blocks' text: at most, where there is room; at least for
// all blocks alike; and the floor for a block that holds more than the others,
// below which nobody reads it from where the plan hangs.
const (
	blockMost  = 12.0
	blockAlike = 9.5
	blockFloor = 7.0
	blockPad   = 3.0
	rowLead    = 4
)

// blocks puts the eight in two rows. All are set alike, as large as their
// room allows. Where that gets too small, full blocks take width from those
// beside them; and where it still does, only they become smaller.
func (s planWall) blocks(all []report.PlanBlock, top, bottom float64) {
	if len(all) == 0 {
		return
	}
	rows := (len(all) + rowLead - 1) / rowLead
	room := bottom - top - float64(rows-1)*wallGap
	wide := make([]float64, len(all))
	for i := range wide {
		wide[i] = (a3Wide - 2*wallMargin - (rowLead-1)*wallGap) / rowLead
	}
	size, asks := s.alike(all, wide, room)
	if sumFloats(asks) > room {
		wide = s.lean(all, wide)
		size, asks = s.alike(all, wide, room)
	}
	x, y, heights := wallMargin, top, shareRoom(asks, room)
	for i, b := range all {
		if i > 0 && i%rowLead == 0 {
			x, y = wallMargin, y+heights[i/rowLead-1]+wallGap
		}
		k := planCell{documentLook: s.documentLook, block: b, w: wide[i], size: size}
		k.put(s.p, x, y, heights[i/rowLead])
		x += wide[i] + wallGap
	}
}

// alike is the largest size in which all blocks fit, or the least for all
// alike; and how high each row then is.
func (s planWall) alike(all []report.PlanBlock, wide []float64, room float64) (size float64, asks []float64) {
	for size = blockMost; ; size -= 0.25 {
		asks = make([]float64, (len(all)+rowLead-1)/rowLead)
		for i, b := range all {
			k := planCell{documentLook: s.documentLook, block: b, w: wide[i], size: size}
			asks[i/rowLead] = max(asks[i/rowLead], k.high())
		}
		if sumFloats(asks) <= room || size <= blockAlike {
			return size, asks
		}
	}
}

// lean gives each block of a row a width after how much it holds, none less
// than six tenths of an even part.
func (s planWall) lean(all []report.PlanBlock, even []float64) []float64 {
	out := make([]float64, len(all))
	for from := 0; from < len(all); from += rowLead {
		to := min(from+rowLead, len(all))
		weights := make([]float64, 0, rowLead)
		for i := from; i < to; i++ {
			k := planCell{documentLook: s.documentLook, block: all[i], w: even[i], size: blockAlike}
			weights = append(weights, math.Sqrt(k.high()))
		}
		least, sum := 0.6*even[from], sumFloats(weights)
		for i, w := range weights {
			out[from+i] = least + w/sum*0.4*sumFloats(even[from:to])
		}
	}
	return out
}

// shareRoom divides the room over the rows: what they ask, and the rest evenly;
// where they ask too much in parts of it, each at least three tenths.
func shareRoom(asks []float64, room float64) []float64 {
	out, sum := make([]float64, len(asks)), sumFloats(asks)
	for i, a := range asks {
		out[i] = a + (room-sum)/float64(len(asks))
		if sum > room {
			out[i] = room * min(max(a/sum, 0.3), 0.7)
		}
	}
	return out
}
