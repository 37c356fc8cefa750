package account

import (
	"slices"

	"kwi/internal/fault"
)

// Promise is what a list of this cycle promises of the grades in it.
func (y *Cycle) Promise() AnswersBy {
	if y.Named() {
		return ByName
	}
	return ByGroup
}

// KeepBy agrees whether the grades of a cycle are shown by name or by group.
// By group is a promise that they never stand beside a name. It holds from the
// first list that went out and the first answer that came in on. The other way
// round nobody is told less than was promised, so that is always allowed.
func (c *Client) KeepBy(cycle CycleName, by AnswersBy) error {
	y, err := c.running(cycle)
	switch {
	case err != nil:
		return err
	case !y.Named() && by == ByName && y.toldMore(&Cycle{}):
		return fault.New(fault.Promised)
	}
	y.AnswersBy = by
	if by == ByGroup {
		y.Corrections = withoutGrades(y.Corrections)
		y.Amendments = withoutAsides(y.Amendments)
	}
	return nil
}

// ToldByName reports whether respondents were told that their grades stand
// beside their names, though that is no longer so or will not be.
func (y *Cycle) ToldByName() bool {
	for _, list := range y.Sendings {
		for _, s := range list {
			if s.Promise == ByName {
				return true
			}
		}
	}
	return y.Named() && len(y.Sent) > 0
}

// toldMore reports whether lists went out, or answers came in, that were not
// there then.
func (y *Cycle) toldMore(then *Cycle) bool {
	return moreOf(y.Sent, then.Sent) || moreOf(y.Sendings, then.Sendings) || renewKeys(y.Answers, then.Answers) || renewKeys(y.NPS, then.NPS) || renewKeys(y.Remarks, then.Remarks)
}

func moreOf[V any](now, then map[Initials][]V) bool {
	for who, list := range now {
		if len(list) > len(then[who]) {
			return true
		}
	}
	return false
}

func renewKeys[V any](now, then map[Initials]V) bool {
	for who := range now {
		if _, was := then[who]; !was {
			return true
		}
	}
	return false
}

// PastBy is how the grades of a past cycle that is told afterwards are kept: by group
// as soon as one of the cycles that are there is, for what respondents were promised
// once is not broken by what somebody still has of before.
func (c *Client) PastBy() AnswersBy {
	if slices.ContainsFunc(c.Cycles, func(y Cycle) bool { return y.AnswersBy == ByGroup }) {
		return ByGroup
	}
	return ByName
}
