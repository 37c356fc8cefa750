package account

import (
	"reflect"
	"slices"

	"kwi/internal/fault"
)

// Replacing is how a client from a file takes the place of one.
type Replacing struct {
	Today Date
	By    string // whoever does it, as they are known
	What  string // how what changes in a closed cycle is called, where it is no grade
	Why   string // why what is closed may change, "" where nobody said so
}

// Replaced is what a client from a file changes in what stands firm.
type Replaced struct {
	Closed []CycleName // closed cycles that become others, each with a correction
	Words  []Rewording // of what went out, of which the file did not say what they mean: noted as the same
	Behind []Behind    // lists that respondents have, and are no longer what is asked
}

// TakePlaceOf lets a client from a file take the place of another one. What is
// closed stands firm: where the file has other words, another matrix or other
// answers there, and no correction that says so, it needs a why, with which that is
// noted. A code in a file is the code of the same question, so other words of
// what went out are noted as the same.
func (c *Client) TakePlaceOf(was *Client, how Replacing) (told Replaced, err error) {
	if was == nil {
		return told, nil
	}
	told.Closed = was.Overturned(c)
	switch {
	case len(told.Closed) == 0:
	case how.Why == "":
		return told, fault.New(fault.Overturned, string(told.Closed[0]), was.Name)
	case !tellsWhy(how.Why):
		return told, fault.New(fault.NoReason)
	}
	for _, name := range told.Closed {
		if y := c.Cycle(name); y != nil {
			y.noteReplaced(was.Cycle(name), how)
		}
	}
	told.Words = was.Unsaid(c)
	for _, r := range told.Words {
		c.Cycle(r.Cycle).amend(Amendment{Date: how.Today, By: how.By, As: SameQuestion, What: r.What(), Part: r.Part, Was: r.Was, Now: r.Now})
	}
	if y := c.Newest(); y != nil {
		old := was.Cycle(y.Name)
		for _, b := range c.ListsBehind(y) {
			if old == nil || !old.BehindOf(b.Who).Any() {
				told.Behind = append(told.Behind, b)
			}
		}
	}
	return told, nil
}

// noteReplaced notes as corrections what a file made of a closed cycle: each
// grade that was told and is another, or else that it was replaced.
func (y *Cycle) noteReplaced(was *Cycle, how Replacing) {
	earlier := y.Corrections
	y.Corrections = nil
	for _, who := range sortedKeys(was.Answers) {
		for _, told := range was.Answers[who] {
			is := y.Answers[who].Of(told.Question)
			if is.Question = told.Question; is != told {
				y.noteRegrade(who, told, is, how.Today, how.Why)
			}
		}
	}
	if len(y.Corrections) == 0 {
		y.Corrections = []Correction{{Date: how.Today, What: how.What, Why: how.Why}}
	}
	for i := range y.Corrections {
		y.Corrections[i].By = how.By
	}
	y.Corrections = slices.Concat(earlier, y.Corrections)
}

// Overturned are the closed cycles whose words, matrix or answers are others in
// now, or that are there no more or no more closed, and of which now has no new
// correction. Whoever has other initials there is the same.
func (c *Client) Overturned(now *Client) (out []CycleName) {
	if now == nil {
		return nil
	}
	was := c.Clone()
	for _, r := range c.Respondents {
		if is := now.Once(r.Initials); is != nil && is.Initials != r.Initials {
			_ = was.RenameInitials(r.Initials, is.Initials) // where that cannot be, it is another cycle
		}
	}
	was, is := was.Tidy(), now.Tidy()
	for i := range was.Cycles {
		old := &was.Cycles[i]
		if old.Stage != Closed {
			continue
		}
		y := is.Cycle(old.Name)
		if y == nil || !reflect.DeepEqual(old.settledPart(), y.settledPart()) && !y.correctsMoreThan(c.Cycle(old.Name)) {
			out = append(out, old.Name)
		}
	}
	return out
}

// settledPart is what stands firm of a cycle once it is closed.
func (y *Cycle) settledPart() Cycle {
	s := Cycle{Stage: y.Stage, AnswersBy: y.AnswersBy, KWIs: slices.Clone(y.KWIs), Assigned: y.Assigned, Answers: y.Answers, NPS: y.NPS, Remarks: y.Remarks}
	for i := range s.KWIs {
		s.KWIs[i].LastSerial = 0
	}
	return s
}

// correctsMoreThan reports whether a cycle has all corrections that another
// reading of it has, and one more.
func (y *Cycle) correctsMoreThan(other *Cycle) bool {
	missing := func(r Correction) bool { return !slices.Contains(y.Corrections, r) }
	return len(y.Corrections) > len(other.Corrections) && !slices.ContainsFunc(other.Corrections, missing)
}

// OddlyInternal are the agreements that are kept between ourselves though the
// client has a part in them or was told of them. No change makes such a one; a
// file may have it. It stays out of the client's sight until somebody decides.
func (c *Client) OddlyInternal() (numbers []string) {
	for i := range c.Cycles {
		for _, a := range c.Cycles[i].Actions {
			if a.Internal && !c.MayBeInternal(a) {
				numbers = append(numbers, a.Number)
			}
		}
	}
	return numbers
}
