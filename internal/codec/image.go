package codec

import (
	"cmp"
	"slices"

	"kwi/internal/account"
)

// Image makes as much of a client before and after a step as the records that it
// changed hold; the rest of both is empty. A cycle of which the step changed
// nothing but records of answers is in both, for it neither came nor went: where
// somebody became a respondent or is none any longer, the cycles that are open got
// a record of theirs, or lost it.
func Image(was, is map[string][]byte) (before, after account.Client, err error) {
	if before, _, err = decodeClient(was); err == nil {
		after, _, err = decodeClient(is)
	}
	if err == nil {
		addAnswered(&before, is, was)
		addAnswered(&after, was, is)
	}
	return before, after, err
}

// addAnswered gives a part of a client the cycles, with nothing in them, of which
// only records of answers are on the other side of a step.
func addAnswered(c *account.Client, there, here map[string][]byte) {
	for key := range there {
		k, _ := Parse(key)
		word := CycleKey(k.Client, k.Cycle)
		if k.Kind == AnswersRecord && there[word] == nil && here[word] == nil && c.Cycle(k.Cycle) == nil {
			c.Cycles = append(c.Cycles, account.Cycle{Name: k.Cycle})
		}
	}
	slices.SortFunc(c.Cycles, func(a, b account.Cycle) int { return cmp.Compare(a.Name, b.Name) })
}
