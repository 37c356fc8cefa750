package post

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
)

// Events are the dates of the client's running cycle as the user's calendar
// tells them. They are for his eyes: what was promised stands there, what was
// said does not.
func Events(c *account.Client, w *lang.Words) []Event {
	var out []Event
	for _, d := range questionnaire.Dates(c) {
		e := Event{ID: d.ID, At: d.At}
		session := ""
		if y := c.Newest(); y.Session != "" {
			session = w.LongDate(y.Session)
		}
		switch d.What {
		case questionnaire.Session:
			e.Summary, e.Place, e.Busy = w.T("post.calendar.session", c.Name), d.Place, true
		case questionnaire.Invitation:
			e.Summary, e.About = w.T("post.calendar.invitation", c.Name), w.T("post.calendar.about.invitation", session)
		case questionnaire.Sending:
			e.Summary, e.About = w.T("post.calendar.sending", c.Name), w.T("post.calendar.about.sending", session)
		case questionnaire.AnswersDue:
			e.Summary, e.About = w.T("post.calendar.due", c.Name), w.T("post.calendar.about.due", session)
		case questionnaire.Visit:
			e.Summary = w.T("post.calendar.visit", c.Name, nameOf(c, d.Who))
		case questionnaire.Promise:
			e.Summary, e.About = w.T("post.calendar.promise", c.Name, d.Text), w.T("post.calendar.about.promise.nobody", d.Number)
			if d.For != "" {
				e.About = w.T("post.calendar.about.promise", d.Number, d.For)
			}
		}
		out = append(out, e)
	}
	return out
}

// nameOf is the name of a respondent, or his initials.
func nameOf(c *account.Client, who account.Initials) string {
	if r := c.Respondent(who); r != nil && r.Name != "" {
		return r.Name
	}
	return string(who)
}
