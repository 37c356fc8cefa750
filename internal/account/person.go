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

// called reports whether a name is all of theirs, of two words at least: many
// have one first name.
func (p Person) called(name string) bool {
	return len(telling(p.Name)) > 1 && SameName(Respondent{Name: p.Name}, Respondent{Name: name})
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
	mine, words := telling(p.Name), telling(name)
	return len(mine) == 0 || len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(mine, w) })
}

// Naming is by what they can be named where nobody knows them.
func (p Person) Naming(also ...string) Naming {
	c := Client{Respondents: []Respondent{{Initials: "-", Name: p.Name, Email: p.Email}}}
	n := c.NamingOf("-", also...)
	n.initials = ""
	return n
}

// Bytes reports whether bytes that nobody takes apart hold their whole name or
// their address, in any case.
func (p Person) Bytes(b []byte) bool {
	lower := strings.ToLower(string(b))
	for _, s := range []string{p.Name, p.Email} {
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
	if n.initials == "" {
		n.initials = m.initials
	}
	if n.email == "" {
		n.email = m.email
	}
	n.words = append(slices.Clone(n.words), m.words...)
	n.phones = append(slices.Clone(n.phones), m.phones...)
	if n.row == nil {
		n.row = m.row
	}
	return n
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
