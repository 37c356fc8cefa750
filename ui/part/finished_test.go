package part

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestFinishedHeight: a screen that answers a key has as many lines as when it
// is drawn, whatever a stage behind it did or lacks.
func TestFinishedHeight(t *testing.T) {
	c := kittest.NewMedia(t)
	c.Newest().Stage = account.Closed
	heights := map[int]bool{}
	for stage := range account.Closed {
		for h := roomyScreen - 2; h < roomyScreen+2; h++ {
			f := kittest.Frame(77, h, "nl", c)
			lines := Finished(&f, stage)
			if n := FinishedHeight(&f, stage); n != len(lines) {
				t.Errorf("%d lines, and at %d high stand %d: %q", n, h, len(lines), lines)
			}
			heights[len(lines)] = true
		}
	}
	if len(heights) < 3 {
		t.Errorf("all stages stand in as many lines: %v", heights)
	}
}
