package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hand"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// becomes makes an agreement of something: its words, and then who, when and about which KWI, as far
// as that is not known.
func (t *teller) becomes(label hand.Label, base account.Action, make func(*account.Client, account.Action) (string, error)) error {
	text, err := t.line(t.T("agree.col.what"), base.Text, "")
	if err != nil || text == "" {
		return err
	}
	base.Text, base.Side = text, account.SupplierSide
	number := ""
	if err := t.change(label, func(c *account.Client) (err error) { number, err = make(c, base); return err }); err != nil {
		return err
	}
	t.say(t.T("linear.agreement.kept", number))
	if err := t.askOwner(number); err != nil {
		return err
	}
	if err := t.askDue(number); err != nil {
		return err
	}
	if _, a := t.client().Action(number); a != nil && a.KWI == 0 {
		return t.askKWI(number)
	}
	return nil
}

// brought are the ideas that people brought, each with the answer that they got, and those that
// the method has.
func (t *teller) brought() error {
	return t.stay(place{name: func() string { return t.T("linear.brought") }, what: func() {
		t.say(t.T("realise.idea.text"))
	}, acts: func() []choice {
		all := []choice{{name: t.T("realise.act.bring"), changes: true, do: t.bringIdea}, {name: t.T("linear.brought.method"), do: t.methodIdeas}}
		for _, i := range t.client().StandingIdeas(t.cycle()) {
			all = append(all, choice{name: t.ideaSaid(i), fact: true, do: func() error { return t.standingIdea(i) }})
		}
		return all
	}})
}

// ideaSaid is an idea and how it stands.
func (t *teller) ideaSaid(i account.StandingIdea) string {
	said := []string{short(i.Idea.Text)}
	if i.Place.Session {
		said = append(said, t.T("realise.idea.is.session", string(i.Place.Cycle)))
	} else if i.Idea.By != "" {
		said = append(said, t.T("realise.idea.is.by", i.Idea.By))
	}
	switch {
	case !i.Idea.Answered():
		said = append(said, t.T("realise.idea.waits"))
	case i.Idea.Action != "":
		said = append(said, t.T("realise.idea.became", i.Idea.Action))
	default:
		said = append(said, t.T("realise.idea.is.whynot", i.Idea.WhyNot))
	}
	switch {
	case i.Idea.Told != "":
		said = append(said, t.T("realise.idea.is.told", t.Words.ShortDate(i.Idea.Told, t.today())))
	case i.Idea.Owed() && i.Idea.Answered():
		said = append(said, t.T("realise.idea.tell"))
	}
	return strings.Join(said, ", ")
}

// bringIdea notes an idea and whose it is.
func (t *teller) bringIdea() error {
	text, err := t.needed(t.T("realise.idea.what"), t.T("realise.idea.text"))
	if err != nil {
		return err
	}
	by, err := t.line(t.T("realise.idea.by")+", "+t.T("realise.idea.by.hint"), "", t.T("linear.skip"))
	if err != nil {
		return err
	}
	idea := account.Idea{Date: t.today(), Text: text, By: by}
	if idea.KWI, err = t.aboutKWI(); err != nil {
		return err
	}
	name := t.cycle().Name
	return t.done(kit.Label("realise.label.idea"), func(c *account.Client) error { return c.BringIdea(name, idea) })
}

// aboutKWI asks which KWI something is about, 0 for none.
func (t *teller) aboutKWI() (account.KWICode, error) {
	all := []option[account.KWICode]{{0, t.T("agree.nokwi")}}
	for _, k := range t.cycle().KWIs {
		all = append(all, option[account.KWICode]{k.Code, t.kwiName(&k)})
	}
	return ofOptions(t, t.T("linear.agreement.kwi"), all)
}

// standingIdea is one idea: an agreement of it, why not, that the answer was told, other words, or
// that it goes.
func (t *teller) standingIdea(i account.StandingIdea) error {
	t.say(i.Idea.Text)
	before, taken, unanswered := "", "", ""
	if i.Place.Session || i.Place.Cycle != t.cycle().Name {
		before = t.T("realise.why.before")
	}
	if i.Idea.Action != "" {
		taken = t.T("realise.why.takenup", i.Idea.Action)
	}
	if !i.Idea.Answered() {
		unanswered = t.T("realise.why.unanswered")
	}
	at, err := t.one(t.T("linear.idea.what"), []choice{{name: t.T("realise.act.takeup"), why: taken}, {name: t.T("realise.act.whynot"), why: taken}, {name: t.T("realise.act.tell"), why: unanswered}, {name: t.T("linear.idea.change"), why: before}, {name: t.T("linear.idea.away"), why: before}, {name: t.T("trace.act.from")}})
	if err != nil {
		return err
	}
	cycle, std, today, where := t.cycle().Name, part.Standard(t.frame()), t.today(), i.Place
	switch at {
	case 0:
		base := account.Action{Text: i.Idea.Text}
		if t.cycle().KWI(i.Idea.KWI) != nil {
			base.KWI = i.Idea.KWI
		}
		return t.becomes(kit.Label("agree.label.new"), base, func(c *account.Client, a account.Action) (string, error) {
			return c.TakeUpIdea(where, cycle, a, std, today)
		})
	case 1:
		t.say(t.T("realise.whynot.missing"))
		why, err := t.needed(t.T("realise.whynot.title"), t.T("realise.whynot.hint"))
		if err != nil {
			return err
		}
		return t.done(kit.Label("realise.label.idea.whynot"), func(c *account.Client) error { return c.DeclineIdea(where, why) })
	case 2:
		return t.noteDay(t.T("realise.told.title"), i.Idea.Told, kit.Label("realise.label.idea.told"), func(c *account.Client, on account.Date) error { return c.TellIdea(where, on) })
	case 5:
		return t.origin(trace.OfIdea(where))
	case 3:
		return t.setLine(t.T("realise.idea.what"), i.Idea.Text, "", kit.Label("realise.label.idea"), func(c *account.Client, s string) error {
			return c.ChangeIdea(cycle, where.Text, func(next *account.Idea) { next.Text = s })
		})
	}
	return t.done(kit.Label("realise.label.idea.gone"), func(c *account.Client) error { return c.DropIdea(cycle, where.Text) })
}

// methodIdeas are those of the method, to work on a KWI in a way that is noticed.
func (t *teller) methodIdeas() error {
	return t.stay(place{name: func() string { return t.T("linear.brought.method") }, acts: func() (all []choice) {
		for _, idea := range guide.For(t.Words.Tag()).Realise() {
			all = append(all, choice{name: idea.Title, do: func() error { return t.methodIdea(idea) }})
		}
		return all
	}})
}

func (t *teller) methodIdea(idea guide.RealiseIdea) error {
	t.say(idea.Line)
	t.say(t.T("realise.idea.when", idea.When))
	t.say(t.T("realise.idea.seen", idea.Seen))
	if t.ReadOnly {
		return nil
	}
	use, err := t.yes(t.T("realise.act.use")+"?", false)
	if err != nil || !use {
		return err
	}
	cycle, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	return t.becomes(kit.Label("agree.label.new"), account.Action{Text: idea.Title, Internal: idea.Ours}, func(c *account.Client, a account.Action) (string, error) { return c.AddAction(cycle, a, std, today) })
}
