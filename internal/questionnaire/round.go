package questionnaire

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
)

// Round is one sending of lists to several respondents.
type Round string

// The rounds: to look at, to answer, and once more to who kept silent.
const (
	Preview   Round = "communicate"
	Answering Round = "measure"
	Reminding Round = "reminder"
)

// RoundOf is the round that belongs to a stage.
func RoundOf(s account.Stage) Round {
	if s < account.Measure {
		return Preview
	}
	return Answering
}

// List is what a respondent gets in a round.
func (r Round) List(c *account.Client, y *account.Cycle, who account.Initials, supplier, tag string, today account.Date) List {
	if r == Preview {
		return For(c, y, who, supplier, Communicate, tag)
	}
	l := For(c, y, who, supplier, Measure, tag)
	if r == Reminding {
		l.remind(c, y, today)
	}
	return l
}

// remind puts the words of a reminder for those of the letter. A day that has
// passed is not asked for: then it is the eve of the session, and where no
// session is planned it is in a week.
func (l *List) remind(c *account.Client, y *account.Cycle, today account.Date) {
	words, g := lang.For(l.Language), guide.For(l.Language)
	due, session := today.Add(7), words.T("list.session.unplanned")
	if y.Session != "" {
		due, session = y.Session.Add(-dueDays), words.LongDate(y.Session)
		for _, later := range []account.Date{y.Session.Add(-1), today.Add(2)} {
			if due <= today {
				due = later
			}
		}
	}
	when := words.LongDate(due)
	l.When = words.T("sheet.when.due", when)
	args := []string{l.Name, l.Supplier, when, sender(c, l.Supplier), session}
	l.Subject, l.Message = g.Message(guide.ReminderSubject, args...), g.Message(guide.ReminderBody, args...)
}

// Recipients are those whose turn it is in a round: who has questions and has
// not got them in it yet. What somebody got today he does not get again, so a
// round that was broken off goes on where it was.
func (r Round) Recipients(c *account.Client, y *account.Cycle, today account.Date) (out []account.Initials) {
	for _, p := range c.Awaited(y) {
		who := p.Initials
		sent := y.Sent[who]
		last := account.Date("")
		if len(sent) > 0 {
			last = sent[len(sent)-1]
		}
		silent := y.Given(who) == 0
		asked := last != "" && asksFor(y, who, last, today)
		turn := false
		switch r {
		case Preview:
			turn = last == ""
		case Answering:
			turn = silent && !asked
		case Reminding:
			turn = silent && asked && last != today
		}
		if turn && len(y.Assigned[who]) > 0 {
			out = append(out, who)
		}
	}
	return out
}

// asksFor tells whether a list that was sent on a day asked for answers, and
// not just for a look: it was today, or it lies behind his word that he can
// answer it all and within the weeks before the session.
func asksFor(y *account.Cycle, who account.Initials, sent, today account.Date) bool {
	session := y.Session
	if session == "" {
		session = today
	}
	return sent == today || sent > y.Confirmed[who] && sent >= session.Add(-inviteDays)
}
