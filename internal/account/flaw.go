package account

import (
	"cmp"
	"fmt"
	"slices"

	"kwi/internal/fault"
)

// Flaw is a place where a client does not hold together: a reference to
// nothing, the same given twice or in the wrong order, more than may judge,
// something said without words, a session with no days before it.
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
	f := flawFinder{client: c, respondents: map[Initials]bool{"": true}, colleagues: map[Initials]bool{"": true},
		met: map[string]bool{}}
	for _, r := range c.Respondents {
		f.respondents[r.Initials] = true
	}
	for _, m := range c.Colleagues {
		f.colleagues[m.Initials] = true
	}
	c.Walk(&f)
	return f.flaws
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
