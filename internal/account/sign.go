package account

import (
	"reflect"
	"slices"
)

// Sign notes in a client that a change made of was what stands there without a
// name: who made it, a target that is another than the one that went out, and
// words that are known to be the same.
func (c *Client) Sign(was *Client, today Date, by string) {
	if was == nil {
		return
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		old := was.Cycle(y.Name)
		if old == nil || y.Name == "" {
			continue
		}
		if by != "" && len(y.Corrections) > 0 && !slices.Equal(y.Corrections, old.Corrections) {
			y.Corrections = slices.Clone(y.Corrections)
			for j := range y.Corrections {
				if r := &y.Corrections[j]; r.By == "" && !slices.Contains(old.Corrections, *r) {
					r.By = by
				}
			}
		}
		for j := range y.KWIs {
			k := &y.KWIs[j]
			if o := old.KWI(k.Code); o != nil && o.Target != k.Target && o.Target != 0 && old.kwiWentOut(o) && today != "" {
				y.amend(Amendment{Date: today, By: by, As: NewTarget, What: k.Code.String(), Was: o.Target.String(), Now: k.Target.String()})
			}
		}
	}
	if today == "" || reflect.DeepEqual(was.Cycles, c.Cycles) {
		return
	}
	for _, r := range was.reworded(c) {
		y := c.Cycle(r.Cycle)
		noted := slices.ContainsFunc(y.Amendments, func(m Amendment) bool {
			return m.What == r.What() && m.Part == r.Part && m.Date == today && SameWords(m.Was, r.Was) && SameWords(m.Now, r.Now)
		})
		if !noted {
			y.amend(Amendment{Date: today, By: by, As: SameQuestion, What: r.What(), Part: r.Part, Was: r.Was, Now: r.Now})
		}
	}
}
