package main

import (
	"fmt"
	"testing"

	"kwi/ui/kit/kittest"
)

// TestFramesOfAHint: a hint stands whole on the bottom line, also where it is narrow.
func TestFramesOfAHint(t *testing.T) {
	for _, test := range []struct {
		language, said string
		w, h           int
	}{
		{"nl", "Cijfers zo snel mogelijk sturen", 60, 20}, {"nl", "Cijfers zo snel mogelijk sturen", 80, 24},
		{"en", "Send the figures as soon as possible", 120, 40}, {"en", "Send the figures as soon as possible", 200, 60},
	} {
		d := sit(t, stocked(t), test.language, test.w, test.h)
		d.Press("enter", "5", "n")
		d.Type(test.said)
		d.Press("enter")
		kittest.Golden(t, fmt.Sprintf("frames/hint-%dx%d-%s", test.w, test.h, test.language), frameText(d.Screen()))
	}
}
