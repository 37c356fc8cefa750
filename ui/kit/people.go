package kit

import "kwi/internal/account"

// Peopled is a screen that knows who is in hand on it, a respondent or one of the
// supplier's own people, "" for nobody.
type Peopled interface {
	AnybodyInHand(Frame) account.Initials
}
