package testkwis

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// KWIInHand implements kit.Subject: that of the row in hand.
func (s Screen) KWIInHand(f kit.Frame) account.KWICode {
	c, _ := s.in(&f)
	return c.kwi
}
