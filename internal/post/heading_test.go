package post

import (
	"mime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestAHeaderIsFolded: whatever stands in it, each line has something on it and is
// no longer than an encoded word may stand on, and it reads as it was.
func TestAHeaderIsFolded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := header(strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"a", "vragen", "=?utf-8?q?x?=", "é", "·", " ", "顧客価値", strings.Repeat("ψ", 50), strings.Repeat("b", 60), "(newmedia", "2026H2",
		})).Draw(t, "words"), " "))
		got := folded("Subject", value)
		for i, line := range strings.Split("Subject: "+got, "\r\n") {
			if len(line) > longestLine+1 || strings.TrimSpace(line) == "" || i > 0 && line[0] != ' ' || i == 0 && value != "" && strings.TrimSpace(line) == "Subject:" {
				t.Fatalf("line %d of %q", i, got)
			}
		}
		back, err := new(mime.WordDecoder).DecodeHeader(strings.ReplaceAll(got, "\r\n", ""))
		if err != nil || back != value {
			t.Fatalf("%q is read as %q, %v", value, back, err)
		}
	})
}
