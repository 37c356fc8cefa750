package linear

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
)

// lists are the personal lists that go out: written into a folder, and whom they
// reached, and who of us knows the KWIs.
func (t *teller) lists() error {
	if err := t.some(t.takesPart()); err != nil {
		return err
	}
	return t.stay(place{name: func() string { return t.T("linear.lists") }, what: func() {
		if b := t.client().ListsBehind(t.cycle()); len(b) > 0 {
			t.say(t.Words.Behind(b))
		}
	}, acts: func() []choice {
		y := t.cycle()
		all := []choice{{name: t.T("linear.lists.write"), changes: true, do: t.writeLists}}
		if t.Post != nil && t.Post.Read != nil {
			all = append(all, choice{name: t.T("linear.lists.read"), changes: true, do: t.readLists})
		}
		all = append(all, t.mailChoices()...)
		for _, who := range t.takesPart() {
			said := t.T("linear.list.not", t.named(who))
			if days := y.Sent[who]; len(days) > 0 {
				said = t.T("linear.list.sent", t.named(who), t.Words.Date(days[len(days)-1]))
			}
			if on := y.Confirmed[who]; on != "" {
				said += ", " + t.T("linear.list.confirmed", t.Words.Date(on))
			}
			all = append(all, choice{name: said, do: func() error { return t.listOf(who) }})
		}
		for _, m := range t.client().StayingColleagues() {
			said := t.T("linear.informed.not", t.named(m.Initials))
			if on := y.Informed[m.Initials]; on != "" {
				said = t.T("linear.informed", t.named(m.Initials), t.Words.Date(on))
			}
			all = append(all, choice{name: said, fact: true, do: func() error { return t.inform(m.Initials) }})
		}
		return all
	}})
}

// inform notes on which day a colleague was told of the KWIs.
func (t *teller) inform(who account.Initials) error {
	name := t.cycle().Name
	return t.noteDay(t.T("linear.informed.on"), t.cycle().Informed[who], kit.Label("communicate.label.informed", string(who)), func(c *account.Client, on account.Date) error { return c.Inform(name, who, on) })
}

// listOf is the list of one respondent: what is asked in it, and what became of it.
func (t *teller) listOf(who account.Initials) error {
	return t.stay(place{name: func() string { return t.T("linear.list.place", t.named(who)) }, what: func() {
		asked := t.cycle().AskedOf(who)
		t.count("linear.count.questions", len(asked))
		if account.IsLong(len(asked)) {
			t.say(t.T("linear.list.long", account.MostAsked))
		}
	}, acts: func() []choice {
		y := t.cycle()
		name := y.Name
		all := []choice{
			{name: t.T("linear.list.tell"), do: func() error { t.tellList(who); return nil }},
			{name: t.T("linear.list.note"), changes: true, do: func() error { return t.noteSent(who) }},
			t.noteField(t.T("linear.list.confirm"), y.Confirmed[who], kit.Label("communicate.label.confirmed", string(who)), func(c *account.Client, on account.Date) error { return c.Confirm(name, who, on) }),
			t.longField("word/"+string(who), t.T("linear.list.word"), y.PersonalWords[who], kit.Label("bring.word.label", string(who)), func(c *account.Client, s string) error { return c.SayPersonally(name, who, s) }),
		}
		if days := y.Sent[who]; len(days) > 0 {
			last := days[len(days)-1]
			all = append(all, choice{name: t.T("linear.list.unsent", t.Words.Date(last)), changes: true, do: func() error {
				return t.done(kit.Label("communicate.label.unsent", string(who)), func(c *account.Client) error { return c.Unsend(name, who, last) })
			}})
		}
		return all
	}})
}

func (t *teller) tellList(who account.Initials) {
	y := t.cycle()
	for _, code := range y.AskedOf(who) {
		t.tell(code.String(), y.Question(code).Text)
	}
}

// noteSent notes on which day a list went out some other way.
func (t *teller) noteSent(who account.Initials) error {
	name := t.cycle().Name
	on, err := t.onDay(t.T("linear.list.on"), "")
	if err != nil || on == "" {
		return err
	}
	return t.done(kit.Label("communicate.label.sent", string(who)), func(c *account.Client) error { return c.Send(name, who, on) })
}

// writeLists writes the lists of all whose turn it is into a folder. That they went out
// is kept with it, as from the screens.
func (t *teller) writeLists() error {
	if t.Post == nil || t.Post.Write == nil {
		t.say(t.T("linear.lists.cannot"))
		return errRefused
	}
	folder, err := t.line(t.T("linear.lists.folder"), t.Post.Folder, t.T("linear.lists.folder.help"))
	if err != nil {
		return err
	}
	y := t.cycle()
	w, err := t.Post.Write(t.ctx, *t.client(), y.Name, bring.Way{Folder: folder, Tag: t.Words.Tag(), Me: t.Me}, nil)
	if err != nil {
		return err
	}
	t.say(t.N("linear.lists.written", w.Lists, w.Folder))
	if len(w.Without) > 0 {
		t.say(t.T("linear.lists.without", part.Names(t.frame(), w.Without)))
	}
	for _, beside := range w.Beside {
		t.say(t.T("linear.lists.beside", beside))
	}
	if w.Forgot != nil {
		t.say(t.Words.Fault(w.Forgot))
	}
	t.fresh()
	return t.noteOut()
}

// noteOut asks whether the lists that were written are on their way, and notes the day.
func (t *teller) noteOut() error {
	y := t.cycle()
	name, today := y.Name, t.today()
	var who []account.Initials
	for _, i := range initialsOf(t.client().Awaited(y)) {
		if days := y.Sent[i]; len(y.AskedOf(i)) > 0 && (len(days) == 0 || days[len(days)-1] != today) {
			who = append(who, i)
		}
	}
	if len(who) == 0 {
		return nil
	}
	out, err := t.yes(t.T("linear.lists.out", part.Names(t.frame(), who)), false)
	if err != nil || !out {
		return err
	}
	return t.done(kit.Label("communicate.label.allsent"), func(c *account.Client) error {
		for _, i := range who {
			if err := c.Send(name, i, today); err != nil {
				return err
			}
		}
		return nil
	})
}
