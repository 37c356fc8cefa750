package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// do makes a screen's outcome happen, in this order: take the client in hand,
// leave, change, begin, tell, ask, go. Of a dialog whose change is refused
// nothing happens: it stays, and is told.
func (r *Root) do(out kit.Outcome, serial int, cmds *commandBatch) {
	if r.watched() && (out.On != "" && out.On != r.hand.ID() || out.Begin != "") {
		r.say(r.Words.T("root.closed"), true) // this is about one client
		return
	}
	if out.On != "" && out.On != r.hand.ID() {
		r.open(out.On, func(r *Root, cmds *commandBatch) { r.do(out, serial, cmds) }, cmds)
		return
	}
	from := r.itemOf(serial)
	out = changesCalled(out, r.renamedSince(&from))
	made := r.makeChange(from.place, out.Change)
	if err := r.changeFirm(from.place, out.Firm); err != nil {
		made = madeChange{err: err}
	}
	if made.err != nil && from.dialog && out.Back {
		r.sayInternal(r.Words.Fault(made.err), true)
		r.deliverTo(serial, kit.Refused{}, cmds)
		return
	}
	switch {
	case out.Notice != "" && out.Stays:
		r.warn(out.Notice)
	case out.Notice != "" && out.Why != "":
		r.hint(out.Notice, out.Why)
	case out.Notice != "":
		r.say(out.Notice, out.Bad)
	case out.Ask != nil && !r.notice.bad:
		r.notice = notice{} // what it said of the work that led to the dialog is over
	}
	r.runCommand(out, serial, cmds)
	if out.Anew {
		r.readAnew(cmds)
	}
	if out.Back {
		r.back(serial, cmds)
	}
	if out.Speak != "" {
		r.Words = lang.For(out.Speak)
	}
	if out.Me != nil {
		r.meet(*out.Me, cmds)
	}
	if out.Setting != nil {
		r.changeSetting(*out.Setting, cmds)
	}
	if out.Room != nil {
		r.seat(*out.Room, cmds)
	}
	r.keepOutcome(out, made, from)
	if out.TakeBack != nil {
		r.takeBack(*out.TakeBack)
	}
	if out.Begin != "" {
		r.beginClient(out.Begin, cmds)
	}
	if out.Back && out.Tell != nil {
		r.tell(out.Tell, cmds)
	}
	if out.Ask != nil {
		r.ask(out.Ask, cmds)
		r.top().about = out.On
	}
	if out.Trace != nil {
		r.traceTo(*out.Trace, cmp.Or(out.Of, r.hand.ID()), cmds)
	}
	r.openOver(out.Opens, cmds)
	if out.Go != nil {
		r.goFrom(*out.Go, out.Over, cmds)
	}
	r.ledTo(out.Led, serial)
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
	case advising:
		r.advising = advising{r.place(), msg.at}
	case toNeed:
		r.goToNeed(msg, cmds)
	case arrived:
		r.follow(cmds)
		if now := r.hand.Now(); msg.closed != "" && now.After(msg.closed) != nil {
			r.askAfterwards(msg.closed, cmds)
		}
	case welcomed:
		r.begins(msg, cmds)
	case conceals:
		r.conceal(cmds)
	case goesBack:
		r.goBackTo(msg.to, cmds)
	case supplierGiven:
		r.nameSupplier(msg, cmds)
	default:
		r.deliver(msg, cmds)
	}
}

func (r *Root) ask(s kit.Screen, cmds *commandBatch) {
	r.push(s, r.place(), true)
	cmds.add(r.begin(r.top()))
}

// back leaves a screen, which is the one on top unless a command of it came
// back. The first screen stays.
func (r *Root) back(serial int, cmds *commandBatch) {
	at := r.indexOf(serial)
	switch {
	case at < 0 || r.backToNeeds(at, cmds):
		return
	case at == 0:
		r.wayOut(cmds)
		return
	}
	it := r.stack[at]
	r.stack = slices.Delete(slices.Clone(r.stack), at, at+1)
	r.drafts.prompt = true
	if it.dialog {
		return
	}
	r.memory[it.place] = it.screen
	cmds.add(r.begin(r.top())) // what is below may have become old
}

