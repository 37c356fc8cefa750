package ui

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/widget"
)

// A click in a text that is open puts the caret before the sign that was clicked,
// by as many arrows as signs and lines lie between. So every field has it, also
// one that a screen draws itself.

// caret is where the caret stands in the body, false where nothing is typed. Of
// cells in which each sign is a thing done there is none.
func (r *Root) caret() (x, y int, typed bool) {
	if !r.inField() {
		return 0, 0, false
	}
	f := r.frame()
	c := r.page(&f).Cursor
	return c.X, c.Y, true
}

// fills reports whether a form is being filled in, in which tab goes on to the
// next field.
func (r *Root) fills() bool {
	if !r.top().screen.Typing() {
		return false
	}
	f := r.frame()
	for _, a := range r.screenActs(&f) {
		if a.ID == string(widget.DoNext) {
			return true
		}
	}
	return false
}

// clickText puts the caret where a text that is open was clicked; false where the
// click was elsewhere.
func (r *Root) clickText(x, y int, cmds *commandBatch) bool {
	_, at, typed := r.caret()
	if !typed {
		return false
	}
	lines := r.bodyLines()
	sign := r.cursorLine(lines)
	switch {
	case y >= len(lines):
		return false
	case y == at:
	case sign < 0: // there is nothing but the text
		r.caretDown(y-at, cmds)
	case !r.fills() || !r.within(lines, sign, y, cmds):
		return false
	default:
		_, at, _ = r.caret()
		r.caretDown(y-at, cmds)
	}
	r.caretAlong(x, cmds)
	return true
}

// within reports whether a line belongs to the text that is open in the field of
// which the name stands on the line sign: below that name there is nothing on the
// lines between, and something on the line or below it.
func (r *Root) within(lines []string, sign, y int, cmds *commandBatch) bool {
	if y < sign {
		return false
	}
	r.input(keys.Named("home"), cmds)
	from, _, _ := r.caret()
	last := sign
	for i := sign + 1; i < len(lines) && strings.TrimSpace(cells.Cut(lines[i], from)) == ""; i++ {
		if strings.TrimSpace(lines[i]) != "" {
			last = i
		}
	}
	return y <= last
}

// caretDown goes so many lines down, or up, within the text.
func (r *Root) caretDown(by int, cmds *commandBatch) {
	for range min(abs(by), mostMoves) {
		serial, sign := r.top().serial, r.cursorLine(r.bodyLines())
		r.press(by > 0, false, cmds)
		if r.top().serial != serial || r.cursorLine(r.bodyLines()) == sign {
			continue
		}
		r.press(by < 0, true, cmds) // that was no line of the text
		return
	}
}

// caretAlong goes to the sign that stands at x on the line of the caret, or to the
// end of the line.
func (r *Root) caretAlong(x int, cmds *commandBatch) {
	at, y, typed := r.caret()
	lines := r.bodyLines()
	if !typed || y >= len(lines) {
		return
	}
	key, back := "right", "left"
	if x < at {
		key, back = back, key
	}
	for range min(signsBetween(lines[y], at, x), mostMoves) {
		r.input(keys.Named(key), cmds)
		now, line, typed := r.caret()
		switch {
		case !typed || now == at && line == y:
			return
		case line != y:
			r.input(keys.Named(back), cmds)
			return
		}
		at = now
	}
}

// signsBetween is how many signs lie between two cells of a line; the sign that
// has the second is one of them only where it lies before the first.
func signsBetween(line string, from, to int) (n int) {
	low, high := min(from, to), max(from, to)
	x := 0
	for i := 0; i < len(line) && x < high; {
		size, wide := cells.Cluster(line[i:])
		if x+wide > low && (to < from || x+wide <= to) && x < high {
			n++
		}
		i, x = i+size, x+wide
	}
	return n
}

// landed puts the caret where a field was clicked that the click has opened: its
// name stands on the line sign, and the line that was clicked on y.
func (r *Root) landed(x, y int, cmds *commandBatch) {
	if _, _, typed := r.caret(); !typed {
		return
	}
	r.input(keys.Named("ctrl+home"), cmds) // so that it shows what was clicked
	if _, at, typed := r.caret(); typed && y > at {
		r.caretDown(y-at, cmds)
	}
	r.caretAlong(x, cmds)
}
