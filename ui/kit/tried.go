package kit

import "kwi/internal/fault"

// tryChange looks whether the change of an outcome can be done, so that a refusal
// is known while what was typed is still there. Only the root does the change.
// A copy for the client's eyes lacks what a change may need, so nothing is
// tried on it.
func tryChange(fr Frame, out Outcome) error {
	if out.Change == nil || out.On != "" || fr.Audience != Manager || fr.Client.ID == "" {
		return nil
	}
	c := fr.Client.Clone()
	return out.Change.Apply(&c)
}

// triedOutcome is the outcome, or the refusal of its change. A closed cycle is no
// refusal: the root asks why it must be changed all the same.
func triedOutcome(fr Frame, out Outcome) Outcome {
	if err := tryChange(fr, out); err != nil && !fault.Has(err, fault.Frozen) {
		return Refuses(fr.Words.Fault(err))
	}
	return out
}

// isRefusal tells whether an outcome says no and does nothing else.
func isRefusal(out Outcome) bool { return out.Bad && out.Change == nil && !out.Back }
