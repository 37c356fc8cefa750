package accounttest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

func (d *clientDrawing) cycle(name account.CycleName) account.Cycle {
	r, m := d.respondents, d.colleagues
	y := plain(d, account.Cycle{
		Name:        name,
		Kickoff:     plain(d, account.Kickoff{Present: d.some(m), Arguments: repeat(d.many(), d.line)}),
		NotExpected: mapFor(d, r, d.line), PersonalWords: mapFor(d, r, d.block), Tested: datesFor(d, r), Confirmed: datesFor(d, r), Informed: datesFor(d, m), Answered: datesFor(d, r), Excused: datesFor(d, r), AnsweredInTalk: datesFor(d, r), AnsweredByPhone: datesFor(d, r), ExcusedWhy: mapFor(d, r, d.line), Colouring: mapFor(d, r, d.block),
		Reminders:        mapFor(d, r, func() []account.Reminder { return d.reminders() }),
		Promised:         mapFor(d, r, func() account.Concept { return plain(d, account.Concept{}) }),
		Sent:             mapFor(d, r, func() []account.Date { return repeat(d.many(), d.day) }),
		Remarks:          mapFor(d, r, d.block),
		Released:         slices.Sorted(slices.Values(d.some(r))),
		Analysis:         plain(d, account.Analysis{}),
		Meeting:          account.Meeting{Present: d.some(append(slices.Clone(r), m...)), Notes: repeat(d.many(), d.block), Decisions: repeat(d.many(), d.block), Agenda: d.agenda()},
		NotExpectedHeard: d.some(r),
	})
	if y.SessionUntil <= y.SessionFrom || y.SessionFrom == "" {
		y.SessionUntil = "" // it ends after it begins
	}
	if y.Session != "" && y.Invitation() == "" {
		y.Session = "0001-01-29" // the first that has all days before it
	}
	y.Sendings = mapFor(d, r, func() []account.Sending { return repeat(d.many(), func() account.Sending { return d.sending(y) }) })
	y.NPS = mapFor(d, r, func() account.NPS {
		n := plain(d, account.NPS{Score: rapid.IntRange(0, 10).Draw(d.T, "nps"), Anonymous: d.yes()})
		n.NameUnasked = n.Anonymous && d.yes()
		return n
	})
	code := account.KWICode(0)
	for range d.many() {
		code += account.KWICode(pickOf(d, 1, 1, 2, 300))
		y.KWIs = append(y.KWIs, d.kwi(code))
	}
	d.matrix(&y)
	for _, k := range y.KWIs {
		if pickOf(d, true, false, false) {
			y.Turns = append(y.Turns, plain(d, account.Turn{KWI: k.Code, How: rapid.SampledFrom(account.Turns()).Draw(d.T, "turn"), Into: []account.KWICode{k.Code}, With: d.some(r)}))
		}
		if pickOf(d, true, false, false) {
			was := k
			was.Questions = slices.Clone(k.Questions)
			y.Gone = append(y.Gone, account.Gone{KWI: was, Assigned: mapFor(d, r, func() []account.QuestionCode { return []account.QuestionCode{{KWI: k.Code, Serial: 1}} }),
				Notes: repeat(d.many(), d.block), Actions: repeat(d.many(), d.line)})
		}
	}
	for range d.many() {
		y.Notes = append(y.Notes, plain(d, account.Note{With: d.one(r), KWI: d.code(y), Rank: pickOf(d, 0, 1, 2, 300), Heard: d.some(r)}))
	}
	for range d.many() {
		d.action++
		y.Actions = append(y.Actions, plain(d, account.Action{Number: fmt.Sprintf("%04d-%02d", name.Year(), d.action), KWI: d.code(y), Tellings: d.tellings()}))
	}
	d.caught(&y)
	y.Visits = repeat(d.many(), func() account.Visit { return plain(d, account.Visit{With: d.one(r), By: d.one(m)}) })
	y.Reasons = repeat(d.many(), func() account.Reason {
		return plain(d, account.Reason{Open: d.lacks(append(append([]account.Initials(nil), r...), m...))})
	})
	y.Passages = repeat(d.many(), func() account.Passage { return plain(d, account.Passage{}) })
	y.Corrections = repeat(d.many(), func() account.Correction { return plain(d, account.Correction{}) })
	y.Amendments = repeat(d.many(), func() account.Amendment { return plain(d, account.Amendment{Who: d.one(r)}) })
	return y
}

// lacks draws what was not there yet of some people.
func (d *clientDrawing) lacks(people []account.Initials) []account.Lack {
	return repeat(d.many(), func() account.Lack {
		return plain(d, account.Lack{Of: d.some(people), Things: repeat(d.many(), d.line)})
	})
}

