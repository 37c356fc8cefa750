package letter

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/questionnaire"
)

// news tells a respondent what is coming and what came of what was agreed, as far
// as they have not heard it yet. What shows it stands there where it was released.
func (m *maker) news() (subject, text string) {
	coming, done := m.c.UntoldTo(m.y.Name, m.who)
	args := []string{m.dear(), m.by.From.Supplier, "", m.by.From.Signature(), m.told(guide.NewsComing, coming), m.told(guide.NewsDone, done)}
	return m.g.MessageIn(m.c.Approach, guide.NewsSubject, args...), questionnaire.Personal(m.g.MessageIn(m.c.Approach, guide.NewsBody, args...), "")
}

// told is a list of agreements under what stands over it, "" of none.
func (m *maker) told(over guide.Message, all []account.Action) string {
	if len(all) == 0 {
		return ""
	}
	lines := []string{m.g.Message(over)}
	for _, a := range all {
		line := "– " + strings.TrimSpace(a.Text)
		if a.Status == account.Done && a.EvidenceShared && !strings.ContainsAny(line[len(line)-1:], ".!?") {
			line += "."
		}
		switch {
		case a.Status == account.Done && a.EvidenceShared:
			line += " " + m.w.T("letter.news.shown", a.Evidence)
		case a.Status == account.Open && a.Due != "":
			line += " " + m.w.T("letter.news.by", m.w.LongDate(a.Due.Date()))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// hasNews reports whether there is anything that a respondent should have heard.
func hasNews(c *account.Client, y *account.Cycle, who account.Initials) bool {
	coming, done := c.UntoldTo(y.Name, who)
	return len(coming)+len(done) > 0
}
