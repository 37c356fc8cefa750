package account

import (
	"slices"
	"strings"

	"kwi/internal/text"
)

// Mention is somebody of either side who was meant by a name.
type Mention struct {
	Who  Initials
	Name string
	Side Side
}

// Mentioned is who is meant by the first of some words: by initials, by a name
// in full or by its beginning, or by one word of a name, where that fits one
// person alone. It takes as many of the words as fit and tells how many, 0
// where nobody or more than one is meant.
func (c *Client) Mentioned(words []string) (m Mention, took int) {
	for n := min(len(words), 4); n > 0; n-- {
		named := text.Search(strings.Join(words[:n], " "))
		if named == "" {
			continue
		}
		switch found := c.called(named); len(found) {
		case 0:
		case 1:
			return found[0], n
		default:
			return Mention{}, 0
		}
	}
	return Mention{}, 0
}

// MentionedUser tells how many of some words name the user where they are not among
// the colleagues of the client: 0 where the words name nobody, or somebody else as
// well.
func (c *Client) MentionedUser(words []string, u User) int {
	if u.Name == "" || c.ColleagueOf(u) != nil {
		return 0
	}
	with := Client{Colleagues: append(slices.Clone(c.Colleagues), Colleague{Initials: u.Initials, Name: u.Name}), Respondents: c.Respondents}
	if m, took := with.Mentioned(words); m.Side == SupplierSide && m.Name == u.Name {
		return took
	}
	return 0
}

// called are those whom a name fits best: initials before whole names, those
// before their beginnings, and those before a word within.
func (c *Client) called(named string) []Mention {
	var fits [4][]Mention
	try := func(m Mention) {
		name := text.Search(m.Name)
		switch {
		case text.Search(string(m.Who)) == named:
			fits[0] = append(fits[0], m)
		case name == named:
			fits[1] = append(fits[1], m)
		case strings.HasPrefix(name, named+" "):
			fits[2] = append(fits[2], m)
		case strings.Contains(" "+name+" ", " "+named+" "):
			fits[3] = append(fits[3], m)
		}
	}
	for _, p := range c.StayingColleagues() {
		try(Mention{p.Initials, p.Name, SupplierSide})
	}
	for _, r := range c.Staying() {
		try(Mention{r.Initials, r.Name, ClientSide})
	}
	for _, list := range fits {
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// KWINumbered is the KWI of a cycle that is meant by a number, as 2, 02 or
// KWI-02; 0 where none is.
func (y *Cycle) KWINumbered(typed string) KWICode {
	if y == nil {
		return 0
	}
	for _, k := range y.KWIs {
		if strings.EqualFold(typed, k.Code.String()) || typed != "" && strings.TrimLeft(typed, "0") == strings.TrimLeft(k.Code.Short(), "0") {
			return k.Code
		}
	}
	return 0
}

// KWITitle is what a KWI is called in the last cycle that has it.
func (c *Client) KWITitle(code KWICode) (title string) {
	for i := range c.Cycles {
		if k := c.Cycles[i].KWI(code); k != nil {
			title = k.Title
		} else if g := c.Cycles[i].GoneKWI(code); g != nil {
			title = g.KWI.Title
		}
	}
	return title
}
