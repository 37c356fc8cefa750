package lang

import (
	"strings"

	"kwi/internal/account"
)

// agreedFacts says who does which agreement by when, the agreements of one person
// together. Of what was done the day behind it would read as that of what was done.
func (w *Words) agreedFacts(c *account.Client, facts []account.Fact, today account.Date) string {
	var people []string
	each := map[string][]string{}
	for _, f := range facts {
		who := c.Called(f.By)
		if _, there := each[who]; !there {
			people = append(people, who)
		}
		said := f.What
		if f.On != "" {
			said = w.T("gate.fact.due", f.What, w.ShortDate(f.On, today))
		}
		each[who] = append(each[who], said)
	}
	for i, who := range people {
		people[i] = w.T("gate.fact.does", who, strings.Join(each[who], ", "))
	}
	return strings.Join(people, "; ")
}
