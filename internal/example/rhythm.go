package example

import (
	"time"

	"kwi/internal/account"
)

// cycle begins a cycle that has its session on a day.
func cycle(session account.Date, stage account.Stage) account.Cycle {
	return account.Cycle{
		Name: account.HalfYear(session), Stage: stage, AnswersBy: account.ByName, Session: session,
		Go: working(session.Add(-165)),
	}
}

// rhythm gives a cycle the days of a usual half-year before its session, as
// far as its stage has come: tested and confirmed with everybody who judges
// something, lists sent twice, answers a week ahead, both teams present.
func rhythm(c *account.Client, y *account.Cycle) {
	y.Tested, y.Confirmed = map[account.Initials]account.Date{}, map[account.Initials]account.Date{}
	y.Sent, y.Answered = map[account.Initials][]account.Date{}, map[account.Initials]account.Date{}
	n := 0
	for _, r := range c.Respondents {
		who := r.Initials
		if len(y.Assigned[who]) == 0 {
			continue
		}
		n++
		if y.Stage > account.Test {
			y.Tested[who] = working(y.Session.Add(-152 + 2*n))
		}
		if y.Stage > account.Communicate {
			y.Sent[who] = append(y.Sent[who], working(y.Session.Add(-138)))
			y.Confirmed[who] = working(y.Session.Add(-134 + n))
		}
		if y.Stage >= account.Measure {
			y.Sent[who] = append(y.Sent[who], working(y.Session.Add(-14)))
		}
		if len(y.Answers[who]) > 0 {
			y.Answered[who] = working(y.Session.Add(-11 + n%4))
		}
		if y.Stage == account.Closed {
			y.Meeting.Present = append(y.Meeting.Present, who)
		}
	}
	y.Informed = map[account.Initials]account.Date{}
	for i, m := range c.Colleagues {
		if y.Stage > account.Communicate {
			y.Informed[m.Initials] = working(y.Session.Add(-131 + i))
		}
		if y.Stage == account.Closed {
			y.Meeting.Present = append(y.Meeting.Present, m.Initials)
		}
	}
}

// working is the day itself, or the Friday before its weekend.
func working(d account.Date) account.Date {
	switch weekday(d) {
	case time.Saturday:
		return d.Add(-1)
	case time.Sunday:
		return d.Add(-2)
	}
	return d
}

// round visits respondents one after the other, so many days between them,
// from a day on.
func round(from account.Date, step int, by account.Initials, talks ...talk) (out []account.Visit) {
	for i, t := range talks {
		out = append(out, account.Visit{Date: working(from.Add(i * step)), With: t.with, By: by, Note: t.note})
	}
	return out
}

// talk is one conversation while realising.
type talk struct {
	with account.Initials
	note string
}
