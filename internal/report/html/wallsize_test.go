package html

import "testing"

// A dash, a quote and a euro take no more room on the wall than a letter does; what
// is written in East Asia takes twice as much.
func TestHowWideALetterIsOnTheWall(t *testing.T) {
	t.Parallel()
	for _, r := range "a–’“€…•ẽש" {
		if w := letterWidth(r); w != letterWidth('a') {
			t.Errorf("%c is %v wide", r, w)
		}
	}
	for _, r := range "日한ᄀ，" {
		if w := letterWidth(r); w != 1 {
			t.Errorf("%c is %v wide", r, w)
		}
	}
}
