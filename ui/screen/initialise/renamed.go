package initialise

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.about, s.kickoff = s.about.Renamed(n), s.kickoff.Renamed(n)
	if !s.person.colleague {
		s.person.who, s.person.form = n.Who(s.person.who), s.person.form.Renamed(n)
	}
	return s
}
