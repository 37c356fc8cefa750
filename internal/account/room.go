package account

import "slices"

// Room is who of the client looks along. The zero value is that nobody said
// so yet, and then nothing of a single person is shown.
type Room struct {
	Known   bool       // it was said who sits here
	Present []Initials // the respondents who do
	Guests  bool       // others of the client do too
}

// HearsOnly reports whether a respondent sits here and nobody else of the
// client does, so that what is theirs alone may be shown.
func (r Room) HearsOnly(who Initials) bool {
	return r.Known && !r.Guests && len(r.Present) == 1 && r.Present[0] == who
}

// Holds reports whether everybody of another room sits here too.
func (r Room) Holds(other Room) bool {
	return (r.Guests || !other.Guests) && !slices.ContainsFunc(other.Present, func(who Initials) bool { return !slices.Contains(r.Present, who) })
}

// Same reports whether the same people sit in both, in whatever order they were
// named.
func (r Room) Same(other Room) bool {
	return r.Known == other.Known && r.Holds(other) && other.Holds(r)
}

// Heard reports whether everybody who sits here heard something already: heard
// are the respondents who did. Of guests nobody knows what they heard.
func (r Room) Heard(heard []Initials) bool {
	if !r.Known || r.Guests || len(r.Present) == 0 {
		return false
	}
	return !slices.ContainsFunc(r.Present, func(who Initials) bool { return !slices.Contains(heard, who) })
}
