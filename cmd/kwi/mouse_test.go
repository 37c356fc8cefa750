package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/drive"
)

// clickAt clicks with the mouse on a word of the key line.
func clickAt(t *testing.T, d *drive.Driver, word string) {
	t.Helper()
	lines := strings.Split(strings.TrimRight(d.Screen(), "\n"), "\n")
	foot := lines[len(lines)-1]
	at := strings.Index(foot, word)
	if at < 0 {
		t.Fatalf("%q does not stand on the key line:\n%s", word, foot)
	}
	d.Send(tea.MouseClickMsg{X: len([]rune(foot[:at])), Y: len(lines) - 1, Button: tea.MouseLeft})
}

// The mouse does what stands on the key line, and its wheel scrolls as the
// arrows do. Help says that it goes on below.
func TestTheMouse(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter")
	clickAt(t, d, "?")
	d.See("Alles wat hier kan", "regel 1 tot en met", "verder met ↓")
	first := d.Screen()
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.See("regel 2 tot en met")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if d.Screen() != first {
		t.Errorf("the wheel does not scroll back:\n%s", d.Screen())
	}
	d.Press("end")
	d.See("ctrl+c")
	d.Miss("verder met ↓")
	d.Press("home", "pgdown")
	d.Miss("regel 1 tot en met")
	clickAt(t, d, "terug")
	d.Miss("Alles wat hier kan")
	d.Send(tea.MouseClickMsg{X: 4, Y: 6, Button: tea.MouseLeft}) // the body is not clicked
	d.Miss("Alles wat hier kan")
}
