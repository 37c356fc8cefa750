package codec

import (
	"cmp"
	"maps"
	"slices"

	"kwi/internal/account"
)

// Rest makes a client of those of their records that can be read. Where their own is
// none of them they have no more than an ID and this name, and people who are known by the
// initials that stand in their cycles alone. A cycle whose own record is lost is made of
// the answers that are left of it, and named. It is for what is left of a damaged
// file; what refers to something that is lost goes on doing so.
func Rest(id, name string, records map[string][]byte) (c account.Client, remade []account.CycleName) {
	readable := maps.Clone(records)
	for key, record := range records {
		k, _ := Parse(key)
		if k.Client != id || Readable(key, record) != nil {
			delete(readable, key)
		}
	}
	for key := range readable { // of answers that stand there in two ways those of each
		if k, _ := Parse(key); k.Kind == AnswersRecord && k.Who != "" {
			delete(readable, UndividedKey(id, k.Cycle))
		}
	}
	c, _, _ = decodeClient(readable)
	lost := func(y account.Cycle) bool { return readable[CycleKey(id, y.Name)] == nil }
	c.Cycles = slices.DeleteFunc(c.Cycles, func(y account.Cycle) bool { return lost(y) && !came(&y) })
	for i := range c.Cycles {
		if y := &c.Cycles[i]; lost(*y) {
			remade = append(remade, y.Name)
			fromAnswers(&c, y, i == len(c.Cycles)-1)
		}
	}
	if c.ID == "" {
		c.ID, c.Name, c.Kind, c.Approach = id, cmp.Or(name, id), account.External, account.Extended
		for i := range c.Cycles {
			y := &c.Cycles[i]
			for _, who := range slices.Concat(slices.Collect(maps.Keys(y.Assigned)), slices.Collect(maps.Keys(y.Answers)), slices.Collect(maps.Keys(y.Answered))) {
				if c.Respondent(who) == nil {
					c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
				}
			}
		}
		slices.SortFunc(c.Respondents, func(a, b account.Respondent) int { return cmp.Compare(a.Initials, b.Initials) })
	}
	c.CodeKPIs()
	return c.Tidy(), remade
}

// came reports whether anything came back in a cycle.
func came(y *account.Cycle) bool {
	return len(y.Answers)+len(y.Answered)+len(y.NPS)+len(y.Remarks) > 0
}
