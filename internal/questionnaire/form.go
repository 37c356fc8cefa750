package questionnaire

import (
	"slices"

	"kwi/internal/lang"
)

// OfForm is a return of somebody's own form: it has no mark, asks no more than it
// asks, and the user says whose it is, so that none of that is worth telling.
func (f Found) OfForm() Found {
	f.Doubt = nil
	f.Notices = slices.DeleteFunc(slices.Clone(f.Notices), func(r Reason) bool {
		switch r.Ground {
		case Unmarked, Open, Unnamed, Unread, SecondOne, SameAgain:
			return true
		}
		return false
	})
	return f
}

// OnlyAdds reports whether all that a second return changes was open before. It is
// false where that may not be told.
func (f Found) OnlyAdds() bool {
	return !f.Hidden && !slices.ContainsFunc(f.Changes, func(c Change) bool { return c.Was != "" })
}

// Stays tells of a change that is not made.
func (c Change) Stays(w *lang.Words) string {
	return w.T("collect.change.stays", nameQuestion(w, c.Code, c.Key), sayAnswer(w, c.Key, c.Was), sayAnswer(w, c.Key, c.Is))
}
