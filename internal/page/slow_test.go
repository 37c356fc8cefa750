package page_test

import (
	"strings"
	"testing"
	"time"

	"kwi/internal/page"
)

// TestALargePageIsReadInTime: whatever is repeated in it.
func TestALargePageIsReadInTime(t *testing.T) {
	for _, part := range []string{"<pre ", "<pre id=", "<", "id=kwi-answers ", "<!-- x --> "} {
		began := time.Now()
		_, _ = page.Read([]byte("<!doctype html>"+strings.Repeat(part, (2<<20)/len(part)-20)), "x.html")
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("%q takes %v", part, took)
		} else {
			t.Logf("%q takes %v", part, took)
		}
	}
}
