package hand

import "kwi/internal/account"

// Draft is text that was typed and is not kept yet, with where that was. It
// is no step: nothing of it can be taken back, and it is nobody's client.
type Draft struct {
	Place  string            // where it was typed: the same for as long as it is the same field or dialog
	Field  string            // the field of a dialog that was open, "" elsewhere
	Text   string            // what stood in the open field, as it was typed
	Values map[string]string // what the other fields of a dialog were given, by their IDs
	At     account.Moment    // when something was typed in it last
	Run    string            // the run of the program that left it behind, "" for this one
}
