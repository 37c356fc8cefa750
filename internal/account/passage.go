package account

import (
	"slices"
	"strings"
	"unicode"

	"kwi/internal/fault"
)

// GoOn takes the newest cycle to its next stage, and keeps on which day and by
// whom. Where the gate is open it needs a reason, which is kept with what was not
// there yet. From the session it closes the cycle and begins the next.
func (c *Client) GoOn(today Date, by, reason string) error {
	y := c.Newest()
	if y == nil {
		return fault.New(fault.NoCycle)
	}
	if y.Stage == Closed {
		_, err := c.StartCycle(today)
		return err
	}
	if unmet := Unmet(c.Gate(y, y.Stage, today)); len(unmet) > 0 {
		if strings.TrimSpace(reason) == "" {
			return fault.New(fault.GateOpen)
		}
		if !tellsWhy(reason) {
			return fault.New(fault.NoReason)
		}
		r := Reason{Date: today, Stage: y.Stage, Text: reason, By: by}
		for _, k := range unmet {
			r.Open = append(r.Open, k.Lack())
		}
		y.Reasons = append(slices.Clone(y.Reasons), r)
	}
	if y.pass(today, by, y.Stage.After(c.Approach)); y.Stage == Closed {
		_, err := c.StartCycle(today)
		return err
	}
	return nil
}

// GoBack takes the newest cycle one stage back, and keeps on which day and by
// whom; nothing in it is lost.
func (c *Client) GoBack(today Date, by string) error {
	y := c.Newest()
	if y == nil || y.Stage == Initialise || y.Stage == Closed {
		return fault.New(fault.FirstStage)
	}
	y.pass(today, by, y.Stage.Before(c.Approach))
	return nil
}

// pass takes the cycle to a stage.
func (y *Cycle) pass(today Date, by string, to Stage) {
	y.Passages = append(slices.Clone(y.Passages), Passage{Date: today, From: y.Stage, To: to, By: by})
	y.Stage = to
}

// IsPast reports whether the cycle has left a stage behind, as an approach takes
// the stages.
func (y *Cycle) IsPast(stage Stage, a Approach) bool {
	return y.Stage == Closed || stage.In(a) < y.Stage.In(a)
}

// Left is the passage with which the cycle left a stage behind; false where it
// has not, or nobody kept it.
func (y *Cycle) Left(stage Stage, a Approach) (Passage, bool) {
	if !y.IsPast(stage, a) {
		return Passage{}, false
	}
	for _, p := range slices.Backward(y.Passages) {
		if from := p.From.In(a); from == stage.In(a) && p.To > p.From {
			return p, true
		}
	}
	return Passage{}, false
}

// ReasonsAt are the reasons for which one went on from a stage although its gate
// was open, oldest first.
func (y *Cycle) ReasonsAt(stage Stage, a Approach) (out []Reason) {
	for _, r := range y.Reasons {
		if r.Stage.In(a) == stage.In(a) {
			out = append(out, r)
		}
	}
	return out
}

// lackNone takes somebody who goes out of what was not there yet when one went on.
func (c *Client) lackNone(who Initials) {
	for i := range c.Cycles {
		reasons := cloneEach(c.Cycles[i].Reasons, Reason.clone)
		for _, r := range reasons {
			for j := range r.Open {
				r.Open[j].Of = slices.DeleteFunc(r.Open[j].Of, func(o Initials) bool { return o == who })
			}
		}
		c.Cycles[i].Reasons = reasons
	}
}

// leastReason is how many letters a reason has at least: whoever reads it later
// must understand it.
const leastReason = 3

// tellsWhy reports whether a text can be a reason.
func tellsWhy(reason string) bool {
	n := 0
	for _, r := range reason {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= leastReason
}
