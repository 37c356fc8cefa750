package part

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// Pair is how a wide body is divided between what one chooses from and what is
// chosen, in full beside it. Right is 0 where the body has no room for both.
type Pair struct{ Left, Right int }

// How far the two stand apart, and how narrow what is chosen may be.
const (
	pairGap    = 4
	leastRight = 40
)

// PairOf divides a body of which the left needs at least so many cells. What is
// left over goes to both, and no line of text becomes wider than can be read.
func PairOf(f *kit.Frame, left int) Pair {
	spare := f.W - left - pairGap - leastRight
	if spare < 0 {
		return Pair{Left: f.W}
	}
	right := min(leastRight+spare*2/3, WidestText)
	return Pair{Left: f.W - pairGap - right, Right: right}
}

// HalvesOf divides a body into two columns of the same text, where each can have so
// many cells.
func HalvesOf(f *kit.Frame, least int) Pair {
	w := (f.W - pairGap) / 2
	if w < least {
		return Pair{Left: f.W}
	}
	return Pair{Left: f.W - pairGap - w, Right: w}
}

// Wide reports whether there is room for both.
func (p Pair) Wide() bool { return p.Right > 0 }

// LeftOf is the frame as wide as the left has room.
func (p Pair) LeftOf(f *kit.Frame) *kit.Frame { return p.frame(f, p.Left) }

// RightOf is the frame as wide as the right has room.
func (p Pair) RightOf(f *kit.Frame) *kit.Frame { return p.frame(f, p.Right) }

func (p Pair) frame(f *kit.Frame, w int) *kit.Frame {
	narrowed := *f
	narrowed.W = w
	return &narrowed
}

// Beside draws both beside each other.
func (p Pair) Beside(left, right []string) []string {
	if !p.Wide() || len(right) == 0 {
		return left
	}
	return cells.Lines(cells.Columns(strings.Join(left, "\n"), p.Left, strings.Join(right, "\n"), p.Right, pairGap))
}
