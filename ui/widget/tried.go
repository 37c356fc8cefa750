package widget

import (
	"kwi/internal/fault"
	"kwi/ui/kit"
)

// tryChange looks whether the change of an outcome can be done, so that a refusal
// is known while what was typed is still there. Only the root does the change.
// A copy for the client's eyes lacks what a change may need, so nothing is
// tried on it.
func tryChange(fr kit.Frame, out kit.Outcome) error {
	if out.Change == nil || out.On != "" || fr.Audience != kit.Manager || fr.Client.ID == "" {
		return nil
	}
	c := fr.Client.Clone()
	return out.Change.Apply(&c)
}

// triedOutcome is the outcome, or the refusal of its change. A closed cycle is no
// refusal: the root asks why it must be changed all the same.
func triedOutcome(fr kit.Frame, out kit.Outcome) kit.Outcome {
	err := tryChange(fr, out)
	if fault.Has(err, fault.KeepsAnswers) && fr.Client.AnswersAside(fr.Today, out.Change.Apply) > 0 {
		return out // the root asks whether those answers may go
	}
	if err != nil && !fault.Has(err, fault.Frozen) {
		return kit.Refuses(fr.Words.Fault(err))
	}
	return out
}

// isRefusal reports whether an outcome says no and does nothing else.
func isRefusal(out kit.Outcome) bool { return out.Bad && out.Change == nil && !out.Back }
