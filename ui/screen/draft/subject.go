package draft

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the talk, or of the row in hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	s = s.called(&f)
	switch {
	case f.Y() == nil:
		return 0
	case !s.talk.open:
		return s.inHand(&f).kwi
	}
	if k := s.talk.of(&f); k != nil {
		return k.Code
	}
	return 0
}

// PersonInHand implements kit.Personal: that of the talk, or of the row in hand.
func (s Screen) PersonInHand(f kit.Frame) account.Initials {
	s = s.called(&f)
	switch {
	case f.Y() == nil:
		return ""
	case s.talk.open:
		return s.talk.who
	}
	return s.inHand(&f).who
}
