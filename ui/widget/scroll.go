package widget

import (
	"slices"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Scroll is how far a text is scrolled. The viewport of Bubbles does the
// scrolling; it is made for each message and each drawing, so that a screen
// holds a number and no earlier copy of it can change.
type Scroll int

// Update scrolls the lines of a text in a view of w by h. While letters are
// text they scroll nothing.
func (s Scroll) Update(lines []string, w, h int, msg tea.Msg, typing bool) Scroll {
	m := s.viewport(lines, w, h)
	switch keys.Move(msg, typing) {
	case keys.Home:
		m.GotoTop()
	case keys.End:
		m.GotoBottom()
	case keys.Up:
		m.ScrollUp(1)
	case keys.Down:
		m.ScrollDown(1)
	case keys.PageUp:
		m.PageUp()
	case keys.PageDown:
		m.PageDown()
	}
	return Scroll(m.YOffset())
}

// Window are the lines in view, from one up to another.
func (s Scroll) Window(lines []string, w, h int) (from, to int) {
	m := s.viewport(lines, w, h)
	return m.YOffset(), min(m.YOffset()+h, len(lines))
}

// View draws the text in fr.W by h; where it goes on, the last line says so.
func (s Scroll) View(fr kit.Frame, lines []string, h int) []string {
	return s.viewWith(fr, lines, h, "kit.scroll.more")
}

// ViewPages is View of a text beside which the arrows move something else: only pgup and pgdn
// scroll it.
func (s Scroll) ViewPages(fr kit.Frame, lines []string, h int) []string {
	return s.viewWith(fr, lines, h, "kit.scroll.pages")
}

// viewWith is View with the sentence that says how it goes on.
func (s Scroll) viewWith(fr kit.Frame, lines []string, h int, more string) []string {
	if len(lines) <= h || h < 2 {
		return lines[:min(len(lines), max(h, 0))]
	}
	from, to := s.Window(lines, fr.W, h-1)
	if to == len(lines) {
		more = "kit.scroll.end"
	}
	return append(slices.Clone(lines[from:to]), fr.Theme.Faint.Render(fr.T(more, from+1, to, len(lines))))
}

func (s Scroll) viewport(lines []string, w, h int) viewport.Model {
	m := viewport.New(viewport.WithWidth(max(w, 1)), viewport.WithHeight(max(h, 1)))
	m.SetContentLines(slices.Clone(lines))
	m.SetYOffset(int(s))
	return m
}
