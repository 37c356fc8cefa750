package ui

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// signed is a change with who does it, and when.
func (r *Root) signed(c hand.Change) hand.Change {
	if c.Told.Today == "" {
		c.Told.Today = r.today()
	}
	c.Told.By = r.Me.Known()
	return c
}

// asking is what is to be asked of a change that was refused, before it can be
// done.
func (r *Root) asking(c hand.Change, err error) (m madeChange) {
	f, ok := fault.Of(err)
	switch {
	case ok && f.Kind == fault.Frozen && len(f.Values) > 0:
		m.closed = f.Values[0]
	case fault.Has(err, fault.SameOrOther):
		m.unsaid = r.hand.Unsaid(c)
	case fault.Has(err, fault.KeepsAnswers):
		m.aside = r.hand.Aside(c)
	}
	if m.closed == "" && len(m.unsaid) == 0 && m.aside == 0 {
		m.err = err
	}
	return m
}

// askSame asks whether what gets other words is still the same.
func (r *Root) askSame(c hand.Change, of []account.Rewording) {
	behind := map[account.Amends][]account.Behind{}
	for _, as := range []account.Amends{account.SameQuestion, account.OtherOne} {
		d := c
		d.Told.Words = as
		now := r.hand.With(d)
		behind[as] = now.ListsBehind(now.Cycle(of[0].Cycle))
	}
	r.push(sameAsk{of: of, behind: behind, then: func(as account.Amends) kit.Outcome {
		d := c
		d.Told.Words = as
		return kit.Outcome{Change: &d}
	}}, r.place(), true)
}

// askAside asks whether answers may be put aside.
func (r *Root) askAside(c hand.Change, n int) {
	what := r.Words.T(c.Label.Key, values(c.Label.Args)...)
	r.push(widget.NewConfirm(widget.Confirm{
		Title: r.Words.N("aside.title", n), Text: r.Words.N("aside.text", n, what), Yes: r.Words.T("aside.yes"),
		Then: func() kit.Outcome {
			d := c
			d.Told.Aside = n
			return kit.Outcome{Change: &d}
		},
	}), r.place(), true)
}

// sayBehind says whose list fell behind by a change, and where they go again.
func (r *Root) sayBehind(was, now *account.Client) {
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
	if len(fresh) == 0 {
		return
	}
	text := r.Words.Behind(fresh) + " " + r.Words.T("behind.go", keys.Behind.Keys()[0])
	if r.watched() {
		r.hold(text)
		return
	}
	r.say(text, false)
}

// behindActs are acts, and where lists are behind also the way there.
func (r *Root) behindActs(acts []kit.Act, now *account.Client) []kit.Act {
	if len(now.ListsBehind(now.Newest())) == 0 {
		return acts
	}
	return append(acts, kit.Act{ID: "behind", Keys: keys.Behind, Name: r.Words.T("root.act.behind"), Hidden: true})
}

// goToBehind goes to where the lists that are behind go again, with the first of
// them in hand; esc leads back.
func (r *Root) goToBehind(cmds *commandBatch) {
	now := r.hand.Now()
	y := now.Newest()
	list := now.ListsBehind(y)
	if len(list) == 0 {
		return
	}
	stage := account.Communicate
	if y.Stage >= account.Measure {
		stage = account.Measure
	}
	p := kit.Place{Name: r.placeOfApproach(stage.String()), Client: r.hand.ID(), At: string(list[0].Who)}
	if here := r.place(); here.Name == p.Name && here.Client == p.Client {
		r.deliver(kit.Aim(p.At), cmds)
		return
	}
	r.goFrom(p, true, cmds)
}

// name says what gets other words.
func (r sameAsk) name(f *kit.Frame, of account.Rewording) string {
	if of.Part == "" {
		return f.T("same.question", of.What())
	}
	return f.T("same."+string(of.Part)+".of", of.What())
}

func namesOf(list []account.Behind) string {
	var who []string
	for _, b := range list {
		who = append(who, string(b.Who))
	}
	return strings.Join(who, ", ")
}

func values(s []string) []any {
	out := make([]any, len(s))
	for i, v := range s {
		out[i] = v
	}
	return out
}
