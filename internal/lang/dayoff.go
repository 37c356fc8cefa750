package lang

import "kwi/internal/account"

// DayOff says why a day is a day off, "" where it is none.
func (w *Words) DayOff(d account.Date) string {
	off := d.DayOff()
	if off == "" {
		return ""
	}
	return w.T("dayoff." + string(off))
}
