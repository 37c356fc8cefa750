package ui

import (
	"regexp"
	"strings"
	"sync"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/widget"
)

// A list scrolls while the arrows go through it, so that the row that was clicked
// moves too. It is found again by what it says, or where that is not told apart by
// how far the lines around it moved.

// moveTo presses arrows until the cursor stands on the row that stood on a line,
// or on the last that it can be on before that, and returns where that is now.
func (r *Root) moveTo(y, serial int, cmds *commandBatch) int {
	lines := r.bodyLines()
	wanted, tries, field := rowBegins(r.Theme.Glyphs.Cursor, lines[y]), 0, r.fills()
	turns := r.sideLine(lines) >= 0 // there tab leads to another side, and no field
	for range mostMoves {
		at := r.cursorLine(lines)
		if at < 0 || at == y {
			return y
		}
		down := at < y
		before := lines
		r.press(down, field || tries > 0 && !turns, cmds)
		if r.top().serial != serial {
			return y
		}
		lines = r.bodyLines()
		y = r.follows(wanted, y, before, lines)
		now := r.cursorLine(lines)
		switch {
		case now < 0:
			return y
		case strings.Join(lines, "\n") == strings.Join(before, "\n") || now == at && !turns && r.top().screen.Typing():
			if tries++; tries > 1 {
				return y
			}
			continue
		case down && now > y:
			r.press(false, field || tries > 0 && !turns, cmds) // the line belongs to what stands above it
			return r.follows(wanted, y, lines, r.bodyLines())
		}
		tries = 0
	}
	return y
}

// press goes a row down or up: by arrow, or where that moves in a text, from field
// to field.
func (r *Root) press(down, field bool, cmds *commandBatch) {
	key := map[[2]bool]string{{true, false}: "down", {false, false}: "up", {true, true}: "tab", {false, true}: "shift+tab"}[[2]bool{down, field}]
	r.input(keys.Named(key), cmds)
}

var gapBetween = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s{2,}`) })

// rowBegins is what a row says in its first cell, whether or not it is in hand.
func rowBegins(cursor, line string) string {
	line = strings.TrimSpace(strings.Replace(line, cursor+" ", "  ", 1))
	return strings.TrimSpace(gapBetween().Split(line, 2)[0])
}

// rowsBegin is what each of some rows says in its first cell.
func rowsBegin(cursor string, lines []string) (begin []string) {
	for _, line := range lines {
		begin = append(begin, rowBegins(cursor, line))
	}
	return begin
}

// follows is where the row stands now that stood on a line before.
func (r *Root) follows(wanted string, y int, before, now []string) int {
	moved := y + shiftOf(r.Theme.Glyphs.Cursor, before, now)
	best, found := moved, false
	for i, line := range now {
		if wanted != "" && rowBegins(r.Theme.Glyphs.Cursor, line) == wanted && (!found || abs(i-moved) < abs(best-moved)) {
			best, found = i, true
		}
	}
	return max(min(best, len(now)-1), 0)
}

// shiftOf is by how many lines most of what stands there moved.
func shiftOf(cursor string, before, now []string) int {
	was, is := rowsBegin(cursor, before), rowsBegin(cursor, now)
	best, most := 0, 0
	for by := -len(now); by <= len(now); by++ {
		same := 0
		for i, begins := range was {
			if j := i + by; j >= 0 && j < len(is) && begins != "" && begins == is[j] {
				same++
			}
		}
		if same > most || same == most && abs(by) < abs(best) {
			best, most = by, same
		}
	}
	return best
}

// opens reports whether a click on the row in hand is enter: wherever that is no
// text, and in a list in which typing finds.
func (r *Root) opens() bool {
	if !r.top().screen.Typing() {
		return true
	}
	f := r.frame()
	for _, a := range r.screenActs(&f) {
		if a.ID == string(widget.DoKeep) && keys.Has(a.Keys, "enter") {
			return true
		}
	}
	return false
}

// clickChoice turns the choice in hand on to the side of which the sign was
// clicked, or on; false where there is none.
func (r *Root) clickChoice(x int, line string, cmds *commandBatch) bool {
	i, j := strings.Index(line, "‹ "), strings.LastIndex(line, " ›")
	if i < 0 || j < i {
		return false
	}
	from, to := cells.Width(line[:i]), cells.Width(line[:j])+1
	switch {
	case x < from-1 || x > to+1:
		return false
	case x <= from+1:
		r.input(keys.Named("left"), cmds)
	default:
		r.input(keys.Named("right"), cmds)
	}
	return true
}
