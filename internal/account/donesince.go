package account

import (
	"cmp"
	"slices"
)

// DoneSince is what we did for a respondent since they wrote to us last, as
// far as the client may be told: the agreements that were kept about a KWI
// which they judge in a cycle, in the order of the KWIs, and behind them those
// about none. Who has not written yet is told of all since the session before.
func (c *Client) DoneSince(cycle CycleName, who Initials) (out []Action) {
	told := c.Told()
	y := told.Cycle(cycle)
	if y == nil {
		return nil
	}
	since, session := Date(""), Date("")
	for i := range c.Cycles {
		if before := &c.Cycles[i]; before.Name < y.Name {
			since, session = max(since, before.Answered[who]), max(session, before.Session)
		}
	}
	if since == "" {
		since = session
	}
	for i := range told.Cycles {
		for _, a := range told.Cycles[i].Actions {
			ours := a.Side != ClientSide && a.Status == Done && a.Done > since
			if ours && (a.KWI == 0 || y.judges(who, a.KWI)) {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Action) int { // 0 less 1 is the last of all
		return cmp.Or(cmp.Compare(a.KWI-1, b.KWI-1), cmp.Compare(a.Done, b.Done))
	})
	return out
}

// judges reports whether a respondent was given a question under a KWI.
func (y *Cycle) judges(who Initials, k KWICode) bool {
	return slices.ContainsFunc(y.Assigned[who], func(q QuestionCode) bool { return q.KWI == k })
}
