package lang

import "kwi/internal/account"

// Amended tells one change of what was asked after it had gone out: what it
// means, and the words of before and after.
func (w *Words) Amended(m account.Amendment) string {
	what := m.What
	if m.Part != "" {
		what = w.T("amended."+string(m.Part), m.What)
	}
	switch m.As {
	case account.OtherOne:
		return w.T("amended.another", what, m.To, m.Was, m.Now)
	case account.NewTarget:
		return w.T("amended.target", what, w.target(m.Was), w.target(m.Now))
	case account.PutAside:
		if m.Was == "" {
			return w.T("amended.aside.bare", what, string(m.Who))
		}
		return w.T("amended.aside", what, string(m.Who), m.Was)
	}
	return w.T("amended.same", what, m.Was, m.Now)
}

// WhoAndWhen is on which day something was changed, and who did it where that
// is known.
func (w *Words) WhoAndWhen(on account.Date, by string) string {
	if by == "" {
		return w.Date(on)
	}
	return w.T("amended.by", w.Date(on), by)
}

// target is a target as it is kept, as people read it.
func (w *Words) target(s string) string {
	t, ok := account.ParseTarget(s)
	return w.Score(int(t), ok)
}
