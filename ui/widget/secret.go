package widget

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/text"
	"kwi/internal/watchword"
	"kwi/ui/keys"
)

// Secret is a field in which a passphrase is typed: for each sign of it another stands
// there. It is on no list of what was half typed, and nothing of it is copied or kept.
type Secret struct {
	Typed  string
	Trying bool   // whether it is the right one is being found out
	Said   string // why it is not taken; "": nothing is wrong
	Right  bool   // it was the right one while another was half typed: what follows of that goes nowhere, until enter

	next bool // what was typed meanwhile is to be tried after it
}

// mostSigns is how many signs stand there at most: how long a passphrase is need not be seen.
const mostSigns = 40

// Press answers a key that is about the text.
func (e *Secret) Press(w *lang.Words, key tea.KeyPressMsg) {
	switch {
	case e.Right:
	case keys.Pressed(key, keys.RemoveBefore):
		_, size := utf8.DecodeLastRuneInString(e.Typed)
		e.Typed, e.Said, e.next = e.Typed[:len(e.Typed)-size], "", false
	case keys.Pressed(key, keys.RemoveLineBefore):
		e.Typed, e.Said, e.next = "", "", false
	case key.Text != "":
		e.add(w, key.Text)
	}
}

// Paste takes the first line, as of a file with a passphrase.
func (e *Secret) Paste(w *lang.Words, pasted string) {
	e.add(w, watchword.FirstLine(pasted))
}

// add adds what can be a part of a passphrase, all of it or nothing.
func (e *Secret) add(w *lang.Words, more string) {
	if e.Right {
		return
	}
	err := watchword.Taken(e.Typed + more)
	if strings.ContainsFunc(more, text.Steers) {
		err = fault.New(fault.OddPhrase)
	}
	if err != nil {
		e.Said = w.Fault(err)
		return
	}
	e.Typed, e.Said, e.next = e.Typed+more, "", false
}

// Take gives what was typed to be tried, and forgets it. While another is being tried it stays
// there and is tried after that one.
func (e *Secret) Take() (typed string, is bool) {
	switch {
	case e.Typed == "":
		return "", false
	case e.Trying:
		e.next = true
		return "", false
	}
	typed = e.Typed
	*e = Secret{Trying: true}
	return typed, true
}

// Tried takes in what became of it. Where it was another passphrase, and the next one stands
// there whole, that is given to be tried. Where it was the right one and the next is half typed,
// it is Right: the rest would be keys of what the passphrase covered.
func (e *Secret) Tried(w *lang.Words, err error) (typed string, is bool) {
	if e.Trying = false; err == nil {
		*e = Secret{Right: e.Typed != "" && !e.next}
		return "", false
	}
	if e.next {
		return e.Take()
	}
	if e.Said = w.Unopened(err); e.Said == "" {
		e.Said = w.Fault(err)
	}
	return "", false
}

// Signs are what stands there of it.
func (e *Secret) Signs(w int) string {
	return strings.Repeat("*", min(utf8.RuneCountInString(e.Typed), mostSigns, max(w-1, 0)))
}
