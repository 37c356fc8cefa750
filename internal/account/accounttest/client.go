// Package accounttest draws clients for the property tests of other rooms:
// any client that the portable format allows, tidy, small, and full of what
// is easily got wrong. It is used by tests only and knows the domain only.
package accounttest

import (
	"fmt"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

// clientDrawing is one drawing of a client.
type clientDrawing struct {
	*rapid.T
	respondents, colleagues []account.Initials
	action, mark            int
}

// Client draws a client with this ID.
func Client(t *rapid.T, id string) account.Client {
	d := &clientDrawing{T: t}
	people := rapid.Permutation([]account.Initials{"KK", "A", "ÉÉ", "R2D2", "09", "bb", "BB", "ZZZZ", "Q", "RM", "X1", "Ω"}).Draw(t, "people")
	n := rapid.IntRange(0, 9).Draw(t, "respondents")
	d.respondents, d.colleagues = people[:n], people[n:n+rapid.IntRange(0, 3).Draw(t, "colleagues")]
	c := plain(d, account.Client{ID: id, PartOf: pickOf(d, "", "mother"), Sponsor: d.one(d.respondents), LastKWI: account.KWICode(pickOf(d, 0, 0, 7, 65535))})
	c.Responsible = d.one(d.colleagues)
	for i, who := range d.respondents {
		r := plain(d, account.Respondent{Initials: who, Follows: d.one(d.respondents[:i])})
		if d.yes() {
			r.Formerly = []account.Initials{account.Initials("F" + strconv.Itoa(i))}
		}
		c.Respondents = append(c.Respondents, r)
	}
	for _, who := range d.colleagues {
		c.Colleagues = append(c.Colleagues, plain(d, account.Colleague{Initials: who}))
	}
	name := account.CycleName(pickOf(d, "2009H2", "2010H1"))
	for range rapid.IntRange(0, 3).Draw(t, "cycles") {
		c.Cycles = append(c.Cycles, d.cycle(name))
		for range pickOf(d, 1, 1, 2) {
			name = name.Next()
		}
	}
	about := []account.KWICode{0}
	for _, y := range c.Cycles {
		for _, k := range y.KWIs {
			about = append(about, k.Code)
		}
	}
	for range d.many() {
		c.Caught = append(c.Caught, plain(d, account.Caught{Text: "heard" + d.block(), With: d.one(d.respondents), KWI: rapid.SampledFrom(about).Draw(t, "about")}))
	}
	for i := range d.many() {
		c.FormHeads = append(c.FormHeads, account.FormHead{Head: "head " + strconv.Itoa(i), Means: pickOf(d, "1.01", "nps", "-")})
	}
	for i := range d.many() {
		a := plain(d, account.Attached{Entry: pickOf(d, "ict", "own-a", "gone"), KWI: rapid.SampledFrom(about).Draw(t, "about")})
		for n := range d.many() {
			a.Ticks = append(a.Ticks, plain(d, account.Tick{Item: strconv.Itoa(n)}))
		}
		a.Entry += strconv.Itoa(i)
		c.Library = append(c.Library, a)
	}
	for year := range rapid.IntRange(0, 2).Draw(t, "plans") {
		c.Plans = append(c.Plans, d.plan(2010+year))
	}
	return c.Tidy()
}

func pickOf[T any](d *clientDrawing, values ...T) T { return rapid.SampledFrom(values).Draw(d.T, "of") }

func (d *clientDrawing) yes() bool { return rapid.Bool().Draw(d.T, "yes") }

func (d *clientDrawing) reply() account.Reply {
	return pickOf(d, account.Unanswered, account.Yes, account.No)
}

// many is a small count, often none.
func (d *clientDrawing) many() int { return pickOf(d, 0, 0, 1, 2, 3) }

func (d *clientDrawing) line() string {
	return pickOf(d, "", "x", "Kees Klant", `a "quoted" \ back/slash`, "ë é e\u0301 漢字 🙂", "=1+1", "<b>&amp;", "\u2028\ufeff", " stray  space ")
}

func (d *clientDrawing) block() string { return pickOf(d, d.line(), "one\ntwo\n\tthree", "\n", "null") }

func (d *clientDrawing) date() account.Date { return pickOf(d, d.day(), "") }

func (d *clientDrawing) day() account.Date {
	return account.Date(pickOf(d, "2010-06-01", "2010-12-31", "2012-02-29", "0001-01-01", "9999-12-31"))
}

// one draws one of these people, or nobody.
func (d *clientDrawing) one(people []account.Initials) account.Initials {
	return rapid.SampledFrom(append([]account.Initials{""}, people...)).Draw(d.T, "one")
}

// some draws a few of these people in any order.
func (d *clientDrawing) some(people []account.Initials) []account.Initials {
	if len(people) == 0 {
		return nil
	}
	p := rapid.Permutation(people).Draw(d.T, "some")
	return p[:rapid.IntRange(0, len(p)).Draw(d.T, "of them")]
}

func datesFor(d *clientDrawing, people []account.Initials) map[account.Initials]account.Date {
	return mapFor(d, people, d.date)
}

// mapFor draws a map for some of these people.
func mapFor[V any](d *clientDrawing, people []account.Initials, value func() V) map[account.Initials]V {
	m := map[account.Initials]V{}
	for _, who := range d.some(people) {
		m[who] = value()
	}
	return m
}

func repeat[T any](n int, draw func() T) (list []T) {
	for range n {
		list = append(list, draw())
	}
	return list
}

func (d *clientDrawing) plan(year int) account.Plan {
	p := plain(d, account.Plan{Year: year, Numbers: map[int]account.YearNumbers{}})
	for i := range d.many() {
		k := plain(d, account.KPI{Code: fmt.Sprintf("KPI-%d", i+1), Actions: repeat(d.many(), d.block)})
		for _, text := range k.Actions {
			if text != "" && d.yes() && !slices.ContainsFunc(k.Agreed, func(a account.KPIAction) bool { return a.Text == text }) {
				k.Agreed = append(k.Agreed, plain(d, account.KPIAction{Text: text}))
			}
		}
		p.KPIs = append(p.KPIs, k)
	}
	for i := range d.many() {
		p.Numbers[year-i] = account.YearNumbers{Actual: d.figures(), Target: d.figures()}
	}
	return p
}

func (d *clientDrawing) figures() *account.Figures {
	if d.yes() {
		return nil
	}
	count := func() *int {
		n := pickOf(d, -1, 0, 3, 1_000_000)
		if n < 0 {
			return nil
		}
		return &n
	}
	f := &account.Figures{Contacts: count(), Meetings: count(), Leads: count(), Orders: count(), Sessions: count(),
		Revenue: pickOf(d, "", "450000", "-12"), Margin: pickOf(d, "", "18.5", "19.0", "-0.25")}
	if d.yes() {
		n := pickOf(d, -100, 0, 8, 100)
		f.NPS = &n
	}
	return f
}
