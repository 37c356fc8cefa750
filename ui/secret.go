package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// secretPage is a page of the whole terminal with such a field and nothing of the data: what
// it is above it, what to do, and below it what became of what was typed.
type secretPage struct {
	title, text string
	told        string // what to know beforehand; may be ""
	widget.Secret
}

func (p *secretPage) draw(t theme.Theme, words *lang.Words, w, h int) (string, *tea.Cursor) {
	left := strings.Repeat(" ", min(bodyMargin, max(w-1, 0)))
	room := max(w-2*bodyMargin, 1)
	lines := make([]string, max(h/3-1, 0))
	add := func(text string, render func(string) string) {
		for _, line := range cells.Wrap(text, min(room, widestText)) {
			lines = append(lines, left+render(line))
		}
	}
	add(p.title, t.Strong.Render)
	if p.told != "" {
		lines = append(lines, "")
		add(p.told, t.Warn.Render)
		lines = append(lines, "")
	}
	if p.Right {
		p.text = words.T("veil.right")
	}
	add(p.text, t.Text.Render)
	signs := p.Signs(room - bodyMargin)
	lines = append(lines, "")
	mark := t.Glyphs.Cursor + " "
	at := tea.NewCursor(len(left)+cells.Width(mark)+len(signs), len(lines))
	lines = append(lines, left+t.Accent.Render(mark)+t.Text.Render(signs), "")
	switch {
	case p.Trying:
		add(words.T("veil.trying"), t.Faint.Render)
	case p.Said != "":
		add(p.Said, t.Bad.Render)
	}
	return strings.Join(lines[:min(len(lines), max(h, 1))], "\n"), at
}

// widestText is how wide a text is at most that is read in whole sentences.
const widestText = 72
