package account

// The calendar of method.md §4.6, in days before the session: when everybody
// is invited, when the lists to answer go out, and when the answers are due.
const (
	InvitedBefore = 28
	AskedBefore   = 14
	DueBefore     = 7
)

// firstSession is the first day that has all days before it which a session
// leads to: they are counted back from it.
const firstSession Date = "0001-01-29"

// hasDaysBefore reports whether a session can be on a day.
func hasDaysBefore(session Date) bool { return session >= firstSession }

// Invitation is the day on which everybody is invited to the session, "" while
// none is planned.
func (y *Cycle) Invitation() Date { return y.Session.Add(-InvitedBefore) }

// Asking is the day on which the lists to answer go out, "" while no session
// is planned.
func (y *Cycle) Asking() Date { return y.Session.Add(-AskedBefore) }

// AnswersDue is the day on which the answers are due, "" while no session is
// planned.
func (y *Cycle) AnswersDue() Date { return y.Session.Add(-DueBefore) }

// ExpectedAsking is the day of Asking or, while no session is planned, the
// first of the last month of the cycle.
func (y *Cycle) ExpectedAsking() Date {
	switch {
	case y.Session != "" || !y.Name.Valid():
		return y.Asking()
	case y.Name[5] == '1':
		return Date(y.Name[:4] + "-06-01")
	}
	return Date(y.Name[:4] + "-12-01")
}

// RemindedDue is the day by which somebody who is reminded is asked to answer.
// A day that has passed is not asked for: then it is the last working day before
// the session, or two days from now, and where no session is planned a week.
func (y *Cycle) RemindedDue(today Date) Date {
	if y.Session == "" {
		return today.Add(7)
	}
	due := y.AnswersDue()
	eve := y.Session.Add(-1)
	for eve.DayOff() != "" && eve.Add(-1) > today {
		eve = eve.Add(-1)
	}
	for _, later := range []Date{eve, today.Add(2)} {
		if due <= today {
			due = later
		}
	}
	return due
}

// ShortNotice reports whether the session is to come within the weeks that
// inviting takes, while nobody was asked for answers yet.
func (c *Client) ShortNotice(y *Cycle, today Date) bool {
	days, ok := today.Until(y.Session)
	if !ok || days < 0 || days >= InvitedBefore || len(y.Answers) > 0 {
		return false
	}
	for _, r := range c.Participants(y) {
		if _, asked := y.WaitsSince(r.Initials); asked {
			return false
		}
	}
	return true
}

// WaitsSince is the day on which a respondent was last asked for their answers;
// false where they were not, or no session is planned.
func (y *Cycle) WaitsSince(who Initials) (Date, bool) {
	sent := y.Sent[who]
	if y.Session == "" || len(sent) == 0 || !y.AsksForAnswers(who, sent[len(sent)-1], y.Session) {
		return "", false
	}
	return sent[len(sent)-1], true
}

// AsksForAnswers reports whether a list that went out on a day asks for
// answers, and not just for a look: it lies behind the respondent's word that
// they can answer it all, and within the weeks before the session. Where none is
// planned, it may be as good as now. Of the lists of the day of their word the
// first they ever got is the one for a look.
func (y *Cycle) AsksForAnswers(who Initials, sent, now Date) bool {
	session := y.Session
	if session == "" {
		session = now
	}
	confirmed := y.Confirmed[who]
	return sent >= session.Add(-InvitedBefore) && (sent > confirmed || sent == confirmed && y.listsUpTo(who, sent) > 1)
}

// listsUpTo is how many lists a respondent got up to and on a day, or may have
// got. Of one day those that were noted and those that were mailed are the same.
func (y *Cycle) listsUpTo(who Initials, day Date) int {
	days, mailed := 0, 0
	noted := 0
	for _, d := range y.Sent[who] {
		switch {
		case d < day:
			days++
		case d == day:
			noted++
		}
	}
	for _, s := range y.Sendings[who] {
		if s.Date == day && s.State != Written {
			mailed++
		}
	}
	return days + max(mailed, noted)
}

// LongSilence is after how many days without a question an incident falls
// hard.
const LongSilence = 60

// Silence is after how many days without a question a respondent was not asked for
// too long: as often as they want to be asked, or else LongSilence.
func (c *Client) Silence(who Initials) int {
	if r := c.Respondent(who); r != nil && r.AskEvery > 0 {
		return 7 * r.AskEvery
	}
	return LongSilence
}

// MostAsked is how many questions one list holds before it is long: each
// further one is answered with less thought.
const MostAsked = 15

// IsLong reports whether a list of so many questions is longer than is good.
func IsLong(questions int) bool { return questions > MostAsked }

// MoreKWIsThanPeople reports whether a cycle has more KWIs than respondents who
// judge them, and how many there are of each. Without respondents there is nothing
// to hold them against.
func (c *Client) MoreKWIsThanPeople(y *Cycle) (kwis, people int, more bool) {
	kwis, people = len(y.KWIs), len(c.Awaited(y))
	return kwis, people, people > 0 && kwis > people
}
