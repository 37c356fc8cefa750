package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// forAll are choices that are there with the client listening too.
func forAll(all ...choice) []choice {
	for i := range all {
		all[i].together = true
	}
	return all
}

// meetingChoices are the pages of a meeting.
func (t *teller) meetingChoices() []choice {
	all := []choice{{name: t.T("linear.meeting.who"), do: t.askRoom}}
	if t.cycle() == nil {
		t.say(t.T("meet.nocycle"))
		return forAll(append(all, choice{name: t.T("linear.meeting.leave"), do: func() error { return errGone }})...)
	}
	return forAll(append(all,
		choice{name: t.T(kit.MeetInterview), do: t.talkTogether},
		choice{name: t.T(kit.MeetTesting), changes: true, do: t.testTogether},
		choice{name: t.T(kit.MeetAnswering), changes: true, do: t.answerTogether},
		choice{name: t.T(kit.MeetSession), do: t.sessionTogether},
		choice{name: t.T(kit.MeetKWI), do: t.kwisTogether},
		choice{name: t.T(kit.MeetAgreements), do: t.agreementsTogether},
		choice{name: t.T("linear.meeting.leave"), do: func() error { return errGone }})...)
}

// sessionTogether is the session: what was agreed, what came of it, and what is decided.
func (t *teller) sessionTogether() error {
	return t.stay(place{together: true, name: func() string { return t.T(kit.MeetSession) }, what: t.tellRoom, acts: func() []choice {
		y := t.cycle()
		all := []choice{
			{name: t.T("linear.agenda"), do: func() error { t.tellMinutes(); return nil }},
			{name: t.T("linear.agenda.minutes"), changes: true, do: t.planMinutes},
			{name: t.T("linear.present"), changes: true, do: t.notePresent},
			{name: t.T("linear.lookback"), do: func() error { t.tellLookBack(); return nil }},
		}
		if !y.Common() { // there is no outcome that is everybody's yet
			return forAll(all...)
		}
		closed := ""
		if y.Stage != account.Session {
			closed = t.T("meet.session.closed")
		}
		all = append(all,
			choice{name: t.T("linear.scores"), do: func() error { t.tellResult(); return nil }},
			choice{name: t.T("linear.trends"), do: func() error { t.tellTrends(); return nil }},
			choice{name: t.T("linear.meeting.remarks"), do: func() error { t.tellReleased(); return nil }},
			choice{name: t.T("linear.said.new"), changes: true, do: func() error { return t.record(account.Said, "", t.T("session.note.label")) }},
			choice{name: t.T("linear.decided.new"), changes: true, do: func() error { return t.record(account.Decided, "", t.T("session.decision.label")) }},
			choice{name: t.T("linear.idea.new"), changes: true, do: t.newIdea},
			choice{name: t.T("linear.agreement.new"), changes: true, do: t.newAgreement},
			choice{name: t.T("linear.sharpen"), changes: true, do: t.sharpen},
			choice{name: t.T("linear.nextkwi"), changes: true, do: t.agreeKWI},
			choice{name: t.T("meet.session.act.regrade"), why: closed, changes: true, do: t.regrade},
			choice{name: t.T("linear.meeting.agreed"), do: func() error { t.tellAgreed(); return nil }})
		for _, i := range y.Meeting.Ideas {
			said := t.T("linear.idea.said", short(i.Text), t.N("linear.count.votes", i.Votes))
			all = append(all, choice{name: said, fact: true, do: func() error { return t.oneIdea(i) }})
		}
		all = append(all, t.comingChoices()...)
		return forAll(all...)
	}})
}

// tellMinutes tells the agenda as the client reads it.
func (t *teller) tellMinutes() {
	for _, p := range t.cycle().Agenda() {
		if p.Minutes > 0 {
			t.tell(t.T("meet.session.item."+string(p.Item)), t.N("linear.minutes", p.Minutes))
		}
	}
}

// tellResult tells the figures of the session.
func (t *teller) tellResult() {
	f, y := t.frame(), t.cycle()
	table := f.Scores.Table(y.Name)
	if !table.HasAnswers() {
		t.say(t.T("linear.noanswers"))
		return
	}
	t.tellScore(t.T("linear.total"), table.Total.Sums.Score(), y.AnswersBy, f.Scores.Change(0, y.Name))
	if table.NPS.OK() {
		t.tell("NPS", t.Words.Signed(table.NPS.Score()))
	}
	for i := range y.KWIs {
		if k := &y.KWIs[i]; table.Line(k.Code).Sums.Score().OK() {
			t.tell(k.Title, strings.Join(t.figuresOf(k), "; "))
		}
	}
}

