package account

import "strings"

// User is who works with the program on this laptop: one of the supplier's
// people. It is kept beside the clients, not in them.
type User struct {
	Name     string
	Initials Initials
	Email    string
	Function string
}

// ColleagueOf finds the user among the supplier's people on the client's list:
// by initials or else by name. It is nil where the user is not on it.
func (c *Client) ColleagueOf(u User) *Colleague {
	if m := c.Colleague(u.Initials); u.Initials != "" && m != nil {
		return m
	}
	name := strings.Join(strings.Fields(u.Name), " ")
	for i := range c.Colleagues {
		if m := &c.Colleagues[i]; name != "" && strings.EqualFold(strings.Join(strings.Fields(m.Name), " "), name) {
			return m
		}
	}
	return nil
}

// Owner is what the user is called where an agreement names a person: by
// initials where the client's list has them, else by name. It is "" where
// nobody knows who the user is.
func (c *Client) Owner(u User) string {
	if m := c.ColleagueOf(u); m != nil {
		return string(m.Initials)
	}
	if u.Name != "" {
		return u.Name
	}
	return string(u.Initials)
}
