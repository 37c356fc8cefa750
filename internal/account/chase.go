package account

import (
	"cmp"
	"slices"
)

// How long one waits for somebody silent before asking once more: a week, and
// once the day is near on which the answers are due two days. It is ours.
const (
	ChaseAfter = 7
	ChaseSoon  = 2
)

// ChaseStep is what to do next about a list that is not in.
type ChaseStep string

// The steps, from the first to the last.
const (
	ChaseSend     ChaseStep = "send"    // nobody asked them yet
	ChaseSettle   ChaseStep = "settle"  // nobody knows whether it arrived
	ChaseAddress  ChaseStep = "address" // it came back: is the address right?
	ChaseWait     ChaseStep = "wait"
	ChaseMail     ChaseStep = "mail"
	ChasePhone    ChaseStep = "phone"
	ChaseSponsor  ChaseStep = "sponsor"
	ChaseGiveUp   ChaseStep = "giveup"
	ChaseComplete ChaseStep = "complete" // some of it is in: ask for the rest, or say that it is whole
)

// Chase is how it stands with a list that is not in, or not all of it.
type Chase struct {
	Who     Initials
	Since   Date // when they were first asked, "" where they were not
	Times   int  // how often they were asked, the first list among them
	Last    Date // when last
	Way     Way  // and by which way
	Promise Date // by which day they said that they answer, where that is the last word
	Said    string
	Partly  bool // some of their answers are in
	Step    ChaseStep
	From    Date // the day from which the step is to be taken, "" for now
}

// Due reports whether the step is to be taken on a day.
func (h Chase) Due(today Date) bool { return h.Step != ChaseWait && (h.From == "" || h.From <= today) }

// Chased are the respondents whose list is not all in, as it stands with each: whom
// something is to be done about first, and of those who waits longest. It tells of
// nobody's answers but that some are there.
func (c *Client) Chased(y *Cycle, today Date) (out []Chase) {
	for _, r := range c.Asked(y) {
		if y.Given(r.Initials) < len(y.Assigned[r.Initials]) {
			out = append(out, c.chase(y, r.Initials, today))
		}
	}
	slices.SortStableFunc(out, func(a, b Chase) int {
		if a.Due(today) != b.Due(today) {
			if a.Due(today) {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Since, b.Since))
	})
	return out
}

// SaidBy is the day by which a respondent said last that they answer, "" where
// nothing of the kind was the last word.
func (y *Cycle) SaidBy(who Initials) Date {
	list := y.Reminders[who]
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].Promise
}

func (c *Client) chase(y *Cycle, who Initials, today Date) Chase {
	h := Chase{Who: who, Partly: y.HasAnswered(who), Promise: y.SaidBy(who)}
	asked := func(on Date, way Way) {
		if h.Times++; h.Since == "" || on < h.Since {
			h.Since = on
		}
		if on >= h.Last {
			h.Last, h.Way = on, way
		}
	}
	mails := 0
	for _, on := range y.Sent[who] {
		if y.AsksForAnswers(who, on, today) {
			asked(on, ByMail)
			mails++
		}
	}
	back, met := Date(""), map[Way]Date{}
	for _, r := range y.Reminders[who] {
		h.Said = r.Said
		if r.Back {
			back = r.Date
			continue
		}
		asked(r.Date, r.Way)
		met[r.Way] = max(met[r.Way], r.Date)
	}
	h.Step, h.From = c.nextStep(y, h, mails, back, met, today)
	return h
}

// nextStep is what to do next about a silent list: send it, mail once more after a
// week, then call, then ask the sponsor, and then go on without it by name.
func (c *Client) nextStep(y *Cycle, h Chase, mails int, back Date, met map[Way]Date, today Date) (ChaseStep, Date) {
	wait := ChaseAfter
	if due := y.AnswersDue(); due != "" && due.Add(-ChaseSoon) <= today {
		wait = ChaseSoon
	}
	next := h.Last.Add(wait)
	switch {
	case y.Unsettled(h.Who) != nil:
		return ChaseSettle, ""
	case back != "" && back >= h.Last:
		return ChaseAddress, ""
	case h.Promise != "" && h.Promise >= today: // they said when
		return ChaseWait, h.Promise
	case h.Promise != "":
		return cmp.Or(partlyStep(h), ChasePhone), ""
	case h.Partly:
		return ChaseComplete, max(next, y.Answered[h.Who].Add(wait))
	case h.Times == 0:
		return ChaseSend, y.Asking()
	case met[BySponsor] != "":
		return ChaseGiveUp, next
	case met[ByPhone] != "" || met[InTalk] != "":
		if c.Sponsor == "" || c.Sponsor == h.Who {
			return ChaseGiveUp, next
		}
		return ChaseSponsor, next
	case mails+len(met) > 1:
		return ChasePhone, next
	}
	return ChaseMail, next
}

func partlyStep(h Chase) ChaseStep {
	if h.Partly {
		return ChaseComplete
	}
	return ""
}

// Missing are the questions of a list that have no answer yet, in order. By group
// there are none to be told of: who is silent may be seen, and nothing else.
func (y *Cycle) Missing(who Initials) (out []QuestionCode) {
	if !y.Named() {
		return nil
	}
	for _, q := range y.AskedOf(who) {
		if !y.Gave(who, q) {
			out = append(out, q)
		}
	}
	return out
}

// OnlyTheirs are the questions without an answer of a respondent that nobody else
// answered either: without them those have no figure at all.
func (y *Cycle) OnlyTheirs(who Initials) (out []QuestionCode) {
	for _, q := range y.Missing(who) {
		if !slices.ContainsFunc(sortedKeys(y.Answers), func(i Initials) bool { return y.Gave(i, q) }) {
			out = append(out, q)
		}
	}
	return out
}
