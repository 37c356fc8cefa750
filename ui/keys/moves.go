package keys

import "slices"

// OnlyMoves reports whether a binding begins with a key that on every screen moves the
// cursor, turns to another side, finds something or leads back, and so changes nothing.
func OnlyMoves(b Binding) bool {
	names := b.Keys()
	return len(names) > 0 && slices.Contains(moving, names[0])
}

var moving = []string{"esc", "tab", "shift+tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "/", "?"}
