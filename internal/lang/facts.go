package lang

import (
	"slices"
	"strings"

	"kwi/internal/account"
)

// saidFact is what helped to meet a condition, in words: whose or what it is, on
// which days, and who did it.
type saidFact struct {
	of     []string
	person bool // it is of a person, and is said together with others of its days
	days   string
	by     string
	not    bool
}

// Facts says all that met a condition: of one person or thing all days together,
// of one day all people, and who did all of it once.
func (w *Words) Facts(c *account.Client, y *account.Cycle, s *account.Settled, today account.Date) string {
	if s.Name == account.ActionsAgreed {
		return w.agreedFacts(c, s.Facts, today)
	}
	var all []saidFact
	for i, f := range s.Facts {
		same := func(g account.Fact) bool { return g.Who == f.Who && g.What == f.What && g.By == f.By && g.Not == f.Not }
		if slices.IndexFunc(s.Facts, same) < i {
			continue // said with the first of them
		}
		var days []string
		for _, g := range s.Facts[i:] {
			if same(g) && g.On != "" {
				days = append(days, w.ShortDate(g.On, today))
			}
		}
		said := saidFact{person: f.What == "" && f.Who != "", days: w.and(days, 0), by: f.By, not: f.Not}
		if of := w.factOf(c, y, f); of != "" {
			said.of = []string{of}
		}
		if at := slices.IndexFunc(all, said.joins); at >= 0 {
			all[at].of = append(all[at].of, said.of...)
			continue
		}
		all = append(all, said)
	}
	by, parts := "", []string(nil)
	if len(all) > 1 && !slices.ContainsFunc(all, func(f saidFact) bool { return f.by != all[0].by }) {
		by = all[0].by
	}
	for _, f := range all {
		said := strings.TrimSpace(w.and(f.of, 0) + " " + f.days)
		if f.by != "" && by == "" {
			said = strings.TrimSpace(w.T("gate.fact.by", said, c.Called(f.by)))
		}
		if f.not {
			said = w.T("gate.fact.not", said)
		}
		if said != "" {
			parts = append(parts, said)
		}
	}
	said := strings.Join(parts, "; ")
	if by != "" && said != "" {
		said = w.T("gate.fact.allby", said, c.Called(by))
	}
	return said
}

// joins reports whether another is said in one breath with it.
func (f saidFact) joins(other saidFact) bool {
	return f.person && other.person && f.days == other.days && f.by == other.by && f.not == other.not
}

// factOf is whose or what a fact is.
func (w *Words) factOf(c *account.Client, y *account.Cycle, f account.Fact) string {
	const shortThing = 40
	switch {
	case f.What == "" && f.Who == "":
		return ""
	case f.What == "":
		return c.Called(string(f.Who))
	case f.Who == "":
		return w.thing(c, y, f.What, shortThing)
	}
	return w.T("gate.fact.of", w.thing(c, y, f.What, shortThing), c.Called(string(f.Who)))
}
