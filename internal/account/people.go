package account

import (
	"maps"
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// MostRespondents is how many respondents take part in one cycle at most.
const MostRespondents = 8

// AddRespondent puts a contact on the client's list. It is refused where the
// initials are taken by a respondent or a colleague, or where the newest
// cycle, or the one to come, has its eight.
func (c *Client) AddRespondent(r Respondent) error {
	if !ValidInitials(string(r.Initials)) {
		return fault.New(fault.BadInitials, string(r.Initials))
	}
	if c.Respondent(r.Initials) != nil || c.Colleague(r.Initials) != nil {
		return fault.New(fault.DuplicateInitials, string(r.Initials))
	}
	if n := len(c.Taking()); r.Left == "" && n >= MostRespondents {
		return tooMany(n + 1)
	}
	c.Respondents = append(c.Respondents, r)
	return nil
}

func tooMany(n int) error { return fault.New(fault.TooManyRespondents, strconv.Itoa(n)) }

// RemoveRespondent takes a contact off the list. Who has answered, was spoken
// to or carries anything stays on record: they are marked as gone with Leave.
func (c *Client) RemoveRespondent(who Initials) error {
	if slices.ContainsFunc(c.Caught, func(x Caught) bool { return x.With == who && who != "" }) {
		return fault.New(fault.KeepsAnswers, string(who))
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if len(y.Assigned[who]) > 0 || len(y.Answers[who]) > 0 || y.SpokenWith(who) || y.visited(who) || len(y.Sent[who]) > 0 || len(y.Sendings[who]) > 0 ||
			y.Tested[who] != "" || y.Promised[who].Due != "" || y.Confirmed[who] != "" || y.Excused[who] != "" || y.asides(who) || slices.Contains(y.Meeting.Present, who) || y.shares(who) ||
			y.said(who) || y.hears(who) || y.led(who) || y.turnsOn(who) {
			return fault.New(fault.KeepsAnswers, string(who))
		}
		delete(y.NotExpected, who)
		delete(y.Promised, who)
		delete(y.Assigned, who)
		delete(y.Tested, who)
		delete(y.Confirmed, who)
		delete(y.PersonalWords, who)
		delete(y.Sent, who)
		delete(y.Sendings, who)
		delete(y.Answers, who)
		delete(y.Answered, who)
		delete(y.AnsweredInTalk, who)
		delete(y.AnsweredByPhone, who)
		delete(y.Excused, who)
		delete(y.ExcusedWhy, who)
		delete(y.Reminders, who)
		delete(y.Colouring, who)
		delete(y.Remarks, who)
	}
	if c.Sponsor == who {
		c.Sponsor = ""
	}
	c.lackNone(who)
	if gone := c.Respondent(who); gone != nil {
		for i := range c.Respondents { // of whom more than one may have come after them
			if next := &c.Respondents[i]; next.Follows == who {
				next.Follows = gone.Follows
			}
		}
	}
	c.Respondents = slices.DeleteFunc(c.Respondents, func(r Respondent) bool { return r.Initials == who })
	return nil
}

// asides reports whether we noted anything for ourselves on a respondent's list.
func (y *Cycle) asides(who Initials) bool {
	told := slices.ContainsFunc(y.Actions, func(a Action) bool {
		return slices.ContainsFunc(a.Tellings, func(t Telling) bool { return t.Who == who })
	})
	return told || len(y.Reminders[who]) > 0 || y.Colouring[who] != ""
}

// said reports whether anything came back from a respondent beside grades.
func (y *Cycle) said(who Initials) bool {
	_, nps := y.NPS[who]
	met := slices.ContainsFunc(y.Visits, func(v Visit) bool { return v.By == who })
	wished := slices.ContainsFunc(y.Meeting.Next, func(n NextKWI) bool { return n.WishedBy == who })
	return nps || met || wished || y.Answered[who] != "" || y.AnsweredInTalk[who] != "" || y.AnsweredByPhone[who] != "" || y.Remarks[who] != "" || slices.Contains(y.Released, who)
}

func (y *Cycle) shares(who Initials) bool {
	return slices.ContainsFunc(y.KWIs, func(k KWI) bool { return slices.Contains(k.SharedBy, who) })
}

// turnsOn reports whether a KWI that is gone, or what became of one, names a
// respondent.
func (y *Cycle) turnsOn(who Initials) bool {
	return slices.ContainsFunc(y.Turns, func(t Turn) bool { return slices.Contains(t.With, who) }) ||
		slices.ContainsFunc(y.Gone, func(g Gone) bool {
			return g.KWI.IsWishOf(who) || slices.Contains(g.KWI.SharedBy, who) || len(g.Assigned[who]) > 0
		})
}

// Leave marks that a respondent has left the client, or with "" that they are
// back, for which there must be room. A sponsor who leaves is sponsor no more.
func (c *Client) Leave(who Initials, on Date) error {
	r := c.Respondent(who)
	if r == nil {
		return fault.New(fault.Removed, string(who))
	}
	was := r.Left
	r.Left = on
	if n := len(c.Taking()); was != "" && on == "" && n > MostRespondents {
		return tooMany(n)
	}
	if on != "" && c.Sponsor == who {
		c.Sponsor = ""
	}
	return nil
}

// AddColleague puts one of the supplier's people on the client's list.
func (c *Client) AddColleague(m Colleague) error {
	if !ValidInitials(string(m.Initials)) {
		return fault.New(fault.BadInitials, string(m.Initials))
	}
	if c.Colleague(m.Initials) != nil || c.Respondent(m.Initials) != nil {
		return fault.New(fault.DuplicateInitials, string(m.Initials))
	}
	c.Colleagues = append(c.Colleagues, m)
	return nil
}

// RemoveColleague takes one of the supplier's people off the list, unless
// something in a cycle names them.
func (c *Client) RemoveColleague(who Initials) error {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		met := slices.ContainsFunc(y.Visits, func(v Visit) bool { return v.By == who })
		if met || slices.Contains(y.Kickoff.Present, who) || slices.Contains(y.Meeting.Present, who) || y.Informed[who] != "" {
			return fault.New(fault.KeepsAnswers, string(who))
		}
	}
	c.lackNone(who)
	if c.Responsible == who {
		c.Responsible = ""
	}
	c.Colleagues = slices.DeleteFunc(c.Colleagues, func(m Colleague) bool { return m.Initials == who })
	return nil
}

// Excuse lets a cycle go on without a respondent's list since a day, or with
// "" awaits it again. Answers that they gave stay and count.
func (c *Client) Excuse(cycle CycleName, who Initials, since Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	if since != "" {
		setMapKey(&y.Excused, who, since)
		return nil
	}
	was := len(c.Awaited(y))
	delete(y.Excused, who)
	delete(y.ExcusedWhy, who)
	if n := len(c.Awaited(y)); n > was && n > MostRespondents {
		return tooMany(n)
	}
	return nil
}

// running is a cycle whose words, matrix and answers may change.
func (c *Client) running(name CycleName) (*Cycle, error) {
	y := c.Cycle(name)
	if y == nil {
		return nil, fault.New(fault.NoCycle, string(name))
	}
	if y.Stage == Closed {
		return nil, fault.New(fault.Frozen, string(y.Name))
	}
	return y, nil
}

// setMapKey writes to a map that may not be there yet.
func setMapKey[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
