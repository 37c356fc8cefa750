package portable

import (
	"cmp"
	"slices"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// checker holds one client to what only the whole of it can tell: that
// nothing stands twice, and that every reference has something to refer to.
type checker struct {
	*decoder
	respondents, colleagues map[account.Initials]bool
	codes                   map[account.KWICode]bool
	numbers                 map[string]bool
	marks                   map[account.Mark]bool
}

func at(parts ...any) (path []step) {
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			path = append(path, step{"", p})
		case account.Initials:
			path = append(path, step{string(p), -1})
		case account.QuestionCode:
			path = append(path, step{p.String(), -1})
		case string:
			path = append(path, step{p, -1})
		}
	}
	return path
}

// check refuses a client that does not hold together, and puts in order of
// number what is kept so.
func (d *decoder) check(c *account.Client) {
	k := &checker{d, map[account.Initials]bool{}, map[account.Initials]bool{}, map[account.KWICode]bool{}, map[string]bool{}, map[account.Mark]bool{}}
	for i, r := range c.Respondents {
		k.fresh(r.Initials, "respondents", i, "initials")
		k.respondents[r.Initials] = true
	}
	for i, m := range c.Colleagues {
		k.fresh(m.Initials, "colleagues", i, "initials")
		k.colleagues[m.Initials] = true
	}
	if c.Sponsor != "" {
		k.known(k.respondents, c.Sponsor, "sponsor")
	}
	for _, y := range c.Cycles {
		for _, w := range y.KWIs {
			k.codes[w.Code] = true
		}
	}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if i > 0 && y.Name == c.Cycles[i-1].Name {
			k.refuse(fault.Doubled, []string{string(y.Name)}, at("cycles", i, "name")...)
		}
		if i > 0 && y.Name < c.Cycles[i-1].Name {
			k.refuse(fault.Order, []string{string(y.Name)}, at("cycles", i, "name")...)
		}
		k.push(step{"cycles", -1})
		k.push(step{"", i})
		k.cycle(y)
		k.pop()
		k.pop()
	}
	years := map[int]bool{}
	for i, p := range c.Plans {
		once(k, years, p.Year, "plans", i, "year")
		codes := map[string]bool{"": false}
		for j, kpi := range p.KPIs {
			if kpi.Code != "" {
				once(k, codes, kpi.Code, "plans", i, "kpis", j, "code")
			}
		}
	}
}

func (k *checker) cycle(y *account.Cycle) {
	here := map[account.KWICode]bool{}
	for i := range y.KWIs {
		w := &y.KWIs[i]
		once(k, here, w.Code, "kwis", i, "code")
		if w.WishedBy != "" {
			k.known(k.respondents, w.WishedBy, "kwis", i, "wishedBy")
		}
		k.all(k.respondents, nil, w.SharedBy, "kwis", i, "sharedBy")
		codes := map[account.QuestionCode]bool{}
		for j, q := range w.Questions {
			once(k, codes, q.Code, "kwis", i, "questions", j, "code")
			if q.Code.KWI != w.Code {
				first := account.QuestionCode{KWI: w.Code, Serial: 1}
				k.refuse(fault.BadValue, []string{q.Code.String(), first.String() + ", …"}, at("kwis", i, "questions", j, "code")...)
			}
		}
		slices.SortFunc(w.Questions, func(a, b account.Question) int { return account.CompareCodes(a.Code, b.Code) })
	}
	slices.SortFunc(y.KWIs, func(a, b account.KWI) int { return cmp.Compare(a.Code, b.Code) })
	k.matrix(y)
	k.said(y)
	for i, a := range y.Actions {
		once(k, k.numbers, a.Number, "actions", i, "number")
		k.code(a.KWI, "actions", i, "kwi")
	}
	for i, v := range y.Visits {
		if v.With != "" {
			k.known(k.respondents, v.With, "visits", i, "with")
		}
		if v.By != "" && !k.respondents[v.By] {
			k.known(k.colleagues, v.By, "visits", i, "by")
		}
	}
}

// matrix checks who judges what, and who answered what.
func (k *checker) matrix(y *account.Cycle) {
	judging := 0
	for _, who := range keys(y.Assigned) {
		k.known(k.respondents, who, "assigned", who)
		seen := map[account.QuestionCode]bool{}
		for i, q := range y.Assigned[who] {
			once(k, seen, q, "assigned", who, i)
			if y.Question(q) == nil {
				k.dangling(q.String(), "assigned", who, i)
			}
		}
		slices.SortFunc(y.Assigned[who], account.CompareCodes)
		if len(seen) > 0 {
			judging++
		}
	}
	if judging > account.MostRespondents {
		k.refuse(fault.TooManyRespondents, []string{strconv.Itoa(judging)}, at("assigned")...)
	}
	for _, who := range keys(y.Answers) {
		k.known(k.respondents, who, "answers", who)
		for _, a := range y.Answers[who] {
			if !y.IsAssigned(who, a.Question) {
				k.refuse(fault.NotAssigned, []string{string(who), a.Question.String()}, at("answers", who, a.Question)...)
			}
		}
	}
}

// sendings checks the lists that went out: no mark stands twice, and no list
// promised more than the cycle keeps to.
func (k *checker) sendings(y *account.Cycle) {
	eachKnown(k, k.respondents, y.Sendings, "sendings")
	for _, who := range keys(y.Sendings) {
		for i, s := range y.Sendings[who] {
			once(k, k.marks, s.Mark, "sendings", who, i, "mark")
			if s.Promise == account.ByGroup && y.Named() {
				k.refuse(fault.Promised, nil, at("answersBy")...)
			}
		}
	}
}

// said checks what else a cycle keeps of people.
func (k *checker) said(y *account.Cycle) {
	k.all(k.colleagues, nil, y.Kickoff.Present, "kickoff", "present")
	for i, n := range y.Notes {
		if n.With != "" {
			k.known(k.respondents, n.With, "notes", i, "with")
		}
		k.code(n.KWI, "notes", i, "kwi")
	}
	eachKnown(k, k.respondents, y.NotExpected, "notExpected")
	eachKnown(k, k.respondents, y.Tested, "tested")
	eachKnown(k, k.respondents, y.Confirmed, "confirmed")
	eachKnown(k, k.respondents, y.Sent, "sent")
	k.sendings(y)
	eachKnown(k, k.colleagues, y.Informed, "informed")
	eachKnown(k, k.respondents, y.Answered, "answered")
	eachKnown(k, k.respondents, y.Excused, "excused")
	eachKnown(k, k.respondents, y.Remarks, "remarks")
	eachKnown(k, k.respondents, y.NPS, "nps")
	k.all(k.respondents, nil, y.Released, "released")
	k.all(k.respondents, k.colleagues, y.Meeting.Present, "meeting", "present")
}
