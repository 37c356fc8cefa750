package realise

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the agreement or the idea in hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	if s.part == broughtSide && f.Y() != nil {
		i, _ := s.ideaInHand(&f)
		return i.Idea.KWI
	}
	if s.part != actionsSide || f.Y() == nil {
		return 0
	}
	a, _ := s.actions.In(&f)
	return a.KWI
}

// PersonInHand implements kit.Personal: whoever was talked with, where the talks
// are in front.
func (s Screen) PersonInHand(f kit.Frame) account.Initials {
	if s.part != visits || f.Y() == nil {
		return ""
	}
	who, _ := s.held(&f).person(&f)
	return who
}
