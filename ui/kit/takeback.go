package kit

import "kwi/internal/hand"

// TakeBack is steps of the client in hand, or of what the supplier keeps, that
// are taken back together.
type TakeBack struct {
	Label hand.Label
	Steps []string // their IDs
	Firm  bool
}
