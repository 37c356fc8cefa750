// Package keys holds every binding of the program, so that what a key does is
// decided in one place. It knows no screen and no word: screens say what an
// act is called, this says which keys do it.
//
// A key that writes a sign never changes anything: it writes, or it looks,
// goes somewhere or opens something. What changes a client at once has a key
// that no sentence has. See internal/docs/decisions/0007.
package keys

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Binding is the keys that do one thing.
type Binding = key.Binding

func bind(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }

// either is a binding with the keys of several.
func either(bindings ...key.Binding) key.Binding {
	var names []string
	for _, b := range bindings {
		names = append(names, b.Keys()...)
	}
	return bind(names...)
}

// shown is a binding that help and key line show by a sign of its own.
func shown(sign string, b key.Binding) key.Binding {
	b.SetHelp(sign, "")
	return b
}

// The bindings of the root, in force everywhere.
var (
	Quit        = bind("q")
	Stop        = bind("ctrl+c")
	Back        = bind("esc")
	Lock        = bind("ctrl+q") // ask for the passphrase before anything is shown again
	Help        = bind("?", "f1")
	Palette     = bind(":", "ctrl+p")
	Undo        = bind("ctrl+z")
	Redo        = bind("ctrl+y")
	Speak       = bind("L") // the other language
	Ground      = bind("T") // the next theme
	GoOn        = bind("g")
	Before      = bind("[")
	After       = bind("]")
	Cycles      = bind("c")       // look at another cycle
	Meet        = bind("M", "f2") // look together with the client
	Papers      = bind("W")       // write a document
	Paper       = bind("w")       // write the one that is looked at
	Pack        = bind("S")       // write all papers for the session
	Reason      = bind("f3")      // why what the method says here is worth it
	Further     = bind("f4")      // all that it says here
	Library     = bind("B")
	History     = bind("Z")          // what was done
	Visit       = bind("v")          // read what there is to know before a visit to a respondent
	Corrections = bind("C")          // what was corrected, and changed after it went out
	Settings    = bind(",")          // what this laptop remembers
	Copies      = bind("ctrl+o")     // of the data, to go back to
	Conceal     = bind("f12")        // the data from others on this computer
	DueHere     = bind("D")          // what there is to do for the client in hand
	Apart       = bind("O", "alt+=") // what was done otherwise here and at a colleague's
	Erase       = bind("X")          // a person, everywhere
	Suspend     = bind("f9")         // to the shell, until it calls back
	Trace       = bind("f6")         // where what is in hand comes from
	Copy        = bind("ctrl+g")     // what is in hand, for another program
	LetGo       = bind("ctrl+l")     // of the mouse, and take it again
	Part        = either(Meet, Quit)
	Sitters     = bind("W")      // who of the client sits here
	Example     = bind("E")      // what is fictitious, to look at or to show
	Seats       = bind("P")      // who looks at the second window
	Larger      = bind("+", "=") // pages of a meeting
	Smaller     = bind("-")
	Rescue      = bind("r") // what cannot be kept goes to a file elsewhere
)

// Place is the binding of the nth place of a client.
func Place(n int) key.Binding { return bind(strconv.Itoa(n)) }

// The bindings that screens share, so that the same wish has the same key.
var (
	Open   = bind("enter")
	New    = bind("n", "ctrl+n")
	Remove = bind("ctrl+x")
	Toggle = bind("space")
	Filter = bind("/")
	Next   = bind("tab")
	Prev   = bind("shift+tab")
	Keep   = bind("ctrl+s")
	Catch  = bind("ctrl+t")

	Unbound      = bind()             // no key does this here; the palette has it
	Around       = either(Next, Prev) // between two sides
	OpenOrKeep   = either(Open, Keep)
	ToggleOrOpen = either(Toggle, Open)
	NewOrOpen    = either(New, Open)
	BackOrOpen   = either(Back, Open)
	CloseHelp    = either(Open, Quit, Back)
	CloseAdvice  = either(CloseHelp, Further, Reason)
	NextAdvice   = bind("f5")
	Behind       = bind("f8") // to the lists that are no longer what is asked
	Checklist    = bind("f7") // what was done at this stage, and what it still needs
)

// The answers to a question are no letters: a sentence never says yes.
var (
	Yes = Open
	No  = Back
)

// Writes reports whether a key is a sign of a text other than a space, with
// which no text begins.
func Writes(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && strings.TrimSpace(k.Text) != "" && k.Mod&^tea.ModShift == 0
}

// Text is what a key or a paste writes where text is expected and no field is
// open yet; false where it writes nothing.
func Text(msg tea.Msg) (string, bool) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return msg.Content, strings.TrimSpace(msg.Content) != ""
	case tea.KeyPressMsg:
		return msg.Text, Writes(msg)
	}
	return "", false
}

// BehindAlt is the key that is pressed with alt, where alone it would write
// something: while letters are text that is how it is reached.
func BehindAlt(k tea.KeyPressMsg) (tea.KeyPressMsg, bool) {
	if k.Mod&^tea.ModShift != tea.ModAlt || k.Code <= ' ' || !unicode.IsPrint(k.Code) {
		return k, false
	}
	sign := k.Code
	if k.Mod&tea.ModShift != 0 {
		sign = unicode.ToUpper(sign)
		if k.ShiftedCode != 0 {
			sign = k.ShiftedCode
		}
	}
	return Named(string(sign)), true
}

// Printable reports whether a key writes something where text is typed.
func Printable(name string) bool { return name == "space" || len([]rune(name)) == 1 }

// Pressed reports whether a message is a key of one of these bindings.
func Pressed(msg tea.Msg, bindings ...key.Binding) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && key.Matches(k, bindings...)
}

// Has reports whether a binding has a key of this name.
func Has(b key.Binding, name string) bool { return slices.Contains(b.Keys(), name) }

// Without is a binding without some of its keys, and itself where it has none of them.
func Without(b key.Binding, some func(name string) bool) key.Binding {
	if !slices.ContainsFunc(b.Keys(), some) {
		return b
	}
	return bind(slices.DeleteFunc(slices.Clone(b.Keys()), some)...)
}

// Reachable is the first key of a binding that works now, "" where none does:
// while letters are text, a printable key is text, and is reached with alt, save
// where a terminal begins something else so.
func Reachable(b key.Binding, typing bool) string {
	for _, name := range b.Keys() {
		if !typing || !Printable(name) {
			return name
		}
	}
	for _, name := range b.Keys() {
		if name != "space" && !strings.Contains(reports, name) {
			return "alt+" + name
		}
	}
	return ""
}

// reports are the signs that Esc before them makes a report of the terminal with:
// what sends alt as Esc cannot send these with alt.
const reports = "[O]P_^X"

// Sign is how a key of the cursor is drawn, "" for other keys.
func Sign(name string) string { return signs[name] }

var signs = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}
