package brief

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.who = n.Who(s.who)
	return s
}
