package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// Ask asks for one text: why one goes on, what a new client is called.
type Ask struct {
	Title    string
	Text     string
	Label    string
	Hint     string
	Value    string // what stands there at first
	Lines    int    // more than 1 for a text of many lines
	Required bool   // nothing typed is no answer
	Then     func(text string) Outcome
	Together bool

	editor Editor
	begun  bool
}

// Init fetches nothing.
func (a Ask) Init() tea.Cmd { return nil }

// Typing is always so.
func (a Ask) Typing() bool { return true }

// Head says whose client this is about.
func (a Ask) Head(fr Frame) Head { return Head{Title: TitleOf(fr)} }

// Acts are to keep and to leave.
func (a Ask) Acts(fr Frame) []Act {
	keep := slices.Concat(keys.Open, keys.Keep)
	if a.Lines > 1 {
		keep = keys.Keep
	}
	return []Act{
		{ID: string(DoKeep), Keys: keep, Name: fr.T("kit.keep"), Together: a.Together},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
}

// typed is the editor, begun at the first look.
func (a Ask) typed() Editor {
	switch {
	case a.begun:
		return a.editor
	case a.Lines > 1:
		return NewText(a.Value)
	}
	return NewLine(a.Value)
}

// Update answers a key.
func (a Ask) Update(fr Frame, msg tea.Msg) (Screen, Outcome) {
	e := a.typed()
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch key := k.String(); {
		case has(keys.Keep, key), a.Lines <= 1 && has(keys.Open, key):
			msg = DoKeep
		case has(keys.Back, key):
			msg = DoNo
		}
	}
	switch msg {
	case DoKeep:
		if closed(fr, a.Together) {
			return a, Outcome{}
		}
		text := strings.TrimSpace(e.Text())
		if a.Required && text == "" {
			return a, Refuses(fr.T("kit.ask.empty"))
		}
		return a, done(fr, a.Then(text))
	case DoNo:
		if e.Text() != NewText(a.Value).Text() {
			return a, away(fr.T("kit.nothing.kept"))
		}
		return a, Outcome{Back: true}
	}
	var deed Deed
	a.editor, deed = e.Update(msg, a.width(fr))
	a.begun = true
	if deed == Full {
		return a, Refuses(fr.T("kit.full", fr.Words.Int(a.editor.most())))
	}
	return a, Outcome{}
}

func (a Ask) width(fr Frame) int { return max(breadth(fr)-margin, 1) }

// View draws the text with its label above it.
func (a Ask) View(fr Frame) Page {
	lines, w := sheet(fr, a.Title, a.Text)
	if a.Label != "" {
		lines = append(lines, fr.Theme.Faint.Render(Line(a.Label, w)))
	}
	e := a.typed()
	text, c := e.View(fr.Theme, a.width(fr), max(min(max(a.Lines, 1), fr.H-len(lines)), 1))
	if e.Text() == "" {
		text[0] = fr.Theme.Faint.Render(Line(a.Hint, a.width(fr)))
	}
	c.X += margin
	c.Y += len(lines)
	for i, l := range text {
		sign := spaces(margin)
		if i == 0 {
			sign = fr.Theme.Accent.Render(fr.Theme.Glyphs.Cursor) + " "
		}
		lines = append(lines, sign+l)
	}
	return sheetPage(fr, lines, c)
}
