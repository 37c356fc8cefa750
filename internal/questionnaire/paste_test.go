package questionnaire

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAPasteKeepsItsPlaces(t *testing.T) {
	for s, want := range map[string]string{
		"8,0\n7,5": "8,0|7,5", "8\r7\r\r9\r": "8|7||9", "\n8": "|8", "8\n\n\n": "8", "8 9< 7": "8|9<|7", "8 < 7": "8<|7", "8, 9, 7": "8|9|7", "8,9,7": "8|9|7", "8,0": "8,0",
		"8;;9": "8||9", "8\t\t9": "8||9", "8 | 9": "8|9", "８＜\n７": "８＜|７", "8\t<\n7\t\n9\t>": "8+<|7+|9+>", "8\t\n7\t": "8+|7+", "8\t7\n6\t5": "8|7|6|5", "8\nn.v.t.\n7": "8|n.v.t.|7",
		"8\nweet niet\n7": "8|weet niet|7", "": "", "\n\n": "", " ": "", "8，9": "8,9",
	} {
		var got []string
		for _, p := range SplitPaste(s) {
			one := p.Grade.Text
			if strings.Contains(want, "+") {
				one += "+" + p.Relevance.Text
			}
			got = append(got, one)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, not %q", s, strings.Join(got, "|"), want)
		}
	}
}

// TestWhatIsPastedStaysInItsPlace: whatever is missing, nothing moves.
func TestWhatIsPastedStaysInItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.SampledFrom([]string{"", "8", "7<", "10", "n.v.t.", "8,0", "７", "-"}), 2, 12).Draw(t, "cells")
		cells[len(cells)-1] = "9"
		between := rapid.SampledFrom([]string{"\n", "\r\n", "\r", "\t", ";", "|"}).Draw(t, "between")
		got := SplitPaste(strings.Join(cells, between))
		if len(got) != len(cells) {
			t.Fatalf("%d places of %q", len(got), cells)
		}
		for i, c := range cells {
			if got[i].Grade.Text != c {
				t.Errorf("%d is %q of %q", i, got[i].Grade.Text, cells)
			}
		}
	})
}
