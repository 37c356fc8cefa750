package measure

import (
	"kwi/internal/account"
	"kwi/ui/kit"
)

// Renamed implements kit.Renamer: the list that is open stays open.
func (s Screen) Renamed(n account.Renames) kit.Screen {
	if s.sheet != nil {
		sheet := *s.sheet
		sheet.who, sheet.form = n.Who(sheet.who), sheet.form.Renamed(n)
		s.sheet = &sheet
	}
	return s
}
