// Package growthtest holds work to the growth of its input: what is eight
// times as long may take about eight times as long, never its square. A ratio
// within one run says so on any machine, however slow or busy; a clock does
// not. It is for tests alone and knows nothing of the program.
package growthtest

import (
	"testing"
	"time"
)

const (
	// larger is how many times larger the second input is.
	larger = 8
	// most is how many times as long it may take: four times its share, half
	// of what a square takes.
	most = 4 * larger
	// tries is how often each is done; the quickest counts, which no other
	// work on the machine disturbed.
	tries = 3
	// shortest is what work is taken to last at least, so that a ratio is
	// not one of two moments that no clock tells apart.
	shortest = 2 * time.Millisecond
)

// Linear fails where work of eight times the size takes more than 32 times as
// long. Work of the size itself should last some milliseconds.
func Linear(t testing.TB, name string, size int, work func(size int)) {
	t.Helper()
	linear(t, name, size, func(size int) time.Duration {
		begun := time.Now()
		work(size)
		return time.Since(begun)
	})
}

func linear(t testing.TB, name string, size int, takes func(size int) time.Duration) {
	t.Helper()
	if small, large := quickest(size, takes), quickest(larger*size, takes); large > most*max(small, shortest) {
		t.Errorf("%s: %v for %d and %v for %d", name, small, size, large, larger*size)
	}
}

func quickest(size int, takes func(size int) time.Duration) time.Duration {
	least := takes(size)
	for range tries - 1 {
		least = min(least, takes(size))
	}
	return least
}
