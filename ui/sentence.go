package ui

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// sentence is what is being typed where no text is: letters in a row, of which
// one at least is no key here. From there on a sign does nothing, so that a
// sentence leaves nothing and ticks nothing, until a key is pressed that writes
// nothing or nobody types for a while. After a single such letter only a space
// does nothing, so that a slip stands in nobody's way.
type sentence struct {
	letters int
	loose   bool // one of them is no key
	beats   int  // of the clock since the last sign
}

// pause is after how many beats of the clock a sentence is over.
const pause = 2

func (s sentence) runs() bool { return s.loose && s.letters > 1 }

// swallows reports whether a key belongs to a sentence, or ends one and does
// nothing else. does is what the key would do.
func (r *Root) swallows(key tea.KeyPressMsg, does kit.Meaning) bool {
	s := &r.sentence
	sign, _ := utf8.DecodeRuneInString(key.Text)
	writes, space := keys.Writes(key), keys.Pressed(key, keys.Toggle)
	if !writes && !space {
		ends := s.runs() && keys.Pressed(key, keys.Back)
		*s = sentence{}
		return ends
	}
	s.beats = 0
	was := *s
	switch {
	case unicode.IsLetter(sign):
		s.letters++
		s.loose = s.loose || does.Deliver == tea.Msg(key) && keys.Move(key, false) == keys.None
	case !s.runs() && !space:
		*s = sentence{}
	}
	if !s.runs() && !(space && s.loose) {
		return false
	}
	r.say(r.Words.T("root.sentence"), true)
	return was.loose // a letter that is no key may mean something to the screen
}

// sentenceAges ends a sentence that nobody goes on with.
func (r *Root) sentenceAges() {
	if r.sentence.beats++; r.sentence.beats >= pause {
		r.sentence = sentence{}
	}
}
