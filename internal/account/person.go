package account

import (
	"reflect"
	"slices"
	"strings"

	"kwi/internal/text"
)

// Person is somebody whom more than one client may know: by their address, their
// whole name, or at one client by their initials.
type Person struct {
	Client   string // where they are known by their initials; "" of the user
	Initials []Initials
	Name     string
	Before   []string // what their name was, as far as anybody found that
	Email    string
	Ours     bool // one of the supplier's own people
}

// Person is who a respondent or a colleague is; false where there is none.
func (c *Client) Person(who Initials) (p Person, ok bool) {
	if r := c.Respondent(who); r != nil && who != "" {
		return Person{Client: c.ID, Initials: append([]Initials{who}, r.Formerly...), Name: r.Name, Email: r.Email}, true
	}
	if m := c.Colleague(who); m != nil && who != "" {
		return Person{Client: c.ID, Initials: []Initials{who}, Name: m.Name, Ours: true}, true
	}
	return p, false
}

// Person is the user as a person whom clients may know.
func (u User) Person() Person {
	p := Person{Name: u.Name, Email: u.Email, Ours: true}
	if u.Initials != "" {
		p.Initials = []Initials{u.Initials}
	}
	return p
}

// names are all names of theirs, that of now first.
func (p Person) names() []string { return append([]string{p.Name}, p.Before...) }

// called reports whether a name is all of one of theirs, of two words at least: many
// have one first name.
func (p Person) called(name string) bool {
	return slices.ContainsFunc(p.names(), func(own string) bool {
		return len(telling(own)) > 1 && SameName(Respondent{Name: own}, Respondent{Name: name})
	})
}

// Among are the initials by which a client knows them, in both lists. At their own
// client initials tell who they are, and the name may be of before a wedding; somebody
// else there of the same name is somebody else. At another client it is the whole name
// or the address, where the other of the two does not speak against it: two people may
// have one name, or share one mailbox.
func (p Person) Among(c *Client) (out []Initials) {
	is := func(who Initials, name, email string) bool {
		if p.Client == c.ID && p.Client != "" {
			return slices.Contains(p.Initials, who) && p.akin(name)
		}
		if SameEmail(Respondent{Email: p.Email}, Respondent{Email: email}) {
			return p.akin(name)
		}
		return p.called(name) && (p.Email == "" || email == "")
	}
	for _, r := range c.Respondents {
		if is(r.Initials, r.Name, r.Email) {
			out = append(out, r.Initials)
		}
	}
	for _, m := range c.Colleagues {
		if is(m.Initials, m.Name, "") {
			out = append(out, m.Initials)
		}
	}
	return out
}

// akin reports whether a name may be theirs: it has a word in common with it, or
// one of the two has no name.
func (p Person) akin(name string) bool {
	var mine []string
	for _, own := range p.names() {
		mine = append(mine, telling(own)...)
	}
	words := telling(name)
	return len(mine) == 0 || len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(mine, w) })
}

// Naming is by what they can be named where nobody knows them.
func (p Person) Naming(also ...string) Naming {
	c := Client{Respondents: []Respondent{{Initials: "-", Name: p.Name, Email: p.Email}}}
	n := c.NamingOf("-", slices.Concat(also, p.Before)...)
	n.initials = nil
	return n
}

// Bytes reports whether bytes that nobody takes apart hold their whole name or
// their address, in any case.
func (p Person) Bytes(b []byte) bool {
	lower := strings.ToLower(string(b))
	for _, s := range append(p.names(), p.Email) {
		if s = strings.ToLower(strings.TrimSpace(s)); len(s) > 2 && strings.Contains(lower, s) {
			return true
		}
	}
	return false
}

// EraseScans takes the scans of a person of the supplier's own out, and tells how
// many they were.
func (f *Firm) EraseScans(p Person) int {
	rest := slices.DeleteFunc(slices.Clone(f.Scans), func(s Scan) bool { return s.Who != "" && p.Ours && text.Search(s.Who) == text.Search(p.Name) })
	n := len(f.Scans) - len(rest)
	f.Scans = rest
	return n
}

// With is by what either of two can be named, of one person.
func (n Naming) With(m Naming) Naming {
	n.initials, n.shared = slices.Concat(n.initials, m.initials), slices.Concat(n.shared, m.shared)
	if n.email == "" {
		n.email = m.email
	}
	n.words = append(slices.Clone(n.words), m.words...)
	n.phones = append(slices.Clone(n.phones), m.phones...)
	n.namesake = n.namesake || m.namesake
	n.names, n.rows = slices.Concat(n.names, m.names), slices.Concat(n.rows, m.rows)
	return n
}

// Learn adds what their name was in an earlier state of the client where they are
// known by their initials, and reports whether that is another than those known. A
// name that has nothing in common with theirs is of whoever had these initials then.
func (p *Person) Learn(then *Client) bool {
	if then.ID != "" && then.ID != p.Client || p.Client == "" {
		return false
	}
	learnt := false
	add := func(who Initials, name, email string) {
		known := slices.ContainsFunc(p.names(), func(own string) bool { return text.Search(own) == text.Search(name) })
		if known || len(telling(name)) == 0 || !slices.Contains(p.Initials, who) {
			return
		}
		if p.Name != "" && p.akin(name) || p.Email != "" && SameEmail(Respondent{Email: p.Email}, Respondent{Email: email}) {
			p.Before, learnt = append(slices.Clone(p.Before), name), true
		}
	}
	for _, r := range then.Respondents {
		add(r.Initials, r.Name, r.Email)
	}
	for _, m := range then.Colleagues {
		add(m.Initials, m.Name, "")
	}
	return learnt
}

// WasErased keeps in every closed cycle that is another than it was that somebody
// was erased on a day, without who.
func (c *Client) WasErased(was Client, on Date, what, why string) {
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if then := was.Cycle(y.Name); y.Stage == Closed && then != nil && !sameCycle(then, y) {
			y.Corrections = append(slices.Clone(y.Corrections), Correction{Date: on, What: what, Why: why})
		}
	}
}

func sameCycle(a, b *Cycle) bool { return reflect.DeepEqual(*a, *b) }
