package portable

import (
	"cmp"

	"kwi/internal/account"
)

func (e *encoder) cycle(y *account.Cycle) {
	e.text("name", string(y.Name))
	e.text("stage", y.Stage.String())
	e.text("answersBy", string(cmp.Or(y.AnswersBy, account.ByName)))
	e.text("go", string(y.Go))
	e.text("session", string(y.Session))
	e.text("place", y.Place)
	if y.Calendar != "" {
		e.text("calendar", y.Calendar)
	}
	e.key("kickoff")
	e.object(func() {
		e.text("date", string(y.Kickoff.Date))
		writeTexts(e, "present", y.Kickoff.Present, asString)
		e.text("strategy", y.Kickoff.Strategy)
		writeTexts(e, "arguments", y.Kickoff.Arguments, asString)
	})
	writeObjects(e, "notes", y.Notes, func(n *account.Note) {
		e.text("date", string(n.Date))
		e.text("with", string(n.With))
		e.text("topic", string(n.Topic))
		e.text("text", n.Text)
		e.text("kwi", n.KWI.String())
	})
	mapped(e, "notExpected", y.NotExpected, e.text)
	writeObjects(e, "kwis", y.KWIs, e.indicator)
	mapped(e, "assigned", y.Assigned, func(k string, codes []account.QuestionCode) {
		writeTexts(e, k, codes, account.QuestionCode.String)
	})
	e.dates("tested", y.Tested)
	e.dates("confirmed", y.Confirmed)
	mapped(e, "sent", y.Sent, func(k string, days []account.Date) { writeTexts(e, k, days, asString) })
	if len(y.Sendings) > 0 {
		mapped(e, "sendings", y.Sendings, func(k string, list []account.Sending) { writeObjects(e, k, list, e.sending) })
	}
	e.dates("informed", y.Informed)
	mapped(e, "answers", y.Answers, func(k string, sheet account.Sheet) {
		e.key(k)
		e.object(func() {
			for _, a := range sheet {
				e.text(a.Question.String(), a.String())
			}
		})
	})
	e.dates("answered", y.Answered)
	if len(y.Excused) > 0 {
		e.dates("excused", y.Excused)
	}
	mapped(e, "remarks", y.Remarks, e.text)
	writeTexts(e, "released", y.Released, asString)
	mapped(e, "nps", y.NPS, func(k string, n account.NPS) {
		e.key(k)
		e.object(func() {
			e.whole("score", n.Score)
			e.text("why", n.Why)
			e.text("pleased", n.Pleased)
			e.text("missed", n.Missed)
			if !n.NameUnasked {
				e.flag("anonymous", n.Anonymous)
			}
		})
	})
	e.outcome(y)
}

func (e *encoder) sending(s *account.Sending) {
	e.text("mark", string(s.Mark))
	e.text("date", string(s.Date))
	e.text("promise", string(s.Promise))
	if s.State != account.Written {
		e.text("state", string(s.State))
	}
	if s.Message != "" {
		e.text("message", s.Message)
	}
}

func (e *encoder) dates(k string, m map[account.Initials]account.Date) {
	mapped(e, k, m, func(k string, d account.Date) { e.text(k, string(d)) })
}

func (e *encoder) indicator(k *account.KWI) {
	e.text("code", k.Code.String())
	e.text("title", k.Title)
	e.text("expectation", k.Expectation)
	e.text("why", k.Why)
	e.text("wishedBy", string(k.WishedBy))
	writeTexts(e, "sharedBy", k.SharedBy, asString)
	e.text("target", k.Target.String())
	if k.LastSerial > 0 {
		e.whole("lastSerial", int(k.LastSerial))
	}
	writeObjects(e, "questions", k.Questions, func(q *account.Question) {
		e.text("code", q.Code.String())
		e.text("text", q.Text)
		e.text("kind", string(cmp.Or(q.Kind, account.Own)))
		e.optional("added", q.Added)
	})
}

// outcome writes what came of a cycle.
func (e *encoder) outcome(y *account.Cycle) {
	e.key("analysis")
	e.object(func() {
		e.text("remarks", y.Analysis.Remarks)
		e.text("outliers", y.Analysis.Outliers)
		e.text("proposals", y.Analysis.Proposals)
		e.text("misunderstanding", y.Analysis.Misunderstanding)
		e.text("surprise", y.Analysis.Surprise)
		e.text("disappointment", y.Analysis.Disappointment)
		e.text("noticed", y.Analysis.Noticed)
	})
	e.key("meeting")
	e.object(func() {
		writeTexts(e, "present", y.Meeting.Present, asString)
		writeTexts(e, "notes", y.Meeting.Notes, asString)
		writeTexts(e, "decisions", y.Meeting.Decisions, asString)
	})
	writeObjects(e, "actions", y.Actions, func(a *account.Action) {
		e.text("number", a.Number)
		e.text("date", string(a.Date))
		e.text("text", a.Text)
		e.text("why", a.Why)
		e.text("for", a.For)
		e.text("side", string(cmp.Or(a.Side, account.SupplierSide)))
		e.text("due", string(a.Due))
		e.text("status", string(cmp.Or(a.Status, account.Open)))
		e.text("kwi", a.KWI.String())
		e.text("announced", string(a.Announced))
		e.text("done", string(a.Done))
		e.text("evidence", a.Evidence)
	})
	writeObjects(e, "visits", y.Visits, func(v *account.Visit) {
		e.text("date", string(v.Date))
		e.text("with", string(v.With))
		e.text("by", string(v.By))
		e.text("note", v.Note)
		if v.Calendar != "" {
			e.text("calendar", v.Calendar)
		}
	})
	writeObjects(e, "reasons", y.Reasons, func(r *account.Reason) {
		e.text("date", string(r.Date))
		e.text("stage", r.Stage.String())
		e.text("text", r.Text)
	})
	writeObjects(e, "corrections", y.Corrections, func(c *account.Correction) {
		e.text("date", string(c.Date))
		e.text("what", c.What)
		e.text("why", c.Why)
	})
}
