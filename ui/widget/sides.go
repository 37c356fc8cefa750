package widget

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
	"kwi/ui/kit"
)

// What the acts of a screen with sides carry.
const (
	DoSide     kit.Do = "side.next"
	DoSideBack kit.Do = "side.prev"
)

// Sides are the acts that turn a screen to its next and its previous side, of
// those that Tabs names. A screen offers them where no form is being filled
// in, for there tab and shift+tab are the form's.
func Sides(names []string, at int) []kit.Act {
	n := len(names)
	return []kit.Act{
		{ID: string(DoSide), Keys: keys.Next, Name: names[(at+1)%n]},
		{ID: string(DoSideBack), Keys: keys.Prev, Name: names[(at+n-1)%n], Hidden: true},
	}
}

// Turned is the side of n that a message turns to; false where it turns none.
func Turned(msg tea.Msg, at, n int) (int, bool) {
	switch msg {
	case DoSide:
		return (at + 1) % n, true
	case DoSideBack:
		return (at + n - 1) % n, true
	}
	return at, false
}
