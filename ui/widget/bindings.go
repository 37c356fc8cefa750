package widget

import (
	"slices"

	"kwi/ui/keys"
)

// The answers to a question have the letters of both languages, so that the
// hand need not know which one is on.
var (
	yesKeys = slices.Concat(keys.Open, []string{"y", "j"})
	noKeys  = slices.Concat([]string{"n"}, keys.Back)
)
