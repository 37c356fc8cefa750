package ui

import (
	"slices"
	"strings"

	"kwi/internal/hand"
)

// nobodySaid begins the name of a room in drafts where nobody said who sat
// there. What was typed then is nobody's, so that it comes to the manager: in
// the dialog of the same name, wherever that is.
const nobodySaid = "? "

// unseated is where on a screen of the manager a draft belongs that was typed in a
// meeting while nobody said who sat there; false where it is none, or of
// another cycle.
func (r *Root) unseated(place, scope string) (at string, ok bool) {
	parts := strings.SplitN(place, "/", 4)
	if r.watched() || len(parts) < 4 || !strings.HasPrefix(parts[2], nobodySaid) {
		return "", false
	}
	_, cycle, _ := strings.Cut(scope, "/")
	return parts[3], cycle == parts[1]+"/"
}

// settleUnseated settles such drafts with the one that stood in their place.
func (r *Root) settleUnseated(client, scope, place string) {
	for _, list := range [][]hand.Draft{r.drafts.typed[client], r.drafts.found[client]} {
		for _, draft := range slices.Clone(list) {
			of := r.draftNow(client, draft).Place
			if at, ok := r.unseated(of, scope); ok && at == place {
				r.settleDraft(client, of)
			}
		}
	}
}

// holdDrafts tells, once the meeting is over, where something is still half
// typed.
func (r *Root) holdDrafts() {
	var where []string
	for _, draft := range r.drafts.typed[r.hand.ID()] {
		name, _, _ := strings.Cut(draft.Place, "/")
		if e, ok := r.entry(name); ok && e.Together && !slices.Contains(where, r.Words.T(e.Title)) {
			where = append(where, r.Words.T(e.Title))
		}
	}
	if len(where) > 0 {
		r.hold(r.Words.T("root.meeting.draft", strings.Join(where, ", ")))
	}
}
