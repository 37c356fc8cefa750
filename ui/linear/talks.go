package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
)

// talks are the conversations while the KWIs are worked on.
func (t *teller) talks() error {
	if err := t.some(t.takesPart()); err != nil {
		return err
	}
	return t.stay(place{name: func() string { return t.T("linear.talks") }, acts: func() []choice {
		var all []choice
		for _, v := range t.client().Rounds(t.cycle(), t.moment()) {
			name := t.T("linear.talk.never", t.named(v.Who))
			if days, held := v.Days(t.today()); held {
				name = t.T("linear.talk.last", t.named(v.Who), t.N("linear.count.talks", v.Held), t.Words.Ago(days))
			}
			if v.Next != "" {
				name += ", " + t.T("linear.talk.next", t.Words.ShortMoment(v.Next, t.today()))
			}
			all = append(all, choice{name: name, do: func() error { return t.talksWith(v.Who) }})
		}
		return all
	}})
}

func (t *teller) talksWith(who account.Initials) error {
	return t.stay(place{name: func() string { return t.T("linear.talk.place", t.named(who)) }, what: func() {
		t.count("linear.count.talks", len(t.cycle().VisitsWith(who)))
	}, acts: func() []choice {
		all := []choice{{name: t.T("linear.talk.new"), changes: true, do: func() error { return t.newTalk(who) }}, {name: t.T("linear.talk.before"), do: func() error { return t.visitPage(who) }}}
		for _, v := range t.cycle().VisitsWith(who) {
			said := t.Words.ShortMoment(v.At(), t.today())
			if v.By != "" {
				said += ", " + t.named(v.By)
			}
			if v.Note != "" {
				said += ": " + short(v.Note)
			}
			all = append(all, choice{name: said, fact: true, do: func() error { return t.oneTalk(v) }})
		}
		return all
	}})
}

// talkMoment asks when a talk was or will be; an empty line is today.
func (t *teller) talkMoment() (account.Moment, error) {
	got, err := t.ask(question{text: t.T("linear.today", asking(t.T("linear.talk.when"))), help: t.T("linear.day.help")})
	if err != nil || got == "" {
		return account.Moment(t.today()), err
	}
	return t.read(got, t.T("linear.talk.when"), "", "", t.momentReader())
}

// newTalk notes a conversation, one that was had or is planned.
func (t *teller) newTalk(who account.Initials) error {
	at, err := t.talkMoment()
	if err != nil {
		return err
	}
	v := account.Visit{With: who}
	v.SetAt(at)
	if m := t.client().ColleagueOf(t.Me); m != nil {
		v.By = m.Initials
	}
	name, label := t.cycle().Name, kit.Label("realise.label.talk", string(who))
	if err := t.done(label, func(c *account.Client) error { return c.AddVisit(name, v) }); err != nil {
		return err
	}
	if v.By == "" {
		if by := t.client().StayingColleagues(); len(by) > 0 {
			var ours []account.Initials
			for _, m := range by {
				ours = append(ours, m.Initials)
			}
			with, err := t.person(t.T("linear.talk.by"), ours)
			if err != nil {
				return err
			}
			if v, err = t.changeTalk(v, func(v *account.Visit) { v.By = with }); err != nil {
				return err
			}
		}
	}
	err = t.setLong("talk/"+string(who), t.T("linear.talk.said"), "", label, func(c *account.Client, s string) error {
		return c.ChangeVisit(name, v, nil, func(v *account.Visit) { v.Note = s })
	})
	if err != nil {
		return err
	}
	for _, now := range t.cycle().VisitsWith(who) {
		if now.At() == at && !now.Planned(t.moment()) { // a talk of today is had once there is a word on it
			return t.askGoes(who, at)
		}
	}
	return nil
}

// askGoes asks how it goes, as they said.
func (t *teller) askGoes(who account.Initials, at account.Moment) error {
	all := []option[account.Going]{{"", t.T("realise.goes.unasked")}}
	for _, g := range account.Goings() {
		all = append(all, option[account.Going]{g, t.T("realise.goes." + string(g))})
	}
	goes, err := ofOptions(t, t.T("linear.talk.goes"), all)
	if err != nil {
		return err
	}
	for _, v := range t.cycle().VisitsWith(who) {
		if v.At() == at && v.Goes != goes {
			_, err = t.changeTalk(v, func(v *account.Visit) { v.Goes = goes })
			return err
		}
	}
	return nil
}

// changeTalk changes a conversation, which is known by all that it said.
func (t *teller) changeTalk(was account.Visit, set func(*account.Visit)) (account.Visit, error) {
	name := t.cycle().Name
	beside := slices.DeleteFunc(t.cycle().VisitsWith(was.With), func(v account.Visit) bool { return v == was })
	err := t.done(kit.Label("realise.label.talk", string(was.With)), func(c *account.Client) error { return c.ChangeVisit(name, was, beside, set) })
	if err == nil {
		set(&was)
	}
	return was, err
}

// oneTalk is one conversation.
func (t *teller) oneTalk(v account.Visit) error {
	t.tell(t.T("linear.talk.said"), v.Note)
	i, err := t.one(t.T("linear.talk.what"), []choice{{name: t.T("linear.talk.change")}, {name: t.T("linear.talk.day")}, {name: t.T("linear.talk.how")}, {name: t.T("linear.talk.away")}, {name: t.T("trace.act.from")}})
	if err != nil {
		return err
	}
	name := t.cycle().Name
	beside := slices.DeleteFunc(t.cycle().VisitsWith(v.With), func(w account.Visit) bool { return w == v })
	switch i {
	case 0:
		return t.setLong("talk/"+string(v.With)+"/"+string(v.At()), t.T("linear.talk.said"), v.Note, kit.Label("realise.label.talk", string(v.With)), func(c *account.Client, s string) error {
			return c.ChangeVisit(name, v, beside, func(v *account.Visit) { v.Note = s })
		})
	case 1:
		at, err := t.momentOf(t.T("linear.talk.when"), v.At())
		if err != nil || at == "" || at == v.At() {
			return err
		}
		_, err = t.changeTalk(v, func(v *account.Visit) { v.SetAt(at) })
		return err
	case 2:
		return t.askGoes(v.With, v.At())
	case 4:
		return t.origin(trace.Thing{Kind: trace.Visit, Who: v.With, Date: v.Date, Text: v.Note, Of: string(v.By), Cycle: name})
	}
	return t.done(kit.Label("realise.label.removed", string(v.With)), func(c *account.Client) error { return c.RemoveVisit(name, v, beside) })
}
