package kit

import "kwi/internal/fault"

// try looks whether the change of an outcome can be done, so that a refusal
// is known while what was typed is still there. Only the root does the change.
// A copy for the client's eyes lacks what a change may need, so nothing is
// tried on it.
func try(fr Frame, out Outcome) error {
	if out.Change == nil || out.On != "" || fr.Audience != Manager || fr.Client.ID == "" {
		return nil
	}
	c := fr.Client.Clone()
	return out.Change.Apply(&c)
}

// tried is the outcome, or the refusal of its change. A closed cycle is no
// refusal: the root asks why it must be changed all the same.
func tried(fr Frame, out Outcome) Outcome {
	if err := try(fr, out); err != nil && !fault.Has(err, fault.Frozen) {
		return Refuses(fr.Words.Fault(err))
	}
	return out
}

// refusal tells whether an outcome says no and does nothing else.
func refusal(out Outcome) bool { return out.Bad && out.Change == nil && !out.Back }
