package account

import (
	"slices"

	"kwi/internal/fault"
)

// simpleGate is the checklist of a step of the simple approach: what two people
// need before the next step makes sense. It reads the same facts as the
// checklist of the extended approach, so a client who changes from one to the
// other has met what was met.
func (c *Client) simpleGate(g *gate, y *Cycle, step Stage, today Date) {
	anybody := len(c.Awaited(y)) > 0
	switch step {
	case Initialise:
		g.add(HasContact, nil, anybody)
		g.add(ValueQuestion, nil, y.Go != "")
	case Draft:
		g.add(QuestionsNoted, c.lacking(y, y.asksOwn), anybody)
		g.add(QuestionsMailed, c.lacking(y, y.sent), anybody)
	case Realise:
		g.add(NoticedWork, nil, c.worksVisibly(y))
		g.add(TalkedBetween, c.lacking(y, y.visitedBy(today)), anybody)
		g.add(NothingOverdue, c.overdueSilent(y, today), true)
	case Measure:
		g.add(SameAnswered, c.lacking(y, y.HasAnswered), anybody || len(y.Answers) > 0)
	case Session:
		g.add(AnswersStudied, nil, y.analysed())
		g.add(TalkHeld, nil, len(y.Meeting.Present) > 0)
		g.add(ActionsAgreed, y.loose(), true)
	}
}

// willing reports whether somebody said yes.
func (c *Client) willing(who Initials) bool { return c.Respondent(who).Willing != "" }

// asked reports whether somebody has a question.
func (y *Cycle) asked(who Initials) bool { return len(y.Assigned[who]) > 0 }

// sent reports whether somebody got the list and, for as long as the lists are
// looked at, whether it is still what is asked.
func (y *Cycle) sent(who Initials) bool {
	return len(y.Sent[who]) > 0 && (y.Stage > Communicate || !y.BehindOf(who).Any())
}

// asksOwn reports whether somebody has a question of their own.
func (y *Cycle) asksOwn(who Initials) bool {
	return slices.ContainsFunc(y.Assigned[who], func(code QuestionCode) bool {
		q := y.Question(code)
		return q != nil && q.Kind == Own
	})
}

// worksVisibly reports whether something is agreed or done that the client is
// told of.
func (c *Client) worksVisibly(y *Cycle) bool {
	shown := func(a Action) bool { return !a.Internal && a.Status != Dropped && a.Side != ClientSide }
	return slices.ContainsFunc(y.Actions, shown) ||
		slices.ContainsFunc(c.OpenActions(y.Name), func(a OpenAction) bool { return shown(a.Action) })
}

// PutValueQuestion notes on which day the value question was put and the answer
// was yes, or with "" that it was not. Who said yes to it is willing since then,
// so that nobody is asked twice.
func (c *Client) PutValueQuestion(cycle CycleName, on Date) error {
	if err := c.GiveGo(cycle, on); err != nil || on == "" {
		return err
	}
	people := c.Awaited(c.Cycle(cycle))
	if len(people) != 1 {
		return nil
	}
	return c.ChangeRespondent(people[0].Initials, func(r *Respondent) {
		if r.Willing == "" {
			r.Willing = on
		}
	})
}

// AskOwn notes a question of somebody's own, as they put it. It belongs to their
// KWI, which is made with the first: two people need no name for it, and the
// extended approach finds it there.
func (c *Client) AskOwn(cycle CycleName, who Initials, title, text string, std Standard) (QuestionCode, error) {
	y, err := c.running(cycle)
	if err != nil {
		return QuestionCode{}, err
	}
	if c.Respondent(who) == nil {
		return QuestionCode{}, fault.New(fault.Removed, string(who))
	}
	code := KWICode(0)
	if k := y.WishOf(who); k != nil {
		code = k.Code
	} else if code, err = c.AddKWI(cycle, KWI{Title: title, WishedBy: who}, std); err != nil {
		return QuestionCode{}, err
	}
	return c.AddQuestion(cycle, code, Question{Kind: std.Recognise(text), Text: text})
}
