package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// planning is when the session is, where, and what follows from its day.
func (t *teller) planning() error {
	return t.stay(place{name: func() string { return t.T("linear.planning") }, what: t.tellDays, acts: func() []choice {
		y := t.cycle()
		name := y.Name
		byName := []option[account.AnswersBy]{{account.ByName, t.T("measure.by.name")}, {account.ByGroup, t.T("measure.by.group")}}
		all := []choice{
			t.field(t.T("measure.session"), strings.TrimSpace(t.Words.Date(y.Session)+" "+lang.ShortHours(y)), t.askSession),
			t.lineField(t.T("measure.place"), y.Place, "", kit.Label("measure.label.place"), func(c *account.Client, v string) error { return c.SetPlace(name, v) }),
			t.lineField(t.T("measure.hours"), lang.ShortHours(y), t.T("measure.hours.hint"), kit.Label("measure.label.hours"), func(c *account.Client, v string) error {
				from, until, err := lang.ParseHours(v)
				if err != nil {
					return err
				}
				return c.SetSessionHours(name, from, until)
			}),
			choiceField(t, t.T("measure.by"), y.AnswersBy, byName, kit.Label("measure.label.by"), func(c *account.Client, by account.AnswersBy) error { return c.KeepBy(name, by) }),
		}
		if next := t.client().NameOfSession(y); next != "" {
			all = append(all, choice{name: t.T("linear.rename", string(name), string(next)), changes: true, do: func() error {
				return t.done(kit.Label("measure.label.name"), func(c *account.Client) error { return c.RenameCycle(name) })
			}})
		}
		return all
	}})
}

func (t *teller) tellDays() {
	y := t.cycle()
	if y.Session == "" {
		t.say(t.T("linear.session.unplanned"))
		return
	}
	t.tell(t.T("linear.days.invite"), t.Words.Date(y.Invitation()))
	t.tell(t.T("linear.days.ask"), t.Words.Date(y.Asking()))
	t.tell(t.T("linear.days.due"), t.Words.Date(y.AnswersDue()))
	t.tell(t.T("linear.days.analysis"), t.Words.Date(y.AnalysisDue()))
	if off := t.Words.DayOff(y.Session); off != "" {
		t.say(t.T("measure.dayoff", off))
	}
	if t.client().ShortNotice(y, t.today()) {
		t.say(t.T("measure.short"))
	}
}

// askSession asks for the day of the session, tells what follows from it, and moves it
// with what goes along on a yes.
func (t *teller) askSession() error {
	y := t.cycle()
	typed, err := t.line(t.T("measure.session"), t.Words.Date(y.Session), t.T("linear.session.help"))
	if err != nil || typed == t.Words.Date(y.Session) {
		return err
	}
	var on account.Date
	var from, until string
	if typed != "" {
		if on, from, until, err = t.Words.ParseDayHours(typed, t.today()); err != nil {
			return t.refuse(err)
		}
	}
	m, err := t.client().MovingSession(y.Name, on, t.today())
	if err != nil {
		return t.refuse(err)
	}
	asks := t.T("linear.session.none")
	if on != "" {
		said := t.saidMoment(account.Moment(on))
		if from != "" {
			said += " " + lang.ShortHours(&account.Cycle{Session: on, SessionFrom: from, SessionUntil: until})
		}
		t.say(t.T("linear.session.on", said))
		asks = t.T("linear.session.sure")
	}
	for _, line := range t.Words.Moving(m, t.client().Approach, t.today()) {
		t.say(strings.ReplaceAll(line, "–", t.T("linear.none"))) // no day yet
	}
	sure, err := t.yes(asks, true)
	if err != nil || !sure {
		return err
	}
	var along []string
	for _, a := range m.Followers {
		if a.What == account.ActionFollows {
			along = append(along, a.Number)
		}
	}
	name := y.Name
	return t.done(kit.Label("measure.label.session"), func(c *account.Client) error {
		if on != "" && y.Session == on {
			return c.SetSessionHours(name, from, until)
		}
		if err := c.MoveSession(name, on, along); err != nil || from == "" {
			return err
		}
		now := c.Newest().Name // the day may have given it another name
		if c.Cycle(name) != nil {
			now = name
		}
		return c.SetSessionHours(now, from, until)
	})
}
