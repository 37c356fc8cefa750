package main

import (
	"fmt"
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// frameText is the whole screen without spaces at the ends of lines.
func frameText(screen string) string {
	lines := strings.Split(screen, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Every place with head, foot and key line, as it stands on a terminal.
func TestFrames(t *testing.T) {
	for _, test := range []struct {
		language string
		w, h     int
	}{{"nl", 80, 24}, {"en", 120, 40}} {
		d := sit(t, stocked(t), test.language, test.w, test.h)
		golden := func(name string) {
			kittest.Golden(t, fmt.Sprintf("frames/%s-%dx%d-%s", name, test.w, test.h, test.language), frameText(d.Screen()))
		}
		golden("portfolio")
		d.Press("enter")
		digit := 0
		for _, e := range places(sources{}) {
			if e.Numbered() {
				digit++
				d.Press(fmt.Sprint(digit))
				golden(e.Name)
			}
		}
		d.Press("5", "v")
		golden("brief")
		d.Press("D")
		golden("due")
		d.Press("5", "C")
		golden("corrections")
		d.Press("8", "f6", "f6", "f6")
		golden("trace")
		d.Press(fmt.Sprint(digit), "?")
		golden("help")
		d.Press("esc", "1", "M")
		golden("cover")
		d.Press("enter")
		golden("meet")
		d.Press(pageKey(kit.MeetKWI)) // every page has goldens of its own
		golden(kit.MeetKWI)
		d.Press("?")
		golden("meet.help")
		d.Press("esc", "W")
		golden("meet.who")
		d.Press("esc", "q")
		golden("meet.farewell")
		leaveMeeting(d)
		golden("meet.parting")
	}
}

// Each theme, with its colours.
func TestFramesInColour(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	for _, theme := range []string{"dark", "light", "contrast", "ansi", "mono"} {
		for _, at := range []struct {
			name string
			keys []string
		}{{"portfolio", nil}, {"monitor", []string{"enter", "8"}}} {
			d.Press(at.keys...)
			kittest.Golden(t, "frames/"+at.name+"-"+theme, frameText(d.Styled()))
		}
		d.Press("q", "T")
	}
}
