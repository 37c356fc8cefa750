package linear

import (
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// planMinutes asks how long a part of the session is planned to take.
func (t *teller) planMinutes() error {
	name := t.cycle().Name
	var all []choice
	parts := t.cycle().Agenda()
	for _, p := range parts {
		all = append(all, choice{name: t.T("linear.agenda.part", t.T("meet.session.item."+string(p.Item)), t.N("linear.minutes", p.Minutes))})
	}
	i, err := t.one(t.T("linear.agenda.which"), all)
	if err != nil {
		return err
	}
	p := parts[i]
	return until(func() error {
		got, err := t.line(t.T("meet.session.minutes"), strconv.Itoa(p.Minutes), "")
		if err != nil {
			return err
		}
		n, wrong := strconv.Atoi(text.Narrow(got))
		if got == "" {
			n, wrong = 0, nil
		}
		switch {
		case wrong != nil || n < 0 || n > account.MostMinutes:
			t.say(t.T("meet.session.minutes.bad", account.MostMinutes))
			return errRefused
		case n == p.Minutes:
			return nil
		}
		return t.done(kit.Label("meet.session.label.agenda", string(p.Item)), func(c *account.Client) error { return c.PlanItem(name, p.Item, n) })
	})
}

// comingChoices are the KWIs as they were agreed for the next cycle, to be changed.
func (t *teller) comingChoices() (all []choice) {
	y := t.cycle()
	for _, n := range y.Meeting.Next {
		do := func() error { return t.changeAgreed(n.Title) }
		if n.KWI != 0 {
			code := n.KWI
			n, do = y.Coming(code), func() error { return t.sharpenKWI(code) }
		}
		all = append(all, choice{name: t.T("linear.coming", n.Title), fact: true, do: do})
	}
	return all
}

// sharpenKWI puts a KWI in other words from the next cycle on.
func (t *teller) sharpenKWI(code account.KWICode) error {
	name, label := t.cycle().Name, kit.Label("meet.session.label.sharpen", code.String())
	set := func(put func(*account.NextKWI, string)) func(*account.Client, string) error {
		return func(c *account.Client, s string) error {
			return c.SharpenKWI(name, code, func(n *account.NextKWI) { put(n, s) })
		}
	}
	n := t.cycle().Coming(code)
	if err := t.setLine(t.T("meet.session.next.title"), n.Title, "", label, set(func(n *account.NextKWI, s string) { n.Title = s })); err != nil {
		return err
	}
	if err := t.setLong("sharpen/"+code.String(), t.T("meet.session.next.expectation"), n.Expectation, label, set(func(n *account.NextKWI, s string) { n.Expectation = s })); err != nil {
		return err
	}
	to, err := t.target(n.Target)
	if err != nil || to == n.Target {
		return err
	}
	return t.done(label, func(c *account.Client) error {
		return c.SharpenKWI(name, code, func(n *account.NextKWI) { n.Target = to })
	})
}

// agreeKWI agrees a new KWI for the next cycle.
func (t *teller) agreeKWI() error {
	title, err := t.needed(t.T("meet.session.next.title"), t.T("draft.title.hint"))
	if err != nil {
		return err
	}
	name, std, label := t.cycle().Name, part.Standard(t.frame()), kit.Label("meet.session.label.newkwi")
	if err := t.done(label, func(c *account.Client) error { return c.AgreeKWI(name, account.NextKWI{Title: title}, std) }); err != nil {
		return err
	}
	return t.agreedWords(title, account.NextKWI{})
}

// changeAgreed changes a new KWI that waits for the next cycle; without a title it is gone.
func (t *teller) changeAgreed(was string) error {
	y := t.cycle()
	i := slices.IndexFunc(y.Meeting.Next, func(n account.NextKWI) bool { return n.KWI == 0 && n.Title == was })
	if i < 0 {
		return errGone
	}
	n, name := y.Meeting.Next[i], y.Name
	t.say(t.T("meet.session.newkwi.gone"))
	title, err := t.line(t.T("meet.session.next.title"), was, t.T("draft.title.hint"))
	if err != nil {
		return err
	}
	if title != was {
		if err := t.done(kit.Label("meet.session.label.newkwi"), func(c *account.Client) error {
			return c.ChangeAgreed(name, was, func(n *account.NextKWI) { n.Title = title })
		}); err != nil || title == "" {
			return err
		}
	}
	return t.agreedWords(title, n)
}

// agreedWords asks what else there is to say of it: what is expected, the target, and whose it is.
func (t *teller) agreedWords(title string, was account.NextKWI) error {
	name, label := t.cycle().Name, kit.Label("meet.session.label.newkwi")
	change := func(put func(*account.NextKWI)) func(*account.Client) error {
		return func(c *account.Client) error { return c.ChangeAgreed(name, title, put) }
	}
	if err := t.setLong("nextkwi/"+title, t.T("meet.session.next.expectation"), was.Expectation, label, func(c *account.Client, s string) error {
		return change(func(n *account.NextKWI) { n.Expectation = s })(c)
	}); err != nil {
		return err
	}
	to, err := t.target(was.Target)
	if err != nil {
		return err
	}
	if to != was.Target {
		if err := t.done(label, change(func(n *account.NextKWI) { n.Target = to })); err != nil {
			return err
		}
	}
	who := []option[account.Initials]{{"", t.T("meet.session.next.joint")}}
	for _, i := range t.takesPart() {
		if !t.watched() || t.meeting.room.Known && (slices.Contains(t.meeting.room.Present, i) || i == was.WishedBy) {
			who = append(who, option[account.Initials]{i, t.named(i)})
		}
	}
	if len(who) == 1 {
		return nil
	}
	by, err := ofOptions(t, asking(t.T("meet.session.next.who")), who)
	if err != nil || by == was.WishedBy {
		return err
	}
	return t.done(label, change(func(n *account.NextKWI) { n.WishedBy = by }))
}

// regrade puts a grade right in the session, of somebody whose grades may be told here: whose, of
// which question, and why.
func (t *teller) regrade() error {
	y := t.cycle()
	var who []account.Initials
	for _, r := range t.client().Respondents {
		if len(y.Voice(r.Initials).Sheet) > 0 {
			who = append(who, r.Initials)
		}
	}
	if err := t.some(who); err != nil {
		return err
	}
	whose, err := t.person(t.T("meet.session.regrade.whose"), who)
	if err != nil {
		return err
	}
	sheet := y.Voice(whose).Sheet
	var all []choice
	var codes []account.QuestionCode
	for _, k := range y.KWIs {
		for _, q := range k.InOrder() {
			if a := sheet.Of(q.Code); a.Grade != 0 {
				codes = append(codes, q.Code)
				all = append(all, choice{name: t.T("linear.question", q.Code.String(), q.Text) + ": " + t.saidGrade(a)})
			}
		}
	}
	if len(all) == 0 {
		return t.some(nil)
	}
	i, err := t.one(t.T("linear.sheet.which"), all)
	if err != nil {
		return err
	}
	code, name, today := codes[i], y.Name, t.today()
	was := sheet.Of(code)
	return until(func() error {
		got, err := t.needed(t.T("meet.session.regrade.grade"), t.T("linear.grade.help"))
		if err != nil {
			return err
		}
		a, err := t.grade(got)
		if err != nil || a.Grade == 0 {
			return err
		}
		t.say(t.T("linear.read", t.saidGrade(a)))
		a.Question = code
		why, err := t.needed(t.T("meet.session.regrade.why"), "")
		if err != nil {
			return err
		}
		return t.done(kit.Label("measure.label.grade", string(whose), code.String()), func(c *account.Client) error {
			return c.Regrade(name, whose, code, today, why, a.ChangeFrom(was))
		})
	})
}
