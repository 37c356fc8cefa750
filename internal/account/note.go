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
	KWI   KWICode // the KWI it led to, or 0
}

// Walk goes through the fields of a note.
func (n *Note) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &n.Date)
	f.respondent(always("with"), &n.With)
	f.Choice(always("topic"), (*string)(&n.Topic), topicWords)
	f.block(always("text"), &n.Text)
	f.AboutKWI(always("kwi"), &n.KWI)
}

// AddNote keeps what was caught in a talk with a respondent.
func (c *Client) AddNote(cycle CycleName, n Note) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if c.Respondent(n.With) == nil {
		return fault.New(fault.Removed, string(n.With))
	}
	y.Notes = append(y.Notes, n)
	return nil
}

// ChangeNote puts other words in a note, or with "" takes it away. A note has
// no number, so it is known by all that it said. One that is to go and has
// gone already is no fault.
func (c *Client) ChangeNote(cycle CycleName, was Note, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	i := y.note(was)
	switch {
	case i < 0 && text == "":
	case i < 0:
		return fault.New(fault.Removed, was.Text)
	case text == "":
		y.Notes = slices.Delete(y.Notes, i, i+1)
	default:
		y.Notes[i].Text = text
	}
	return nil
}

// note is where a note stands, the last one of those that say the same. To
// which KWI it led may have been marked since.
func (y *Cycle) note(n Note) int {
	at := -1
	for i := len(y.Notes) - 1; i >= 0; i-- {
		here := y.Notes[i]
		if here == n {
			return i
		}
		if here.KWI = n.KWI; here == n && at < 0 {
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
// that he named nothing.
func (c *Client) NotExpect(cycle CycleName, who Initials, text string) error {
	y, err := c.running(cycle)
	switch {
	case err != nil:
		return err
	case c.Respondent(who) == nil:
		return fault.New(fault.Removed, string(who))
	case text == "":
		delete(y.NotExpected, who)
	default:
		setMapKey(&y.NotExpected, who, text)
	}
	return nil
}