// agenda draws the minutes of some parts of the session.
func (d *clientDrawing) agenda() (planned []account.PlannedItem) {
	for _, item := range account.AgendaItems() {
		if d.yes() {
			planned = append(planned, account.PlannedItem{Item: item, Minutes: pickOf(d, 0, 1, 90)})
		}
	}
	return planned
}

// caught draws the ideas of the session and beside it, what colleagues answered
// in the analysis, and what was agreed of KWIs.
func (d *clientDrawing) caught(y *account.Cycle) {
	for i := range d.many() {
		idea := account.Idea{Text: fmt.Sprint(d.block(), i), Votes: pickOf(d, 0, 1, 300)}
		if len(y.Actions) > 0 && d.yes() {
			idea.Action = rapid.SampledFrom(y.Actions).Draw(d.T, "action").Number
		}
		y.Meeting.Ideas = append(y.Meeting.Ideas, idea)
		brought := plain(d, account.Idea{Text: fmt.Sprint(d.block(), i), Action: idea.Action, KWI: d.code(*y)})
		y.Ideas = append(y.Ideas, brought)
		y.Findings = append(y.Findings, plain(d, account.Finding{Part: rapid.SampledFrom(account.AnalysisParts()).Draw(d.T, "part"), Text: fmt.Sprint(d.block(), i), Action: idea.Action}))
	}
	for _, k := range y.KWIs {
		if d.yes() {
			y.Meeting.Next = append(y.Meeting.Next, plain(d, account.NextKWI{KWI: k.Code, Target: account.Target(pickOf(d, 0, 725))}))
		}
	}
	for i := range pickOf(d, 0, 0, 1, 2) {
		y.Meeting.Next = append(y.Meeting.Next, plain(d, account.NextKWI{Title: fmt.Sprint("new ", i), WishedBy: d.one(d.respondents)}))
	}
}

// reminders draws how somebody was asked, each time otherwise.
func (d *clientDrawing) reminders() []account.Reminder {
	n := 0
	return repeat(d.many(), func() account.Reminder {
		n++
		return plain(d, account.Reminder{Date: "2010-10-01", Said: fmt.Sprint(d.line(), n)})
	})
}

// tellings draws who was told of an agreement.
func (d *clientDrawing) tellings() (told []account.Telling) {
	for _, who := range d.some(d.respondents) {
		told = append(told, plain(d, account.Telling{Who: who, On: "2010-10-01"}))
	}
	return told
}

// sending draws a list that went out, with a mark that no other list has.
func (d *clientDrawing) sending(y account.Cycle) account.Sending {
	d.mark++
	promise := account.ByName
	if y.AnswersBy == account.ByGroup {
		promise = pickOf(d, account.ByName, account.ByGroup)
	}
	return plain(d, account.Sending{Mark: account.MarkOf(fmt.Appendf(nil, "%0*d", account.MarkLength, d.mark)), Promise: promise})
}

func (d *clientDrawing) code(y account.Cycle) account.KWICode {
	if len(y.KWIs) == 0 || d.yes() {
		return 0
	}
	return rapid.SampledFrom(y.KWIs).Draw(d.T, "kwi").Code
}

func (d *clientDrawing) kwi(code account.KWICode) account.KWI {
	k := plain(d, account.KWI{Code: code, WishedBy: d.one(d.respondents), SharedBy: d.some(d.respondents),
		Target: account.Target(pickOf(d, 0, 100, 800, 725, 1000)), LastSerial: pickOf[uint16](d, 0, 9, 65535)})
	for _, who := range d.some(d.respondents) {
		k.Wishes = append(k.Wishes, account.Wish{By: who, Words: d.block()})
	}
	serial := uint16(0)
	for range rapid.IntRange(0, 5).Draw(d.T, "questions") {
		serial += pickOf[uint16](d, 1, 1, 2, 100)
		k.Questions = append(k.Questions, plain(d, account.Question{Code: account.QuestionCode{KWI: code, Serial: serial}, From: pickOf(d, account.QuestionCode{}, account.QuestionCode{KWI: code, Serial: 65535})}))
	}
	return k
}

// matrix draws who judges what, and answers to that.
func (d *clientDrawing) matrix(y *account.Cycle) {
	y.Assigned, y.Answers = map[account.Initials][]account.QuestionCode{}, map[account.Initials]account.Sheet{}
	judges := d.some(d.respondents)
	for _, who := range judges[:min(len(judges), account.MostRespondents)] {
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				if pickOf(d, true, true, false) {
					y.Assigned[who] = append(y.Assigned[who], q.Code)
				} else {
					continue
				}
				if d.yes() {
					y.Answers[who] = append(y.Answers[who], account.Answer{Question: q.Code, Grade: account.Grade(rapid.IntRange(1, 10).Draw(d.T, "grade")),
						Relevance: pickOf(d, account.Neutral, account.Less, account.More)})
				}
			}
		}
	}
}
