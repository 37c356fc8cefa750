package ui

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// drafts is what was typed and is not kept, by client; "" is no client. They
// go to the store with the clock, or at once where prompt says so. What became
// a change stays in the store until that change is there, so that no moment is
// without it.
type drafts struct {
	typed   map[string][]hand.Draft // in this run
	found   map[string][]hand.Draft // left by other runs
	settled map[string][]hand.Draft // kept or dropped, still to be taken out of the store
	late    map[string]bool         // whose typing the store has not got all of
	flying  *sending
	prompt  bool
	err     error
	at      time.Time    // when the store last confirmed some
	inHand  map[int]bool // the numbers of the screens on which something is half typed
}

// sending is what is on its way to the store.
type sending struct {
	client  string
	settled []hand.Draft
}

func noDrafts() *drafts {
	return &drafts{typed: map[string][]hand.Draft{}, found: map[string][]hand.Draft{}, settled: map[string][]hand.Draft{}, late: map[string]bool{}, inHand: map[int]bool{}}
}

// draftsKept is the store's word on drafts.
type draftsKept struct {
	client string
	err    error
}

// scope is what the places of drafts on a screen begin with: they belong to
// one cycle, also when a newer one has come.
func (r *Root) scope(p kit.Place) string {
	cycle := p.Cycle
	if now := r.hand.Now(); cycle == "" && p.Client != "" && p.Client == now.ID {
		if y := now.Newest(); y != nil {
			cycle = y.Name
		}
	}
	if e, ok := r.entry(p.Name); ok && e.Yearly {
		cycle = ""
	}
	scope := p.Name + "/" + string(cycle) + "/"
	if r.watched() {
		scope += r.roomName() + "/"
	}
	return scope
}

// draftsAt are the drafts on a screen by their place there, the newest where
// there are several. In a meeting they are those that were typed on the same
// page with the same people; the manager finds those too that were typed while
// nobody said who sat there.
func (r *Root) draftsAt(p kit.Place) map[string]hand.Draft {
	d := r.drafts
	if len(d.typed[p.Client])+len(d.found[p.Client]) == 0 {
		return nil
	}
	scope, at := r.scope(p), map[string]hand.Draft{}
	for _, list := range [][]hand.Draft{d.found[p.Client], d.typed[p.Client]} {
		for _, draft := range list {
			draft := r.draftNow(p.Client, draft)
			place, ok := strings.CutPrefix(draft.Place, scope)
			if !ok {
				place, ok = r.unseated(draft.Place, scope)
			}
			if was, there := at[place]; ok && (!there || draft.Run == "" || draft.At >= was.At) {
				at[place] = draft
			}
		}
	}
	return at
}

// itemOf is the screen that has a number, or the one on top.
func (r *Root) itemOf(serial int) stackItem {
	if at := r.indexOf(serial); at >= 0 {
		return r.stack[at]
	}
	return *r.top()
}

// changeAndDraft does the change of an outcome, and notes what is half typed
// and what no longer is. What a refused change would have kept stays a draft.
func (r *Root) changeAndDraft(out kit.Outcome, from stackItem) {
	out = changesCalled(out, r.renamedSince(&from))
	made := r.makeChange(from.place, out.Change)
	if err := r.changeFirm(from.place, out.Firm); err != nil {
		made = madeChange{err: err}
	}
	r.keepOutcome(out, made, from)
}

// keepOutcome is changeAndDraft where the change was made before.
func (r *Root) keepOutcome(out kit.Outcome, made madeChange, from stackItem) {
	done := r.settleChange(out.Change, made)
	if out.Begin != "" {
		done = false // a client is begun once the store has them; see begun
	}
	from.place = placeCalled(from.place, r.hand.ID(), made.names)
	at, scope := from.place, r.scope(from.place)
	for _, place := range out.Settled {
		place = made.names.Place(place)
		if delete(r.drafts.inHand, from.serial); done {
			r.settleDraft(at.Client, scope+place)
			r.settleUnseated(at.Client, scope, place)
		}
	}
	if r.ReadOnly {
		return // where nothing can be kept no draft is promised
	}
	for _, draft := range out.Drafts {
		draft = draftCalled(draft, made.names)
		draft.Place, draft.At = scope+draft.Place, account.Moment(r.now.Format("2006-01-02T15:04"))
		r.drafts.note(at.Client, draft)
		r.drafts.inHand[from.serial] = true
	}
}

