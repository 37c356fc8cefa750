// Package editor is where text is typed: a plain value with a caret, of one
// line or of many, of which every key gives a new one and leaves earlier ones
// as they were.
//
// It knows cells and the theme, and must not know a screen, a field, a client
// or where its text goes.
package editor

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
)

// The most characters of a one-line and of a many-line text.
const (
	MostInLine = account.LineRoom
	MostInText = account.BlockRoom
)

// Editor is one half-typed text with a caret. It is a plain value, unlike the
// inputs of bubbles, which change earlier copies of themselves, count the
// caret in runes rather than cells and take 18 ms a key in a text of 19,000
// characters. The caret is the terminal's own: nothing blinks or ticks here.
//
// The keys that leave a text (esc, tab, enter in one line) are its owner's.
type Editor struct {
	text      string
	at        int  // the caret, in bytes, never within a character
	ManyLines bool // drawn on many lines
	Flat      bool // of which a newline is none
	proposal  bool // what stands in it makes way for the first sign
	want      int  // the column that up and down aim for, +1; 0 is where the caret is

	past, ahead *step // what can be taken back, and brought back
	apart       bool  // the caret was moved since: the next sign is a step of its own
}

// NewLine edits one line, NewSentence one that is drawn on as many as it
// needs, NewText a text of many; the caret is at the end.
func NewLine(text string) Editor { return NewEditor(text, Editor{}) }

// NewSentence edits one line that is drawn on as many as it needs. What stood
// on more lines before stays a text of many.
func NewSentence(text string) Editor {
	return NewEditor(text, Editor{ManyLines: true, Flat: !strings.Contains(strings.TrimSpace(text), "\n")})
}

// NewText edits a text of many lines.
func NewText(text string) Editor { return NewEditor(text, Editor{ManyLines: true}) }

func NewEditor(text string, e Editor) Editor {
	e.text = e.tidy(text) // what was kept before stays, however long
	e.at = len(e.text)
	return e
}

// Text is what was typed.
func (e Editor) Text() string { return e.text }

// Many reports whether the text may have more lines than one, so that enter
// begins one.
func (e Editor) Many() bool { return e.ManyLines && !e.Flat }

// Deed is what a message did to an editor.
type Deed byte

// The deeds.
const (
	Nothing Deed = iota // the message was not for an editor
	Moved
	Typed
	Full // typed, and not all of it fitted
)

// Update answers a key or a paste. w is the width in which the text is shown,
// for up and down.
func (e Editor) Update(msg tea.Msg, w int) (Editor, Deed) {
	e, replaced := e.settled(msg)
	if replaced {
		return e, Typed
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return e.insert(msg.Content, true)
	case tea.KeyPressMsg:
		if next, deed := e.press(msg, w); deed != Nothing {
			if deed == Moved {
				next = next.held()
			}
			return next, deed
		}
		if msg.Text != "" && msg.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) == 0 {
			return e.insert(msg.Text, false)
		}
	}
	return e, Nothing
}

// insert is the editor with a text at its caret; firm where that is a step of
// its own.
func (e Editor) insert(s string, firm bool) (Editor, Deed) {
	s = e.tidy(s)
	room := e.MostRunes() - utf8.RuneCountInString(e.text)
	s, whole := e.limit(s, room)
	if s != "" {
		e = e.stepped(e.at, "", s, firm)
	}
	e = e.with(e.text[:e.at]+s+e.text[e.at:], e.at+len(s))
	if !whole {
		return e, Full
	}
	return e, Typed
}

// with is the editor with another text. What was typed may join what stood
// before or behind it to one character, so the caret looks for its end.
func (e Editor) with(text string, at int) Editor {
	e.text, e.at, e.want = text, at, 0
	from := strings.LastIndexByte(text[:at], '\n') + 1
	for i := from; i < at; {
		size, _ := cells.Cluster(text[i:])
		i += size
		if i > at {
			e.at = i
		}
	}
	return e
}

// tidy makes text what may stand in this editor. Terminals paste a newline as
// a carriage return.
func (e Editor) tidy(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if e.Many() {
		return cells.Clean(s)
	}
	return cells.OneLine(s)
}

// limit is as much of s as there is room for.
func (e Editor) limit(s string, room int) (string, bool) {
	if len(s) <= room || utf8.RuneCountInString(s) <= room {
		return s, true
	}
	n := 0
	for i := 0; i < len(s); {
		size, _ := cells.Cluster(s[i:])
		if n += utf8.RuneCountInString(s[i : i+size]); n > room {
			return s[:i], false
		}
		i += size
	}
	return s, true
}

func (e Editor) MostRunes() int {
	if e.ManyLines {
		return MostInText
	}
	return MostInLine
}
