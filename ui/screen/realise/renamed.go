package realise

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.with = n.Who(s.with)
	return s
}
