package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// TakesOver is the change in which one takes over from another, who is added first where
// they are new.
func TakesOver(who, to account.Initials, on account.Date, added *account.Respondent) func(*account.Client) error {
	return func(c *account.Client) error {
		if added != nil {
			if r := c.Respondent(who); r != nil && r.Left == "" { // which makes room
				if err := c.Leave(who, on); err != nil {
					return err
				}
			}
			if err := c.AddRespondent(*added); err != nil {
				return err
			}
		}
		return c.TakeOver(who, to, on)
	}
}

// StaysWith are what stays with whoever leaves. By group it has no number of
// answers: how many somebody gave is theirs too.
func StaysWith(f *kit.Frame, h account.Handover) (lines []string) {
	add := func(yes bool, text string) {
		if yes {
			lines = append(lines, text)
		}
	}
	y := f.Client.Newest()
	if named := y != nil && y.Named(); named {
		add(h.Answers > 0, f.N("initialise.leave.answers", h.Answers, h.Questions))
	} else {
		add(h.Questions > 0, f.T("initialise.leave.answers.group"))
	}
	add(h.Said, f.T("initialise.leave.said"))
	add(h.Earlier > 0, f.N("initialise.leave.earlier", h.Earlier))
	add(h.Talks > 0, f.N("initialise.leave.talks", h.Talks))
	add(h.Wish != 0, f.T("initialise.leave.wish", h.Wish.String()))
	return lines
}

// MovesOn are what somebody else can take over.
func MovesOn(f *kit.Frame, h account.Handover) (lines []string) {
	y := f.Client.Newest()
	switch named := y != nil && y.Named(); {
	case len(h.Open) > 0 && named:
		lines = append(lines, f.N("initialise.leave.open", len(h.Open)))
	case h.Questions > 0 && !named:
		lines = append(lines, f.T("initialise.leave.open.group"))
	}
	if n := len(h.Agreements); n > 0 {
		lines = append(lines, f.N("initialise.leave.agreements", n, strings.Join(h.Agreements, ", ")))
	}
	for _, day := range h.Planned {
		lines = append(lines, f.T("initialise.leave.planned", f.Words.ShortDate(day, f.Today)))
	}
	if h.Concept.Open() {
		lines = append(lines, f.T("initialise.leave.concept", f.Words.ShortDate(h.Concept.Due, f.Today)))
	}
	return lines
}

// AfterLeaving are what is to be done once somebody has gone.
func AfterLeaving(f *kit.Frame, r account.Respondent, h account.Handover) (lines []string) {
	if h.Lists > 0 {
		lines = append(lines, f.T("initialise.leave.list", string(r.Initials)))
	}
	if y := f.Client.Newest(); y != nil && y.Stage >= account.Draft && y.Stage < account.Measure {
		lines = append(lines, f.T("initialise.leave.talk"))
	}
	if h.Sponsor {
		lines = append(lines, f.T("initialise.leave.sponsor", string(r.Initials)))
	}
	return lines
}
