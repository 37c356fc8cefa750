package kit

import (
	"time"

	"kwi/internal/account"
)

// TeamState is how the data file and the hub of a team stand to each other.
type TeamState byte

// The states; with the first nothing is told.
const (
	TeamFinding TeamState = iota // it is being found out
	TeamSame                     // both are the same
	TeamWaits                    // something done here has not gone there
	TeamOffline                  // there is no way to the hub
	TeamRefused                  // the hub does not let this user in, or takes nothing
	TeamPaused                   // the user stopped it
)

// Team is the way to the hub of a team, as a window knows it. Where News is nil
// the program works alone.
type Team struct {
	// Name is that of the team to which the data file belongs, "" where it belongs to none; User
	// what the user is called there, and Where the hub is. Why says why nothing goes there.
	Name, User, Where, Why string
	// News waits until something is otherwise than it was told last; false where
	// the program ends.
	News func() (TeamNews, bool)
	// Fresh is what is new, without waiting; false where nothing is.
	Fresh func() (TeamNews, bool)
	// Opened says which client is open here, "" for none. It returns at once.
	Opened func(client string)
	// Pause stops the work with the hub, or has it go on. It returns at once.
	Pause func(stop bool)
	// Apart is what was done otherwise here and elsewhere and waits for a choice.
	Apart func() ([]Apart, error)
	// Choose has what stood here count again, or leaves what counts.
	Choose func(a Apart, here bool) error
}

// TeamNews is how it stands now, and what colleagues did since it was told last.
type TeamNews struct {
	State     TeamState
	Waiting   int       // clients of whom something waits to go to the hub
	Done, All int       // of a first look at all clients; All is 0 where none is under way
	Since     time.Time // of TeamOffline
	Why       error     // of TeamRefused

	Apart []Apart  // what waits for a choice
	Gone  []string // the clients that the hub has no longer, or shows no longer
	Held  []string // those of whom something waits to go there

	Open   string   // the client that is open here, of whom Others have
	Others []string // them open too, by name

	Changed []TeamChange
}

// Meets reports whether there is a way to the hub, as far as is known.
func (n *TeamNews) Meets() bool {
	return n.State != TeamOffline && n.State != TeamRefused && n.State != TeamPaused
}

// TeamMark is how one client stands to the hub of a team, where one has to know.
type TeamMark byte

// The marks; what matters more stands above what matters less.
const (
	TeamNone   TeamMark = iota
	TeamHeld            // something done here has not gone there
	TeamAlone           // the client is shared no longer, and only here
	TeamChoose          // something waits for a choice
)

// Sign is how a mark is drawn in a cell, "" for none; Key is its key in the catalogue.
func (m TeamMark) Sign() string { return [...]string{"", "↑", "×", "≠"}[m] }

// Key is the key of a mark in the catalogue: its word, and with ".full" what it means.
func (m TeamMark) Key() string {
	return "team.mark." + [...]string{"none", "held", "alone", "choose"}[m]
}

// Marks are those of all clients who have one.
func (n *TeamNews) Marks() map[string]TeamMark {
	marks := map[string]TeamMark{}
	for _, id := range n.Held {
		marks[id] = TeamHeld
	}
	for _, id := range n.Gone {
		marks[id] = TeamAlone
	}
	for i := range n.Apart {
		marks[n.Apart[i].Client.ID] = TeamChoose
	}
	return marks
}

// TeamChange is what a colleague did to a client; where Count is more than 0 it is so
// many clients of whom something came at once.
type TeamChange struct {
	Client, Name string
	By           string // "" is not known
	On           string // by the user themselves, on this other computer
	New          bool   // the client was not here before
	Gone, Back   bool   // the client is no longer shared, or again
	Held         bool   // the hub does not let the user change the client: what they did stays here
	Erased       bool   // somebody was erased there, and here now too
	Left         int    // copies of the data file where that could not be done
	Differences  []account.Difference
	Count        int
}

// Apart is what was done to one thing otherwise here and elsewhere.
type Apart struct {
	Client      account.Client // as they are now
	By, On      string         // whose counts, on which computer
	Differences []account.Difference

	Seen any // what Choose needs of it
}
