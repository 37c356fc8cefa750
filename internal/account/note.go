package account

import (
	"slices"

	"kwi/internal/fault"
)

// Topic is what a note of a conversation is about.
type Topic string

// The topics of the drafting talk; the empty one is none of them.
const (
	Business   Topic = "business"
	Department Topic = "department"
	Supplier   Topic = "supplier"
	Personal   Topic = "personal"
	Obstacles  Topic = "obstacles"
)

// Topics lists the topics in the order in which the talk takes them.
func Topics() []Topic { return []Topic{Business, Department, Supplier, Personal, Obstacles} }

// Note is what was caught in a talk.
type Note struct {
	Date  Date
	With  Initials
	Topic Topic
	Text  string
	KWI   KWICode    // the KWI it led to, or 0
	Rank  int        // its place among the respondent's notes by importance, from 1, or 0
	Heard []Initials // the respondents who heard it, or to whom it was released; internal without any
}

// Walk goes through the fields of a note.
func (n *Note) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &n.Date)
	f.respondent(always("with"), &n.With)
	f.Choice(always("topic"), (*string)(&n.Topic), topicWords)
	f.block(always("text"), &n.Text)
	f.AboutKWI(always("kwi"), &n.KWI)
	f.Number(since(7, "rank"), &n.Rank, 0, mostNotes)
	f.people(since(7, "heard"), &n.Heard, RespondentText)
}

// mostNotes is how many notes of one respondent have an order at most.
const mostNotes = 9999

// says reports whether two notes are of the same words, whatever became of
// them since.
func (n Note) says(m Note) bool {
	return n.Date == m.Date && n.With == m.With && n.Topic == m.Topic && n.Text == m.Text
}

// AddNote keeps what was caught in a talk with a respondent, and who heard it.
func (c *Client) AddNote(cycle CycleName, n Note) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(n.With) == nil {
		return fault.New(fault.Removed, string(n.With))
	}
	if err := c.known(n.Heard...); err != nil {
		return err
	}
	n.Heard = heardBy(n.Heard)
	y.Notes = append(y.Notes, n)
	return nil
}

// ChangeNote puts other words in a note, or with "" takes it away. A note has
// no number, so it is known by all that it said. What was released is released
// in those words, so other ones are internal.
func (c *Client) ChangeNote(cycle CycleName, was Note, text string) error {
	return c.RewordNote(cycle, was, text, nil)
}

// note is where a note stands, the last one of those that say the same. To
// which KWI it led, its rank and who heard it may have changed since.
func (y *Cycle) note(n Note) int {
	at := -1
	for i := len(y.Notes) - 1; i >= 0; i-- {
		switch here := y.Notes[i]; {
		case !here.says(n):
		case here.KWI == n.KWI && here.Rank == n.Rank && slices.Equal(here.Heard, n.Heard):
			return i
		case at < 0:
			at = i
		}
	}
	return at
}

// NoteKWI marks to which KWI of its cycle a note led.
func (c *Client) NoteKWI(cycle CycleName, was Note, code KWICode) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	i := y.note(was)
	if i < 0 || y.KWI(code) == nil {
		return fault.New(fault.Removed, was.Text)
	}
	y.Notes[i].KWI = code
	return nil
}

// NotExpect keeps what a respondent explicitly does not expect, or with ""
// that they named nothing. Other words than those that were released are internal.
func (c *Client) NotExpect(cycle CycleName, who Initials, text string) error {
	y, err := c.running(cycle)
	switch {
	case err != nil:
		return err
	case c.Respondent(who) == nil:
		return fault.New(fault.Removed, string(who))
	case y.NotExpected[who] == text:
		return nil
	case text == "":
		delete(y.NotExpected, who)
	default:
		setMapKey(&y.NotExpected, who, text)
	}
	return c.ShareNotExpected(cycle, who, false)
}
