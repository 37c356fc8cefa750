package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// drawnLines are the lines of the body.
func drawnLines(d *drive.Driver) []string {
	lines := strings.Split(strings.TrimRight(d.Screen(), "\n"), "\n")
	return lines[2 : len(lines)-2]
}

// sidesOf are the line that names the sides of the screen, and their names: with
// tab another of them is lit there. -1 where there is none.
func sidesOf(d *drive.Driver) (at int, names []string) {
	before := drawnLines(d)
	at = slices.IndexFunc(before, func(l string) bool { return strings.Contains(l, "▸ ") })
	if at < 0 || d.Dialog() || d.Place() == "plan" {
		return -1, nil
	}
	words := func(line string) string {
		return strings.Join(strings.Fields(strings.ReplaceAll(line, "▸", " ")), " ")
	}
	for range 8 {
		now := drawnLines(d)[at]
		_, lit, there := strings.Cut(now, "▸ ")
		if !there || words(now) != words(before[at]) {
			return -1, nil
		}
		if name := strings.TrimSpace(gaps.Split(lit, 2)[0]); !slices.Contains(names, name) {
			names = append(names, name)
		}
		d.Press("tab")
	}
	if len(names) < 2 {
		return -1, nil
	}
	return at, names
}

// handOn is the line that is in hand, which is not the one with the sides; -1 for
// none.
func handOn(lines []string, sides int) int {
	for y := len(lines) - 1; y >= 0; y-- {
		if strings.HasPrefix(strings.TrimLeft(lines[y], " "), "▸ ") && y != sides {
			return y
		}
	}
	return -1
}

var (
	besideRow = regexp.MustCompile(`[‹›]`)
	gaps      = regexp.MustCompile(`\s{2,}`)
)

// rowText is what a row says in its first cell, whether or not it is in hand.
func rowText(line string) string {
	line = strings.TrimSpace(strings.Replace(line, "▸ ", "  ", 1))
	return strings.TrimSpace(besideRow.ReplaceAllString(gaps.Split(line, 2)[0], ""))
}

// clickRow clicks on the first letter of a line, or where it has none, on the
// first figure.
func clickRow(d *drive.Driver, y int) {
	line := drawnLines(d)[y]
	is, x := unicode.IsLetter, 0
	if strings.IndexFunc(line, is) < 0 {
		is = unicode.IsDigit
	}
	for i, r := range line {
		if is(r) {
			x = cells.Width(line[:i])
			break
		}
	}
	d.Send(tea.MouseClickMsg{X: x, Y: y + 2, Button: tea.MouseLeft})
}

// walkedRows are the rows that the arrows come by.
func walkedRows(d *drive.Driver, sides int) []string {
	var rows []string
	still := func(key string) bool {
		before := d.Screen()
		d.Press(key)
		return d.Screen() == before
	}
	for range 60 {
		if still("up") {
			break
		}
	}
	for range 60 {
		lines := drawnLines(d)
		if y := handOn(lines, sides); y >= 0 && !slices.Contains(rows, rowText(lines[y])) {
			rows = append(rows, rowText(lines[y]))
		}
		if still("down") {
			break
		}
	}
	return rows
}

// standsTwice reports whether a row says what the head above it says too.
func standsTwice(lines []string, text string) bool {
	n := 0
	for _, l := range lines {
		if rowText(l) == text {
			n++
		}
	}
	return n > 1
}

