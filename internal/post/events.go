package post

import (
	"time"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/lang"
)

// Events are the dates of the client's running cycle as the user's calendar
// tells them. They are for their eyes: what was promised stands there, what was
// said does not.
func Events(c *account.Client, w *lang.Words) []Event {
	// In the simple approach two people talk, where many have a session.
	said := "post.calendar."
	if c.Approach == account.Simple {
		said += "simple."
	}
	say := func(key string, args ...any) string { return w.T(said+key, args...) }
	var out []Event
	for _, d := range due.Dates(c) {
		e := Event{ID: d.ID, At: d.At}
		session := ""
		if y := c.Newest(); y.Session != "" {
			session = w.SessionDay(y)
		}
		switch d.What {
		case due.OnSession:
			e.Summary, e.Place, e.Busy, e.Lasts = say("session", c.Name), c.Newest().Place, true, lasting(c.Newest())
		case due.OnInvitation:
			e.Summary, e.About = say("invitation", c.Name), say("about.invitation", session)
		case due.OnSending:
			e.Summary, e.About = w.T("post.calendar.sending", c.Name), say("about.sending", session)
		case due.OnAnswers:
			e.Summary, e.About = w.T("post.calendar.due", c.Name), say("about.due", session)
		case due.OnAnalysis:
			e.Summary, e.About = w.T("post.calendar.analysis", c.Name), say("about.analysis", session)
		case due.OnReply:
			e.Summary, e.About = w.T("post.calendar.reply", c.Name, c.NameOf(d.Who)), w.T("post.calendar.about.reply")
		case due.OnPlanning:
			e.Summary, e.About = say("plan", c.Name), say("about.plan")
		case due.OnTalk:
			e.Summary = w.T("post.calendar.visit", c.Name, c.NameOf(d.Who))
		case due.OnConcept:
			e.Summary, e.About = w.T("post.calendar.concept", c.Name, c.NameOf(d.Who)), w.T("post.calendar.about.concept")
		case due.OnInspired:
			e.Summary, e.About = w.T("post.calendar.inspiration", c.Name, c.NameOf(d.Who)), w.T("post.calendar.about.concept")
		case due.OnPromise:
			e.Summary, e.About = w.T("post.calendar.promise", c.Name, w.Due(&d.Item, c.Approach)), w.T("post.calendar.about.promise.nobody", d.Number)
			if d.By.Named() {
				e.About = w.T("post.calendar.about.promise", d.Number, d.By.Called())
			}
		}
		out = append(out, e)
	}
	return append(out, settled(c, w)...)
}

// settled are the agreements of the newest two cycles that are done or dropped: a
// calendar that has them from before strikes them out.
func settled(c *account.Client, w *lang.Words) (out []Event) {
	for _, y := range c.Cycles[max(len(c.Cycles)-2, 0):] {
		for _, a := range y.Actions {
			if a.Status != account.Open && a.Due.Valid() {
				item := due.Item{Kind: due.Action, At: a.Due, Number: a.Number, Text: a.Text, Internal: a.Internal}
				out = append(out, Event{ID: c.ID + ".action." + a.Number, At: a.Due, Summary: w.T("post.calendar.promise", c.Name, w.Due(&item, c.Approach)), Off: true})
			}
		}
	}
	return out
}

// lasting is how long a session takes.
func lasting(y *account.Cycle) time.Duration {
	from, err1 := time.Parse("15:04", y.SessionAt().Hour())
	until, err2 := time.Parse("15:04", y.SessionEnd().Hour())
	if err1 != nil || err2 != nil {
		return sessionLength
	}
	return until.Sub(from)
}
