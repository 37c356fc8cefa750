package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
)

// Ask asks for one text: why one goes on, what a new client is called.
type Ask struct {
	Name     string // what it is about, the same whenever it is opened; under it a draft is found again
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
	from   account.Moment // when the text was typed, where an earlier visit left it
	left   *Outcome       // what was kept when the program was left
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
	a = a.start(fr)
	if a.changed(a.editor) {
		acts = drafting(fr, acts, a.Name, a.Together)
	}
	if a.editor.Many() {
		line := newLine(fr, a.Together)
		line.Name = fr.T("kit.line.twice")
		acts[0].Keys = keys.Keep
		acts = slices.Insert(acts, 1, line)
	}
	return acts
}

// editing is the editor with a text in it.
func (a Ask) editing(text string) Editor {
	switch {
	case a.Sentence:
		return NewSentence(text)
	case a.Lines > 1:
		return NewText(text)
	}
	return NewLine(text)
}

// start begins with what stands there at first, or with what an earlier visit
// left half typed.
func (a Ask) start(fr Frame) Ask {
	if a.begun {
		return a
	}
	a.begun, a.editor = true, a.editing(a.Value)
	if d, left := fr.Drafts[a.Name]; left && d.Text != a.editor.Text() {
		a.editor, a.from = a.editing(d.Text), d.At
	}
	return a
}

// Update answers a key.
func (a Ask) Update(fr Frame, msg tea.Msg) (Screen, Outcome) {
	if isDrop(msg) {
		return a.dropped(fr)
	}
	next, out := a.start(fr).answer(fr, msg)
	return next, next.drafted(a, out, leaves(msg))
}

func (a Ask) answer(fr Frame, msg tea.Msg) (Ask, Outcome) {
	if a.left != nil {
		return a, afterwards(msg, *a.left)
	}
	e := a.editor
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
		return a, away(left(fr, a.Name, a.changed(e)))
	}
	var deed Deed
	a.editor, deed = e.Update(msg, a.width(fr))
	if deed == Full {
		return a, Refuses(fr.T("kit.full", fr.Words.Int(a.editor.most())))
	}
	return a, Outcome{}
}

// changed tells whether anything was typed.
func (a Ask) changed(e Editor) bool {
	return a.begun && e.Text() != newEditor(a.Value, Editor{many: e.many, flat: e.flat}).Text()
}

func (a Ask) width(fr Frame) int { return max(breadth(fr)-margin, 1) }

// View draws the text with its label above it.
func (a Ask) View(fr Frame) Page {
	a = a.start(fr)
	lines, w := sheet(fr, a.Title, resumedText(fr, a.Text, a.from))
	if a.Label != "" {
		lines = append(lines, fr.Theme.Faint.Render(Line(a.Label, w)))
	}
	e := a.editor
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
