package communicate

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.open = n.Who(s.open)
	return s
}
