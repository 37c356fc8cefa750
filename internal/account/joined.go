package account

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Apart tells of two respondents why they cannot be made one: the cycles in
// which something is kept by the initials of both that could be only one's, such as
// answers, a recommendation or a list that is out. Without any they can be joined,
// and nothing is lost.
func (c *Client) Apart(a, b Initials) (cycles []CycleName) {
	for i := range c.Cycles {
		both := keptTwice{a: a, b: b, found: new(bool)}
		if c.Cycles[i].Walk(both); *both.found {
			cycles = append(cycles, c.Cycles[i].Name)
		}
	}
	return cycles
}

// keptTwice is a walker that looks for what is kept by the initials of both of two.
type keptTwice struct {
	Onlooker
	a, b  Initials
	found *bool
}

// People looks in everything but days on which nothing was said, and what two
// lists can be put together of.
func (k keptTwice) People(key Key, _ TextKind, m PeopleMap) {
	switch key.Name {
	case "assigned", "sent", "tested", "confirmed", "excused":
		return
	}
	*k.found = *k.found || m.Has(k.a) && m.Holds(k.a) && m.Has(k.b) && m.Holds(k.b)
}

// Join makes one respondent of two who are the same person: what stands by the
// second becomes the first's, in every cycle, and what was not known of the first
// is taken from them. The second's initials are from then on what the first's once
// were.
func (c *Client) Join(stays, goes Initials) error {
	r, s := c.Respondent(stays), c.Respondent(goes)
	switch {
	case r == nil || s == nil || stays == goes:
		return fault.New(fault.Removed, string(goes))
	case len(c.Apart(stays, goes)) > 0:
		return fault.New(fault.KeepsAnswers, string(goes))
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if len(y.Assigned[goes]) > 0 {
			y.giveQuestions(goes, stays, slices.Clone(y.Assigned[goes]))
		}
		for j := range y.Gone {
			if g := &y.Gone[j]; len(g.Assigned[goes]) > 0 {
				both := append(slices.Clone(g.Assigned[stays]), g.Assigned[goes]...)
				slices.SortFunc(both, CompareCodes)
				setMapKey(&g.Assigned, stays, slices.Compact(both))
				delete(g.Assigned, goes)
			}
		}
		if both := append(slices.Clone(y.Sent[stays]), y.Sent[goes]...); len(both) > 0 {
			slices.Sort(both)
			setMapKey(&y.Sent, stays, slices.Compact(both))
		}
	}
	merged, gone := mergedOf(*r, *s), *s
	renaming{of: c, was: goes, is: stays}.Object(Key{}, c)
	*c.Respondent(stays) = merged
	c.Respondents = slices.DeleteFunc(c.Respondents, func(x Respondent) bool { return x.Initials == gone.Initials })
	for i := range c.Cycles {
		for j := range c.Cycles[i].KWIs {
			k := &c.Cycles[i].KWIs[j]
			k.SharedBy = slices.DeleteFunc(k.SharedBy, func(who Initials) bool { return who == stays && k.IsWishOf(who) }) // one wished it, and it mattered to the other
		}
	}
	for i := range c.Respondents {
		if x := &c.Respondents[i]; x.Follows == x.Initials {
			x.Follows = ""
		}
	}
	return nil
}

// mergedOf is what is known of one person who stands there twice.
func mergedOf(r, s Respondent) Respondent {
	r.Name, r.Email = cmp.Or(r.Name, s.Name), cmp.Or(r.Email, s.Email)
	r.Function, r.Level = cmp.Or(r.Function, s.Function), cmp.Or(r.Level, s.Level)
	r.Language, r.Salutation = cmp.Or(r.Language, s.Language), cmp.Or(r.Salutation, s.Salutation)
	r.Willing, r.AskEvery = cmp.Or(r.Willing, s.Willing), cmp.Or(r.AskEvery, s.AskEvery)
	r.Browser = r.Browser || s.Browser
	if r.Follows == s.Initials { // who took over from themselves
		r.Follows = ""
	}
	r.Follows = cmp.Or(r.Follows, s.Follows)
	if s.Left == "" {
		r.Left = ""
	}
	if s.Remark != r.Remark {
		r.Remark = strings.TrimSpace(r.Remark + "\n" + s.Remark)
	}
	r.Formerly = onceEach(append(append(slices.Clone(r.Formerly), s.Formerly...), s.Initials))
	return r
}

// onceEach is a list of people without those who stand there already.
func onceEach(list []Initials) (out []Initials) {
	for _, who := range list {
		if !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}

// onceEachTold is a list of tellings without those that were told already.
func onceEachTold(list []Telling) (out []Telling) {
	for _, t := range list {
		if !slices.ContainsFunc(out, func(o Telling) bool { return o.identity() == t.identity() }) {
			out = append(out, t)
		}
	}
	return out
}

// Twin is somebody of either side who may be the same person.
type Twin struct {
	Who   Initials
	Ours  bool // a colleague
	Email bool // the address is the same; else the name is
}

// TwinsOf are who may be the same person as somebody, who need not be on the
// list yet: by e-mail however it is written, or by name whichever part of it
// stands first. A colleague has a name alone.
func (c *Client) TwinsOf(r Respondent) (out []Twin) {
	for _, there := range c.Respondents {
		email := SameEmail(there, r)
		if there.Initials != r.Initials && (email || SameName(there, r)) {
			out = append(out, Twin{Who: there.Initials, Email: email})
		}
	}
	for _, m := range c.Colleagues {
		if m.Initials != r.Initials && SameName(Respondent{Name: m.Name}, r) {
			out = append(out, Twin{Who: m.Initials, Ours: true})
		}
	}
	return out
}
