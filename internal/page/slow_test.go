package page_test

import (
	"strings"
	"testing"

	"kwi/internal/growthtest"
	"kwi/internal/page"
)

// TestALargePageIsReadInItsTime: whatever is repeated in it.
func TestALargePageIsReadInItsTime(t *testing.T) {
	for _, part := range []string{"<pre ", "<pre id=", "<", "id=kwi-answers ", "<!-- x --> "} {
		growthtest.Linear(t, part, 16<<10, func(size int) {
			_, _ = page.Read([]byte("<!doctype html>"+strings.Repeat(part, size/len(part))), "x.html")
		})
	}
}
