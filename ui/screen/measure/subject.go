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
