package linear

import (
	"kwi/internal/account"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// kwiName is a KWI by its number and its title.
func (t *teller) kwiName(k *account.KWI) string { return k.Code.String() + " " + k.Title }

// kwis are the KWIs of the cycle.
func (t *teller) kwis() error {
	return t.stay(place{name: func() string { return t.T("linear.kwis.place", t.client().Name) }, what: func() {
		t.count("linear.count.kwis", len(t.cycle().KWIs))
		if said := part.TooManyKWIs(t.frame()); said != "" {
			t.say(said)
		}
	}, acts: func() []choice {
		all := []choice{{name: t.T("linear.kwi.new"), changes: true, do: t.newKWI}}
		for _, k := range t.cycle().KWIs {
			all = append(all, choice{name: t.kwiName(&k), do: func() error { return t.kwi(k.Code) }})
		}
		return append(all, t.takeUpChoices()...)
	}})
}

// newKWI makes a KWI of one respondent, or a joint one.
func (t *teller) newKWI() error {
	who := []option[account.Initials]{{"", t.T("linear.kwi.joint")}}
	for _, i := range t.takesPart() {
		who = append(who, option[account.Initials]{i, t.named(i)})
	}
	by, err := ofOptions(t, t.T("linear.kwi.whose"), who)
	if err != nil {
		return err
	}
	if why := part.OneWish(t.frame(), by); by != "" && why != "" {
		t.say(why)
		return errRefused
	}
	title, err := t.needed(t.T("draft.make.label"), t.T("draft.title.hint"))
	if err != nil {
		return err
	}
	name, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	minds := part.HintsOfKWI(t.frame())(title)
	var code account.KWICode
	if err := t.done(kit.Label("draft.label.make", title), func(c *account.Client) (err error) {
		code, err = c.AddKWI(name, account.KWI{Title: title, WishedBy: by, Made: today}, std)
		return err
	}); err != nil {
		return err
	}
	t.minds(minds)
	return t.kwi(code)
}

// kwi is one KWI: its words, its questions, and what can become of it.
func (t *teller) kwi(code account.KWICode) error {
	return t.stay(place{name: func() string {
		if k := t.cycle().KWI(code); k != nil {
			return t.kwiName(k)
		}
		return code.String()
	}, what: func() { t.tellKWI(code) }, acts: func() []choice { return t.kwiChoices(code) }})
}

func (t *teller) tellKWI(code account.KWICode) {
	y := t.cycle()
	k := y.KWI(code)
	if k == nil {
		return
	}
	t.tell(t.T("linear.kwi.by"), part.Names(t.frame(), k.Wishers()))
	t.count("linear.count.questions", len(k.Questions))
	line := t.frame().Scores.Table(y.Name)
	l := line.Line(code)
	t.tellScore(t.T("linear.score"), l.Sums.Score(), y.AnswersBy, t.frame().Scores.Change(code, y.Name))
	if len(t.client().Cycles) > 1 {
		t.tellTrend(t.T("linear.trend"), code)
	}
}

func (t *teller) kwiChoices(code account.KWICode) []choice {
	y := t.cycle()
	k := y.KWI(code)
	if k == nil {
		return nil
	}
	name, id := y.Name, code.String()
	words := func(set func(*account.KWI, string)) func(*account.Client, string) error {
		return func(c *account.Client, s string) error {
			return c.Words(name, code, func(k *account.KWI) { set(k, s) })
		}
	}
	all := []choice{
		t.field(t.T("draft.title"), k.Title, func() error {
			return until(func() error {
				got, err := t.line(t.T("draft.title"), k.Title, t.T("draft.title.hint"))
				if err != nil || got == k.Title {
					return err
				}
				if got == "" {
					t.say(t.T("linear.kwi.title"))
					return errRefused
				}
				if err := t.done(kit.Label("draft.label.title", id), func(c *account.Client) error {
					return c.Words(name, code, func(k *account.KWI) { k.Title = got })
				}); err != nil {
					return err
				}
				t.minds(part.Hints(t.frame()).Title(got))
				return nil
			})
		}),
		t.longField("expectation/"+id, t.T("draft.expectation"), k.Expectation, kit.Label("draft.label.expectation", id), words(func(k *account.KWI, s string) { k.Expectation = s })),
		t.longField("why/"+id, t.T("draft.why"), k.Why, kit.Label("draft.label.why", id), words(func(k *account.KWI, s string) { k.Why = s })),
		t.longField("so/"+id, t.T("draft.so"), k.So, kit.Label("draft.label.so", id), words(func(k *account.KWI, s string) { k.So = s })),
		t.field(t.T("draft.target"), t.targetSaid(k.Target), func() error {
			to, err := t.target(k.Target)
			if err != nil || to == k.Target {
				return err
			}
			return t.done(kit.Label("draft.label.target", id), func(c *account.Client) error {
				return c.Words(name, code, func(k *account.KWI) { k.Target = to })
			})
		}),
		{name: t.T("linear.question.new"), changes: true, do: func() error { return t.newQuestion(code) }},
	}
	for _, q := range k.InOrder() {
		all = append(all, choice{name: t.T("linear.question", q.Code.String(), q.Text), fact: true, do: func() error { return t.question(q) }})
	}
	all = append(all, t.turnChoices(code)...)
	return append(all,
		choice{name: t.T("linear.kwi.drop"), changes: true, do: func() error { return t.endKWI(code, false) }},
		choice{name: t.T("linear.kwi.renew"), changes: true, do: func() error { return t.endKWI(code, true) }},
		choice{name: t.T("linear.kwi.story"), do: func() error { t.story(code); return nil }},
		t.originChoice(trace.Thing{Kind: trace.KWI, KWI: code}))
}

func (t *teller) targetSaid(to account.Target) string {
	if to == 0 {
		return ""
	}
	return t.Words.Target(to)
}

// newQuestion asks for questions of a KWI, one after the other until an empty line.
func (t *teller) newQuestion(code account.KWICode) error {
	name, std := t.cycle().Name, part.Standard(t.frame())
	for {
		said, err := t.ask(question{text: t.T("linear.question.ask"), help: t.T("draft.question.hint")})
		if err != nil || said == "" {
			return err
		}
		if err := t.done(kit.Label("draft.label.newquestion", code.String()), func(c *account.Client) error {
			_, err := c.AddQuestion(name, code, account.Question{Kind: std.Recognise(said), Text: said})
			return err
		}); err != nil && err != errRefused {
			return err
		}
		t.minds(part.Hints(t.frame()).Words(said))
	}
}

// question puts a question in other words, or takes it away.
func (t *teller) question(q account.Question) error {
	name := t.cycle().Name
	t.tell(q.Code.String(), q.Text)
	i, err := t.one(t.T("linear.question.what"), []choice{{name: t.T("linear.question.change")}, {name: t.T("linear.question.away")}, {name: t.T("trace.act.from")}})
	if err != nil {
		return err
	}
	if i == 2 {
		return t.origin(trace.Thing{Kind: trace.Question, Question: q.Code, KWI: q.Code.KWI, Cycle: name})
	}
	if i == 1 {
		return t.done(kit.Label("draft.label.questionaway", q.Code.String()), func(c *account.Client) error { return c.DropQuestion(name, q.Code) })
	}
	said, err := t.needed(q.Code.String(), t.T("draft.question.hint"))
	if err != nil {
		return err
	}
	if err := t.done(kit.Label("draft.label.question", q.Code.String()), func(c *account.Client) error { return c.Reword(name, q.Code, said) }); err != nil {
		return err
	}
	t.minds(part.Hints(t.frame()).Words(said))
	return nil
}

// endKWI lets a KWI go, or puts another promise in its place. Both need a reason.
func (t *teller) endKWI(code account.KWICode, renew bool) error {
	y := t.cycle()
	name, today, std := y.Name, t.today(), part.Standard(t.frame())
	if err := t.client().MayEnd(name, code); err != nil {
		return t.refuse(err)
	}
	h := t.client().Hanging(name, code)
	t.say(t.T("linear.kwi.hanging", t.N("linear.count.questions", len(y.KWI(code).Questions)), t.N("linear.count.notes", h.Notes), t.N("linear.count.agreements", len(h.Actions))))
	title := ""
	if renew {
		var err error
		if title, err = t.needed(t.T("draft.make.label"), t.T("draft.title.hint")); err != nil {
			return err
		}
	}
	why, err := t.needed(t.T("draft.turn.why"), t.T("draft.turn.why.hint"))
	if err != nil {
		return err
	}
	if renew {
		err = t.done(kit.Label("draft.label.renew", code.String()), func(c *account.Client) error { _, err := c.RenewKWI(name, code, title, why, std, today); return err })
	} else {
		err = t.done(kit.Label("draft.label.drop", code.String()), func(c *account.Client) error { return c.DropKWI(name, code, why, today) })
	}
	if err != nil {
		return err
	}
	return errGone
}

// story tells what became of a KWI, chapter by chapter.
func (t *teller) story(code account.KWICode) {
	c, f := t.client(), t.frame()
	for _, ch := range c.Story(code) {
		t.tell(string(ch.Cycle), t.Words.Chapter(ch, func(k account.KWICode) string { return part.KWIName(f, k) }, func(who account.Initials) string { return t.named(who) }))
	}
}
