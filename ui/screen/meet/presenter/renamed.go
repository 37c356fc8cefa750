package presenter

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"slices"
)

// Renamed implements kit.Renamer: the page with what somebody remarked stays in
// hand, and so does who was marked as being here.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.at, s.fills, s.form = n.Place(s.at), n.Place(s.fills), s.form.Renamed(n)
	s.seats.here = slices.Clone(s.seats.here)
	for i := range s.seats.here {
		s.seats.here[i] = n.Who(s.seats.here[i])
	}
	return s
}
