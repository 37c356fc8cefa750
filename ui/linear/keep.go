package linear

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/score"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/theme"
)

// frame is all that a part of the screens may look at, of the client in hand: for
// ourselves, or what those in the room may know.
func (t *teller) frame() *kit.Frame {
	now := t.hand.Now()
	if t.watched() {
		return &kit.Frame{W: 10_000, H: 10_000, Theme: theme.Plain(), Words: t.Words, Today: t.today(), Now: t.Now(), Audience: kit.WithClient, Room: t.meeting.room,
			Supplier: t.Supplier, Me: t.Me, Client: now.Shown(t.meeting.room), Cycle: t.earlier, Firm: t.firm(), Scores: score.HistoryFor(&now, t.meeting.room), Window: t.Window}
	}
	return &kit.Frame{W: 10_000, H: 10_000, Theme: theme.Plain(), Words: t.Words, Today: t.today(), Now: t.Now(), Audience: kit.Manager,
		Supplier: t.Supplier, Me: t.Me, Client: now, Cycle: t.earlier, Firm: t.firm(), Scores: score.HistoryOf(&now), Window: t.Window}
}

// client is the client in hand, as far as whoever listens may know them.
func (t *teller) client() *account.Client {
	c := t.hand.Now()
	if t.watched() {
		c = c.Shown(t.meeting.room)
	}
	return &c
}

// cycle is the cycle that is looked at: their newest, or an earlier one that was chosen;
// nil where there is none.
func (t *teller) cycle() *account.Cycle {
	c := t.client()
	if y := c.Cycle(t.earlier); y != nil {
		return y
	}
	return c.Newest()
}

// isNewest reports whether the newest cycle is looked at.
func (t *teller) isNewest() bool {
	y := t.cycle()
	return y == nil || y.Name == t.client().Newest().Name
}

// take takes a client in hand as the store has them. Where that cannot be read what
// is in hand stays.
func (t *teller) take(id string) error {
	if t.hand.ID() == id && t.hand.Dirty() {
		return nil
	}
	h, err := t.Keeper.Open(context.Background(), id)
	if err == nil {
		t.hand = h.In(t.Window)
	}
	return err
}

// fresh is the client in hand with what others changed meanwhile.
func (t *teller) fresh() {
	before := t.hand
	if err := t.take(t.hand.ID()); err != nil {
		t.sayInternal(t.Words.Fault(err), true)
		return
	}
	t.meanwhile(before)
}

// change does a change to the client in hand and keeps it before anything else is
// asked. What cannot be done is told and is errRefused.
func (t *teller) change(label hand.Label, apply func(*account.Client) error) error {
	return t.does(hand.Change{Label: label, Apply: apply})
}

// done does a change and says that it is kept.
func (t *teller) done(label hand.Label, apply func(*account.Client) error) error {
	err := t.change(label, apply)
	if err == nil {
		t.kept()
	}
	return err
}

func (t *teller) does(c hand.Change) error {
	if t.ReadOnly {
		return t.refuse(fault.New(fault.LooksOnly))
	}
	c.Told.Today, c.Told.By = t.today(), t.Me.Known()
	h, err := t.doing(t.hand.Dated(t.moment()), c)
	if err != nil {
		more, ask := t.moreToSay(c, err)
		if ask != nil {
			return ask
		}
		return t.does(more)
	}
	was, now := t.hand.Now(), h.Now()
	t.hand, t.ofFirm = h, false
	if err := t.keep(); err != nil {
		return err
	}
	t.sayBehind(&was, &now)
	return nil
}

// doing does a change. One that panics is not done.
func (t *teller) doing(h hand.Hand, c hand.Change) (next hand.Hand, err error) {
	defer func() {
		if p := recover(); p != nil {
			next, err = h, t.Fell.Of(p, "lines")
		}
	}()
	return h.Do(c)
}

// moreToSay asks what is to be said of a change before it can be done: whether other
// words ask the same, whether answers may go, why a closed cycle changes.
func (t *teller) moreToSay(c hand.Change, err error) (hand.Change, error) {
	f, ok := fault.Of(err)
	switch {
	case ok && f.Kind == fault.Frozen && t.watched():
		t.say(t.T("root.meeting.closed"))
		return c, errRefused
	case ok && f.Kind == fault.KeepsAnswers && t.watched():
		t.say(t.T("root.meeting.not"))
		return c, errRefused
	case ok && f.Kind == fault.Frozen && len(f.Values) > 0 && c.Told.Why == "":
		what := t.label(c.Label)
		t.say(t.T("linear.frozen", f.Values[0]))
		why, err := t.needed(t.T("root.correct.why"), t.T("linear.frozen", f.Values[0]))
		c.Told.Cycle, c.Told.What, c.Told.Why = account.CycleName(f.Values[0]), what, why
		return c, err
	case ok && f.Kind == fault.SameOrOther && c.Told.Words == "":
		for _, w := range t.hand.Unsaid(c) {
			t.say(t.T("linear.same.words", w.What(), w.Was, w.Now))
		}
		i, err := t.one(t.T("linear.same"), []choice{{name: t.T("linear.same.same")}, {name: t.T("linear.same.other")}})
		if err == nil {
			c.Told.Words = []account.Amends{account.SameQuestion, account.OtherOne}[i]
		}
		return c, err
	case ok && f.Kind == fault.KeepsAnswers && t.hand.Aside(c) > 0:
		n := t.hand.Aside(c)
		yes, err := t.yes(t.N("linear.aside", n), false)
		if err == nil && !yes {
			err = errBack
		}
		c.Told.Aside = n
		return c, err
	}
	return c, t.refuse(err)
}

