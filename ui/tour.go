package ui

import (
	"strings"

	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// ledTo remembers of the place on top that a tour led there from the screen of
// this serial, and what it says of it.
func (r *Root) ledTo(led *hand.Label, serial int) {
	if it := r.top(); led != nil && it.serial != serial {
		it.led = led
	}
}

// mostTourLines is how many lines the word of a tour may take from a place.
const mostTourLines = 2

// tourLines are what the tour that led to a place says there, and how one comes
// back to it.
func (r *Root) tourLines(f *kit.Frame, it *stackItem) []string {
	if it.led == nil {
		return nil
	}
	key := kit.Act{Keys: keys.Example}
	back := "  " + key.KeyName(f.Words, it.screen.Typing()) + " " + f.T("tour.back")
	text := f.T(it.led.Key, values(it.led.Args)...)
	lines := cells.Wrap(text, f.W-2)
	if last := len(lines) - 1; cells.Width(lines[last])+cells.Width(back) <= f.W-2 {
		lines[last] += back
	} else {
		lines = append(lines, strings.TrimLeft(back, " "))
	}
	if len(lines) > mostTourLines {
		lines = lines[:mostTourLines]
	}
	for i, l := range lines {
		lines[i] = "  " + f.Theme.Accent.Render(cells.Line(l, f.W-2))
	}
	return lines
}
