package kit

import "kwi/internal/account"

// Renamer is a screen that knows somebody by their initials from one message to
// the next: whom it is about, whose list is open. It answers what it is once they
// are called otherwise, and stays on the same person, with what is half typed.
// What a dialog knows needs none: it goes on with the names of when it was opened,
// and what it changes is done of whoever has others now.
type Renamer interface {
	Renamed(account.Renames) Screen
}
