package measure

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the question in hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	if s.sheet == nil || f.Y() == nil || s.sheet.words {
		return 0
	}
	code, _ := s.sheet.question(&f)
	return code.KWI
}

// PersonInHand implements kit.Personal: whose list is open, or in hand.
func (s Screen) PersonInHand(f kit.Frame) account.Initials {
	switch {
	case f.Y() == nil:
		return ""
	case s.sheet != nil:
		return s.sheet.who
	case s.part == chaseSide:
		h, _ := s.silentOne(&f)
		return h.Who
	case s.part != listsSide:
		return ""
	}
	r, _ := s.selected(&f)
	return r.Initials
}
