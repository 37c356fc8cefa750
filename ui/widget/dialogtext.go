package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// dialogText is how far the text above what a dialog asks is scrolled, where it is
// longer than the screen has room for.
type dialogText struct {
	at    Scroll
	pages bool // the arrows are for what is asked: only pgup and pgdn scroll the text
	alone bool // nothing stands below it
	below int  // how many lines stand below what is asked
}

// Beside its text a dialog has title and rule, and what is asked, with room between.
const (
	headLines  = 4
	askedLines = 4
)

// drawDialog draws a dialog in the whole body, calm: a title, a thin rule, a text,
// and below it what is asked. It tells on which line that begins.
func drawDialog(fr kit.Frame, title, text string, t dialogText) (lines []string, w int) {
	w = breadth(fr)
	lines = append(lines, "", fr.Theme.Strong.Render(cells.Line(title, w)), fr.Theme.Rule(w), "")
	if text != "" {
		more := "kit.scroll.more"
		if t.pages {
			more = "kit.scroll.pages"
		}
		lines = append(lines, t.at.viewWith(fr, cells.Wrap(text, w), t.room(fr), more)...)
		lines = append(lines, "")
	}
	return lines, w
}

// room is how many lines of a dialog are for its text.
func (t dialogText) room(fr kit.Frame) int {
	if t.alone {
		return max(fr.H-headLines-2, 1)
	}
	return max(fr.H-headLines-askedLines-t.below, 1)
}

// scrolled is the text after a message, and whether that moved it: a key that moves
// nothing is for what is asked.
func (t dialogText) scrolled(fr kit.Frame, text string, msg tea.Msg) (dialogText, bool) {
	lines, room := cells.Wrap(text, breadth(fr)), t.room(fr)
	switch way := keys.Move(msg, true); {
	case len(lines) <= room, t.pages && way != keys.PageUp && way != keys.PageDown:
		return t, false
	}
	was := t.at
	t.at = t.at.Update(lines, breadth(fr), max(room-1, 1), msg, true)
	return t, t.at != was
}
