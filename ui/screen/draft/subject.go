package draft

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the talk, or of the row in hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
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
