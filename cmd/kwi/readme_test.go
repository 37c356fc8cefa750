package main

import (
	"strings"
	"testing"

	"kwi/ui/drive"
)

// TestTheReadmeShowsWhatIsDrawn: the screens of the example that README shows are
// lines of what the program draws, to the letter and in that order; rows may be left
// out.
func TestTheReadmeShowsWhatIsDrawn(t *testing.T) {
	readme := readFile(t, "../../README.md")
	s := busy(t)
	for name, w := range map[string]struct {
		begins        string // the first line in README
		width, height int
		goes          func(*drive.Driver)
	}{
		"monitor":  {"     NewMedia · 2026H2    ", 80, 24, func(d *drive.Driver) { takeRow(t, d, "NewMedia"); d.Press("enter", "8") }},
		"promises": {"     Beloften    ", 80, 24, func(d *drive.Driver) { d.Press("p") }},
		"plan":     {"     NewMedia · 2026    ", 115, 36, func(d *drive.Driver) { takeRow(t, d, "NewMedia"); d.Press("enter", "9") }},
	} {
		at := strings.Index(readme, w.begins)
		if at < 0 {
			t.Fatalf("README does not show the %s", name)
		}
		d := sit(t, s, "nl", w.width, w.height)
		w.goes(d)
		rest, n := strings.Split(d.Screen(), "\n"), 0
		for _, line := range strings.Split(readme[at:], "\n") {
			line, indented := strings.CutPrefix(line, "    ")
			if !indented && line != "" {
				break
			}
			if line == "" {
				continue
			}
			n++
			for len(rest) > 0 && strings.TrimRight(rest[0], " ") != line {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Errorf("README shows in the %s what is not drawn there:\n%s\nDrawn is\n%s", name, line, d.Screen())
				break
			}
		}
		if n < 12 {
			t.Errorf("README shows %d lines of the %s", n, name)
		}
	}
}
