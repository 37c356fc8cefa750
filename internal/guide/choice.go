package guide

// Choice is the advice on the approach. The user may overrule it.
type Choice struct {
	Extended bool
	Say      string
	Why      []string // what speaks against the extended one, a sentence for each no
}

// Selection is the three questions that decide on the approach: strategic,
// intensive, business.
func (g *Guide) Selection() []string { return g.list("selection") }

// Approach advises on the approach from the answers to Selection.
func (g *Guide) Approach(strategic, intensive, business bool) Choice {
	if strategic && intensive && business {
		return Choice{Extended: true, Say: g.one("approach.extended")}
	}
	c := Choice{Say: g.one("approach.simple")}
	for _, no := range []struct {
		said bool
		key  string
	}{{strategic, "strategic"}, {intensive, "intensive"}, {business, "business"}} {
		if !no.said {
			c.Why = append(c.Why, g.one("approach.why."+no.key))
		}
	}
	return c
}

// Needs says where a client stands in the 2×2 of his own need and what the
// supplier knows of his expectation.
func (g *Guide) Needs(clientKnows, supplierKnows bool) string {
	switch {
	case clientKnows && supplierKnows:
		return g.one("needs.both")
	case clientKnows:
		return g.one("needs.client")
	case supplierKnows:
		return g.one("needs.supplier")
	}
	return g.one("needs.neither")
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