// clickEachRow clicks each row that is drawn and looks whether it is in hand then.
func clickEachRow(t *testing.T, d *drive.Driver, where string, sides int) (clicked int) {
	t.Helper()
	rows := walkedRows(d, sides)
	place, dialog := d.Place(), d.Dialog()
	done := map[string]bool{}
	for range 40 {
		lines := drawnLines(d)
		hand, at := handOn(lines, sides), -1
		for y := range lines {
			if text := rowText(lines[y]); y != hand && text != "" && slices.Contains(rows, text) && !done[text] && !standsTwice(lines, text) {
				at = y
				break
			}
		}
		if at < 0 {
			break
		}
		text := rowText(lines[at])
		done[text] = true
		clickRow(d, at)
		now := drawnLines(d)
		y := handOn(now, sides)
		if d.Place() != place || d.Dialog() != dialog {
			t.Fatalf("%s: a click on %q led away:\n%s\n%s", where, text, strings.Join(lines, "\n"), d.Screen())
		}
		if y < 0 || rowText(now[y]) != text {
			t.Errorf("%s: %q was clicked, which is not in hand:\n%s\n---\n%s", where, text, strings.Join(lines, "\n"), strings.Join(now, "\n"))
			return clicked
		}
		clicked++
	}
	return clicked
}

// clickEachSide clicks the name of each side and looks whether it is in front.
func clickEachSide(t *testing.T, d *drive.Driver, where string, look func(side string, at int)) {
	t.Helper()
	at, sides := sidesOf(d)
	if at < 0 {
		look("", -1)
		return
	}
	for _, name := range sides {
		line := drawnLines(d)[at]
		d.Send(tea.MouseClickMsg{X: cells.Width(line[:strings.LastIndex(line, name)]) + 1, Y: at + 2, Button: tea.MouseLeft})
		if !strings.Contains(drawnLines(d)[at], "▸ "+name) {
			t.Errorf("%s: the side %s was clicked and is not in front:\n%s", where, name, d.Screen())
			continue
		}
		look(name, at)
	}
}

// mousePlaces are the ways to all that has rows, from the list of clients with
// NewMedia in hand.
func mousePlaces() map[string][]string {
	all := map[string][]string{
		"portfolio": {}, "promises": {"p"}, "scan": {"s"}, "library": {"B"}, "history": {"Z"}, "settings": {","},
		"brief": {"enter", "v"}, "due": {"enter", "D"}, "corrections": {"enter", "C"}, "history of a client": {"enter", "Z"}, "library of a client": {"enter", "B"},
		"trace": {"enter", "8", "f6"}, "palette": {":"}, "palette of a client": {"enter", ":"}, "cycles": {"enter", "c"}, "gate": {"enter", "g"}, "help": {"enter", "?"}, "papers": {"enter", "W"},
		"advice sheet": {"enter", "f4"}, "paper": {"enter", "8", "w"}, "lists": {"enter", "6", "w"}, "collect": {"enter", "6", "i"}, "new client": {"n"}, "catch": {"enter", "ctrl+t"},
		"list typed": {"enter", "6", "enter"}, "silent": {"enter", "6", "tab"}, "agreement": {"enter", "5", "enter"}, "new agreement": {"enter", "5", "n"}, "respondent": {"enter", "1", "enter"},
		"new respondent": {"enter", "1", "n"}, "talk": {"enter", "2", "enter"}, "approach elsewhere": {"enter", ":", "aanpak", "enter"},
		"meeting":        {"enter", "M"},
		"meet home":      {"enter", "M", "enter", "esc", "esc"},
		"meet who":       {"enter", "M", "enter", "W"},
		"meet agree":     {"enter", "M", "enter", "W", "g", "enter", "esc", pageKey(kit.MeetAgreements)},
		"meet test":      {"enter", "M", "enter", "W", "g", "enter", "esc", pageKey(kit.MeetTesting)},
		"meet answers":   {"enter", "M", "enter", "W", "g", "enter", "esc", pageKey(kit.MeetAnswering)},
		"meet session":   {"enter", "M", "enter", "W", "g", "enter", "esc", pageKey(kit.MeetSession)},
		"meet interview": {"enter", "M", "enter", "W", "g", "enter", "esc", pageKey(kit.MeetInterview)},
	}
	for i := 1; i <= 9; i++ {
		all[fmt.Sprintf("place %d", i)] = []string{"enter", fmt.Sprint(i)}
	}
	return all
}

