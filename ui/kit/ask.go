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
	Lines    int    // more than 1 for a text of many lines; enter on an empty last one keeps it
	Sentence bool   // one line all the same, drawn on as many as it needs
	Required bool   // nothing typed is no answer
	Then     func(text string) Outcome
	Together bool

	editor Editor
	begun  bool
	left   *Outcome // what was kept when the program was left
}

// Init fetches nothing.
func (a Ask) Init() tea.Cmd { return nil }

// Typing is always so.
func (a Ask) Typing() bool { return true }

// Head says whose client this is about.
func (a Ask) Head(fr Frame) Head { return Head{Title: TitleOf(fr)} }

// Acts are to keep and to leave.
func (a Ask) Acts(fr Frame) []Act {
	acts := []Act{
		{ID: string(DoKeep), Keys: slices.Concat(keys.Open, keys.Keep), Name: fr.T("kit.keep"), Together: a.Together},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
	if a.typed().Many() {
		line := newLine(fr, a.Together)
		line.Name = fr.T("kit.line.twice")
		acts[0].Keys = keys.Keep
		acts = slices.Insert(acts, 1, line)
	}
	return acts
}

// typed is the editor, begun at the first look.
func (a Ask) typed() Editor {
	switch {
	case a.begun:
		return a.editor
	case a.Sentence:
		return NewSentence(a.Value)
	case a.Lines > 1:
		return NewText(a.Value)
	}
	return NewLine(a.Value)
}

// Update answers a key.
func (a Ask) Update(fr Frame, msg tea.Msg) (Screen, Outcome) {
	if a.left != nil {
		return a, afterwards(msg, *a.left)
	}
	e := a.typed()
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch key := k.String(); {
		case has(keys.Keep, key), !e.Many() && has(keys.Open, key):
			msg = DoKeep
		case has(keys.Open, key):
			msg = DoLine
		case has(keys.Back, key):
			msg = DoNo
		}
	}
	if msg == DoLine {
		msg = tea.PasteMsg{Content: "\n"}
		if e.ended() {
			msg = DoKeep
		}
	}
	text := strings.TrimSpace(e.Text())
	switch msg {
	case Leave{}:
		if closed(fr, a.Together) || text == "" || !a.changed(e) {
			return a, Outcome{}
		}
		out := parting(fr, a.Then(text))
		if out.Change != nil {
			a.left = &out
		}
		return a, out
	case DoKeep:
		if closed(fr, a.Together) {
			return a, Outcome{}
		}
		if a.Required && text == "" {
			return a, Refuses(fr.T("kit.ask.empty"))
		}
		return a, done(fr, a.Then(text))
	case DoNo:
		if a.changed(e) {
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

// changed tells whether anything was typed.
func (a Ask) changed(e Editor) bool {
	return e.Text() != newEditor(a.Value, Editor{many: e.many, flat: e.flat}).Text()
}

func (a Ask) width(fr Frame) int { return max(breadth(fr)-margin, 1) }

// View draws the text with its label above it.
func (a Ask) View(fr Frame) Page {
	lines, w := sheet(fr, a.Title, a.Text)
	if a.Label != "" {
		lines = append(lines, fr.Theme.Faint.Render(Line(a.Label, w)))
	}
	e := a.typed()
	most := max(a.Lines, 1)
	if a.Sentence {
		most = min(max(e.Height(a.width(fr)), 1), max(most, 4))
	}
	text, c := e.View(fr.Theme, a.width(fr), max(min(most, fr.H-len(lines)), 1))
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
