package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hint"
	"kwi/internal/text"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Ask asks for one text: why one goes on, what a new client is called.
type Ask struct {
	Name     string // what it is about, the same whenever it is opened; under it a draft is found again
	Title    string
	Text     string
	Label    string
	Hint     string
	Value    string                         // what stands there at first
	Proposed bool                           // that is a proposal: what is typed takes its place
	Typed    string                         // what was typed already in its place, or behind it
	Lines    int                            // more than 1 for a text of many lines, in which enter breaks the line
	Sentence bool                           // one line all the same, drawn on as many as it needs
	Required bool                           // nothing typed is no answer
	Stored   func(kit.Frame) (string, bool) // what is kept now, false where it is gone; nil of something new
	Does     bool                           // keeping it does more than change the text: it is done also where that stays as it was
	Then     func(text string) kit.Outcome
	Hints    func(text string) []hint.Hint // what there is to mind before it is kept; may be nil
	Next     func(kept string) kit.Screen  // of one of several lines: asks for the next one, until a line is left empty
	Shows    func(text string) string      // what is understood of the text so far, said below it
	Fields   func(text string) kit.Screen  // where tab goes on: a dialog with more fields
	Together bool

	stood  string // what was kept when the user last knew
	gone   bool   // it was told that there is nothing left to change
	editor editor.Editor
	begun  bool
	from   account.Moment // when the text was typed, where an earlier visit left it
	left   *kit.Outcome   // what was kept when the program was left
	minded minded
	scroll dialogText
}

// Init fetches nothing.
func (a Ask) Init() tea.Cmd { return nil }

// Typing is always so.
func (a Ask) Typing() bool { return true }

// Head says whose client this is about.
func (a Ask) Head(fr kit.Frame) kit.Head { return kit.Head{Title: TitleOf(fr)} }

// Acts are to keep and to leave.
func (a Ask) Acts(fr kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: string(DoKeep), Keys: keys.OpenOrKeep, Name: fr.T("kit.keep"), Together: a.Together},
		{ID: string(DoNo), Keys: keys.Back, Name: fr.T("kit.away"), Together: true},
	}
	if a.Next != nil {
		acts[0].ID, acts[0].Keys, acts[0].Name = string(DoEnter), keys.Open, fr.T("kit.line.next")
		acts = slices.Insert(acts, 1, kit.Act{ID: string(DoKeep), Keys: keys.Keep, Name: fr.T("kit.field.close"), Together: a.Together})
	}
	if a.Fields != nil {
		acts = append(acts[:len(acts)-1:len(acts)-1], kit.Act{ID: string(DoNext), Keys: keys.Next, Name: fr.T("kit.field.next"), Together: a.Together}, acts[len(acts)-1])
	}
	a = a.start(fr)
	if a.changed(a.editor) {
		acts = drafting(fr, acts)
	}
	acts = append(acts, Undoing(fr, a.editor, a.Together)...)
	if a.editor.Many() {
		acts[0].Keys = keys.Keep
		acts = slices.Insert(acts, 1, newLine(fr, a.Together))
	}
	return acts
}

// editing is the editor with a text in it.
func (a Ask) editing(text string) editor.Editor {
	switch {
	case a.Sentence:
		return editor.NewSentence(text)
	case a.Lines > 1:
		return editor.NewText(text)
	}
	return editor.NewLine(text)
}

// start begins with what stands there at first, or with what an earlier visit
// left half typed.
func (a Ask) start(fr kit.Frame) Ask {
	if a.begun {
		return a
	}
	if a.Value == "" && a.Stored != nil {
		a.Value, _ = a.Stored(fr) // the client may have been taken in hand only now
	}
	a.scroll.pages = true
	a.begun, a.editor, a.stood = true, a.editing(a.Value), a.Value
	if a.Proposed {
		a.editor = a.editor.Proposing()
	}
	if d, left := fr.Drafts[a.Name]; left && d.Text != a.editor.Text() {
		a.editor, a.from = a.editor.Replaced(d.Text), d.At
	}
	if a.Typed != "" {
		a.editor, _ = a.editor.Update(tea.PasteMsg{Content: a.Typed}, a.width(fr))
	}
	return a
}

// Update answers a key.
func (a Ask) Update(fr kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	msg = StepKey(msg)
	next, out := a.start(fr).answer(fr, msg)
	return next, next.drafted(a, out, leaves(msg))
}

