package portable

import (
	"cmp"
	"slices"

	"kwi/internal/account"
)

// check refuses a client that does not hold together, and puts in order of
// number what is kept so.
func (d *decoder) check(c *account.Client) {
	if flaws := c.Flaws(); len(flaws) > 0 {
		d.refuse(flaws[0].Kind, flaws[0].Values, pathOf(flaws[0].Place)...)
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		slices.SortFunc(y.KWIs, func(a, b account.KWI) int { return cmp.Compare(a.Code, b.Code) })
		for _, k := range y.KWIs {
			slices.SortFunc(k.Questions, func(a, b account.Question) int { return account.CompareCodes(a.Code, b.Code) })
		}
		for _, codes := range y.Assigned {
			slices.SortFunc(codes, account.CompareCodes)
		}
	}
}

// pathOf is the place of a flaw as steps down from its client.
func pathOf(place []any) (path []pathStep) {
	for _, p := range place {
		switch p := p.(type) {
		case int:
			path = append(path, pathStep{"", p})
		case string:
			path = append(path, pathStep{p, -1})
		}
	}
	return path
}
