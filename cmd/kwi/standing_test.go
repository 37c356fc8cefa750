package main

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// cellAt is what stands in a cell of the screen, "" beyond it.
func cellAt(screen string, x, y int) string {
	lines := strings.Split(screen, "\n")
	if y >= len(lines) {
		return ""
	}
	at := 0
	for rest := lines[y]; rest != ""; {
		size, wide := cells.Cluster(rest)
		if at == x {
			return rest[:size]
		}
		at, rest = at+wide, rest[size:]
	}
	return ""
}

// standsOnIt says what is wrong with where the cursor stands, "" where it is right:
// on the row in hand, at its sign or in its cell in hand; where no row is in hand on
// the sign of what is, or else where the page begins; and in a field it is the caret.
func standsOnIt(d *drive.Driver, sides int) (wrong string, onRow bool) {
	x, y, stands := d.InHand()
	if _, _, typed := d.Caret(); typed {
		return "", false
	}
	if !stands {
		return "it stands nowhere", false
	}
	screen := d.Screen()
	cell := cellAt(screen, x, y)
	lines := drawnLines(d)
	hand := handOn(lines, sides)
	inCell := cellAt(screen, x-1, y) == "‹" && cellAt(screen, x+1, y) == "›"
	switch {
	case hand >= 0 && y != hand+2:
		return fmt.Sprintf("it stands on line %d and not on %d", y, hand+2), false
	case hand >= 0 && cell != "▸" && !inCell:
		return fmt.Sprintf("it stands on %q of the row", cell), false
	case hand >= 0:
		return "", true
	case strings.Contains(strings.Join(lines, "\n"), "▸ ") && cell != "▸" && !inCell:
		return fmt.Sprintf("it stands on %q and not on the sign", cell), false
	case strings.TrimSpace(cell) == "":
		return fmt.Sprintf("it stands on nothing, at %d, %d", x, y), false
	}
	return "", false
}

// TestTheCursorStandsOnWhatIsInHand on every screen and in every dialog, on each side
// and row, alone and in a meeting: a screen reader and a braille line follow it.
func TestTheCursorStandsOnWhatIsInHand(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	rows := 0
	for where, way := range mousePlaces() {
		d := sitWith(t, exampleStore(t), "en", 80, 24, func(c *ui.Config) {
			c.Me = account.User{Name: "Joe"}
			if len(way) > 0 && way[0] == "enter" {
				c.Start = kit.Place{Name: "measure", Client: "newmedia"}
			}
		})
		if len(way) > 0 && way[0] == "enter" {
			way = way[1:]
		}
		d.Press(way...)
		clickEachSide(t, d, where, func(side string, sides int) {
			for _, key := range strings.Fields("home down down right down left pgdown end up up") {
				d.Press(key)
				wrong, onRow := standsOnIt(d, sides)
				if wrong != "" {
					t.Errorf("%s %s after %s: %s:\n%s", where, side, key, wrong, d.Screen())
					return
				}
				if onRow {
					rows++
				}
			}
		})
	}
	if rows < 250 {
		t.Errorf("only %d times a row was in hand: the test sees nothing", rows)
	}
}

// TestTheCursorIsNeverLost: where the terminal is too small for the screens it stands
// where the sentence begins that says so.
func TestTheCursorIsNeverLost(t *testing.T) {
	t.Parallel()
	d := sit(t, stocked(t), "en", 40, 10)
	if x, y, ok := d.InHand(); !ok || x != 0 || y != 0 {
		t.Errorf("too small: %d, %d, %v", x, y, ok)
	}
}
