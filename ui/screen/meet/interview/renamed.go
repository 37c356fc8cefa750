package interview

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.who, s.form = n.Who(s.who), s.form.Renamed(n)
	return s
}
