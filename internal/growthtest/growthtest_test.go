package growthtest

import (
	"testing"
	"time"
)

type told struct {
	testing.TB
	failed bool
}

func (t *told) Helper()               {}
func (t *told) Errorf(string, ...any) { t.failed = true }

// TestASquareIsFound and a line is not, whichever one try another program
// slowed down.
func TestASquareIsFound(t *testing.T) {
	for name, w := range map[string]struct {
		takes func(n int) int
		fails bool
	}{
		"line":   {func(n int) int { return n }, false},
		"square": {func(n int) int { return n * n }, true},
	} {
		got, slow := &told{TB: t}, 0
		linear(got, name, 10, func(n int) time.Duration {
			if slow++; slow%tries == 1 {
				return time.Hour
			}
			return time.Duration(w.takes(n)) * time.Millisecond
		})
		if got.failed != w.fails {
			t.Errorf("%s: failed: %v", name, got.failed)
		}
	}
}
