package ui

import (
	"context"
	"reflect"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/hand"
	"kwi/ui/kit"
)

// draftsFound is what other runs left of a client.
type draftsFound struct {
	client string
	drafts []hand.Draft
}

func (r *Root) findDrafts(client string) tea.Cmd {
	keeper := r.Keeper
	return func() tea.Msg {
		found, _ := keeper.Drafts(context.Background(), client) // without them the program works too
		return draftsFound{client, found}
	}
}

// recent is for how many days it is told of a draft that it is there. One
// that nobody goes on with is still offered where it was typed.
const recent = 14

// draftsFound says what was left half typed, and where.
func (r *Root) draftsFound(m draftsFound) {
	r.drafts.found[m.client] = m.drafts
	var where []string
	for _, d := range m.drafts {
		name, _, _ := strings.Cut(d.Place, "/")
		if days, dated := d.At.Date().Until(r.today()); dated && days > recent {
			continue
		}
		if e, ok := r.entry(name); ok && !slices.Contains(where, r.shortTitle(e)) {
			where = append(where, r.shortTitle(e))
		}
	}
	if text := r.Words.T("root.draft.found", r.Words.And(where)); len(where) > 0 && (r.watched() || r.Meeting || r.notice.text == "") {
		r.sayInternal(text, false)
	}
}

// draftsStill is what is there still of what other runs left of a client.
type draftsStill draftsFound

// lookAtDrafts asks whether what is offered on the screen on top is there
// still: another window may have been offered the same and gone on with it.
func (r *Root) lookAtDrafts(cmds *commandBatch) {
	keeper, client := r.Keeper, r.place().Client
	if len(r.drafts.found[client]) == 0 {
		return
	}
	cmds.add(func() tea.Msg {
		found, err := keeper.Drafts(context.Background(), client)
		if err != nil {
			return nil // it is asked again with the next beat
		}
		return draftsStill{client, found}
	})
}

// draftsStill offers no longer what another window went on with, and says so
// where it may stand on the screen already.
func (r *Root) draftsStill(m draftsStill) {
	still := func(d hand.Draft) bool {
		return slices.ContainsFunc(m.drafts, func(s hand.Draft) bool { return reflect.DeepEqual(s, d) })
	}
	here := r.scope(r.place())
	for _, d := range r.drafts.found[m.client] {
		if !still(d) && m.client == r.place().Client && strings.HasPrefix(r.draftNow(m.client, d).Place, here) && r.audience == kit.Manager {
			r.warn(r.Words.T("root.draft.elsewhere"))
		}
	}
	r.drafts.found[m.client] = slices.DeleteFunc(slices.Clone(r.drafts.found[m.client]), func(d hand.Draft) bool { return !still(d) })
}
