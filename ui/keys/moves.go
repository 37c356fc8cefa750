package keys

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// OnlyMoves reports whether a binding begins with a key that on every screen moves the
// cursor, turns to another side, finds something or leads back, and so changes nothing.
func OnlyMoves(b Binding) bool {
	names := b.Keys()
	return len(names) > 0 && slices.Contains(moving, names[0])
}

var moving = []string{"esc", "tab", "shift+tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "/", "?"}

// Moved is 1 for the arrow that leads to the next line, -1 for the one before, else 0.
func Moved(msg tea.Msg) int {
	switch k, ok := msg.(tea.KeyPressMsg); {
	case ok && k.String() == "down":
		return 1
	case ok && k.String() == "up":
		return -1
	}
	return 0
}
