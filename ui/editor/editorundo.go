package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// step is one step of an editor that can be taken back: what went and what
// came at a place. A word that is typed with the space behind it is one, and
// so are a paste and a run of signs taken away. Steps are never changed, so
// that editors can share them.
type step struct {
	at         int
	gone, came string
	caret      int // where it stood before
	firm       bool
	prev       *step
}

// Undoes reports whether there is a step to take back, Redoes whether one can
// be brought back.
func (e Editor) Undoes() bool { return e.past != nil }

// Redoes reports whether a step that was taken back can be brought back.
func (e Editor) Redoes() bool { return e.ahead != nil }

// Undo is the editor without its last step.
func (e Editor) Undo() Editor {
	s := e.past
	if s == nil {
		return e
	}
	back := *s
	back.prev = e.ahead
	e.past, e.ahead = s.prev, &back
	e.text, e.at, e.want = e.text[:s.at]+s.gone+e.text[s.at+len(s.came):], s.caret, 0
	return e.held()
}

// Redo is the editor with the step again that was taken back last.
func (e Editor) Redo() Editor {
	s := e.ahead
	if s == nil {
		return e
	}
	again := *s
	again.prev = e.past
	e.past, e.ahead = &again, s.prev
	return e.held().with(e.text[:s.at]+s.came+e.text[s.at+len(s.gone):], s.at+len(s.came))
}

// Replaced is the editor with another text in the place of all, as one step.
func (e Editor) Replaced(text string) Editor {
	text, e.proposal = e.tidy(text), false
	return e.stepped(0, e.text, text, true).with(text, len(text))
}

// held is the editor of which the next sign begins a step of its own.
func (e Editor) held() Editor {
	e.apart = true
	return e
}

// stepped is the editor with a step noted, before it is taken. A step that
// goes on with the one before becomes part of it.
func (e Editor) stepped(at int, gone, came string, firm bool) Editor {
	s := step{at: at, gone: gone, came: came, caret: e.at, firm: firm, prev: e.past}
	if p := e.past; p != nil && !e.apart && !firm && !p.firm {
		switch {
		case gone == "" && p.gone == "" && at == p.at+len(p.came) && !beginsWord(p.came, came):
			s = step{at: p.at, came: p.came + came, caret: p.caret, prev: p.prev}
		case came == "" && p.came == "" && at+len(gone) == p.at:
			s = step{at: at, gone: gone + p.gone, caret: p.caret, prev: p.prev}
		case came == "" && p.came == "" && at == p.at:
			s = step{at: at, gone: p.gone + gone, caret: p.caret, prev: p.prev}
		}
	}
	e.past, e.ahead, e.apart = &s, nil, false
	return e
}

// beginsWord reports whether what comes is a word, and what was typed before it
// is one with a space behind it.
func beginsWord(before, came string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsSpace(last) && strings.TrimSpace(before) != "" && strings.TrimSpace(came) != ""
}
