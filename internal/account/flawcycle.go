package account

import (
	"slices"
	"strconv"

	"kwi/internal/fault"
)

func (f *finder) inCycle(y *Cycle) {
	f.kwis(y)
	f.matrix(y)
	f.said(y)
	for i, a := range y.Actions {
		findDoubled(f, f.numbers, a.Number, a.Number, "actions", i, "number")
		f.kwi(a.KWI, "actions", i, "kwi")
	}
	for i, v := range y.Visits {
		f.known(f.people, v.With, "visits", i, "with")
		f.either(v.By, "visits", i, "by")
	}
}

func (f *finder) respondent(who Initials, place ...any) { f.known(f.people, who, place...) }
func (f *finder) colleague(who Initials, place ...any)  { f.known(f.ours, who, place...) }

// kwis finds KWIs and questions that stand twice, under another KWI, or are
// wished by nobody.
func (f *finder) kwis(y *Cycle) {
	here := map[KWICode]bool{}
	for i := range y.KWIs {
		k := &y.KWIs[i]
		findDoubled(f, here, k.Code, k.Code.String(), "kwis", i, "code")
		f.known(f.people, k.WishedBy, "kwis", i, "wishedBy")
		f.each(f.respondent, k.SharedBy, "kwis", i, "sharedBy")
		codes := map[QuestionCode]bool{}
		for j, q := range k.Questions {
			findDoubled(f, codes, q.Code, q.Code.String(), "kwis", i, "questions", j, "code")
			if q.Code.KWI != k.Code {
				first := QuestionCode{KWI: k.Code, Serial: 1}
				f.foundAll(fault.BadValue, []string{q.Code.String(), first.String() + ", …"}, "kwis", i, "questions", j, "code")
			}
		}
	}
}

// matrix finds what is judged or answered without being asked.
func (f *finder) matrix(y *Cycle) {
	for _, who := range sortedKeys(y.Assigned) {
		f.known(f.people, who, "assigned", string(who))
		seen := map[QuestionCode]bool{}
		for i, q := range y.Assigned[who] {
			findDoubled(f, seen, q, q.String(), "assigned", string(who), i)
			if y.Question(q) == nil {
				f.found(fault.Dangling, q.String(), "assigned", string(who), i)
			}
		}
	}
	if n := y.judging(); n > MostRespondents {
		f.found(fault.TooManyRespondents, strconv.Itoa(n), "assigned")
	}
	for _, who := range sortedKeys(y.Answers) {
		f.known(f.people, who, "answers", string(who))
		for _, a := range y.Answers[who] {
			if !slices.Contains(y.Assigned[who], a.Question) { // which may not be in order yet
				f.foundAll(fault.NotAssigned, []string{string(who), a.Question.String()}, "answers", string(who), a.Question.String())
			}
		}
	}
}

// said finds whoever else a cycle names and nobody knows.
func (f *finder) said(y *Cycle) {
	f.each(f.colleague, y.Kickoff.Present, "kickoff", "present")
	for i, n := range y.Notes {
		f.known(f.people, n.With, "notes", i, "with")
		f.kwi(n.KWI, "notes", i, "kwi")
	}
	findKeyed(f, f.people, y.NotExpected, "notExpected")
	findKeyed(f, f.people, y.Tested, "tested")
	findKeyed(f, f.people, y.Confirmed, "confirmed")
	findKeyed(f, f.people, y.Sent, "sent")
	f.sendings(y)
	findKeyed(f, f.ours, y.Informed, "informed")
	findKeyed(f, f.people, y.Answered, "answered")
	findKeyed(f, f.people, y.Excused, "excused")
	findKeyed(f, f.people, y.Remarks, "remarks")
	findKeyed(f, f.people, y.NPS, "nps")
	f.each(f.respondent, y.Released, "released")
	f.each(f.either, y.Meeting.Present, "meeting", "present")
}

// sendings finds marks that stand twice, and lists that promised more than the
// cycle keeps to.
func (f *finder) sendings(y *Cycle) {
	findKeyed(f, f.people, y.Sendings, "sendings")
	for _, who := range sortedKeys(y.Sendings) {
		for i, s := range y.Sendings[who] {
			findDoubled(f, f.marks, s.Mark, string(s.Mark), "sendings", string(who), i, "mark")
			if s.Promise == ByGroup && y.Named() {
				f.foundAll(fault.Promised, nil, "answersBy")
			}
		}
	}
}
