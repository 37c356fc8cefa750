package widget

import (
	"slices"

	"kwi/ui/keys"
)

// List is a cursor in a list: the row in hand and the first one in view. The
// zero value is the first row. It is a value: a screen keeps it for as long
// as it lives, so that every list remembers where the user was.
type List struct {
	At, Top int
	held    string // what the row in hand is known by
}

// ListOn is the cursor on the row that is known by this, wherever it stands.
func ListOn(row string) List { return List{held: row} }

// Hold is the list with the cursor on the row that it was on, wherever that
// stands among these rows now: what others add or take away moves nothing
// under the hand. A row that is gone leaves the cursor where it was.
func (l List) Hold(rows []string) List {
	if i := slices.Index(rows, l.held); l.held != "" && i >= 0 {
		l.At = i
	} else if len(rows) > 0 {
		l.held = rows[l.In(len(rows))]
	}
	return l
}

// Move goes one way among n rows of which so many are visible. The cursor
// stops at the ends.
func (l List) Move(way keys.Way, n, visible int) List {
	return l.MoveOver(way, n, visible, nil)
}

// MoveOver is Move that never rests on a row that skip names, such as a
// heading.
func (l List) MoveOver(way keys.Way, n, visible int, skip func(int) bool) List {
	visible = max(visible, 1)
	to, step := l.At, 1
	switch way {
	case keys.Up:
		to, step = l.At-1, -1
	case keys.Down:
		to = l.At + 1
	case keys.PageUp:
		to, step = l.At-visible, -1
	case keys.PageDown:
		to = l.At + visible
	case keys.Home:
		to = 0
	case keys.End:
		to, step = n-1, -1
	}
	l = l.To(firmRow(to, step, n, skip), n, visible)
	for skip != nil && l.Top > 0 && l.At-l.Top < visible-1 && l.At == l.Top && skip(l.Top-1) {
		l.Top-- // a head stays in view with its first row
	}
	return l
}

// firmRow is the row nearest to one, first in the direction of the move, on
// which the cursor may rest.
func firmRow(at, step, n int, skip func(int) bool) int {
	at = max(min(at, n-1), 0)
	if skip == nil {
		return at
	}
	for _, by := range [2]int{step, -step} {
		for i := at; i >= 0 && i < n; i += by {
			if !skip(i) {
				return i
			}
		}
	}
	return at
}

// In is the row in hand among n rows, after some may have gone.
func (l List) In(n int) int { return max(min(l.At, n-1), 0) }

// To puts the cursor on one row and brings that into view.
func (l List) To(at, n, visible int) List {
	if at != l.At {
		l.held = ""
	}
	l.At = at
	l.At = l.In(n)
	l.Top, _ = l.Window(n, visible)
	return l
}

// Window is the rows in view, from and up to but not including to. The row in
// hand is always among them, whatever happened to the list meanwhile.
func (l List) Window(n, visible int) (from, to int) {
	visible = max(visible, 1)
	at := l.In(n)
	from = max(min(l.Top, at, n-visible), 0)
	if at >= from+visible {
		from = at - visible + 1
	}
	return from, min(from+visible, n)
}
