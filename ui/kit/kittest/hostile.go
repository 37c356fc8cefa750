package kittest

import (
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Hostile is text as a file from elsewhere may hold it.
var Hostile = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "woord", " ", "  ", "\n", "\t", "\r", "é", "e\u0301", "\u0301", "漢字", "👩‍👩‍👧", "🇳🇱", "👍🏽", "ﷺ", "\u200d", "\ufe0f", "☎\ufe0f", "한글", "\u1112\u1161\u11ab",
		"\x1b[31m", "\x1b]0;x\x07", "\x1b[2J", "\x1b", "\x9b2J", "\u009b2J", "\x00", "\x7f", "\u202e", "\u2066", "\u2028", "\ufeff", "\xff", "\xe2\x80", "ab-cd", "een-heel-lang-woord-zonder-spaties", "नि", "…",
	}), 0, 30).Draw(t, "parts")
	return strings.Join(parts, "") + rapid.String().Draw(t, "tail")
})

// NoOrders reports what of a text a terminal could take for an order.
func NoOrders(t interface{ Errorf(string, ...any) }, s string) {
	for i, r := range s {
		if r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("%U at %d of %q", r, i, s)
		}
	}
	if !utf8.ValidString(s) {
		t.Errorf("no text: %q", s)
	}
}
