package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/report"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// session is the meeting of both sides: its agenda, who is there, what was said, decided
// and agreed, and what becomes of the KWIs.
func (t *teller) session() error {
	return t.stay(place{name: func() string { return t.T("linear.session.place", t.client().Name) }, what: func() {
		y := t.cycle()
		if y.Session == "" {
			t.say(t.T("linear.session.unplanned"))
		} else {
			t.tell(t.T("measure.session"), t.Words.SessionDay(y))
		}
		t.tell(t.T("session.present"), t.whoWasThere())
		t.say(t.T("linear.counts", t.N("linear.count.notes", len(y.Meeting.Notes)), t.N("linear.count.decisions", len(y.Meeting.Decisions)), t.N("linear.count.ideas", len(y.Meeting.Ideas))))
	}, acts: t.sessionChoices})
}

func (t *teller) whoWasThere() string {
	var names []string
	for _, who := range t.cycle().Meeting.Present {
		names = append(names, t.named(who))
	}
	return t.Words.And(names)
}

func (t *teller) sessionChoices() []choice {
	y := t.cycle()
	name := y.Name
	all := []choice{
		{name: t.T("linear.agenda"), do: func() error { t.tellAgenda(); return nil }},
		{name: t.T("linear.agenda.minutes"), changes: true, do: t.planMinutes},
		{name: t.T("linear.lookback"), do: func() error { t.tellLookBack(); return nil }},
		{name: t.T("linear.scores"), do: func() error { t.tellScores(); return nil }},
		{name: t.T("linear.present"), changes: true, do: t.notePresent},
		{name: t.T("linear.said.new"), changes: true, do: func() error { return t.record(account.Said, "", t.T("session.note.label")) }},
		{name: t.T("linear.decided.new"), changes: true, do: func() error { return t.record(account.Decided, "", t.T("session.decision.label")) }},
		{name: t.T("linear.idea.new"), changes: true, do: t.newIdea},
		{name: t.T("linear.agreement.new"), changes: true, do: t.newAgreement},
		{name: t.T("linear.sharpen"), changes: true, do: t.sharpen},
		{name: t.T("linear.nextkwi"), changes: true, do: t.agreeKWI},
		{name: t.T("papers.minutes"), do: func() error {
			return t.hear(func() report.Document { return report.Minutes(t.client(), name, t.options()) })
		}},
	}
	all = append(all, t.comingChoices()...)
	for _, n := range y.Meeting.Notes {
		all = append(all, choice{name: t.T("linear.said", short(n)), fact: true, do: func() error { return t.record(account.Said, n, t.T("session.note.label")) }})
	}
	for _, n := range y.Meeting.Decisions {
		all = append(all, choice{name: t.T("linear.decided", short(n)), fact: true, do: func() error { return t.record(account.Decided, n, t.T("session.decision.label")) }})
	}
	for _, i := range y.Meeting.Ideas {
		said := t.T("linear.idea.said", short(i.Text), t.N("linear.count.votes", i.Votes))
		if i.Action != "" {
			said += ", " + t.T("linear.idea.action", i.Action)
		}
		all = append(all, choice{name: said, fact: true, do: func() error { return t.oneIdea(i) }})
	}
	return append(all, t.originChoice(trace.Thing{Kind: trace.Session}))
}

// newIdea asks for an idea.
func (t *teller) newIdea() error {
	name := t.cycle().Name
	text, err := t.needed(t.T("linear.idea"), t.T("linear.idea.help"))
	if err != nil {
		return err
	}
	return t.done(kit.Label("meet.session.label.idea"), func(c *account.Client) error { return c.AddIdea(name, text) })
}

// tellAgenda tells the parts of the session with their minutes, as the method has them.
func (t *teller) tellAgenda() {
	if t.client().Approach == account.Simple {
		g := guide.For(t.Words.Tag())
		for _, item := range g.Dialogue() {
			t.tell(item.Title, item.Line)
		}
		t.tell(t.T("session.anew"), "“"+g.ValueQuestion().Question+"”")
		return
	}
	minutes := t.cycle().Agenda()
	for i, item := range guide.For(t.Words.Tag()).Agenda() {
		said := item.Line
		if i < len(minutes) {
			said = t.N("linear.minutes", minutes[i].Minutes) + ". " + said
		}
		t.tell(item.Title, said)
	}
}

