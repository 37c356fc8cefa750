package account

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// Flaw is a place where a client does not hold together: a reference to
// nothing, the same given twice or in the wrong order, more than may judge.
// Neither an import nor a change brings any.
type Flaw struct {
	Kind   fault.Kind
	Values []string
	Place  []any     // from the client down, in the words of kwi/1: names, and numbers in lists
	Cycle  CycleName // in which it is, if in any
}

// key is the flaw wherever it stands in lists, for those move.
func (f Flaw) key() string {
	k := fmt.Sprint(f.Kind, f.Values, f.Cycle)
	for _, p := range f.Place {
		if s, ok := p.(string); ok {
			k += " " + s
		}
	}
	return k
}

// Flaws are all flaws of a client, in the order of kwi/1.
func (c *Client) Flaws() []Flaw {
	f := finder{client: c, people: map[Initials]bool{"": true}, ours: map[Initials]bool{"": true}, numbers: map[string]bool{}, marks: map[Mark]bool{}}
	for i, r := range c.Respondents {
		f.taken(r.Initials, "respondents", i, "initials")
		f.people[r.Initials] = true
	}
	for i, m := range c.Colleagues {
		f.taken(m.Initials, "colleagues", i, "initials")
		f.ours[m.Initials] = true
	}
	f.known(f.people, c.Sponsor, "sponsor")
	for i := range c.Cycles {
		y := &c.Cycles[i]
		f.cycle, f.at = y.Name, []any{"cycles", i}
		if i > 0 {
			switch before := c.Cycles[i-1].Name; {
			case y.Name == before:
				f.found(fault.Doubled, string(y.Name), "name")
			case y.Name < before:
				f.found(fault.Order, string(y.Name), "name")
			}
		}
		f.inCycle(y)
	}
	f.cycle, f.at = "", nil
	f.plans(c.Plans)
	return f.flaws
}

// finder goes through a client and notes the flaws that it finds.
type finder struct {
	client       *Client
	flaws        []Flaw
	people, ours map[Initials]bool
	numbers      map[string]bool
	marks        map[Mark]bool
	cycle        CycleName
	at           []any // of the cycle
}

func (f *finder) found(kind fault.Kind, value string, place ...any) {
	f.foundAll(kind, []string{value}, place...)
}

func (f *finder) foundAll(kind fault.Kind, values []string, place ...any) {
	f.flaws = append(f.flaws, Flaw{kind, values, slices.Concat(f.at, place), f.cycle})
}

// taken finds initials that somebody has already.
func (f *finder) taken(who Initials, place ...any) {
	if f.people[who] || f.ours[who] {
		f.found(fault.DuplicateInitials, string(who), place...)
	}
}

// known finds somebody whom a list does not hold.
func (f *finder) known(list map[Initials]bool, who Initials, place ...any) {
	if !list[who] {
		f.found(fault.Dangling, string(who), place...)
	}
}

// either finds somebody whom neither side knows.
func (f *finder) either(who Initials, place ...any) {
	if !f.people[who] {
		f.known(f.ours, who, place...)
	}
}

// each finds people in a list who are not known, or stand there twice.
func (f *finder) each(known func(Initials, ...any), list []Initials, place ...any) {
	seen := map[Initials]bool{}
	for i, who := range list {
		at := append(slices.Clone(place), i)
		known(who, at...)
		findDoubled(f, seen, who, string(who), at...)
	}
}

// findDoubled finds what was seen before.
func findDoubled[K comparable](f *finder, seen map[K]bool, key K, value string, place ...any) {
	if seen[key] {
		f.found(fault.Doubled, value, place...)
	}
	seen[key] = true
}

// findKeyed finds keys that name nobody.
func findKeyed[V any](f *finder, list map[Initials]bool, m map[Initials]V, place string) {
	for _, who := range sortedKeys(m) {
		f.known(list, who, place, string(who))
	}
}

// kwi finds a KWI that no cycle of the client has.
func (f *finder) kwi(code KWICode, place ...any) {
	if code != 0 && !f.client.has(code) {
		f.found(fault.Dangling, code.String(), place...)
	}
}

func (f *finder) plans(plans []Plan) {
	years := map[int]bool{}
	for i, p := range plans {
		findDoubled(f, years, p.Year, strconv.Itoa(p.Year), "plans", i, "year")
		codes := map[string]bool{}
		for j, kpi := range p.KPIs {
			if kpi.Code != "" {
				findDoubled(f, codes, kpi.Code, kpi.Code, "plans", i, "kpis", j, "code")
			}
		}
	}
}

// disorder is what is kept in order of number and is not.
func (c *Client) disorder() (out []string) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if !slices.IsSortedFunc(y.KWIs, func(a, b KWI) int { return cmp.Compare(a.Code, b.Code) }) {
			out = append(out, string(y.Name))
		}
		for _, k := range y.KWIs {
			if !slices.IsSortedFunc(k.Questions, func(a, b Question) int { return CompareCodes(a.Code, b.Code) }) {
				out = append(out, string(y.Name)+" "+k.Code.String())
			}
		}
	}
	return out
}
