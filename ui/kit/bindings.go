package kit

import "kwi/ui/keys"

// The answers to a question have the letters of both languages, so that the
// hand need not know which one is on.
var (
	yesKeys = []string{"enter", "y", "j"}
	noKeys  = append([]string{"n"}, keys.Back...)
)