func (a Ask) answer(fr kit.Frame, msg tea.Msg) (Ask, kit.Outcome) {
	if a.left != nil {
		return a, afterwards(msg, *a.left)
	}
	a, told := a.meanwhile(fr)
	e := a.editor
	switch {
	case keys.Pressed(msg, keys.Open) && a.Next != nil:
		msg = DoEnter
	case keys.Pressed(msg, keys.Keep), !e.Many() && keys.Pressed(msg, keys.Open):
		msg = DoKeep
	case keys.Pressed(msg, keys.Open):
		msg = DoLine
	case keys.Pressed(msg, keys.Back):
		msg = DoNo
	case keys.Pressed(msg, keys.Next) && a.Fields != nil:
		msg = DoNext
	}
	if msg == DoLine {
		msg = tea.PasteMsg{Content: "\n"}
	}
	said := text.Trim(e.Text())
	switch msg {
	case kit.Leave{}:
		if a.gone || closed(fr, a.Together) || said == "" || !a.changed(e) {
			return a, kit.Outcome{}
		}
		out := parting(fr, a.Then(said))
		if out.Change != nil || out.Firm != nil {
			a.left = &out
		}
		return a, out
	case DoKeep, DoEnter:
		switch {
		case closed(fr, a.Together):
			return a, kit.Outcome{}
		case a.Next != nil && said == "":
			return a, kit.Outcome{Back: true} // an empty line ends them
		case a.gone:
			return a, kit.Refuses(fr.T("kit.form.nothing"))
		case told != "":
			return a, kit.Refuses(told) // once more, knowing it
		case a.Stored != nil && said == a.stood && !a.Does:
			return a, kit.Outcome{Back: true}
		}
		if a.Required && said == "" {
			return a, kit.Refuses(fr.T("kit.ask.empty"))
		}
		if a.Hints != nil {
			next, hint, held := a.minded.holds(fr, map[string]string{"": said}, a.Hints(said))
			if a.minded = next; held {
				return a, hint
			}
		}
		out := EndDialog(fr, a.Then(said))
		if msg == DoEnter && out.Back {
			out.Ask = a.Next(said)
		}
		return a, out
	case DoNext:
		if a.Fields != nil && !closed(fr, a.Together) {
			return a, kit.Outcome{Back: true, Ask: a.Fields(said)}
		}
	case DoNo:
		return a, leaveDialog(leftText(fr, a.changed(e)))
	}
	if keys.Pressed(msg, keys.Undo) && !e.Undoes() || keys.Pressed(msg, keys.Redo) && !e.Redoes() {
		return a, kit.Refuses(fr.T("kit.undo.none"))
	}
	a.scroll.below = len(a.shown(fr))
	if text, moved := a.scroll.scrolled(fr, a.about(fr), msg); moved {
		a.scroll = text
		return a, kit.Outcome{}
	}
	var deed editor.Deed
	a.editor, deed = e.Update(msg, a.width(fr))
	if deed == editor.Full {
		return a, kit.Refuses(fr.T("kit.full", fr.Words.Int(a.editor.MostRunes())))
	}
	if told != "" {
		return a, kit.Refuses(told)
	}
	return a, kit.Outcome{}
}

// meanwhile looks at what others changed since the last message: a text that
// nobody touched follows, and what stands under another is told once.
func (a Ask) meanwhile(fr kit.Frame) (Ask, string) {
	if a.Stored == nil {
		return a, ""
	}
	now, there := a.Stored(fr)
	first := !there && !a.gone
	a.gone = !there
	switch {
	case first:
		return a, fr.T("kit.form.nothing")
	case !there || now == a.stood:
		return a, ""
	}
	touched := a.changed(a.editor) && text.Trim(a.editor.Text()) != now
	a.stood = now
	if !touched {
		a.Value, a.editor = now, a.editing(now)
		return a, ""
	}
	return a, fr.T("kit.form.changed", a.label(), Field{}.told(fr, now))
}

// label names the text in a sentence.
func (a Ask) label() string {
	if a.Label == "" {
		return a.Title
	}
	return a.Label
}

// changed reports whether anything was typed.
func (a Ask) changed(e editor.Editor) bool {
	return a.begun && e.Text() != editor.NewEditor(a.Value, editor.Editor{ManyLines: e.ManyLines, Flat: e.Flat}).Text()
}

func (a Ask) width(fr kit.Frame) int { return max(breadth(fr)-signMargin, 1) }
