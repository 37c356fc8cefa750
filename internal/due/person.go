package due

import (
	"kwi/internal/account"
	"kwi/internal/text"
)

// Person is somebody who does something. Initials are those of one client's
// list; elsewhere they may be somebody else's.
type Person struct {
	Initials account.Initials
	Name     string // or what was written where a person belongs
	Client   bool   // of the client's people
}

// personOf is who carries an agreement: one of the people of either side where
// they were named by initials or by name, or whoever was named.
func personOf(c *account.Client, a *account.Action) Person {
	named := text.Line(a.For)
	if named == "" {
		return Person{}
	}
	if m := c.Colleague(account.Initials(named)); m != nil {
		return Person{Initials: m.Initials, Name: m.Name}
	}
	if r := c.Respondent(account.Initials(named)); r != nil {
		return Person{Initials: r.Initials, Name: r.Name, Client: true}
	}
	for i := range c.Colleagues {
		if m := &c.Colleagues[i]; text.Equal(m.Name, named) {
			return Person{Initials: m.Initials, Name: m.Name}
		}
	}
	for i := range c.Respondents {
		if r := &c.Respondents[i]; text.Equal(r.Name, named) {
			return Person{Initials: r.Initials, Name: r.Name, Client: true}
		}
	}
	return Person{Name: named, Client: a.Side == account.ClientSide}
}

// Named reports whether it is anybody.
func (p Person) Named() bool { return p.Name != "" || p.Initials != "" }

// Called is what the person is called: by name, or else by initials.
func (p Person) Called() string {
	if p.Name != "" {
		return p.Name
	}
	return string(p.Initials)
}

// Is reports whether the person is the user.
func (p Person) Is(u account.User) bool {
	switch {
	case p.Client || !p.Named():
		return false
	case u.Name != "" && text.Equal(p.Name, u.Name):
		return true
	case u.Initials == "":
		return false
	}
	return p.Initials == u.Initials || p.Initials == "" && text.Equal(p.Name, string(u.Initials))
}

// Mine reports whether an item of the client is the user's to do. What nobody
// was named for is done by whoever works for the client.
func (c *Client) Mine(i *Item, u account.User) bool {
	if i.By.Named() {
		return i.By.Is(u)
	}
	for _, p := range c.Team {
		if p.Is(u) {
			return true
		}
	}
	return len(c.Team) == 0
}
