package codec

import (
	"cmp"
	"maps"
	"slices"

	"kwi/internal/account"
)

// Rest makes a client of those of their records that can be read. Where their own is
// none of them they have no more than an ID and this name, and people who are known by the
// initials that stand in their cycles alone. It is for what is left of a damaged
// file; what refers to something that is lost goes on doing so.
func Rest(id, name string, records map[string][]byte) account.Client {
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
	c, _, _ := decodeClient(readable)
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
	c.Cycles = slices.DeleteFunc(c.Cycles, func(y account.Cycle) bool { return readable[CycleKey(id, y.Name)] == nil })
	c.CodeKPIs()
	return c.Tidy()
}
