package origin

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"slices"
)

// Renamed implements kit.Renamer: every step of the way is still about the same.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	s.steps = slices.Clone(s.steps)
	for i := range s.steps {
		of := &s.steps[i].of
		of.Cycle, of.Who = n.Cycle(of.Cycle), n.Who(of.Who)
	}
	return s
}
