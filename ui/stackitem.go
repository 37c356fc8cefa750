package ui

import (
	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// stackItem is one screen on the stack.
type stackItem struct {
	place  kit.Place
	screen kit.Screen
	dialog bool
	serial int
	asked  *askedFor      // why a checklist led here, or nil
	led    *hand.Label    // what a tour that led here says of it, or nil
	opened account.Client // as it was when this was put on the stack
	about  string         // the client that a dialog on a list of all clients is about, or ""

	came account.KWICode // the KWI that was in hand here when one came, 0 where one came for it
}