// TestEveryRowAndSideIsTakenInHandByAClick: on each place and each of its sides,
// in lists and dialogs, alone and in a meeting.
func TestEveryRowAndSideIsTakenInHandByAClick(t *testing.T) {
	goesRoundUnraced(t)
	total := 0
	for where, way := range mousePlaces() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			if testing.Short() && size[0] > 80 {
				continue
			}
			d := sitWith(t, exampleStore(t), "nl", size[0], size[1], func(c *ui.Config) {
				c.Me = account.User{Name: "Joe"}
				if len(way) > 0 && way[0] == "enter" {
					c.Start = kit.Place{Name: "measure", Client: "newmedia"}
				}
			})
			way := way
			if len(way) > 0 && way[0] == "enter" {
				way = way[1:]
			}
			d.Press(way...)
			clickEachSide(t, d, where, func(side string, sides int) {
				n := clickEachRow(t, d, fmt.Sprintf("%s %s %v", where, side, size), sides)
				t.Logf("%s %s %v: %d", where, side, size, n)
				total += n
			})
		}
	}
	if total < 250 {
		t.Errorf("only %d rows were clicked: the test sees nothing", total)
	}
}

// TestAClickTakesABlockOfThePlanInHand, on the page and on its small map.
func TestAClickTakesABlockOfThePlanInHand(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		d := sitWith(t, exampleStore(t), "nl", size[0], size[1], func(c *ui.Config) { c.Start = kit.Place{Name: "plan", Client: "newmedia"} })
		for _, block := range []string{"5", "9", "2", "7", "1", "6", "3", "8", "4"} {
			for y, line := range drawnLines(d) {
				at := regexp.MustCompile(`(^|[^0-9,.–-])` + block + `(●|○| [A-Z])`).FindStringIndex(line)
				if at == nil || size[0] == 80 && at[0] > 24 {
					continue
				}
				d.Send(tea.MouseClickMsg{X: cells.Width(line[:at[1]]) - 1 + 2*min(size[0]/120, 1), Y: y + 2, Button: tea.MouseLeft})
				break
			}
			if !regexp.MustCompile(`▸ ` + block + ` [A-Z]`).MatchString(d.Screen()) {
				t.Errorf("%v: block %s is not in hand:\n%s", size, block, d.Screen())
			}
		}
	}
}

// TestAClickOnWhatIsInHand opens a row, chooses in a list in which typing finds,
// and turns a choice to the side that was clicked; a field with text stays open.
func TestAClickOnWhatIsInHand(t *testing.T) {
	d := sitWith(t, exampleStore(t), "nl", 80, 24, func(c *ui.Config) { c.Start = kit.Place{Name: "realise", Client: "newmedia"} })
	d.Press(":")
	d.Type("accountplan")
	lines := drawnLines(d)
	clickRow(d, handOn(lines, -1))
	if d.Place() != "plan" {
		t.Errorf("a click on what was found does not go there:\n%s", d.Screen())
	}
	d.Press(",")
	row := func() string { return rowOf(t, d, "Muis") }
	clickOn(t, d, "Muis", 0)
	clickOn(t, d, "aan ›", 4)
	if !strings.Contains(row(), "‹ uit ›") {
		t.Errorf("the choice was not turned: %s", row())
	}
	clickOn(t, d, "‹ uit", 0)
	if !strings.Contains(row(), "‹ aan ›") {
		t.Errorf("the choice was not turned back: %s", row())
	}
	clickOn(t, d, "Naam", 0)
	clickOn(t, d, "Naam", 0)
	d.Type("Jo")
	clickOn(t, d, "Naam", 0)
	clickOn(t, d, "Functie", 0)
	if !strings.Contains(rowOf(t, d, "Naam"), "Jo") || !strings.Contains(rowOf(t, d, "Functie"), "▸") {
		t.Errorf("what was typed is gone, or the other field is not in hand:\n%s", d.Screen())
	}
}
