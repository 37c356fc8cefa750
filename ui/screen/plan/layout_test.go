package plan

import (
	"testing"

	"pgregory.net/rapid"
)

// The rows take the whole room, none less than its least; where all fit each has
// what it asks, and what is open has it before the others.
func TestRowHeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var asks [gridSize]int
		total := 0
		for i := range asks {
			asks[i] = rapid.IntRange(1, 60).Draw(t, "asks")
			total += max(asks[i], leastRow)
		}
		room, opened := rapid.IntRange(gridSize*leastRow, 80).Draw(t, "room"), rapid.IntRange(-1, 2).Draw(t, "opened")
		ask := 0
		if opened >= 0 {
			ask = rapid.IntRange(1, asks[opened]).Draw(t, "ask")
		}
		out := rowHeights(asks, room, opened, ask)
		sum, others := 0, true
		for i, n := range out {
			sum += n
			if n < leastRow || total <= room && n < asks[i] {
				t.Errorf("row %d has %d of %v", i, n, asks)
			}
			others = others && (i == opened || n == leastRow)
		}
		if sum != room {
			t.Errorf("%v of %d", out, room)
		}
		if opened >= 0 && out[opened] < ask && !others {
			t.Errorf("what is open asks %d: %v", ask, out)
		}
	})
}

func TestColumnWidths(t *testing.T) {
	for w := 20; w < 300; w++ {
		c := columnWidths(w)
		if c[0]+c[1]+c[2]+2*(gridSize-1) != w || c[0]-c[2] > 1 || c[0] < c[1] || c[1] < c[2] {
			t.Errorf("%d: %v", w, c)
		}
	}
}
