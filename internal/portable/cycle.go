package portable

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func (d *decoder) cycle() account.Cycle {
	y := account.Cycle{AnswersBy: account.ByName}
	d.fields(func(key string) bool {
		switch key {
		case "name":
			if y.Name = account.CycleName(d.line()); !y.Name.Valid() {
				d.bad(string(y.Name), "2011H1, 2011H2, …")
			}
		case "stage":
			y.Stage = d.stage()
		case "answersBy":
			y.AnswersBy = readOneOf(d, account.ByName, account.ByGroup)
		case "go":
			y.Go = d.date()
		case "session":
			y.Session = d.date()
		case "place":
			y.Place = d.line()
		case "calendar":
			y.Calendar = d.line()
		case "kickoff":
			y.Kickoff = d.kickoff()
		case "notes":
			y.Notes = listOf(d, d.note)
		case "notExpected":
			y.NotExpected = readMap(d, d.who, d.line)
		case "kwis":
			y.KWIs = listOf(d, d.indicator)
		default:
			return d.people(&y, key) || d.outcome(&y, key)
		}
		return true
	}, "name")
	return y
}

// people reads what a cycle keeps by respondent or colleague.
func (d *decoder) people(y *account.Cycle, key string) bool {
	dates := func() map[account.Initials]account.Date { return readMap(d, d.who, d.date) }
	switch key {
	case "assigned":
		y.Assigned = readMap(d, d.who, func() []account.QuestionCode { return listOf(d, d.question) })
	case "tested":
		y.Tested = dates()
	case "confirmed":
		y.Confirmed = dates()
	case "sent":
		y.Sent = readMap(d, d.who, func() []account.Date { return listOf(d, d.day) })
	case "sendings":
		y.Sendings = readMap(d, d.who, func() []account.Sending { return listOf(d, d.sending) })
	case "informed":
		y.Informed = dates()
	case "answers":
		y.Answers = readMap(d, d.who, d.sheet)
	case "answered":
		y.Answered = dates()
	case "excused":
		y.Excused = dates()
	case "remarks":
		y.Remarks = readMap(d, d.who, d.block)
	case "released":
		y.Released = listOf(d, d.initials)
	case "nps":
		y.NPS = readMap(d, d.who, d.nps)
	default:
		return false
	}
	return true
}

// outcome reads what came of a cycle.
func (d *decoder) outcome(y *account.Cycle, key string) bool {
	switch key {
	case "analysis":
		y.Analysis = d.analysis()
	case "meeting":
		y.Meeting = d.meeting()
	case "actions":
		y.Actions = listOf(d, d.action)
	case "visits":
		y.Visits = listOf(d, d.visit)
	case "reasons":
		y.Reasons = listOf(d, d.reason)
	case "corrections":
		y.Corrections = listOf(d, d.correction)
	default:
		return false
	}
	return true
}

func (d *decoder) stage() account.Stage {
	s := d.line()
	stage, ok := account.ParseStage(s)
	if !ok {
		d.bad(s, "initialise | draft | test | communicate | realise | measure | session | closed")
	}
	return stage
}

func (d *decoder) kickoff() (k account.Kickoff) {
	d.fields(func(key string) bool {
		switch key {
		case "date":
			k.Date = d.date()
		case "present":
			k.Present = listOf(d, d.initials)
		case "strategy":
			k.Strategy = d.block()
		case "arguments":
			k.Arguments = listOf(d, d.line)
		default:
			return false
		}
		return true
	})
	return k
}

func (d *decoder) note() (n account.Note) {
	d.fields(func(key string) bool {
		switch key {
		case "date":
			n.Date = d.date()
		case "with":
			n.With = d.person()
		case "topic":
			n.Topic = readOneOf(d, append(account.Topics(), "")...)
		case "text":
			n.Text = d.block()
		case "kwi":
			n.KWI = d.kwi(true)
		default:
			return false
		}
		return true
	})
	return n
}

func (d *decoder) indicator() (k account.KWI) {
	d.fields(func(key string) bool {
		switch key {
		case "code":
			k.Code = d.kwi(false)
		case "title":
			k.Title = d.line()
		case "expectation":
			k.Expectation = d.block()
		case "why":
			k.Why = d.block()
		case "wishedBy":
			k.WishedBy = d.person()
		case "sharedBy":
			k.SharedBy = listOf(d, d.initials)
		case "target":
			k.Target = d.target()
		case "lastSerial":
			k.LastSerial = uint16(d.whole(0, 65535))
		case "questions":
			k.Questions = listOf(d, d.statement)
		default:
			return false
		}
		return true
	}, "code")
	return k
}

// target reads a decimal 1.0–10.0, or "".
func (d *decoder) target() account.Target {
	s := d.line()
	t, ok := account.ParseTarget(s)
	if s != "" && (!ok || strings.Contains(s, ",")) {
		d.refuse(fault.BadTarget, []string{s})
	}
	return t
}

func (d *decoder) statement() account.Question {
	q := account.Question{Kind: account.Own}
	d.fields(func(key string) bool {
		switch key {
		case "code":
			q.Code = d.question()
		case "text":
			q.Text = d.block()
		case "kind":
			q.Kind = readOneOf(d, account.Own, account.Noticed, account.Kept)
		case "added":
			q.Added = d.date()
		default:
			return false
		}
		return true
	}, "code")
	return q
}
