// Package accounttest draws clients for the property tests of other rooms:
// any client that the portable format allows, tidy, small, and full of what
// is easily got wrong. It is used by tests only and knows the domain only.
package accounttest

import (
	"fmt"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

// draw is one drawing of a client.
type draw struct {
	*rapid.T
	respondents, colleagues []account.Initials
	action, mark            int
}

// Client draws a client with this ID.
func Client(t *rapid.T, id string) account.Client {
	d := &draw{T: t}
	people := rapid.Permutation([]account.Initials{"KK", "A", "ÉÉ", "R2D2", "09", "bb", "BB", "ZZZZ", "Q", "RM", "X1", "Ω"}).Draw(t, "people")
	n := rapid.IntRange(0, 9).Draw(t, "respondents")
	d.respondents, d.colleagues = people[:n], people[n:n+rapid.IntRange(0, 3).Draw(t, "colleagues")]
	c := account.Client{
		ID: id, Name: d.line(), Kind: of(d, account.External, account.Internal), Approach: of(d, account.Extended, account.Simple),
		PartOf: of(d, "", "mother"), Archived: d.date(), Sponsor: d.one(d.respondents), LastKWI: account.KWICode(of(d, 0, 0, 7, 65535)),
		Selection: account.Selection{Strategic: d.reply(), Intensive: d.reply(), Business: d.reply()},
		Needs:     account.Needs{ClientKnows: d.reply(), SupplierKnows: d.reply()},
	}
	for _, who := range d.respondents {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: d.line(), Email: d.line(), Function: d.line(),
			Level: of(d, account.Strategic, account.Tactical, account.Operational, ""), Language: of(d, "nl", "en", ""), Willing: d.date(), Left: d.date(), Remark: d.block()})
	}
	for _, who := range d.colleagues {
		c.Colleagues = append(c.Colleagues, account.Colleague{Initials: who, Name: d.line(), Role: d.line()})
	}
	name := account.CycleName(of(d, "2009H2", "2010H1"))
	for range rapid.IntRange(0, 3).Draw(t, "cycles") {
		c.Cycles = append(c.Cycles, d.cycle(name))
		for range of(d, 1, 1, 2) {
			name = name.Next()
		}
	}
	for year := range rapid.IntRange(0, 2).Draw(t, "plans") {
		c.Plans = append(c.Plans, d.plan(2010+year))
	}
	return c.Tidy()
}

func of[T any](d *draw, values ...T) T { return rapid.SampledFrom(values).Draw(d.T, "of") }

func (d *draw) yes() bool { return rapid.Bool().Draw(d.T, "yes") }

func (d *draw) reply() account.Reply { return of(d, account.Unanswered, account.Yes, account.No) }

// many is a small count, often none.
func (d *draw) many() int { return of(d, 0, 0, 1, 2, 3) }

func (d *draw) line() string {
	return of(d, "", "x", "Kees Klant", `a "quoted" \ back/slash`, "ë é e\u0301 漢字 🙂", "=1+1", "<b>&amp;", "\u2028\ufeff", " stray  space ")
}

func (d *draw) block() string { return of(d, d.line(), "one\ntwo\n\tthree", "\n", "null") }

func (d *draw) date() account.Date { return of(d, d.day(), "") }

func (d *draw) day() account.Date {
	return account.Date(of(d, "2010-06-01", "2010-12-31", "2012-02-29", "0001-01-01", "9999-12-31"))
}

// one draws one of these people, or nobody.
func (d *draw) one(people []account.Initials) account.Initials {
	return rapid.SampledFrom(append([]account.Initials{""}, people...)).Draw(d.T, "one")
}

// some draws a few of these people in any order.
func (d *draw) some(people []account.Initials) []account.Initials {
	if len(people) == 0 {
		return nil
	}
	p := rapid.Permutation(people).Draw(d.T, "some")
	return p[:rapid.IntRange(0, len(p)).Draw(d.T, "of them")]
}

func dates(d *draw, people []account.Initials) map[account.Initials]account.Date {
	return by(d, people, d.date)
}

// by draws a map for some of these people.
func by[V any](d *draw, people []account.Initials, value func() V) map[account.Initials]V {
	m := map[account.Initials]V{}
	for _, who := range d.some(people) {
		m[who] = value()
	}
	return m
}

func times[T any](n int, draw func() T) (list []T) {
	for range n {
		list = append(list, draw())
	}
	return list
}

func (d *draw) plan(year int) account.Plan {
	p := account.Plan{Year: year, MadeBy: d.line(), Vision: d.block(), Mission: d.block(), Factors: d.block(), Preconditions: d.block(), Numbers: map[int]account.YearNumbers{}}
	for i := range d.many() {
		p.KPIs = append(p.KPIs, account.KPI{Code: fmt.Sprintf("KPI-%d", i+1), Text: d.block(), Actions: times(d.many(), d.block)})
	}
	for i := range d.many() {
		p.Numbers[year-i] = account.YearNumbers{Actual: d.figures(), Target: d.figures()}
	}
	return p
}

func (d *draw) figures() *account.Figures {
	if d.yes() {
		return nil
	}
	count := func() *int {
		n := of(d, -1, 0, 3, 1_000_000)
		if n < 0 {
			return nil
		}
		return &n
	}
	f := &account.Figures{Contacts: count(), Meetings: count(), Leads: count(), Orders: count(), Sessions: count(),
		Revenue: of(d, "", "450000", "-12"), Margin: of(d, "", "18.5", "19.0", "-0.25")}
	if d.yes() {
		n := of(d, -100, 0, 8, 100)
		f.NPS = &n
	}
	return f
}
