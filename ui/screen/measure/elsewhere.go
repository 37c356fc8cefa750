package measure

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// stale reports whether what is typed in the cell in hand is no longer what
// stands there: it was taken back, or somebody else gave another answer.
func (s *entrySheet) stale(f *kit.Frame, q account.QuestionCode) bool {
	return s.typed != "" && !s.burst && f.Y().Stage != account.Closed && !f.Y().Holds(s.who, s.goes)
}

// elsewhere says what somebody else put in the cell in the place of what was
// typed there, "" where nobody did.
func (s *entrySheet) elsewhere(f *kit.Frame, q account.QuestionCode) string {
	now, hidden := s.mine.Grade(f.Y(), s.who, q)
	switch {
	case !s.mine.Elsewhere(f.Y(), s.who, q):
		return ""
	case hidden:
		return f.T("measure.elsewhere.hidden", q.String())
	case now.Grade == 0:
		return f.T("measure.elsewhere.gone", q.String())
	}
	return f.T("measure.elsewhere", q.String(), now.Grade.String()+now.Relevance.Sign())
}

// find puts the cursor on the question that it was on, wherever that stands
// now. It tells which one is gone, where it is.
func (s *entrySheet) find(f *kit.Frame) (gone account.QuestionCode) {
	questions := f.Y().AskedOf(s.who)
	if i := slices.Index(questions, s.code); i >= 0 {
		s.at = i
		return account.QuestionCode{}
	}
	gone, s.typed = s.code, ""
	s.at = min(max(s.at, 0), max(0, len(questions)-1))
	s.code, _ = s.question(f)
	return gone
}

// typesInCell reports whether a message puts something in the cell in hand.
func typesInCell(msg tea.Msg) bool {
	switch m := msg.(type) {
	case kit.Do:
		return m == "clear" || m == "less" || m == "more" || m == "neutral"
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return keys.Move(m, true) == keys.None && m.Text != "" && m.Text != " "
	}
	return false
}
