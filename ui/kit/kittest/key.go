package kittest

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// Key is a key by the name that tea.KeyPressMsg gives it: enter, ctrl+p, a, ?
// and space.
func Key(name string) tea.KeyPressMsg { return keys.Named(name) }
