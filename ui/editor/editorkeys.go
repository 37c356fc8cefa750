package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
)

// press answers the keys that move the caret or take text away; they are the
// ones that every line of text in a terminal knows. Nothing for others.
func (e Editor) press(k tea.KeyPressMsg, w int) (Editor, Deed) {
	is := func(b key.Binding) bool { return key.Matches(k, b) }
	switch {
	case is(keys.Undo) && e.Undoes():
		return e.Undo(), Typed
	case is(keys.Redo) && e.Redoes():
		return e.Redo(), Typed
	case is(keys.SignBefore):
		return e.to(e.before(e.at)), Moved
	case is(keys.SignBehind):
		return e.to(e.behind(e.at)), Moved
	case is(keys.WordBefore):
		return e.to(e.wordBefore()), Moved
	case is(keys.WordBehind):
		return e.to(e.wordBehind()), Moved
	case is(keys.LineStart):
		return e.to(e.lineStart()), Moved
	case is(keys.LineEnd):
		return e.to(e.lineEnd()), Moved
	case is(keys.TextStart):
		return e.to(0), Moved
	case is(keys.TextEnd):
		return e.to(len(e.text)), Moved
	case is(keys.RemoveBefore):
		return e.without(e.before(e.at), e.at)
	case is(keys.RemoveBehind):
		return e.without(e.at, e.behind(e.at))
	case is(keys.RemoveWordBefore):
		return e.without(e.wordBefore(), e.at)
	case is(keys.RemoveWordBehind):
		return e.without(e.at, e.wordBehind())
	case is(keys.RemoveLineBefore):
		return e.without(e.lineStart(), e.at)
	case !e.ManyLines:
		return e, Nothing
	case is(keys.NewLine):
		if e.Flat {
			return e, Nothing
		}
		return e.insert("\n", false)
	}
	switch keys.Move(k, true) {
	case keys.Up:
		return e.rows(-1, w), Moved
	case keys.Down:
		return e.rows(+1, w), Moved
	case keys.PageUp:
		return e.rows(-PageLines, w), Moved
	case keys.PageDown:
		return e.rows(+PageLines, w), Moved
	}
	return e, Nothing
}

// PageLines is how many lines pgup and pgdown go.
const PageLines = 10

func (e Editor) to(at int) Editor {
	e.at, e.want = at, 0
	return e
}

func (e Editor) without(from, to int) (Editor, Deed) {
	if from == to {
		return e, Moved
	}
	return e.stepped(from, e.text[from:to], "", false).with(e.text[:from]+e.text[to:], from), Typed
}

// before is where the character before a place begins.
func (e Editor) before(at int) int {
	if at == 0 {
		return 0
	}
	i := e.lineStartOf(at)
	if i == at { // the newline itself
		return at - 1
	}
	for {
		size, _ := cells.Cluster(e.text[i:])
		if i+size >= at {
			return i
		}
		i += size
	}
}

// behind is where the character at a place ends.
func (e Editor) behind(at int) int {
	if at >= len(e.text) {
		return len(e.text)
	}
	size, _ := cells.Cluster(e.text[at:])
	return at + size
}

func (e Editor) lineStart() int { return e.lineStartOf(e.at) }

func (e Editor) lineStartOf(at int) int { return strings.LastIndexByte(e.text[:at], '\n') + 1 }

func (e Editor) lineEnd() int {
	if i := strings.IndexByte(e.text[e.at:], '\n'); i >= 0 {
		return e.at + i
	}
	return len(e.text)
}

// wordBefore is where the word before the caret begins.
func (e Editor) wordBefore() int {
	i := len(strings.TrimRightFunc(e.text[:e.at], unicode.IsSpace))
	i = strings.LastIndexFunc(e.text[:i], unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(e.text[i:])
	return i + size
}

// wordBehind is where the word behind the caret ends.
func (e Editor) wordBehind() int {
	rest := strings.TrimLeftFunc(e.text[e.at:], unicode.IsSpace)
	i := strings.IndexFunc(rest, unicode.IsSpace)
	if i < 0 {
		return len(e.text)
	}
	return len(e.text) - len(rest) + i
}
