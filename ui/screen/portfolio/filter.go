package portfolio

import (
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// second is the line under the first: what is looked for, how many are found,
// and what the list goes by. It is blank when there is nothing to say, so that
// the table never moves.
func (s Screen) second(f *kit.Frame, w int) (string, *tea.Cursor) {
	right, text := "", s.filter.Text()
	if s.order != byName {
		right = f.T("portfolio.order." + s.order.String())
	}
	if s.mine {
		right = joinParts([]string{f.T("portfolio.mine"), right}, " "+f.Theme.Glyphs.Dot+" ")
	}
	if text != "" {
		found := f.N("portfolio.found", len(s.shown.rows))
		if right != "" {
			found += " " + f.Theme.Glyphs.Dot + " "
		}
		right = found + right
	}
	right = cells.Line(right, w/2)
	label := f.T("portfolio.find")
	left, cursor := "", (*tea.Cursor)(nil)
	room := max(w-cells.Width(label)-cells.Width(right)-6, 1)
	switch {
	case s.typing:
		drawn, c := s.filter.View(f.Theme, room, 1)
		left = f.Theme.Accent.Render(label) + "  " + drawn[0]
		c.X += cells.Width(label) + 4
		c.Y++
		cursor = c
	case text != "":
		left = f.Theme.Faint.Render(label) + "  " + cells.Line(text, room)
	}
	if left == "" && right == "" {
		return "", nil
	}
	return cells.Pad("  "+left, w-cells.Width(right)) + f.Theme.Faint.Render(right), cursor
}
