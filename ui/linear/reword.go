package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// reword asks for other words of a question. Whether they ask the same is asked where there are
// answers to it.
func (t *teller) reword(code account.QuestionCode) error {
	name, q := t.cycle().Name, t.cycle().Question(code)
	if q == nil {
		return errGone
	}
	t.tell(code.String(), q.Text)
	said, err := t.needed(t.T("test.reword.title", code.String()), t.T("draft.question.hint"))
	if err != nil || said == q.Text {
		return err
	}
	return t.done(kit.Label("test.label.reword", code.String()), func(c *account.Client) error { return c.Reword(name, code, said) })
}

// fixed is why a question cannot be put in other words with the client: it is a standing one.
func (t *teller) fixed(code account.QuestionCode) string {
	if q := t.cycle().Question(code); t.watched() && q != nil && q.Kind != account.Own && q.Kind != "" {
		return t.T("meet.test.standing")
	}
	return ""
}

// rewording is an answer that is the word for other words of a question: they are asked for, and
// then the same is asked again.
func (t *teller) rewording(got string, code account.QuestionCode) (is bool, err error) {
	if !isWord(got, "linear.word.reword") {
		return false, nil
	}
	if why := t.fixed(code); why != "" {
		t.say(why)
		return true, nil
	}
	err = t.reword(code)
	if err == errBack || err == errRefused || err == errUndone {
		err = nil
	}
	return true, err
}

// judged asks whether somebody can judge a question. Enter is what there is, and where nothing may
// be told of that leaves it open.
func (t *teller) judged(who account.Initials, code account.QuestionCode) error {
	for {
		q := t.cycle().Question(code)
		if q == nil {
			return nil
		}
		has := t.cycle().IsAssigned(who, code)
		asks := t.T("linear.judges", code.String(), sentence(q.Text), t.named(who))
		said := t.T("kit.no")
		if has {
			said = t.T("kit.yes")
		}
		got, err := t.ask(question{text: t.T("linear.yesno", sentence(asks), said), help: t.T("linear.yesno.help") + " " + t.T("linear.reword.help")})
		if err != nil || got == "" {
			return err
		}
		if is, err := t.rewording(got, code); is {
			if err != nil {
				return err
			}
			continue
		}
		can := beginsWord(got, "kit.yes")
		if !can && !beginsWord(got, "kit.no") {
			t.say(t.T("linear.yesno.wrong", echo(got)))
			continue
		}
		if can == has {
			return nil
		}
		if err := t.assign(who, code, can); err != nil && err != errRefused {
			return err
		}
		return nil
	}
}

// rows are the questions, each with who judges it.
func (t *teller) rows() error {
	return t.stay(place{name: func() string { return t.T("linear.rows") }, acts: func() (all []choice) {
		for _, k := range t.cycle().KWIs {
			id := k.Code.String()
			all = append(all, t.turnsAll(t.T("linear.row.kwi", id), t.T("linear.row.kwi.none", id), kit.Label("test.label.row", id), t.awaited(), codesOf(k)))
			for _, q := range k.Asked() {
				all = append(all, choice{name: t.T("linear.question", q.Code.String(), q.Text), do: func() error { return t.row(q.Code) }})
			}
		}
		return all
	}})
}

// awaited are those whose list is waited for.
func (t *teller) awaited() []account.Initials { return initialsOf(t.client().Awaited(t.cycle())) }

// row is one question: its words, and who judges it.
func (t *teller) row(code account.QuestionCode) error {
	return t.stay(place{name: func() string {
		if q := t.cycle().Question(code); q != nil {
			return t.T("linear.question", code.String(), q.Text)
		}
		return code.String()
	}, acts: func() []choice {
		y := t.cycle()
		if y.Question(code) == nil {
			return nil
		}
		all := []choice{{name: t.T("linear.question.change"), changes: true, do: func() error { return t.reword(code) }},
			t.turnsAll(t.T("linear.row.all"), t.T("linear.row.none"), kit.Label("test.label.row", code.String()), t.awaited(), []account.QuestionCode{code})}
		for _, who := range t.takesPart() {
			said := t.T("linear.row.no", t.named(who))
			if y.IsAssigned(who, code) {
				said = t.T("linear.row.yes", t.named(who))
			}
			all = append(all, choice{name: said, fact: true, do: func() error { return t.assign(who, code, !t.cycle().IsAssigned(who, code)) }})
		}
		return all
	}})
}

// turnQuestions gives questions to people or, where they have them all, takes them away: one
// change, which an answer that hangs on one of them refuses as a whole.
func (t *teller) turnQuestions(label hand.Label, who []account.Initials, codes []account.QuestionCode) error {
	name, give := t.cycle().Name, !t.allAssigned(who, codes)
	return t.done(label, func(c *account.Client) error {
		for _, i := range who {
			for _, q := range codes {
				if err := c.Assign(name, i, q, give); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// allAssigned reports whether people were given all of some questions.
func (t *teller) allAssigned(who []account.Initials, codes []account.QuestionCode) bool {
	y := t.cycle()
	for _, i := range who {
		if slices.ContainsFunc(codes, func(q account.QuestionCode) bool { return !y.IsAssigned(i, q) }) {
			return false
		}
	}
	return len(codes) > 0
}

// turnsAll is a choice that gives questions to people, or takes them away where they have them all.
func (t *teller) turnsAll(name, away string, label hand.Label, who []account.Initials, codes []account.QuestionCode) choice {
	if t.allAssigned(who, codes) {
		name = away
	}
	return choice{name: name, changes: true, do: func() error { return t.turnQuestions(label, who, codes) }}
}

// codesOf are the questions of some KWIs that are asked.
func codesOf(kwis ...account.KWI) (all []account.QuestionCode) {
	for _, k := range kwis {
		for _, q := range k.Asked() {
			all = append(all, q.Code)
		}
	}
	return all
}