func (t *teller) tellLookBack() {
	all := t.client().LookBack(t.cycle(), t.today())
	t.count("linear.count.agreed", len(all))
	for _, a := range all {
		t.say(sentence(t.agreementLine(&a)))
		t.tell(t.T("agree.evidence"), a.Evidence)
	}
}

// notePresent asks of each whether they were there.
func (t *teller) notePresent() error {
	name := t.cycle().Name
	who := t.everybody()
	joining, joins := t.client().Joining(t.Me)
	kept := false
	if joins {
		who = append(who, joining.Initials)
	}
	for _, i := range who {
		is := slices.Contains(t.cycle().Meeting.Present, i)
		called := t.named(i)
		if joins && i == joining.Initials {
			called = joining.Name
		}
		there, err := t.yes(t.T("linear.present.ask", called), is)
		if err != nil {
			return err
		}
		if there == is {
			continue
		}
		err = t.change(kit.Label("session.label.present", string(i)), func(c *account.Client) error {
			if joins && i == joining.Initials && c.Colleague(i) == nil {
				if err := c.AddColleague(joining); err != nil {
					return err
				}
			}
			return c.Present(name, i, there)
		})
		if err != nil && err != errRefused {
			return err
		}
		kept = kept || err == nil
	}
	t.tell(t.T("session.present"), t.whoWasThere())
	if kept {
		t.kept()
	}
	return nil
}

// record keeps a note or a decision of the session, or other words of one.
func (t *teller) record(in account.Record, was, label string) error {
	key := "session.label.note"
	if in == account.Decided {
		key = "session.label.decision"
	}
	name := t.cycle().Name
	return t.setLong("record/"+key+"/"+was, label, was, kit.Label(key), func(c *account.Client, s string) error { return c.Record(name, in, was, s) })
}

// oneIdea counts votes for an idea, or makes it an agreement.
func (t *teller) oneIdea(i account.Idea) error {
	none := ""
	if i.Votes == 0 {
		none = t.T("meet.session.novotes")
	}
	at, err := t.one(t.T("linear.idea.what"), []choice{{name: t.T("linear.idea.vote")}, {name: t.T("linear.idea.choose"), why: chosen(t, &i)}, {name: t.T("linear.idea.away")}, {name: t.T("meet.session.act.less"), why: none}, {name: t.T("linear.idea.change")}})
	if err != nil {
		return err
	}
	name, std, today := t.cycle().Name, part.Standard(t.frame()), t.today()
	switch at {
	case 0:
		return t.done(kit.Label("meet.session.label.votes"), func(c *account.Client) error { return c.VoteIdea(name, i.Text, 1) })
	case 2:
		return t.done(kit.Label("meet.session.label.idea"), func(c *account.Client) error { return c.RewordIdea(name, i.Text, "") })
	case 3:
		return t.done(kit.Label("meet.session.label.votes"), func(c *account.Client) error { return c.VoteIdea(name, i.Text, -1) })
	case 4:
		return t.setLine(t.T("linear.idea"), i.Text, t.T("linear.idea.help"), kit.Label("meet.session.label.idea"), func(c *account.Client, s string) error { return c.RewordIdea(name, i.Text, s) })
	}
	number := ""
	if err := t.done(kit.Label("agree.label.new"), func(c *account.Client) (err error) {
		number, err = c.ChooseIdea(name, i.Text, account.Action{Text: i.Text, Side: account.SupplierSide}, std, today)
		return err
	}); err != nil {
		return err
	}
	t.say(t.T("linear.agreement.kept", number))
	if err := t.askOwner(number); err != nil {
		return err
	}
	return t.askDue(number)
}

func chosen(t *teller, i *account.Idea) string {
	if i.Action == "" {
		return ""
	}
	return t.T("linear.idea.action", i.Action)
}

// sharpen puts a KWI in other words from the next cycle on.
func (t *teller) sharpen() error {
	var all []option[account.KWICode]
	for _, k := range t.cycle().KWIs {
		all = append(all, option[account.KWICode]{k.Code, t.kwiName(&k)})
	}
	if len(all) == 0 {
		t.count("linear.count.kwis", 0)
		return errRefused
	}
	code, err := ofOptions(t, t.T("linear.sharpen.which"), all)
	if err != nil {
		return err
	}
	return t.sharpenKWI(code)
}
