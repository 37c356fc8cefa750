package lang

import "kwi/internal/account"

// AnsweredHow says how somebody's answers came in where one of us was there, "" of
// answers that came as a list; what came later is told too.
func (w *Words) AnsweredHow(y *account.Cycle, who account.Initials, today account.Date) string {
	way, on := y.AnsweredHow(who)
	if way == "" {
		return ""
	}
	said := w.T("answered."+string(way), w.ShortDate(on, today))
	if y.CameLater(who) {
		said += " " + w.T("answered.later", w.ShortDate(y.Answered[who], today))
	}
	return said
}
