package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
	"kwi/ui/part"
)

// confirmed says what was understood; an empty line says that it is so, and anything
// else is read anew. again is false where it is so.
func (t *teller) confirmed(said string) (other string, again bool, err error) {
	got, err := t.ask(question{text: t.T("linear.understood", said), help: t.T("linear.understood.help")})
	switch {
	case err != nil:
		return "", false, err
	case got == "" || beginsWord(got, "kit.yes"):
		return "", false, nil
	}
	return got, true, nil
}

// momentOf asks for a day, with an hour where somebody names one. Nothing leaves what
// there is.
func (t *teller) momentOf(label string, was account.Moment) (account.Moment, error) {
	return t.when(label, string(was), t.Words.Moment(was), t.momentReader())
}

// momentReader reads days with or without an hour.
func (t *teller) momentReader() reader {
	return func(typed string) (string, string, error) {
		at, err := t.Words.ParseMoment(typed, t.today())
		return string(at), t.saidMoment(at), err
	}
}

// day asks for a day. past is that it has been: what is further ahead than behind is
// then of the year before, and a day that is still to come is refused.
func (t *teller) day(label string, was account.Date, past bool) (account.Date, error) {
	at, err := t.when(label, string(was), t.Words.Date(was), t.dayReader(past))
	return account.Date(at), err
}

// reader reads what was typed as a value, and says it as it was understood.
type reader func(typed string) (value, said string, err error)

// dayReader reads days. What is refused is told.
func (t *teller) dayReader(past bool) reader {
	return func(typed string) (string, string, error) {
		on, err := t.Words.ParseDate(typed, t.today())
		if err == nil && past {
			if on = part.Lately(on, t.today()); on > t.today() {
				t.say(t.T("kit.day.ahead", t.Words.ShortDate(on, t.today())))
				return "", "", errRefused
			}
		}
		return string(on), t.saidMoment(account.Moment(on)), err
	}
}

// when asks for a day or a moment until it can be read and is what was meant.
func (t *teller) when(label, was, said string, as reader) (account.Moment, error) {
	got, err := t.line(label, said, t.T("linear.day.help"))
	if err != nil {
		return account.Moment(was), err
	}
	return t.read(got, label, was, said, as)
}

// read reads an answer, says what it was understood as, and asks again where it cannot
// be read.
func (t *teller) read(got, label, was, said string, as reader) (account.Moment, error) {
	for {
		switch {
		case got == said && said != "":
			return account.Moment(was), nil
		case got == "":
			return "", nil
		}
		value, understood, wrong := as(got)
		switch {
		case wrong == nil:
			other, again, err := t.confirmed(understood)
			if err != nil || !again {
				return account.Moment(value), err
			}
			got = other
			continue
		case wrong != errRefused:
			t.say(t.Words.Fault(wrong))
		}
		var err error
		if got, err = t.line(label, said, t.T("linear.day.help")); err != nil {
			return account.Moment(was), err
		}
	}
}

// saidMoment is a day as one says it, with its hour and what is special about it.
func (t *teller) saidMoment(at account.Moment) string {
	said := t.Words.LongDate(at.Date())
	if at.Hour() != "" {
		said = t.T("linear.athour", said, at.Hour())
	}
	if off := t.Words.DayOff(at.Date()); off != "" {
		said += ", " + off
	}
	return said
}

// grade reads what somebody typed as a grade with what it counts for.
func (t *teller) grade(typed string) (account.Answer, error) {
	fields := strings.SplitN(strings.ReplaceAll(text.Narrow(typed), ",", " "), " ", 2)
	var relevance questionnaire.Cell
	if len(fields) == 2 {
		relevance.Text = strings.TrimSpace(fields[1])
	}
	a, why, ok := questionnaire.ReadGrade(questionnaire.Cell{Text: fields[0]}, relevance)
	if ok && why.Ground == questionnaire.NoAnswer {
		return a, nil
	}
	if !ok || a.Grade == 0 {
		t.say(sentence(why.Say(t.Words)) + " " + t.T("linear.grade.help"))
		return a, errRefused
	}
	return a, nil
}

// saidGrade is a grade in words.
func (t *teller) saidGrade(a account.Answer) string {
	switch a.Relevance {
	case account.Less:
		return t.T("linear.grade.less", a.Grade.String())
	case account.More:
		return t.T("linear.grade.more", a.Grade.String())
	}
	return t.T("linear.grade", a.Grade.String())
}

// person asks for one of some people.
func (t *teller) person(asks string, all []account.Initials) (account.Initials, error) {
	var choices []choice
	for _, who := range all {
		choices = append(choices, choice{name: t.named(who)})
	}
	i, err := t.one(asks, choices)
	if err != nil {
		return "", err
	}
	t.say(t.T("linear.chosen", t.named(all[i])))
	return all[i], nil
}

// named is what somebody is called, with their initials.
func (t *teller) named(who account.Initials) string {
	f := t.frame()
	name := part.NameOf(f, who)
	if m := f.Client.Colleague(who); m != nil && m.Name != "" {
		name = m.Name
	}
	if name == string(who) {
		return name
	}
	return t.T("linear.named", name, string(who))
}

// short is the beginning of a text, where it is one of many.
func short(s string) string { return within(cells.Line(s, 120)) }

// within is a text as it stands in a sentence with others: without a point at its end.
func within(s string) string { return strings.TrimRight(plain(s), ".") }

// target asks what is aimed for.
func (t *teller) target(was account.Target) (account.Target, error) {
	for {
		said := t.targetSaid(was)
		got, err := t.line(t.T("draft.target"), said, t.T("draft.target.hint"))
		switch {
		case err != nil || got == "":
			return 0, err
		case got == said:
			return was, nil
		}
		if to, ok := account.ParseTarget(got); ok {
			return to, nil
		}
		t.say(t.Words.Fault(fault.New(fault.BadTarget, cells.Line(got, 20))))
	}
}
