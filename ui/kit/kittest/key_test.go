package kittest_test

import (
	"testing"

	"kwi/ui/keys"
	"kwi/ui/kit/kittest"
)

// A key made from a name is called by that name, as the acts are.
func TestKeysAreCalledByTheirNames(t *testing.T) {
	names := []string{"enter", "esc", "tab", "shift+tab", "space", "backspace", "up", "pgdown", "home", "f1", "ctrl+z", "ctrl+home", "alt+b", "a", "L", "?", "+", "é", "[", ":"}
	for _, bound := range [][]string{keys.Quit, keys.Stop, keys.Back, keys.Help, keys.Palette, keys.Undo, keys.Redo, keys.New, keys.Remove, keys.Toggle, keys.Next, keys.Prev, keys.Keep} {
		names = append(names, bound...)
	}
	for _, name := range names {
		if got := kittest.Key(name).String(); got != name {
			t.Errorf("%q is called %q", name, got)
		}
	}
}
