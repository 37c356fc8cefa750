package linear

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/catching"
)

// catches catches sentences that were heard in passing, line by line, to be sorted later: with whom
// and about which KWI is read in them.
func (t *teller) catches() error {
	for {
		said, err := t.ask(question{text: t.T("linear.catch"), help: t.T("catch.hint")})
		if err != nil || said == "" {
			return err
		}
		x := catching.Read(t.frame(), said)
		t.say(x.Text)
		t.say(catching.Says(t.frame(), x))
		if err := t.done(kit.Label("catch.label"), func(c *account.Client) error { return c.Catch(x) }); err != nil && err != errRefused {
			return err
		}
	}
}

// catchAnywhere asks at whom a sentence was heard where no client is open, and catches it there.
func (t *teller) catchAnywhere() error {
	clients, read := t.present()
	if !read || len(clients) == 0 {
		t.count("linear.clients.count", len(clients))
		return errRefused
	}
	var all []option[string]
	for _, l := range clients {
		all = append(all, option[string]{l.ID, l.Name})
	}
	id, err := ofOptions(t, t.T("catch.whom"), all)
	if err != nil {
		return err
	}
	if err := t.take(id); err != nil {
		return err
	}
	return t.catches()
}

// caught is what was caught and not sorted yet.
func (t *teller) caught() error {
	return t.stay(place{bare: true, name: func() string { return t.T("catch.list") }, what: func() {
		if len(t.client().Caught) == 0 {
			t.say(t.T("catch.none"))
		}
	}, acts: func() []choice {
		all := []choice{{name: t.T("catch.act.new"), changes: true, do: t.catches}}
		for _, x := range t.client().Caught {
			said := t.Words.ShortDate(x.Date, t.today()) + ": " + short(x.Text)
			all = append(all, choice{name: said, fact: true, do: func() error { return t.oneCaught(x) }})
		}
		return all
	}})
}

// oneCaught is one of them: what it becomes, other words, or that it goes.
func (t *teller) oneCaught(x account.Caught) error {
	t.say(x.Text)
	t.say(catching.Says(t.frame(), x))
	cycle := ""
	if t.cycle() == nil {
		cycle = t.T("stage.nocycle")
	}
	all := []choice{}
	for _, as := range []string{"note", "kwi", "action", "visit", "not"} {
		all = append(all, choice{name: t.T("catch.as."+as) + ": " + t.T("catch.as."+as+".how"), why: cycle})
	}
	all = append(all, choice{name: t.T("linear.catch.words")}, choice{name: t.T("catch.with")}, choice{name: "KWI"}, choice{name: t.T("linear.catch.share")}, choice{name: t.T("catch.act.drop")})
	i, err := t.one(t.T("catch.whither"), all)
	if err != nil {
		return err
	}
	switch i {
	case 0, 3, 4:
		return t.sortToPerson(x, i)
	case 1:
		return t.sortToKWI(x)
	case 2:
		return t.sortToAction(x)
	case 9:
		return t.done(kit.Label("catch.label"), func(c *account.Client) error { return c.DropCaught(x) })
	}
	return t.changeCaught(x, i)
}

// changeCaught changes its words, with whom it was, about which KWI, or for whose eyes it is.
func (t *teller) changeCaught(x account.Caught, what int) error {
	next := x
	var err error
	switch what {
	case 5:
		next.Text, err = t.needed(t.T("catch.text"), t.T("catch.hint"))
	case 6:
		who := []option[account.Initials]{{"", t.T("catch.withnobody")}}
		for _, r := range t.client().Staying() {
			who = append(who, option[account.Initials]{r.Initials, t.named(r.Initials)})
		}
		next.With, err = ofOptions(t, asking(t.T("catch.with")), who)
	case 7:
		about := []option[account.KWICode]{{0, t.T("agree.nokwi")}}
		if y := t.cycle(); y != nil {
			for _, k := range y.KWIs {
				about = append(about, option[account.KWICode]{k.Code, t.kwiName(&k)})
			}
		}
		next.KWI, err = ofOptions(t, "KWI?", about)
	default:
		next.Shared, err = t.yes(t.T("linear.catch.shared"), x.Shared)
	}
	if err != nil || next == x {
		return err
	}
	return t.done(kit.Label("catch.label"), func(c *account.Client) error {
		return c.ChangeCaught(x, func(x *account.Caught) { *x = next })
	})
}

// sortToPerson makes it a note, a talk, or what somebody does not expect: of whoever said it.
func (t *teller) sortToPerson(x account.Caught, as int) error {
	who, by := x.With, account.Initials("")
	if who == "" {
		var err error
		if err = t.some(initialsOf(t.client().Staying())); err != nil {
			return err
		}
		if who, err = t.person(t.T("catch.ofwhom"), initialsOf(t.client().Staying())); err != nil {
			return err
		}
	}
	if m := t.client().ColleagueOf(t.Me); m != nil {
		by = m.Initials
	}
	return t.done(kit.Label("catch.label.sort"), func(c *account.Client) error {
		switch as {
		case 3:
			return c.SortToVisit(x, who, by)
		case 4:
			return c.SortToNotExpected(x, who)
		}
		return c.SortToNote(x, who, "")
	})
}

// sortToKWI makes it a KWI; of somebody who has one already it is nobody's in particular.
func (t *teller) sortToKWI(x account.Caught) error {
	title, err := t.line(t.T("draft.make.label"), account.Note{Text: x.Text}.Title(), t.T("draft.title.hint"))
	if err != nil {
		return err
	}
	std, who := part.Standard(t.frame()), x.With
	if t.cycle().WishOf(who) != nil {
		who = ""
	}
	return t.done(kit.Label("catch.label.sort"), func(c *account.Client) error { _, err := c.SortToKWI(x, title, who, std); return err })
}

// sortToAction makes it an agreement, and asks who and when.
func (t *teller) sortToAction(x account.Caught) error {
	return t.becomes(kit.Label("catch.label.sort"), account.Action{Text: x.Text, KWI: x.KWI}, func(c *account.Client, a account.Action) (string, error) {
		return c.SortToAction(x, a, part.Standard(t.frame()), t.today())
	})
}

// caughtChoice leads to what was caught, and says how much of that waits.
func (t *teller) caughtChoice() choice {
	if n := len(t.client().Caught); n > 0 {
		return choice{name: t.N("root.act.sort", n), do: t.caught}
	}
	return choice{name: t.T("root.act.catch"), changes: true, do: t.catches}
}
