package communicate

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// PersonInHand implements kit.Personal: the respondent in hand.
func (s Screen) PersonInHand(f kit.Frame) account.Initials {
	if p, ok := s.in(&f); ok && !p.colleague {
		return p.who
	}
	return ""
}
