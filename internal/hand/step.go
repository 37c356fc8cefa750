package hand

import (
	"slices"

	"kwi/internal/account"
)

// Label names a step in words of lang's catalogue, so that the journal reads
// in whatever language it is shown later.
type Label struct {
	Key  string
	Args []string
}

// Change is one thing that the user does.
type Change struct {
	Label Label
	// Group joins changes to one step of undo: the turns of one choice,
	// or the cells of one paste. "" stands alone.
	Group string
	// Apply does the change, or says why it cannot be done. It is called on a
	// clone, and again on a newer client after a conflict, so it must find
	// what it changes by identity, never by place in a list.
	Apply func(*account.Client) error
	// Told is what the user said of the change when it was asked.
	Told Told
}

// Kind tells a step forward from one back and one forward again.
type Kind byte

// The kinds of step.
const (
	Do Kind = iota
	Undo
	Redo
	Noted // something that was done, which no step leads back from
)

// ErasedKey is the key of the label of a step that says that somebody was erased:
// the journal begins with it, and nothing of before is kept anywhere.
const ErasedKey = "history.erased"

// erased is the step of a journal that says so last, "" where none does.
func erased[P past](journal []P) string {
	for _, p := range slices.Backward(journal) {
		if s := p.of(); s.Kind == Noted && s.Label.Key == ErasedKey {
			return s.ID
		}
	}
	return ""
}

// Step is one entry of the journal. IDs are unlike any other, ever, so that a
// save that was reported failed can be found to have landed all the same.
type Step struct {
	ID    string
	Kind  Kind
	Takes int      // for Undo and Redo: how many steps it takes from the stack
	Taken []string // their IDs, for steps of others may lie on top of them; nil: they are the topmost, as before IDs were kept
	Label Label
	Group string
	At    account.Moment // when it was done; "" of a step from before that was kept
	Where Window
}

// Window is where a step was done: in a window of the program or by a command.
// The zero value is that of a step from before that was kept.
type Window struct {
	Run      string // unlike that of any other run of the program
	Computer string
	User     string // who was at it, as far as the program knew
	Command  string // as import or collect; "" is the interface
}

// Image gives the client before and after a step. Parts that the step did not
// touch may be empty in both. It may have to decode what the journal holds,
// so it is asked only when somebody goes back.
type Image func() (before, after account.Client, err error)

// Past is a step with its way back.
type Past struct {
	Step  Step
	Image Image
}

// Version is what the store said of the client's records when they were last
// read or written. Only desk reads it.
type Version struct {
	Last   uint64            // the number of the newest journal step
	Revs   map[string]uint64 // revision by record key
	Behind bool              // others changed something that is not in the hand; it was kept beside that
}

// Save is what must be kept next: the steps that the store has not got, in
// order, each with the client after it.
type Save struct {
	Client  string // its ID
	Version Version
	Base    account.Client // as the store has it
	Steps   []Made
}

// Made is a step with the client after it.
type Made struct {
	Step  Step
	After account.Client
}
