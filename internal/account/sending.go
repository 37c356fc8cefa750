package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Mark is what one list that goes out is known by when it comes back. It is
// drawn at random, so nobody who holds one list can make up another's.
type Mark string

// MarkLength is how many characters a mark has, of five bits each.
const MarkLength = 16

// markLetters leave out what is easily mistaken for something else.
const markLetters = "0123456789abcdefghjkmnpqrstvwxyz"

// MarkExample is what a mark looks like.
const MarkExample = "7k3m9qtx2hvc8rwn"

// MarkOf is the mark that random bytes make, at least MarkLength of them.
func MarkOf(random []byte) Mark {
	b := make([]byte, MarkLength)
	for i := range b {
		b[i] = markLetters[random[i]&31]
	}
	return Mark(b)
}

// Valid reports whether m is written as a mark.
func (m Mark) Valid() bool { return len(m) == MarkLength && strings.Trim(string(m), markLetters) == "" }

// SendingState is how far a list got on its way.
type SendingState string

// The states of a sending. Only a mail server's word makes one arrive.
const (
	Written  SendingState = ""         // into a folder; whoever takes it on is not seen
	Claimed  SendingState = "claimed"  // about to be handed to the mail server
	Possibly SendingState = "possibly" // handed over, without an answer
	Arrived  SendingState = "arrived"  // the mail server took it
)

// Sending is one list that went out to a respondent. What it promised stays
// true whatever the cycle has become since.
type Sending struct {
	Mark    Mark
	Date    Date
	Promise AnswersBy // what the list says of their grades
	State   SendingState
	Message string // the Message-ID of the letter, "" where it was not mailed
	Asked   string // what it asked, as Cycle.Wording has it; "" where that was not kept
}

// Walk goes through the fields of a sending.
func (s *Sending) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("mark"), (*string)(&s.Mark), MarkText)
	f.date(needed("date"), &s.Date)
	f.Choice(needed("promise"), (*string)(&s.Promise), answersByWords)
	f.Choice(sparse("state"), (*string)(&s.State), sendingWords)
	f.line(sparse("message"), &s.Message)
	f.block(since(21, "asked"), &s.Asked)
}

func (s Sending) identity() string { return string(s.Mark) }

// Issue keeps a list that is about to go out to a respondent. It promises what
// the cycle keeps to. The mark must be new to the client.
func (c *Client) Issue(cycle CycleName, who Initials, s Sending) error {
	y, err := c.told(cycle, who)
	switch {
	case err != nil:
		return err
	case len(y.Assigned[who]) == 0:
		return fault.New(fault.NoQuestions, string(who))
	case !s.Date.Valid():
		return fault.New(fault.BadDate, string(s.Date))
	case !s.Mark.Valid():
		return fault.New(fault.BadValue, string(s.Mark), MarkExample)
	case c.Marked(s.Mark).Sending != nil:
		return fault.New(fault.Doubled, string(s.Mark))
	case s.Promise != y.Promise():
		return fault.New(fault.Conflict) // it was agreed anew since the list was made
	case s.Asked != "" && s.Asked != y.Wording(who):
		return fault.New(fault.Conflict) // other words are asked since it was made
	}
	setMapKey(&y.Sendings, who, append(slices.Clone(y.Sendings[who]), s))
	return nil
}

// Marked is whose list bears a mark; its Sending is nil where nobody's does.
type Marked struct {
	Cycle   *Cycle
	Who     Initials
	Sending *Sending
}

// Marked finds the list that bears a mark, in any cycle of the client.
func (c *Client) Marked(m Mark) Marked {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		for _, who := range sortedKeys(y.Sendings) {
			for j := range y.Sendings[who] {
				if s := &y.Sendings[who][j]; s.Mark == m && m != "" {
					return Marked{y, who, s}
				}
			}
		}
	}
	return Marked{}
}

// Rewritten is the list of a respondent that was written today and is the last
// they were sent: written once more that day it is the same list. Its mark is ""
// where there is none, or where it promised or asked something else.
func (y *Cycle) Rewritten(who Initials, today Date) Sending {
	if list := y.Sendings[who]; len(list) > 0 {
		if s := list[len(list)-1]; s.State == Written && s.Date == today && s.Promise == y.Promise() && (s.Asked == "" || s.Asked == y.Wording(who)) {
			return s
		}
	}
	return Sending{}
}

// Recall takes back that a list was written into a folder, where it was not
// after all.
func (c *Client) Recall(m Mark) error {
	at := c.Marked(m)
	if at.Sending == nil || at.Sending.State != Written {
		return fault.New(fault.Removed, string(m))
	}
	list := slices.DeleteFunc(slices.Clone(at.Cycle.Sendings[at.Who]), func(s Sending) bool { return s.Mark == m })
	if len(list) == 0 {
		delete(at.Cycle.Sendings, at.Who)
		return nil
	}
	at.Cycle.Sendings[at.Who] = list
	return nil
}
