package part

import (
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// StepName is what a step is called, in the language of the window, whatever
// language it was done in.
func StepName(f *kit.Frame, l hand.Label) string {
	if !f.Words.Has(l.Key) {
		return f.T("history.unknown") // an earlier version called it so, or a later one
	}
	args := make([]any, len(l.Args))
	for i, a := range l.Args {
		args[i] = a
	}
	return f.T(l.Key, args...)
}
