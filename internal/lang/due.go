package lang

import (
	"kwi/internal/account"
	"kwi/internal/due"
)

// Due says what an item of a client is: an agreement in its own words, marked
// where it is internal, all else in ours. In the simple approach two people
// talk, where many have a session.
func (w *Words) Due(i *due.Item, a account.Approach) string {
	switch i.Kind {
	case due.Action:
		if i.Internal {
			return w.T("agree.internal.mark", i.Text)
		}
		return i.Text
	case due.Concept, due.Visit, due.Inspiration, due.Reply, due.Talk:
		name := i.Name
		if name == "" {
			name = string(i.Who)
		}
		return w.T("due.what."+i.Kind.String(), name)
	case due.Lists, due.Answers, due.Caught, due.Ideas, due.Chase, due.Findings:
		return w.N("due.what."+i.Kind.String(), i.Count)
	}
	return w.T("due.what." + occasion(i.Kind, a))
}

// DueKind says in a word what an item is about.
func (w *Words) DueKind(k due.Kind, a account.Approach) string {
	return w.T("due.kind." + occasion(k, a))
}

// occasion is the name of a kind, and of the simple approach where that calls
// it otherwise.
func occasion(k due.Kind, a account.Approach) string {
	if a == account.Simple && (k == due.Session || k == due.Planning) {
		return "simple." + k.String()
	}
	return k.String()
}

// Late says how late something is: for how many days or, on the day itself, since
// which hour.
func (w *Words) Late(at, now account.Moment) string {
	if days, _ := at.Date().Until(now.Date()); days > 0 {
		return w.N("due.days.late", days)
	}
	return w.T("due.hour.late", at.Hour())
}

// DueWhen says when an item is due: how late it is, today, tomorrow, or on
// which day, with the hour where it has one.
func (w *Words) DueWhen(i *due.Item, now account.Moment) string {
	day, today := i.Day(), now.Date()
	days, ok := today.Until(day.On)
	switch {
	case !ok:
		return w.T("due.undated")
	case day.Late(now):
		return w.Late(i.At, now)
	case days == 0 || days == 1:
		return w.Ago(-days) + hourOfMoment(i.At)
	}
	return w.ShortMoment(i.At, today)
}
