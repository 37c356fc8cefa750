package portable

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// sheet reads one respondent's answers.
func (d *decoder) sheet() account.Sheet {
	given := readMap(d, d.code, func() account.Answer {
		s := d.line()
		grade, relevance, ok := account.ParseGrade(s)
		if !ok {
			d.refuse(fault.Grade, []string{s})
		}
		return account.Answer{Grade: grade, Relevance: relevance}
	})
	sheet := make(account.Sheet, 0, len(given))
	for q, a := range given {
		a.Question = q
		sheet = append(sheet, a)
	}
	slices.SortFunc(sheet, func(a, b account.Answer) int { return account.CompareCodes(a.Question, b.Question) })
	return sheet
}

func (d *decoder) nps() account.NPS {
	n := account.NPS{Anonymous: true, NameUnasked: true}
	d.fields(func(key string) bool {
		switch key {
		case "score":
			n.Score = d.whole(0, 10)
		case "why":
			n.Why = d.block()
		case "pleased":
			n.Pleased = d.block()
		case "missed":
			n.Missed = d.block()
		case "anonymous":
			n.Anonymous, n.NameUnasked = d.boolean(), false
		default:
			return false
		}
		return true
	}, "score")
	return n
}

func (d *decoder) analysis() (a account.Analysis) {
	texts := map[string]*string{
		"remarks": &a.Remarks, "outliers": &a.Outliers, "proposals": &a.Proposals, "misunderstanding": &a.Misunderstanding,
		"surprise": &a.Surprise, "disappointment": &a.Disappointment, "noticed": &a.Noticed,
	}
	d.fields(func(key string) bool {
		to, ok := texts[key]
		if ok {
			*to = d.block()
		}
		return ok
	})
	return a
}

func (d *decoder) meeting() (m account.Meeting) {
	d.fields(func(key string) bool {
		switch key {
		case "present":
			m.Present = listOf(d, d.initials)
		case "notes":
			m.Notes = listOf(d, d.block)
		case "decisions":
			m.Decisions = listOf(d, d.block)
		default:
			return false
		}
		return true
	})
	return m
}

func (d *decoder) action() account.Action {
	a := account.Action{Side: account.SupplierSide, Status: account.Open}
	d.fields(func(key string) bool {
		switch key {
		case "number":
			if a.Number = d.line(); !numbered(a.Number) {
				d.bad(a.Number, "2011-01, 2011-02, …")
			}
		case "date":
			a.Date = d.date()
		case "text":
			a.Text = d.block()
		case "why":
			a.Why = d.block()
		case "for":
			a.For = d.line()
		case "side":
			a.Side = readOneOf(d, account.SupplierSide, account.ClientSide, account.BothSides)
		case "due":
			a.Due = d.moment()
		case "status":
			a.Status = readOneOf(d, account.Open, account.Done, account.Dropped)
		case "kwi":
			a.KWI = d.kwi(true)
		case "announced":
			a.Announced = d.date()
		case "done":
			a.Done = d.date()
		case "evidence":
			a.Evidence = d.block()
		default:
			return false
		}
		return true
	}, "number")
	return a
}

// numbered tells whether s is a year, a hyphen and a serial of digits.
func numbered(s string) bool {
	if len(s) < 6 || len(s) > 14 || s[4] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

func (d *decoder) sending() account.Sending {
	s := account.Sending{Promise: account.ByName}
	d.fields(func(key string) bool {
		switch key {
		case "mark":
			if s.Mark = account.Mark(d.line()); !s.Mark.Valid() {
				d.bad(string(s.Mark), account.MarkExample)
			}
		case "date":
			s.Date = d.day()
		case "promise":
			s.Promise = readOneOf(d, account.ByName, account.ByGroup)
		case "state":
			s.State = readOneOf(d, account.Written, account.Claimed, account.Possibly, account.Arrived)
		case "message":
			s.Message = d.line()
		default:
			return false
		}
		return true
	}, "mark", "date", "promise")
	return s
}

func (d *decoder) visit() (v account.Visit) {
	d.fields(func(key string) bool {
		switch key {
		case "date":
			v.Date = d.date()
		case "with":
			v.With = d.person()
		case "by":
			v.By = d.person()
		case "note":
			v.Note = d.block()
		case "calendar":
			v.Calendar = d.line()
		default:
			return false
		}
		return true
	})
	return v
}

func (d *decoder) reason() (r account.Reason) {
	d.fields(func(key string) bool {
		switch key {
		case "date":
			r.Date = d.date()
		case "stage":
			r.Stage = d.stage()
		case "text":
			r.Text = d.block()
		default:
			return false
		}
		return true
	})
	return r
}

func (d *decoder) correction() (c account.Correction) {
	d.fields(func(key string) bool {
		switch key {
		case "date":
			c.Date = d.date()
		case "what":
			c.What = d.line()
		case "why":
			c.Why = d.block()
		default:
			return false
		}
		return true
	})
	return c
}
