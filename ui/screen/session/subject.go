package session

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the outcome, or of the agreement, in
// hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	y := f.Y()
	switch {
	case y == nil:
	case s.part == results && len(y.KWIs) > 0:
		return y.KWIs[s.kwis.In(len(y.KWIs))].Code
	case s.part == agreementsSide:
		a, _ := s.actions.In(&f)
		return a.KWI
	}
	return 0
}
