package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/progress"
	"charm.land/lipgloss/v2"

	"kwi/internal/cells"
	"kwi/ui/kit"
)

// The cells of a bar of progress.
const (
	leastBar  = 8
	widestBar = 40
)

// Progress draws on one line of w cells how far something is: what it is, a
// bar, and "12 of 40". The bar is that of Bubbles, in the colours of the theme.
func Progress(fr kit.Frame, name string, done, all, w int) string {
	if all <= 0 {
		return fr.Theme.Accent.Render(cells.Line(name+fr.Theme.Glyphs.Ellipsis, w))
	}
	done = max(min(done, all), 0)
	count := fr.T("kit.progress", fr.Words.Int(done), fr.Words.Int(all))
	wide := cells.Width(fr.T("kit.progress", fr.Words.Int(all), fr.Words.Int(all))) // so that the bar does not move
	room := min(w-cells.Width(name)-wide-4, widestBar)
	if room < leastBar {
		return fr.Theme.Accent.Render(cells.Line(name, w-wide-2)) + "  " + cells.Line(count, wide)
	}
	full, _ := utf8.DecodeRuneInString(fr.Theme.Glyphs.Bars[len(fr.Theme.Glyphs.Bars)-1])
	empty, _ := utf8.DecodeRuneInString(fr.Theme.Glyphs.Line)
	plain := lipgloss.NoColor{}
	bar := progress.New(progress.WithWidth(room), progress.WithFillCharacters(full, empty), progress.WithoutPercentage(), progress.WithColors(plain))
	bar.EmptyColor = plain
	filled, rest := bar.ViewAs(float64(done)/float64(all)), ""
	if i := strings.IndexRune(filled, empty); i >= 0 {
		filled, rest = filled[:i], filled[i:]
	}
	return fr.Theme.Accent.Render(name) + "  " + fr.Theme.Bar.Render(filled) + fr.Theme.Faint.Render(rest) + "  " + count
}
