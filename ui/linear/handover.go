package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// leaveChoices take a respondent off the list: who has left comes back, or has a successor
// named still.
func (t *teller) leaveChoices(r *account.Respondent) (all []choice) {
	who := r.Initials
	if r.Left != "" {
		all = append(all, choice{name: t.T("linear.person.back"), changes: true, do: func() error {
			return t.done(kit.Label("initialise.label.back", string(who)), func(c *account.Client) error { return c.Leave(who, "") })
		}})
	}
	all = append(all, choice{name: t.T("linear.person.leaves"), changes: true, do: func() error { return t.leaves(who) }})
	return append(all, choice{name: t.T("linear.person.away"), changes: true, do: func() error { return t.takeOff(who) }})
}

// takeOff takes a respondent off the list. Where something hangs on them it asks what
// becomes of that.
func (t *teller) takeOff(who account.Initials) error {
	c := t.client().Clone()
	if fault.Has(c.RemoveRespondent(who), fault.KeepsAnswers) || t.client().HandoverOf(who, t.today()).Moves() {
		return t.leaves(who)
	}
	if err := t.done(kit.Label("initialise.label.away", string(who)), func(c *account.Client) error { return c.RemoveRespondent(who) }); err != nil {
		return err
	}
	return errGone
}

// leaves tells what stays with whoever leaves and what moves, and asks since when they have
// gone and who takes over.
func (t *teller) leaves(who account.Initials) error {
	f, r := t.frame(), *t.client().Respondent(who)
	h := f.Client.HandoverOf(who, t.today())
	t.say(sentence(t.T("initialise.leave.title", t.named(who))))
	t.tell(t.T("initialise.leave.stays", t.named(who)), strings.Join(part.StaysWith(f, h), "; "))
	t.tell(t.T("initialise.leave.moves"), strings.Join(part.MovesOn(f, h), "; "))
	since := r.Left
	if since == "" {
		var err error
		if since, err = t.onDay(t.T("initialise.leave.since"), ""); err != nil {
			return err
		}
	}
	const somebodyNew account.Initials = "+"
	to := []option[account.Initials]{{somebodyNew, t.T("initialise.leave.new")}}
	if r.Left == "" {
		to = append([]option[account.Initials]{{"", t.T("initialise.leave.nobodyyet")}}, to...)
	}
	for _, other := range f.Client.Staying() {
		if other.Initials != who {
			to = append(to, option[account.Initials]{other.Initials, t.named(other.Initials)})
		}
	}
	next, err := ofOptions(t, t.T("initialise.leave.to"), to)
	if err != nil {
		return err
	}
	switch next {
	case "":
		err = t.done(kit.Label("initialise.label.left", string(who)), func(c *account.Client) error { return c.Leave(who, since) })
	case somebodyNew:
		next, err = t.newSuccessor(who, since)
	default:
		err = t.takesOver(who, next, since, nil)
	}
	if err != nil {
		return err
	}
	for _, line := range part.AfterLeaving(f, r, h) {
		t.say(line)
	}
	if next != "" {
		return t.askSuccessor(next)
	}
	return nil
}

// newSuccessor asks who somebody new is, who takes over.
func (t *teller) newSuccessor(who account.Initials, since account.Date) (next account.Initials, err error) {
	name, err := t.needed(t.T("initialise.name"), t.T("linear.person.help"))
	if err != nil {
		return "", err
	}
	return next, until(func() error {
		if next, err = t.initialsFor(name); err != nil {
			return err
		}
		return t.takesOver(who, next, since, &account.Respondent{Initials: next, Name: name})
	})
}

// askSuccessor asks what is not known yet of who took over.
func (t *teller) askSuccessor(next account.Initials) error {
	t.say(t.T("linear.chosen", t.named(next)))
	fields, _ := t.respondentFields(next)
	r := t.client().Respondent(next)
	for i, known := range []bool{r.Function != "", r.Email != ""} {
		if known {
			continue
		}
		if err := fields[i+1].do(); err != nil {
			return err
		}
	}
	return nil
}

// takesOver hands over from one to another, who is added first where they are new: one
// step.
func (t *teller) takesOver(who, to account.Initials, on account.Date, added *account.Respondent) error {
	return t.done(kit.Label("initialise.label.takeover", string(to), string(who)), part.TakesOver(who, to, on, added))
}