// begun takes note that a client was begun, of whom nothing but a name was
// typed on the first screen.
func (r *Root) begun() {
	first := kit.Place{Name: r.Places[0].Name}
	for _, list := range [][]hand.Draft{r.drafts.typed[""], r.drafts.found[""]} {
		for _, draft := range slices.Clone(list) {
			if strings.HasPrefix(draft.Place, r.scope(first)+"client/new") {
				r.settleDraft("", draft.Place)
			}
		}
	}
}

func samePlace(place string) func(hand.Draft) bool {
	return func(d hand.Draft) bool { return d.Place == place }
}

// note takes down what is being typed.
func (d *drafts) note(client string, draft hand.Draft) {
	d.typed[client] = append(slices.DeleteFunc(slices.Clone(d.typed[client]), samePlace(draft.Place)), draft)
	d.settled[client] = slices.DeleteFunc(d.settled[client], func(s hand.Draft) bool { return s.Run == "" && s.Place == draft.Place })
	d.late[client] = true
}

// settleDraft takes note that nothing is half typed at a place: of several that
// were left there only the newest, which is the one that was shown.
func (r *Root) settleDraft(client, place string) {
	d := r.drafts
	if i := slices.IndexFunc(d.typed[client], samePlace(place)); i >= 0 {
		d.settled[client] = append(d.settled[client], d.typed[client][i])
		d.typed[client] = slices.Delete(slices.Clone(d.typed[client]), i, i+1)
	}
	newest := -1
	for i, f := range d.found[client] {
		if r.draftNow(client, f).Place == place && (newest < 0 || f.At >= d.found[client][newest].At) {
			newest = i
		}
	}
	if newest >= 0 {
		d.settled[client] = append(d.settled[client], d.found[client][newest])
		d.found[client] = slices.Delete(slices.Clone(d.found[client]), newest, newest+1)
	}
	if len(d.settled[client]) > 0 {
		d.late[client], d.prompt = true, true
	}
}

// kept reports whether the store has all of it.
func (d *drafts) kept() bool { return d.flying == nil && len(d.late) == 0 }

// draftState is the truth about the text in hand, "" where none is half typed.
func (r *Root) draftState() string {
	d, top := r.drafts, r.top()
	if !d.inHand[top.serial] {
		return ""
	}
	if client := top.place.Client; d.late[client] || d.flying != nil && d.flying.client == client {
		return r.Words.T("root.draft.not")
	}
	return r.Words.T("root.draft.kept", d.at.Format("15:04"))
}

// keepDrafts sends what is late, one client at a time.
func (r *Root) keepDrafts(cmds *commandBatch) {
	d := r.drafts
	if r.ReadOnly {
		d.late, d.prompt = map[string]bool{}, false // nothing is kept, and nobody waits for it
		return
	}
	if d.flying != nil || len(d.late) == 0 {
		d.prompt = d.prompt && d.flying != nil
		return
	}
	client := ""
	for client = range d.late {
		break
	}
	list, settled := slices.Clone(d.typed[client]), d.settled[client]
	if r.dirty() {
		list, settled = append(list, slices.DeleteFunc(slices.Clone(settled), func(s hand.Draft) bool { return s.Run != "" })...), nil
	}
	delete(d.late, client)
	d.flying = &sending{client, settled}
	keeper, others := r.Keeper, slices.DeleteFunc(slices.Clone(settled), func(s hand.Draft) bool { return s.Run == "" })
	cmds.add(func() tea.Msg {
		return draftsKept{client, keeper.KeepDrafts(context.Background(), client, list, others)}
	})
}

func (r *Root) draftsKept(m draftsKept) {
	d := r.drafts
	sent := d.flying
	if d.flying = nil; sent == nil {
		return
	}
	if d.err = m.err; m.err != nil {
		d.late[m.client], d.prompt = true, false // the clock tries again
		return
	}
	d.at = r.now
	d.settled[m.client] = slices.DeleteFunc(d.settled[m.client], func(s hand.Draft) bool {
		return slices.ContainsFunc(sent.settled, func(t hand.Draft) bool { return reflect.DeepEqual(s, t) })
	})
	if len(d.settled[m.client]) > 0 {
		d.late[m.client] = true
	}
}
