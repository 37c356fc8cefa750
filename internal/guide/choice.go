package guide

import "kwi/internal/account"

// Choice is the advice on the approach in words. The user may overrule it.
type Choice struct {
	Say string
	Why []string // what speaks against the extended one, a sentence for each ground
}

// Selection is the three questions that decide on the approach: strategic,
// intensive, business.
func (g *Guide) Selection() []string { return g.list("selection") }

// Approach is the advice on the approach in words; none while it is open.
func (g *Guide) Approach(a account.Advice) (c Choice) {
	switch {
	case a.Approach == "":
		return c
	case a.Later:
		c.Say = g.one("approach.later")
	default:
		c.Say = g.one("approach." + string(a.Approach))
	}
	for _, ground := range a.Grounds {
		c.Why = append(c.Why, g.one("approach.why."+string(ground)))
	}
	return c
}

// Needs says where a client stands in the 2×2 of their own need and what the
// supplier knows of their expectation, "" while either is not known.
func (g *Guide) Needs(n account.Needs) string {
	switch n {
	case account.Needs{ClientKnows: account.Yes, SupplierKnows: account.Yes}:
		return g.one("needs.both")
	case account.Needs{ClientKnows: account.Yes, SupplierKnows: account.No}:
		return g.one("needs.client")
	case account.Needs{ClientKnows: account.No, SupplierKnows: account.Yes}:
		return g.one("needs.supplier")
	case account.Needs{ClientKnows: account.No, SupplierKnows: account.No}:
		return g.one("needs.neither")
	}
	return ""
}

// Contrast is one difference between a satisfaction survey and this method.
type Contrast struct{ About, Survey, Value string }

// Differences are for the first talk.
func (g *Guide) Differences() []Contrast {
	var out []Contrast
	for _, t := range g.list("differences") {
		f := fields(t)
		out = append(out, Contrast{f[0], f[1], f[2]})
	}
	return out
}

// NPS is what there is to know of the recommendation question.
func (g *Guide) NPS() []string { return g.list("nps") }

// Ladder is the three steps from expectation to recommendation.
func (g *Guide) Ladder() []Item { return g.items("ladder") }