// figuresOf are the figures of a KWI that the client may know.
func (t *teller) figuresOf(k *account.KWI) (said []string) {
	f, y := t.frame(), t.cycle()
	table := f.Scores.Table(y.Name)
	line := table.Line(k.Code)
	if line.Sums.Score().OK() {
		said = t.figure(t.T("linear.score"), line.Sums.Score(), y.AnswersBy)
		if c := t.changed(f.Scores.Change(k.Code, y.Name)); c != "" {
			said = append(said, c)
		}
	}
	if k.Target != 0 {
		said = append(said, t.T("draft.target")+" "+t.Words.Target(k.Target))
	}
	if q := k.Standard(account.Noticed); q != nil && y.Common() {
		if sums := score.OfQuestion(y, q.Code); sums.Answers > 0 {
			said = append(said, within(t.T("meet.kwi.noticed", t.Words.Score(int(sums.Score()), true))))
		}
	}
	return said
}

// tellReleased tells the remarks that may be read out, with a name where that may stand
// beside them.
func (t *teller) tellReleased() {
	y, said := t.cycle(), 0
	for _, r := range t.client().Respondents {
		if v := y.Voice(r.Initials); v.Aloud && v.Remark != "" {
			t.tell(t.named(r.Initials), v.Remark)
			said++
		}
	}
	for _, r := range y.NamelessRemarks() {
		if r.Released {
			t.say(t.T("linear.quote", r.Text))
			said++
		}
	}
	if said == 0 {
		t.say(t.T("linear.meeting.noremarks"))
	}
}

// tellAgreed reads back what is to be done, what was decided, and the KWIs to come.
func (t *teller) tellAgreed() {
	y := t.cycle()
	for _, a := range t.client().ToDo(y, t.today()) {
		t.say(sentence(t.agreementLine(&a)))
	}
	for _, d := range y.Meeting.Decisions {
		t.say(sentence(t.T("linear.decided", d)))
	}
	for _, n := range y.Meeting.Next {
		if n.KWI != 0 {
			n = y.Coming(n.KWI)
		}
		t.tell(t.T("linear.meeting.next"), n.Title)
		t.tell(t.T("meet.session.next.expectation"), n.Expectation)
	}
}

// kwisTogether are the KWIs, one by one.
func (t *teller) kwisTogether() error {
	return t.stay(place{together: true, name: func() string { return t.T(kit.MeetKWI) }, what: func() {
		t.count("linear.count.kwis", len(t.cycle().KWIs))
	}, acts: func() (all []choice) {
		for _, k := range t.cycle().KWIs {
			all = append(all, choice{name: t.kwiName(&k), do: func() error { t.tellTogether(k.Code); return nil }})
		}
		return forAll(all...)
	}})
}

// tellTogether tells a KWI: what they expect, what they notice of it and what was done.
func (t *teller) tellTogether(code account.KWICode) {
	y := t.cycle()
	k := y.KWI(code)
	if k == nil {
		return
	}
	t.say(sentence(t.kwiName(k)))
	t.tell(t.T("draft.expectation"), k.Expectation)
	for _, w := range k.Wishes {
		if w.Words != k.Expectation {
			t.tell(t.named(w.By), w.Words)
		}
	}
	t.tell(t.T("linear.score"), strings.TrimPrefix(strings.Join(t.figuresOf(k), "; "), t.T("linear.score")+" "))
	t.tellTrend(t.T("linear.trend"), code)
	for _, q := range k.InOrder() {
		t.tell(q.Code.String(), q.Text)
	}
	for _, a := range t.client().OpenActions(y.Name) {
		if a.Action.KWI == code {
			t.say(sentence(t.agreementLine(&a.Action)))
		}
	}
}

// agreementsTogether are the agreements with the client.
func (t *teller) agreementsTogether() error {
	return t.stay(place{together: true, name: func() string { return t.T(kit.MeetAgreements) }, acts: func() []choice {
		all := []choice{{name: t.T("meet.agree.new"), changes: true, do: t.newAgreement}}
		for _, a := range t.client().Agreements(t.cycle()) {
			if a.Status != account.Dropped {
				all = append(all, choice{name: t.agreementLine(&a), do: func() error { return t.agreementTogether(a.Number) }})
			}
		}
		return forAll(all...)
	}})
}

// agreementTogether is one of them.
func (t *teller) agreementTogether(number string) error {
	return t.stay(place{together: true, name: func() string { return t.T("linear.agreement.place", number) }, what: func() {
		if _, a := t.client().Action(number); a != nil {
			t.say(sentence(t.agreementLine(a)))
			t.tell(t.T("agree.evidence"), a.Evidence)
		}
	}, acts: func() []choice {
		_, a := t.client().Action(number)
		if a == nil {
			return nil
		}
		turn := t.T("meet.agree.done")
		if a.Status == account.Done {
			turn = t.T("meet.agree.reopen")
		}
		return forAll(
			choice{name: turn, changes: true, do: t.turning("agree.label.done", number, account.Done)},
			t.agreementText(number, t.T("meet.agree.what"), a.Text, func(a *account.Action) *string { return &a.Text }),
			t.field(t.T("meet.agree.who"), t.whoSaid(a.For), func() error { return t.askOwner(number) }),
			t.field(t.T("meet.agree.when"), t.Words.Moment(a.Due), func() error { return t.askDue(number) }))
	}})
}
