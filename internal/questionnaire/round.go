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
func (r Round) List(c *account.Client, y *account.Cycle, who account.Initials, from Sender, tag string, today account.Date) List {
	if r == Preview {
		return For(c, y, who, from, Communicate, tag)
	}
	l := For(c, y, who, from, Measure, tag)
	if r == Reminding {
		l.remind(y, today)
	}
	return l
}

// remind puts the words of a reminder for those of the letter.
func (l *List) remind(y *account.Cycle, today account.Date) {
	words, g := lang.For(l.Language), guide.For(l.Language)
	session := words.T("list.session.unplanned")
	if y.Session != "" {
		session = words.SessionDay(y)
	}
	when := words.LongDate(y.RemindedDue(today))
	l.When = words.T("sheet.when.due", when)
	l.write(g, guide.ReminderSubject, guide.ReminderBody, when, session)
}

// Recipients are those whose turn it is in a round: who has questions and has
// not got them in it yet, or has a list that is behind what is asked. What somebody got today they do not get again, so a
// round that was broken off goes on where it was. Whose list may have arrived
// is not among them.
func (r Round) Recipients(c *account.Client, y *account.Cycle, today account.Date) []account.Initials {
	return r.those(c, y, today, false)
}

// Doubtful are those whose turn it would be, but for a list that may have
// arrived.
func (r Round) Doubtful(c *account.Client, y *account.Cycle, today account.Date) []account.Initials {
	return r.those(c, y, today, true)
}

// those are the ones whose turn it is, with or without a list in doubt that
// belongs to the round.
func (r Round) those(c *account.Client, y *account.Cycle, today account.Date, doubt bool) (out []account.Initials) {
	for _, p := range c.Asked(y) {
		who, last := p.Initials, account.Date("")
		if sent := y.Sent[who]; len(sent) > 0 {
			last = sent[len(sent)-1]
		}
		behind := r != Reminding && last != "" && y.BehindOf(who).Any()
		turn, doubted := behind || r.turn(y, who, last, today), false
		if s := y.Unsettled(who); s != nil {
			doubted = r == Preview || s.Date == today || y.AsksForAnswers(who, s.Date, today)
			turn = turn || r.turn(y, who, max(last, s.Date), today)
		}
		if turn && doubted == doubt {
			out = append(out, who)
		}
	}
	return out
}

// turn reports whether it is somebody's turn who got their list last on a day.
func (r Round) turn(y *account.Cycle, who account.Initials, last, today account.Date) bool {
	silent := !y.HasAnswered(who)
	asked := last != "" && (last == today || y.AsksForAnswers(who, last, today))
	switch r {
	case Preview:
		return last == ""
	case Answering:
		return silent && !asked
	case Reminding:
		return silent && asked && last != today
	}
	return false
}
