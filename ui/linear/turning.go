package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// turnChoices are what can become of a KWI with another one.
func (t *teller) turnChoices(code account.KWICode) []choice {
	others := ""
	if len(t.cycle().KWIs) < 2 {
		others = t.T("linear.merge.none")
	}
	ends := ""
	if err := t.client().MayEnd(t.cycle().Name, code); err != nil {
		ends = t.Words.Fault(err)
	}
	return []choice{
		{name: t.T("linear.kwi.wishers"), do: func() error { return t.wishers(code) }},
		{name: t.T("linear.kwi.merge"), why: others, changes: true, do: func() error { return t.merge(code) }},
		{name: t.T("linear.kwi.split"), why: ends, changes: true, do: func() error { return t.split(code) }},
	}
}

// otherKWI asks for another KWI than one.
func (t *teller) otherKWI(asks string, but account.KWICode) (account.KWICode, error) {
	var all []option[account.KWICode]
	for _, k := range t.cycle().KWIs {
		if k.Code != but {
			all = append(all, option[account.KWICode]{k.Code, t.kwiName(&k)})
		}
	}
	return ofOptions(t, asks, all)
}

// merge asks with which KWI another one is merged.
func (t *teller) merge(code account.KWICode) error {
	other, err := t.otherKWI(t.T("draft.merge.with", part.KWIName(t.frame(), code)), code)
	if err != nil {
		return err
	}
	return t.mergeWith(code, other)
}

// mergeWith makes one KWI of two: in which they go on, what goes along, and why.
func (t *teller) mergeWith(code, other account.KWICode) (err error) {
	f := t.frame()
	stays, why := part.MergesInto(f, code, other)
	if why != "" {
		t.say(why)
		return errRefused
	}
	t.say(t.T("draft.merge.text"))
	var into []option[account.KWICode]
	for _, c := range stays {
		into = append(into, option[account.KWICode]{c, t.T("draft.merge.into", part.KWIName(f, c))})
	}
	if len(into) == 2 {
		into = append(into, option[account.KWICode]{0, t.T("draft.merge.new")})
	}
	m := account.Merging{From: []account.KWICode{code, other}, On: t.today(), Standard: part.Standard(f)}
	if m.Into, err = ofOptions(t, asking(t.T("draft.merge.in")), into); err != nil {
		return err
	}
	if m.Into == 0 {
		if m.Title, err = t.needed(t.T("draft.merge.title.label"), t.T("draft.title.hint")); err != nil {
			return err
		}
	} else {
		m.From = slices.DeleteFunc(m.From, func(c account.KWICode) bool { return c == m.Into })
	}
	for _, c := range []account.KWICode{code, other} {
		for _, q := range t.cycle().KWI(c).InOrder() {
			if q.Kind != account.Own || q.Ended != "" {
				continue
			}
			along, err := t.yes(t.T("linear.turn.along", q.Code.String(), sentence(q.Text)), true)
			if err != nil {
				return err
			}
			if along {
				m.Along = append(m.Along, q.Code)
			}
		}
	}
	h := t.client().Hanging(t.cycle().Name, code, other)
	for _, of := range []struct {
		n    int
		said string
		put  *bool
	}{{h.Notes, t.N("became.notes", h.Notes), &m.Notes}, {len(h.Actions), t.N("became.actions", len(h.Actions)), &m.Actions}, {len(h.Library), t.N("draft.turn.entries", len(h.Library)), &m.Library}} {
		if *of.put = true; of.n > 0 {
			if *of.put, err = t.yes(t.T("linear.turn.follow", of.said), true); err != nil {
				return err
			}
		}
	}
	if m.Why, err = t.needed(t.T("draft.turn.why"), t.T("draft.turn.why.hint")); err != nil {
		return err
	}
	name := t.cycle().Name
	return t.turned(kit.Label("draft.label.merge", t.Words.Numbers(m.From)), func(c *account.Client) (account.KWICode, error) { return c.MergeKWIs(name, m) })
}

