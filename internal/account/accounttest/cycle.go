package accounttest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

func (d *clientDrawing) cycle(name account.CycleName) account.Cycle {
	r, m := d.respondents, d.colleagues
	y := account.Cycle{
		Name: name, Stage: account.Stage(rapid.IntRange(0, int(account.Closed)).Draw(d.T, "stage")), AnswersBy: pickOf(d, account.ByName, account.ByGroup),
		Go: d.date(), Session: d.date(), Place: d.line(),
		Kickoff:     account.Kickoff{Date: d.date(), Present: d.some(m), Strategy: d.block(), Arguments: repeat(d.many(), d.line)},
		NotExpected: mapFor(d, r, d.line), Tested: datesFor(d, r), Confirmed: datesFor(d, r), Informed: datesFor(d, m), Answered: datesFor(d, r), Excused: datesFor(d, r),
		Sent:     mapFor(d, r, func() []account.Date { return repeat(d.many(), d.day) }),
		Remarks:  mapFor(d, r, d.block),
		Released: slices.Sorted(slices.Values(d.some(r))),
		Analysis: account.Analysis{Remarks: d.block(), Outliers: d.block(), Proposals: d.block(), Misunderstanding: d.block(), Surprise: d.block(), Disappointment: d.block(), Noticed: d.block()},
		Meeting:  account.Meeting{Present: d.some(append(slices.Clone(r), m...)), Notes: repeat(d.many(), d.block), Decisions: repeat(d.many(), d.block)},
	}
	y.Sendings = mapFor(d, r, func() []account.Sending { return repeat(d.many(), func() account.Sending { return d.sending(y) }) })
	y.NPS = mapFor(d, r, func() account.NPS {
		n := account.NPS{Score: rapid.IntRange(0, 10).Draw(d.T, "nps"), Why: d.block(), Pleased: d.block(), Missed: d.block(), Anonymous: d.yes()}
		n.NameUnasked = n.Anonymous && d.yes()
		return n
	})
	code := account.KWICode(0)
	for range d.many() {
		code += account.KWICode(pickOf(d, 1, 1, 2, 300))
		y.KWIs = append(y.KWIs, d.kwi(code))
	}
	d.matrix(&y)
	for range d.many() {
		y.Notes = append(y.Notes, account.Note{Date: d.date(), With: d.one(r), Topic: pickOf(d, append(account.Topics(), "")...), Text: d.block(), KWI: d.code(y)})
	}
	for range d.many() {
		d.action++
		y.Actions = append(y.Actions, account.Action{Number: fmt.Sprintf("%04d-%02d", name.Year(), d.action), Date: d.date(), Text: d.block(), Why: d.block(), For: d.line(),
			Side: pickOf(d, account.SupplierSide, account.ClientSide, account.BothSides), Due: account.Moment(pickOf(d, "", "2010-10-01", "2010-10-01T17:00")),
			Status: pickOf(d, account.Open, account.Done, account.Dropped), KWI: d.code(y), Announced: d.date(), Done: d.date(), Evidence: d.block()})
	}
	y.Visits = repeat(d.many(), func() account.Visit {
		return account.Visit{Date: d.date(), With: d.one(r), By: d.one(m), Note: d.block(), Calendar: pickOf(d, "", "2010-10-01", "2010-10-01-2")}
	})
	y.Calendar = pickOf(d, "", "2009H2", "2010H1-2")
	y.Reasons = repeat(d.many(), func() account.Reason {
		return account.Reason{Date: d.date(), Stage: pickOf(d, account.Stages()...), Text: d.block()}
	})
	y.Corrections = repeat(d.many(), func() account.Correction {
		return account.Correction{Date: d.date(), What: d.line(), Why: d.block()}
	})
	return y
}

// sending draws a list that went out, with a mark that no other list has.
func (d *clientDrawing) sending(y account.Cycle) account.Sending {
	d.mark++
	promise := account.ByName
	if y.AnswersBy == account.ByGroup {
		promise = pickOf(d, account.ByName, account.ByGroup)
	}
	return account.Sending{Mark: account.MarkOf(fmt.Appendf(nil, "%0*d", account.MarkLength, d.mark)), Date: d.day(), Promise: promise,
		State: pickOf(d, account.Written, account.Claimed, account.Possibly, account.Arrived), Message: d.line()}
}

func (d *clientDrawing) code(y account.Cycle) account.KWICode {
	if len(y.KWIs) == 0 || d.yes() {
		return 0
	}
	return rapid.SampledFrom(y.KWIs).Draw(d.T, "kwi").Code
}

func (d *clientDrawing) kwi(code account.KWICode) account.KWI {
	k := account.KWI{Code: code, Title: d.line(), Expectation: d.block(), Why: d.block(), WishedBy: d.one(d.respondents), SharedBy: d.some(d.respondents),
		Target: account.Target(pickOf(d, 0, 100, 800, 725, 1000)), LastSerial: pickOf[uint16](d, 0, 9, 65535)}
	serial := uint16(0)
	for range rapid.IntRange(0, 5).Draw(d.T, "questions") {
		serial += pickOf[uint16](d, 1, 1, 2, 100)
		k.Questions = append(k.Questions, account.Question{Code: account.QuestionCode{KWI: code, Serial: serial}, Text: d.block(),
			Kind: pickOf(d, account.Own, account.Noticed, account.Kept), Added: d.date()})
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
