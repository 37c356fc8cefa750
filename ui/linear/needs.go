package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// needChoices lead from the checklist to where each thing that it lacks is filled in.
func (t *teller) needChoices() (all []choice) {
	f := t.frame()
	y := t.cycle()
	for _, s := range t.client().Settled(y, y.Stage, t.today()) {
		if s.Met {
			continue
		}
		for _, n := range part.Needs(f, &s) {
			said := n.Text
			if n.Of != "" {
				said = t.T("gate.check."+string(n.Check)) + ": " + n.Text
			}
			all = append(all, choice{name: t.T("linear.gate.need", said), why: n.Why, do: func() error { return t.goToNeed(n.Place) }})
		}
	}
	return all
}

// goToNeed goes to the place in lines where the screens go to, of what is needed or due.
func (t *teller) goToNeed(p kit.Place) error {
	who, c, y := account.Initials(p.At), t.client(), t.cycle()
	person := c.Respondent(who) != nil
	if _, a := c.Action(p.At); a != nil {
		return t.agreement(p.At)
	}
	if code, is := account.ParseKWICode(p.At); is && y.KWI(code) != nil {
		return t.kwi(code)
	}
	stage, _ := account.ParseStage(p.Name)
	switch stage {
	case account.Initialise:
		switch {
		case person:
			return t.respondent(who)
		case p.At == kit.AtPeople:
			return t.people()
		}
		return t.about()
	case account.Draft:
		switch {
		case person:
			return t.interview(who)
		case p.At == kit.AtOverview:
			return t.lists()
		case p.At == due.Caught.String():
			return t.caught()
		}
		return t.kwis()
	case account.Test:
		if tested, is := strings.CutPrefix(p.At, kit.AtTested); is {
			return t.judge(account.Initials(tested))
		}
		switch {
		case person:
			return t.judge(who)
		case p.At != "":
			if code, is := account.ParseQuestionCode(p.At); is {
				return t.row(code)
			}
		}
		return t.testing()
	case account.Communicate:
		switch {
		case person:
			return t.listOf(who)
		case c.Colleague(who) != nil:
			return t.inform(who)
		}
		return t.lists()
	case account.Realise:
		switch {
		case person:
			return t.talksWith(who)
		case p.At == kit.AtAgreements:
			return t.agreements()
		case p.At == due.Ideas.String():
			return t.brought()
		}
		return t.talks()
	case account.Measure:
		switch {
		case person:
			return t.sheet(who)
		case p.At == due.Session.String():
			return t.planning()
		case p.At == kit.AtAnalysis, p.At == kit.AtProposals, p.At == due.Analysis.String():
			return t.analysis()
		}
		return t.measuring()
	}
	if p.At == kit.AtAgreements {
		return t.agreements()
	}
	return t.session()
}