// keep sends what is not kept yet until the store has it. What cannot be kept is told
// and tried again for as long as the user wants.
func (t *teller) keep() error {
	lost := false
	for {
		h, save, any := t.hand.Send()
		switch {
		case !any && lost:
			return errRefused
		case !any:
			return nil
		}
		t.hand = h
		n, version, err := t.Keeper.Keep(context.Background(), save)
		switch {
		case err == nil:
			t.hand = t.hand.Kept(n, version)
		case fault.Has(err, fault.Conflict):
			var gone bool
			gone, err = t.rebase(save.Client)
			lost = lost || gone
		}
		if err == nil {
			continue
		}
		t.hand = t.hand.Failed(err)
		if err := t.failed(err); err != nil {
			return err
		}
	}
}

// rebase does what is unsent again on the client as others have kept them. gone is that
// something of it cannot be done any more, which is told.
func (t *teller) rebase(id string) (gone bool, err error) {
	newer, err := t.Keeper.Open(context.Background(), id)
	if err != nil {
		return false, err
	}
	other := t.hand.Else(newer)
	h, lost := t.hand.Rebase(newer.In(t.Window))
	t.hand = h
	return t.tellLost(lost, other), nil
}

// tellLost tells what was done again on what others have kept, and what of it cannot be any
// more: gone is that there is such. The others did it in that window.
func (t *teller) tellLost(lost []hand.Lost, other hand.Window) (gone bool) {
	who := part.WhoElse(t.Words, other, t.Window, t.Team.User)
	for _, l := range lost {
		gone = gone || l.Why != nil
	}
	switch {
	case t.watched():
		t.say(t.T("root.meeting.changed"))
	case gone:
		t.say(t.T("linear.conflict.lost", who))
	default:
		t.say(t.T("linear.conflict", who))
	}
	for _, l := range lost {
		t.sayInternal(part.Lost(t.Words, l, t.label(l.Label), who, t.today()), false)
	}
	return gone
}

// failed tells that something is not kept, and asks what now. Where there are no more
// answers it is written to a file elsewhere.
func (t *teller) failed(why error) error {
	if t.watched() {
		t.sayInternal(t.T("linear.unsaved", t.Words.Fault(why)), false)
		t.say(t.T("linear.meeting.unsaved"))
	} else {
		t.say(t.T("linear.unsaved", t.Words.Fault(why)))
	}
	all := []choice{{name: t.T("linear.unsaved.again")}, {name: t.T("linear.unsaved.elsewhere")}}
	i, err := t.one(t.T("linear.unsaved.ask"), all)
	if err == nil && i == 0 || err == errUndone || err == errBack {
		return nil
	}
	var unsaved account.Client
	var firm account.Firm
	if t.hand.Dirty() {
		unsaved = t.hand.Now()
	}
	if t.Firm.Dirty() {
		firm = t.Firm.Now()
	}
	path, err := t.Keeper.Rescue(context.Background(), unsaved, firm)
	if err != nil {
		t.sayInternal(t.Words.Fault(err), true)
		if t.ctx.Err() != nil || i == 0 {
			return errLeave
		}
		return nil
	}
	t.say(t.T("cli.rescued", path))
	return errLeave
}

// label is what a step is called.
func (t *teller) label(l hand.Label) string {
	args := make([]any, len(l.Args))
	for i, a := range l.Args {
		args[i] = a
	}
	return t.T(l.Key, args...)
}

// kept says that what was just answered is kept.
func (t *teller) kept() { t.say(t.T("linear.kept")) }

// sayBehind says whose list fell behind by a change.
func (t *teller) sayBehind(was, now *account.Client) {
	y := now.Newest()
	if y == nil {
		return
	}
	old := was.Cycle(y.Name)
	var fresh []account.Behind
	for _, b := range now.ListsBehind(y) {
		if old == nil || !old.BehindOf(b.Who).Any() {
			fresh = append(fresh, b)
		}
	}
	if len(fresh) > 0 {
		t.sayInternal(t.Words.Behind(fresh), false)
	}
}
