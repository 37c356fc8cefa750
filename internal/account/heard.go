package account

import (
	"slices"

	"kwi/internal/fault"
)

// Hearing are the respondents in whose presence something is caught now, as
// far as that was said.
func (r Room) Hearing() []Initials {
	if !r.Known {
		return nil
	}
	return heardBy(r.Present)
}

// heardBy is a list of people as it is kept: in order, each once.
func heardBy(people []Initials) []Initials {
	if len(people) == 0 {
		return nil
	}
	return slices.Compact(slices.Sorted(slices.Values(people)))
}

// ShareNote releases a note to respondents, or with none keeps it internal
// again.
func (c *Client) ShareNote(cycle CycleName, was Note, heard []Initials) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := c.known(heard...); err != nil {
		return err
	}
	i := y.note(was)
	if i < 0 {
		return fault.New(fault.Removed, was.Text)
	}
	y.Notes[i].Heard = heardBy(heard)
	return nil
}

// RewordNote puts other words in a note, or with "" takes it away, in the
// presence of respondents: those words are released to them and to nobody
// else. One that is to go and has gone already is no fault.
func (c *Client) RewordNote(cycle CycleName, was Note, text string, heard []Initials) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := c.known(heard...); err != nil {
		return err
	}
	i := y.note(was)
	switch {
	case i < 0 && text == "":
	case i < 0:
		return fault.New(fault.Removed, was.Text)
	case text == "":
		y.Notes = slices.Delete(y.Notes, i, i+1)
	case y.Notes[i].Text != text:
		y.Notes[i].Text, y.Notes[i].Heard = text, heardBy(heard)
	}
	return nil
}

// HearNotExpected keeps what a respondent says that they do not expect, with
// them there: they may see it again. With "" they named nothing after all.
// What was kept of it without their hearing it stays, as an internal note.
func (c *Client) HearNotExpected(cycle CycleName, who Initials, text string, today Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if was := y.NotExpected[who]; was != "" && was != text && !slices.Contains(y.NotExpectedHeard, who) {
		if text == "" {
			return nil
		}
		if err := c.AddNote(cycle, Note{Date: today, With: who, Text: was}); err != nil {
			return err
		}
	}
	if err := c.NotExpect(cycle, who, text); err != nil || text == "" {
		return err
	}
	return c.ShareNotExpected(cycle, who, true)
}

// ShareNotExpected releases to a respondent what they do not expect, or keeps
// it internal again.
func (c *Client) ShareNotExpected(cycle CycleName, who Initials, shared bool) error {
	y, err := c.told(cycle, who)
	switch {
	case err != nil:
		return err
	case shared && y.NotExpected[who] == "":
		return fault.New(fault.Removed, string(who))
	}
	heard := slices.DeleteFunc(slices.Clone(y.NotExpectedHeard), func(i Initials) bool { return i == who })
	if shared {
		heard = append(heard, who)
	}
	y.NotExpectedHeard = heardBy(heard)
	return nil
}

// ShareEvidence releases the evidence of an agreement to the client, or keeps
// it internal again. That changes none of its words, so it may be done of any
// agreement at any time.
func (c *Client) ShareEvidence(number string, shared bool) error {
	_, a := c.Action(number)
	switch {
	case a == nil:
		return fault.New(fault.Removed, number)
	case shared && a.Evidence == "":
		return fault.New(fault.Missing)
	case shared && a.Internal:
		return fault.New(fault.NotInternal)
	}
	a.EvidenceShared = shared
	return nil
}

// hears reports whether something in a cycle was heard by a respondent.
func (y *Cycle) hears(who Initials) bool {
	return slices.Contains(y.NotExpectedHeard, who) || slices.ContainsFunc(y.Notes, func(n Note) bool { return slices.Contains(n.Heard, who) })
}
