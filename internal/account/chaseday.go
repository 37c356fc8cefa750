package account

import "cmp"

// ChaseDay is the first day on which something is to be done about the list of
// somebody who was asked and has not answered, or not all of it; false where
// nothing is, or where they named a day themselves. Unlike the step that it asks
// for it does not depend on today: it stays true as long as nothing happens.
func (c *Client) ChaseDay(y *Cycle, who Initials) (Date, bool) {
	far := c.chase(y, who, "")
	if y.SaidBy(who) != "" || far.Times == 0 || far.Step == ChaseSend || far.Step == ChaseWait {
		return "", false
	}
	day := cmp.Or(far.From, far.Last)
	if due := y.AnswersDue(); due != "" { // once that is near one waits less long
		near := c.chase(y, who, due)
		day = min(day, max(cmp.Or(near.From, near.Last), due.Add(-ChaseSoon)))
	}
	for day.DayOff() != "" { // from then on it can be done
		day = day.Add(1)
	}
	return day, day != ""
}

// Halfway is the working day halfway between the day on which the work on the KWIs
// began and the one on which the lists to answer go out, by which everybody is
// visited once; "" where nobody knows either.
func (y *Cycle) Halfway() Date {
	began := Date("")
	for _, p := range y.Passages {
		if p.To == Realise && p.From < Realise {
			began = p.Date
		}
	}
	days, ok := began.Until(y.ExpectedAsking())
	if !ok || days < 0 {
		return ""
	}
	return began.Add(days / 2).Workday()
}

// Proposed are the proposals of single colleagues that are no agreement yet.
func (y *Cycle) Proposed() (n int) {
	for _, d := range y.FindingsOn(Proposals) {
		if d.Action == "" {
			n++
		}
	}
	return n
}

// Analysed reports whether anything was said of the answers.
func (y *Cycle) Analysed() bool { return y.analysed() }
