package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// A screen reader and a braille line follow the terminal's own cursor. Where a text
// is typed it is the caret; everywhere else it stands on what is in hand. A hidden
// cursor is not followed by all of them, and where it stands is then not told to the
// terminal at all, so it is seen: as a line below the sign of what is in hand, that
// does not blink.

// standing is where the cursor stands in the body of a page on which nothing is
// typed: on the cell in hand, or at the beginning of the row, else on what is lit
// above them, and on a page that is only read where that begins.
func (r *Root) standing(page *kit.Page) *tea.Cursor {
	at, _ := r.inHandAt(page)
	return at.cursor()
}

// inHandAt is that place, and whether something is in hand there.
func (r *Root) inHandAt(page *kit.Page) (at spot, chosen bool) {
	row, lit, cell, first := spot{}, spot{}, spot{}, spot{}
	for y, drawn := range strings.Split(page.Body, "\n") {
		marked := strings.Contains(drawn, r.Theme.Glyphs.Cursor)
		if !marked && first.found && !strings.Contains(drawn, "‹") {
			continue
		}
		line := ansi.Strip(drawn)
		if text := strings.TrimLeft(line, " "); text != "" && !first.found {
			first = spot{len(line) - len(text), y, true}
		}
		at := strings.Index(line, r.Theme.Glyphs.Cursor+" ")
		switch {
		case at < 0:
		case strings.TrimSpace(line[:at]) == "":
			row = spot{at, y, true} // above it stands what is lit of the sides
		case !lit.found:
			lit = spot{cells.Width(line[:at]), y, true}
		}
		if x, ok := cellInHand(line); ok && (!cell.found || y == row.y) {
			cell = spot{x, y, true}
		}
	}
	switch {
	case cell.found && (!row.found || cell.y == row.y):
		return cell, true
	case row.found:
		return row, true
	case lit.found:
		return lit, false
	}
	return first, false
}

// spot is a cell of the body.
type spot struct {
	x, y  int
	found bool
}

func (s spot) cursor() *tea.Cursor {
	c := tea.NewCursor(s.x, s.y)
	c.Shape, c.Blink = tea.CursorUnderline, false
	return c
}

// Stands reports whether a cursor only stands on what is in hand, and is no caret.
func Stands(c *tea.Cursor) bool { return c != nil && c.Shape == tea.CursorUnderline }