// split makes a part of a KWI another one: whose wish, which questions, notes and
// agreements, and why.
func (t *teller) split(code account.KWICode) error {
	f, y, k := t.frame(), t.cycle(), t.cycle().KWI(code)
	t.say(t.T("draft.split.text"))
	s := account.Splitting{From: code, On: t.today(), Standard: part.Standard(f)}
	var err error
	if s.Title, err = t.needed(t.T("draft.split.title.label"), t.T("draft.title.hint")); err != nil {
		return err
	}
	for _, who := range k.Wishers() {
		goes, err := t.yes(t.T("draft.split.who", t.named(who)), false)
		if err != nil {
			return err
		}
		if goes {
			s.WishedBy = append(s.WishedBy, who)
		}
	}
	for _, q := range k.InOrder() {
		if q.Kind != account.Own || q.Ended != "" {
			continue
		}
		goes, err := t.yes(t.T("linear.turn.along", q.Code.String(), sentence(q.Text)), false)
		if err != nil {
			return err
		}
		if goes {
			s.Questions = append(s.Questions, q.Code)
		}
	}
	for i, n := range y.Notes {
		if n.KWI != code {
			continue
		}
		goes, err := t.yes(t.T("linear.turn.along", t.named(n.With), sentence(n.Text)), false)
		if err != nil {
			return err
		}
		if goes {
			s.Notes = append(s.Notes, i)
		}
	}
	for _, number := range t.client().Hanging(y.Name, code).Actions {
		_, a := t.client().Action(number)
		goes, err := t.yes(t.T("linear.turn.along", number, sentence(a.Text)), false)
		if err != nil {
			return err
		}
		if goes {
			s.Actions = append(s.Actions, number)
		}
	}
	if s.Why, err = t.needed(t.T("draft.turn.why"), t.T("draft.turn.why.hint")); err != nil {
		return err
	}
	name := y.Name
	return t.turned(kit.Label("draft.label.split", code.String()), func(c *account.Client) (account.KWICode, error) { return c.SplitKWI(name, s) })
}

// turned tells what a change to KWIs will bring, and does it on a yes.
func (t *teller) turned(label hand.Label, do func(*account.Client) (account.KWICode, error)) error {
	after := t.client().Clone()
	code, err := do(&after)
	if err != nil {
		return t.refuse(err)
	}
	t.say(sentence(t.T("draft.merge.sure")))
	for _, line := range part.TurnedKWIs(t.frame(), &after, code) {
		t.say(line)
	}
	sure, err := t.yes(t.T("linear.turn.sure"), true)
	if err != nil {
		return err
	}
	if !sure {
		t.say(t.T("linear.nothing"))
		return nil
	}
	if err := t.done(label, func(c *account.Client) error { _, err := do(c); return err }); err != nil {
		return err
	}
	return errGone
}

// wishers are those whose wish a KWI is, together: each with their own words.
func (t *teller) wishers(code account.KWICode) error {
	return t.stay(place{name: func() string { return t.T("linear.wishers.place", code.String()) }, what: func() { t.say(t.T("draft.together.text")) }, acts: func() (all []choice) {
		k := t.cycle().KWI(code)
		if k == nil {
			return nil
		}
		for _, who := range t.takesPart() {
			said := t.T("linear.wishers.not", t.named(who))
			switch own := t.cycle().WishOf(who); {
			case own != nil && own.Code == code:
				said = t.T("linear.wishers.yes", t.named(who), short(k.WordsOf(who)))
			case own != nil:
				said = t.T("linear.wishers.other", t.named(who), t.kwiName(own))
			}
			all = append(all, choice{name: said, fact: true, do: func() error { return t.wisher(code, who) }})
		}
		return all
	}})
}

// wisher is somebody with or without others whose wish a KWI is. Who has one of their own
// has that merged with it.
func (t *teller) wisher(code account.KWICode, who account.Initials) error {
	name, today, k := t.cycle().Name, t.today(), t.cycle().KWI(code)
	label := kit.Label("draft.label.together", code.String(), string(who))
	own := t.cycle().WishOf(who)
	switch {
	case own != nil && own.Code != code:
		t.say(t.T("linear.wishers.merge", t.kwiName(own)))
		return t.mergeWith(own.Code, code)
	case k.IsWishOf(who) && len(k.Wishes) > 0:
		stays, err := t.yes(t.T("linear.wishers.stays", t.named(who)), true)
		if err != nil {
			return err
		}
		if !stays {
			return t.done(label, func(c *account.Client) error { return c.PartKWI(name, code, who) })
		}
	}
	was := ""
	if k.IsWishOf(who) {
		was = k.WordsOf(who)
	}
	return t.setLong("together/"+code.String()+"/"+string(who), t.T("draft.together.words", string(who)), was, label, func(c *account.Client, s string) error {
		if c.Cycle(name).KWI(code).IsWishOf(who) {
			return c.SayWish(name, code, who, s, today)
		}
		return c.JoinKWI(name, code, who, s, today)
	})
}

// takeUpChoices are KWIs that were taken out of the cycle and can be asked again.
func (t *teller) takeUpChoices() (all []choice) {
	name, today := t.cycle().Name, t.today()
	for _, code := range t.client().NotAsked(name) {
		g, ok := t.client().LastGone(name, code)
		if !ok {
			continue
		}
		all = append(all, choice{name: t.T("linear.kwi.takeup", t.kwiName(&g.KWI)), changes: true, do: func() error {
			why, err := t.needed(t.T("draft.turn.why"), t.T("draft.turn.why.hint"))
			if err != nil {
				return err
			}
			return t.done(kit.Label("draft.label.takeup", g.KWI.Code.String()), func(c *account.Client) error { return c.TakeUpKWI(name, g.KWI.Code, why, today) })
		}})
	}
	return all
}