// madeChange is what became of the change of an outcome.
type madeChange struct {
	done   bool                // also where there was none
	closed string              // the cycle that it is on, where that is closed
	unsaid []account.Rewording // words that went out and became others, of which nobody said what that means
	aside  int                 // how many answers it would put aside
	asked  hand.Change         // of which that is to be asked
	names  account.Renames     // whom and what it called otherwise
	err    error
}

// makeChange does the change of an outcome to the client in hand, which was asked
// for at a place.
func (r *Root) makeChange(at kit.Place, c *hand.Change) madeChange {
	if c == nil {
		return madeChange{done: true}
	}
	if r.ReadOnly {
		return madeChange{err: fault.New(fault.LooksOnly)}
	}
	mark, was := r.hand.Mark(), r.hand.Now()
	signed := r.signed(*c)
	h, err := tryDo(r.catcher(), r.hand.Dated(r.moment()), signed)
	if err != nil {
		made := r.asking(signed, err)
		made.asked = signed
		return made
	}
	r.take(h)
	now := r.hand.Now()
	r.sayBehind(&was, &now)
	r.trace(at, mark)
	r.noteStep()
	return madeChange{done: true, names: account.RenamesOf(&was, &now)}
}

// change does a change to the client in hand, and reports whether it did. One
// on a closed cycle is done as a correction, with a reason that is asked for
// first; of one that gives other words to what went out, or puts answers aside,
// it is asked first too.
func (r *Root) change(c hand.Change) bool { return r.settleChange(&c, r.makeChange(r.place(), &c)) }

// settleChange says why a change was not done, or asks why a closed cycle must
// be changed. It reports whether it was done.
func (r *Root) settleChange(c *hand.Change, made madeChange) bool {
	switch {
	case made.closed != "" && r.watched():
		r.say(r.Words.T("root.meeting.closed"), true)
	case made.closed != "":
		r.quiet(nil) // what it says was not done yet
		r.correct(made.asked, made.closed)
	case len(made.unsaid) > 0:
		r.quiet(nil)
		r.askSame(made.asked, made.unsaid)
	case made.aside > 0 && r.watched():
		r.say(r.Words.T("root.meeting.not"), true)
	case made.aside > 0:
		r.quiet(nil)
		r.askAside(made.asked, made.aside)
	case made.err != nil:
		r.sayInternal(r.Words.Fault(made.err), true)
	}
	return made.done
}

// tryDo does a change. One that panics is not done.
func tryDo(catch catcher, h hand.Hand, c hand.Change) (next hand.Hand, err error) {
	defer catch.caught(&err)
	return h.Do(c)
}

// correct asks why a closed cycle must be changed, and then does it.
func (r *Root) correct(c hand.Change, cycle string) {
	what := r.Words.T(c.Label.Key, values(c.Label.Args)...)
	r.push(widget.Ask{
		Name: "correct/" + cycle + "/" + c.Label.Key, Title: r.Words.T("root.correct.title", cycle), Text: r.Words.T("root.correct.text", what),
		Label: r.Words.T("root.correct.why"), Required: true,
		Then: func(why string) kit.Outcome {
			d := c
			d.Told.Cycle, d.Told.What, d.Told.Why = account.CycleName(cycle), what, why
			return kit.Outcome{Change: &d}
		},
	}, r.place(), true)
}

// take puts the hand back after anything happened to its client.
func (r *Root) take(h hand.Hand) {
	was, now := r.hand.Now(), h.Now()
	if was.ID != now.ID {
		r.left[was.ID] = was
		was = r.left[now.ID]
	}
	r.hand = h
	r.called(&was)
	r.scores, r.shown = score.HistoryOf(&now), now
	if r.watched() {
		r.scores, r.shown = score.HistoryFor(&now, r.room), now.Shown(r.room)
	}
}
