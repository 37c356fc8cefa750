package keys

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Way is a direction of the cursor.
type Way byte

// The ways; None is no movement.
const (
	None Way = iota
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	Home
	End
)

// The bindings of the cursor, as one sees them in help.
var (
	Cursor   = shown("↑↓", either(ways[Up], ways[Down]))
	Pages    = either(ways[PageUp], ways[PageDown])
	Forward  = ways[Right]
	Backward = ways[Left]
	Rows     = either(ways[Up], ways[Down])
)

// ways move the cursor whether or not letters are text, letters only where
// they are not.
var (
	ways    = map[Way]key.Binding{Up: bind("up"), Down: bind("down"), Left: bind("left"), Right: bind("right"), PageUp: bind("pgup"), PageDown: bind("pgdown"), Home: bind("home"), End: bind("end")}
	letters = map[Way]key.Binding{Up: bind("k"), Down: bind("j"), Left: bind("h"), Right: bind("l")}
)

// Of is the binding of a way.
func Of(way Way) key.Binding { return ways[way] }

// Press is a key that goes a way.
func Press(way Way) tea.KeyPressMsg { return Named(ways[way].Keys()[0]) }

// Move is the way a key moves the cursor. While letters are text, h, j, k and
// l are letters.
func Move(msg tea.Msg, typing bool) Way {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return None
	}
	for way := Up; way <= End; way++ {
		if key.Matches(k, ways[way]) || !typing && key.Matches(k, letters[way]) {
			return way
		}
	}
	return None
}
