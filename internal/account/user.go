package account

import (
	"strings"

	"kwi/internal/text"
)

// User is who works with the program on this laptop: one of the supplier's
// people. It is kept beside the clients, not in them.
type User struct {
	Name     string
	Initials Initials
	Email    string
	Function string
}

// Known is as what the user is known in what they did.
func (u User) Known() string {
	if u.Name != "" {
		return u.Name
	}
	return string(u.Initials)
}

// ValidEmail reports whether a text is a mail address that a letter can be sent
// to: one plain address of ASCII characters and nothing beside it.
func ValidEmail(s string) bool {
	name, domain, ok := strings.Cut(s, "@")
	return ok && len(s) <= 254 && dotted(name) && dotted(domain)
}

// dotted reports whether s is words with single points between them.
func dotted(s string) bool {
	for _, word := range strings.Split(s, ".") {
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune("<>()[],;:@\"\\", r) }) {
			return false
		}
	}
	return true
}

// ColleagueOf finds the user among the supplier's people on the client's list:
// by initials or else by name. It is nil where the user is not on it.
func (c *Client) ColleagueOf(u User) *Colleague {
	if m := c.Colleague(u.Initials); u.Initials != "" && m != nil {
		return m
	}
	for i := range c.Colleagues {
		if m := &c.Colleagues[i]; u.Name != "" && text.Equal(m.Name, u.Name) {
			return m
		}
	}
	return nil
}

// Joining is the user as one of the supplier's people on the client's list, who
// they are not yet; false where they are, and where nobody knows their name. Where
// their own initials are somebody else's on the list, others are proposed.
func (c *Client) Joining(u User) (Colleague, bool) {
	if u.Name == "" || c.ColleagueOf(u) != nil {
		return Colleague{}, false
	}
	who := u.Initials
	if who == "" || c.HasInitials(who) {
		who = ProposeInitials(u.Name, c.HasInitials)
	}
	return Colleague{Initials: who, Name: u.Name, Role: u.Function}, ValidInitials(string(who))
}

// Owner is what the user is called where an agreement names a person: by
// initials where the client's list has them, else by name. Where nobody knows who
// the user is, it is whoever answers for the client, or "".
func (c *Client) Owner(u User) string {
	if m := c.ColleagueOf(u); m != nil {
		return string(m.Initials)
	}
	switch {
	case u.Name != "":
		return u.Name
	case u.Initials != "":
		return string(u.Initials)
	}
	return string(c.Responsible)
}
