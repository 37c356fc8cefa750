// Package theme is how things look: tokens of meaning and their styles on a
// dark or a light ground, with the strongest contrast there is, in the colours
// that the terminal calls its own, or without colour; and the few glyphs of the
// program. A colour never stands alone: wherever a token is used, a word or a
// sign says the same.
//
// It knows no screen and no word.
package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Style wraps text in one look. The zero Style leaves it plain. Styles do not
// nest: an inner one ends the outer.
type Style struct{ open, shut string }

// Render is the text in this look; "" stays "".
func (s Style) Render(text string) string {
	if text == "" {
		return ""
	}
	return s.open + text + s.shut
}

// Reset is how every style ends.
const Reset = "\x1b[m"

// Theme is the styles of all tokens.
type Theme struct {
	Name     string // one of Names
	Ground   string // the sequence of its own ground with its plain text on it; "" leaves both to the terminal
	Text     Style  // plain text
	Strong   Style  // heads, names, what is in front
	Faint    Style  // what stands back: rules, hints, what cannot be done now
	Accent   Style  // the one colour: the row in hand, keys, what can be done
	Selected Style  // the cell in hand
	Good     Style
	Warn     Style
	Bad      Style
	Quote    Style // the client's own words
	Bar      Style // filled part of a bar
	Glyphs   Glyphs
}

// Glyphs are the signs of the program, each one cell wide.
type Glyphs struct {
	Cursor, Done, Now, Todo, Line, Rule, Column, Dot, On, Off, None, Ok, No, Ellipsis, Edit string
	Spark                                                                                   []string // low to high
	Bars                                                                                    []string // eighths of a cell, 1/8 to 8/8
	Target                                                                                  string
}

// Dark is the theme for a dark ground.
func Dark() Theme {
	return buildTheme("dark", palette{text: "#d8dee4", strong: "#ffffff", faint: "#7d8894", accent: "#5fb3d9", onAccent: "#0b1014",
		good: "#7cc47f", warn: "#e0b050", bad: "#ef7a70", quote: "#e6d9b8"})
}

// Light is the theme for a light ground.
func Light() Theme {
	return buildTheme("light", palette{text: "#202428", strong: "#000000", faint: "#6c6c6c", accent: "#00628f", onAccent: "#ffffff",
		good: "#1f7a33", warn: "#8a5a00", bad: "#b3261e", quote: "#5b4a1f"})
}

// Contrast is the theme for who sees little: white on a black that it paints
// itself, so that it is the same in every terminal, and few strong colours. Every
// token stands off from its ground by 7 to 1 or more.
func Contrast() Theme {
	t := buildTheme("contrast", palette{text: "#ffffff", strong: "#ffffff", faint: "#d0d0d0", accent: "#ffff00", onAccent: "#000000",
		good: "#00ff00", warn: "#ffb000", bad: "#ff8f8f", quote: "#7fffff"})
	t.Ground = styleOf(lipgloss.NewStyle().Foreground(lipgloss.Color("#ffffff")).Background(lipgloss.Color("#000000"))).open
	return t
}

// Own is the theme of the sixteen colours that the terminal calls its own, so that
// it fits whatever palette somebody chose. What stands back is faint and not grey,
// and what is in hand is the other way round: the grey of many a palette is its ground.
func Own() Theme {
	t := Mono()
	t.Name = "ansi"
	fg := func(c ansi.BasicColor) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	t.Accent = styleOf(fg(ansi.Cyan).Bold(true))
	t.Good = styleOf(fg(ansi.Green))
	t.Warn = styleOf(fg(ansi.Yellow))
	t.Bad = styleOf(fg(ansi.Red).Bold(true))
	t.Bar = styleOf(fg(ansi.Cyan))
	return t
}

// Mono is the theme without colour, for NO_COLOR and for plain text.
func Mono() Theme {
	t := Theme{Name: "mono", Glyphs: glyphs()}
	t.Strong = styleOf(lipgloss.NewStyle().Bold(true))
	t.Faint = styleOf(lipgloss.NewStyle().Faint(true))
	t.Accent = styleOf(lipgloss.NewStyle().Bold(true))
	t.Selected = styleOf(lipgloss.NewStyle().Reverse(true))
	t.Bad = styleOf(lipgloss.NewStyle().Bold(true))
	t.Quote = styleOf(lipgloss.NewStyle().Italic(true))
	return t
}

// Rule is a thin line of w cells.
func (t Theme) Rule(w int) string {
	if w <= 0 {
		return ""
	}
	return t.Faint.Render(strings.Repeat(t.Glyphs.Rule, w))
}

// all are the themes, in the order in which a key goes through them.
func all() []Theme { return []Theme{Dark(), Light(), Contrast(), Own(), Mono()} }

// Named is the theme of that name, and the dark one where there is none.
func Named(name string) (t Theme, ok bool) {
	for _, t := range all() {
		if t.Name == name {
			return t, true
		}
	}
	return Dark(), false
}

// After is the theme that follows on another.
func After(t Theme) Theme {
	themes := all()
	for i := range themes {
		if themes[i].Name == t.Name {
			return themes[(i+1)%len(themes)]
		}
	}
	return themes[0]
}

// Following is the theme that suits a terminal where nobody chose one: by its
// ground, or where it has sixteen colours and no more, in those.
func Following(dark, sixteen bool) Theme {
	switch {
	case sixteen:
		return Own()
	case dark:
		return Dark()
	}
	return Light()
}

// Plain is the theme of plain text: no escape sequence at all.
func Plain() Theme { return Theme{Name: "plain", Glyphs: glyphs()} }

type palette struct{ text, strong, faint, accent, onAccent, good, warn, bad, quote string }

func buildTheme(name string, p palette) Theme {
	fg := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	return Theme{
		Name:     name,
		Strong:   styleOf(fg(p.strong).Bold(true)),
		Faint:    styleOf(fg(p.faint)),
		Accent:   styleOf(fg(p.accent)),
		Selected: styleOf(fg(p.onAccent).Background(lipgloss.Color(p.accent)).Bold(true)),
		Good:     styleOf(fg(p.good)),
		Warn:     styleOf(fg(p.warn)),
		Bad:      styleOf(fg(p.bad).Bold(true)),
		Quote:    styleOf(fg(p.quote).Italic(true)),
		Bar:      styleOf(fg(p.accent)),
		Glyphs:   glyphs(),
	}
}

// styleOf takes the sequences from lipgloss once; rendering through it for
// every word costs most of a key's time.
func styleOf(s lipgloss.Style) Style {
	open, shut, _ := strings.Cut(s.Render("\x01"), "\x01")
	return Style{open, shut}
}

func glyphs() Glyphs {
	return Glyphs{
		Cursor: "▸", Done: "●", Now: "◐", Todo: "○", Line: "─", Rule: "─", Column: "│", Dot: "·",
		On: "■", Off: "·", None: "–", Ok: "✓", No: "✗", Ellipsis: "…", Edit: "_",
		Spark:  []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Bars:   []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"},
		Target: "│",
	}
}
