// Package keys holds every binding of the program, so that what a key does is
// decided in one place. It knows no screen and no word: screens say what an
// act is called, this says which keys do it.
package keys

import tea "charm.land/bubbletea/v2"

// The bindings of the root, in force everywhere.
var (
	Quit    = []string{"q"}
	Stop    = []string{"ctrl+c"}
	Back    = []string{"esc"}
	Help    = []string{"?", "f1"}
	Palette = []string{":", "ctrl+p"}
	Undo    = []string{"ctrl+z"}
	Redo    = []string{"ctrl+y"}
	Speak   = []string{"L"} // the other language
	Ground  = []string{"T"} // dark, light, mono
	GoOn    = []string{"g"}
	Before  = []string{"["}
	After   = []string{"]"}
	Monitor = []string{"8"}
	Cycles  = []string{"c"} // look at another cycle
	Meet    = []string{"M"} // look together with the client
)

// The bindings that screens share, so that the same wish has the same key.
var (
	Open   = []string{"enter"}
	New    = []string{"n", "ctrl+n"}
	Remove = []string{"x", "ctrl+x"}
	Toggle = []string{"space"}
	Filter = []string{"/"}
	Next   = []string{"tab"}
	Prev   = []string{"shift+tab"}
	Keep   = []string{"ctrl+s"}
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

// Move is the way a key moves the cursor. While letters are text, h, j, k and
// l are letters.
func Move(msg tea.Msg, typing bool) Way {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return None
	}
	switch k.String() {
	case "up":
		return Up
	case "down":
		return Down
	case "left":
		return Left
	case "right":
		return Right
	case "pgup":
		return PageUp
	case "pgdown":
		return PageDown
	case "home":
		return Home
	case "end":
		return End
	}
	if typing {
		return None
	}
	switch k.String() {
	case "k":
		return Up
	case "j":
		return Down
	case "h":
		return Left
	case "l":
		return Right
	}
	return None
}

// Printable tells whether a key writes something where text is typed.
func Printable(key string) bool { return key == "space" || len([]rune(key)) == 1 }
