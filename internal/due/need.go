package due

import (
	"kwi/internal/account"
	"kwi/internal/text"
)

// Need is what the stage of a client needs first, from a day on: its condition,
// the name of the first that it misses, and how many those are.
type Need struct {
	From  account.Date // "" from the beginning
	Check account.CheckName
	Name  string // of a person, or the words of a thing; "" where it misses none
	Count int
}

// longestName is how many signs of a name a need tells.
const longestName = 40

// needs are what the newest cycle needs first, day after day.
func needs(c *account.Client, y *account.Cycle) (out []Need) {
	if y.Stage == account.Closed {
		return nil
	}
	for _, n := range c.FirstNeeds(y) {
		need := Need{From: n.From, Check: n.Name, Count: len(n.Missing)}
		if need.Count > 0 {
			need.Name = text.Shorten(text.Line(called(c, y, n.Name, n.Missing[0])), longestName)
		}
		out = append(out, need)
	}
	return out
}

// called is what somebody or something that a condition misses is called, without
// its code.
func called(c *account.Client, y *account.Cycle, of account.CheckName, what string) string {
	switch of.Misses() {
	case account.MissesKWIs:
		if code, ok := account.ParseKWICode(what); ok && y.KWI(code) != nil {
			return y.KWI(code).Title
		}
	case account.MissesQuestions:
		if code, ok := account.ParseQuestionCode(what); ok && y.Question(code) != nil {
			return y.Question(code).Text
		}
	case account.MissesActions:
		if _, a := c.Action(what); a != nil {
			return a.Text
		}
	}
	return c.Called(what)
}

// NeedOn is what is needed on a day, of no condition where nothing is.
func NeedOn(needs []Need, today account.Date) (now Need) {
	for _, n := range needs {
		if n.From > today {
			break
		}
		now = n
	}
	return now
}

// Next is what is to be done for a client before anything else: something that is
// due, or what their stage needs.
type Next struct {
	Day  Day  // of no kind where it is what the stage needs
	Need Need // of no condition where it is something that is due
}

// Next is what is to be done for the client before anything else, and where that
// is due the item itself.
func (c *Client) Next(now account.Moment) (Next, *Item) {
	next := NextOf(c.Days(), c.Needs, now)
	for i := range c.Items {
		if next.Day.Kind != Nothing && c.Items[i].Day() == next.Day {
			return next, &c.Items[i]
		}
	}
	return next, nil
}

// NextOf is what is next of what is due and needed: first what is late or due on
// the day itself, then what the stage needs, then what is due later. The list of
// clients and the checklist ask here, so that they say the same.
func NextOf(days []Day, needs []Need, now account.Moment) Next {
	first := First(days, now)
	if first.Kind == Nothing || first.On > now.Date() {
		if need := NeedOn(needs, now.Date()); need.Check != "" {
			return Next{Need: need}
		}
	}
	return Next{Day: first}
}
