package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
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
}

// clickOn clicks with the mouse on a word anywhere on the screen.
func clickOn(t *testing.T, d *drive.Driver, word string, right int) {
	t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if at := strings.Index(line, word); at >= 0 {
			d.Send(tea.MouseClickMsg{X: len([]rune(line[:at])) + right, Y: y, Button: tea.MouseLeft})
			return
		}
	}
	t.Fatalf("%q does not stand on the screen:\n%s", word, d.Screen())
}

// Rows, sides, stages and cells of the matrix are taken in hand by a click; a
// click on the row in hand is enter.
func TestTheMouseTakesInHand(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	clickOn(t, d, "NewMedia", 0)
	d.See("▸ Lijsten")
	clickOn(t, d, "C. Ceee", 0)
	d.See("▸ CC")
	clickOn(t, d, "A. Aaaa", 0)
	d.See("▸ AA")
	clickOn(t, d, "Analyse", 2)
	d.See("▸ Analyse")
	clickOn(t, d, "Sessie plannen", 2)
	d.See("▸ Sessie plannen")
	clickOn(t, d, "Lijsten", 0)
	clickOn(t, d, "Kees Klant", 0)
	clickOn(t, d, "Kees Klant", 0)
	d.See("Kees Klant (KK)", "▸ 2.05")
	clickOn(t, d, "2.02", 3)
	d.See("▸ 2.02")
	d.Press("esc")

	clickOn(t, d, "●───●───●", 8) // the third stage
	d.See("3 Toetsen")
	clickOn(t, d, "●───●───●", 17) // between two, the nearer one
	d.See("5 Realiseren")
	clickOn(t, d, "●───●───●", 8)
	before := d.Screen()
	clickOn(t, d, "1.03", 44) // a cell of the matrix
	if d.Screen() == before || !strings.Contains(d.Screen(), "‹") {
		t.Errorf("the cell is not in hand:\n%s", d.Screen())
	}
}

// A cell that is clicked is in hand, and clicked once more it is ticked.
func TestTheMouseTicksACell(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, onCycle(func(y *account.Cycle) { y.Answers, y.Assigned = nil, nil }))
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "3")
	for y, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, "1.03") {
			head := []rune(strings.Split(d.Screen(), "\n")[3]) // below when the stage was done
			x := strings.Index(string(head), "CC")
			x = len([]rune(string(head)[:x]))
			for range 2 {
				d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			}
		}
	}
	c := kept(t, s, "newmedia")
	if !c.Newest().IsAssigned("CC", account.QuestionCode{KWI: 1, Serial: 3}) || len(c.Newest().Assigned) != 1 {
		t.Errorf("assigned %v\n%s", c.Newest().Assigned, d.Screen())
	}
}
