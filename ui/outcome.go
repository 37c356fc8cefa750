package ui

import (
	"context"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// do makes a screen's outcome happen, in this order: take the client in hand,
// leave, change, begin, tell, ask, go.
func (r *Root) do(out kit.Outcome, serial int, cmds *commandBatch) {
	if r.watched() && (out.On != "" && out.On != r.hand.ID() || out.Begin != "") {
		r.say(r.Words.T("root.closed"), true) // this is about one client
		return
	}
	if out.On != "" && out.On != r.hand.ID() {
		on := out.On
		out.On = ""
		r.open(on, func(r *Root, cmds *commandBatch) { r.do(out, serial, cmds) }, cmds)
		return
	}
	switch {
	case out.Notice != "" && out.Stays:
		r.warn(out.Notice)
	case out.Notice != "":
		r.say(out.Notice, out.Bad)
	case out.Ask != nil && !r.notice.bad:
		r.notice = notice{} // what it said of the work that led to the dialog is over
	}
	cmds.add(nameReply(serial, out.Run))
	from := r.itemOf(serial)
	if out.Back {
		r.back(cmds)
	}
	if out.Me != nil {
		r.meet(*out.Me, cmds)
	}
	if out.Room != nil {
		r.seat(*out.Room, cmds)
	}
	r.changeAndDraft(out, from)
	if out.Begin != "" {
		r.beginClient(out.Begin, cmds)
	}
	if out.Back && out.Tell != nil {
		r.tell(out.Tell, cmds)
	}
	if out.Ask != nil {
		r.ask(out.Ask, cmds)
	}
	if out.Go != nil {
		r.goTo(*out.Go, cmds)
	}
	if out.Quit {
		r.leave(false, cmds)
	}
}

// remembered is what became of keeping who the user is.
type remembered struct{ err error }

// meet takes note of who the user is, and keeps it for the next time.
func (r *Root) meet(u account.User, cmds *commandBatch) {
	r.askedMe = true
	if u == (account.User{}) {
		return
	}
	r.Me = u
	if keep := r.Remember; keep != nil {
		cmds.add(func() tea.Msg { return remembered{keep(u)} })
	}
}

// tell hands the word of a closed dialog to the root itself or to the screen
// that is on top now.
func (r *Root) tell(msg tea.Msg, cmds *commandBatch) {
	switch msg := msg.(type) {
	case command:
		r.command(string(msg), cmds)
	case arrived:
		r.follow(cmds)
	case supplierGiven:
		r.wait = &waitingLoad{client: msg.client}
		cmds.add(func() tea.Msg {
			return supplierNamed{msg.name, msg.client, msg.keeper.SetSupplier(context.Background(), msg.name)}
		})
	default:
		r.deliver(msg, cmds)
	}
}

func (r *Root) ask(s kit.Screen, cmds *commandBatch) {
	r.push(s, r.place(), true)
	cmds.add(r.begin(r.top()))
}

// back leaves the screen on top. The first screen stays.
func (r *Root) back(cmds *commandBatch) {
	it := *r.top()
	if len(r.stack) == 1 {
		r.wayOut(cmds)
		return
	}
	r.stack = r.stack[: len(r.stack)-1 : len(r.stack)-1]
	r.drafts.prompt = true
	if it.dialog {
		return
	}
	r.memory[it.place] = it.screen
	cmds.add(r.begin(r.top())) // what is below may have become old
}

// change does a change to the client in hand. One on a closed cycle is done
// as a correction, with a reason that is asked for first.
// It reports whether it was done.
func (r *Root) change(c hand.Change) bool {
	h, err := tryDo(r.hand, c)
	if f, ok := fault.Of(err); ok && f.Kind == fault.Frozen {
		r.correct(c, f.Values[0])
		return false
	}
	if err != nil {
		r.sayInternal(r.Words.Fault(err), true)
		return false
	}
	r.take(h)
	return true
}

// tryDo does a change. One that panics is not done.
func tryDo(h hand.Hand, c hand.Change) (next hand.Hand, err error) {
	defer caught(&err)
	return h.Do(c)
}

// correct asks why a closed cycle must be changed, and then does it.
func (r *Root) correct(c hand.Change, cycle string) {
	what := r.Words.T(c.Label.Key, values(c.Label.Args)...)
	today := r.today()
	r.push(widget.Ask{
		Name: "correct/" + cycle + "/" + c.Label.Key, Title: r.Words.T("root.correct.title", cycle), Text: r.Words.T("root.correct.text", what),
		Label: r.Words.T("root.correct.why"), Required: true,
		Then: func(why string) kit.Outcome {
			d := c
			d.Apply = func(client *account.Client) error {
				return client.Correct(account.CycleName(cycle), today, what, why, c.Apply)
			}
			return kit.Outcome{Change: &d}
		},
	}, r.place(), true)
}

// take puts the hand back after anything happened to its client.
func (r *Root) take(h hand.Hand) {
	r.hand = h
	now := h.Now()
	r.scores, r.shown = score.HistoryOf(&now), now
	if r.watched() {
		r.scores, r.shown = score.HistoryFor(&now, r.room), now.Shown(r.room)
	}
}

func stepped(h hand.Hand, step func(hand.Hand) (hand.Hand, hand.Label, error)) (next hand.Hand, label hand.Label, err error) {
	defer caught(&err)
	return step(h)
}

func (r *Root) undo(step func(hand.Hand) (hand.Hand, hand.Label, error), said string) {
	h, label, err := stepped(r.hand, step)
	if err != nil {
		r.sayInternal(r.Words.Fault(err), true)
		return
	}
	was, now := r.hand.Now(), h.Now()
	r.take(h)
	if r.watched() {
		r.say(r.Words.T(said+".together"), false)
		return
	}
	if reflect.DeepEqual(was.Tidy(), now.Tidy()) {
		if said = "root.undone.nothing"; r.Words.Has(label.Key + ".stays") {
			said = label.Key + ".stays" // what never goes back says so itself
		}
	}
	r.say(r.Words.T(said, r.Words.T(label.Key, values(label.Args)...)), false)
}

func values(s []string) []any {
	out := make([]any, len(s))
	for i, v := range s {
		out[i] = v
	}
	return out
}
