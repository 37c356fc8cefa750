package codec

import (
	"slices"

	"kwi/internal/account"
)

// answered is what came back from one respondent in a cycle.
type answered struct {
	sheet    account.Sheet
	on       account.Date
	nps      *account.NPS
	remark   string
	released bool
}

func answersOf(y *account.Cycle, who account.Initials) answered {
	a := answered{sheet: y.Answers[who], on: y.Answered[who], remark: y.Remarks[who], released: y.IsReleased(who)}
	if n, ok := y.NPS[who]; ok {
		a.nps = &n
	}
	return a
}

func (a answered) says() bool {
	return len(a.sheet) > 0 || a.on != "" || a.nps != nil || a.remark != "" || a.released
}

// answersOf goes through what came back from one respondent.
func (x *fieldCoder) answersOf(y *account.Cycle, who account.Initials) {
	x.needs = max(x.needs, dividedVersion)
	a := answersOf(y, who)
	x.sheet(&a.sheet)
	codeText(x, &a.on)
	given := a.nps != nil
	if x.flag(&given); given {
		if x.reading {
			a.nps = &account.NPS{}
		}
		a.nps.Walk(x)
	}
	codeText(x, &a.remark)
	x.flag(&a.released)
	if x.reading {
		a.enter(y, who)
	}
}

// enter puts it where it belongs; what is empty stays absent.
func (a answered) enter(y *account.Cycle, who account.Initials) {
	if len(a.sheet) > 0 {
		enterInto(&y.Answers, who, a.sheet)
	}
	if a.on != "" {
		enterInto(&y.Answered, who, a.on)
	}
	if a.nps != nil {
		enterInto(&y.NPS, who, *a.nps)
	}
	if a.remark != "" {
		enterInto(&y.Remarks, who, a.remark)
	}
	if a.released {
		i, _ := slices.BinarySearch(y.Released, who)
		y.Released = slices.Insert(y.Released, i, who)
	}
}

// enterInto writes to a map that may not be there yet.
func enterInto[V any](m *map[account.Initials]V, who account.Initials, v V) {
	if *m == nil {
		*m = map[account.Initials]V{}
	}
	(*m)[who] = v
}

// answers goes through what came back from all respondents.
func (x *fieldCoder) answers(y *account.Cycle) {
	mapped(x, &y.Answers, func(s account.Sheet) bool { return len(s) == 0 }, x.sheet)
	x.dates(&y.Answered)
	mapped(x, &y.NPS, nil, func(n *account.NPS) { n.Walk(x) })
	mapped(x, &y.Remarks, nothing, codeWord[string](x))
	x.people(&y.Released)
}

// The ways in which an answer's question follows from the one before it.
const (
	nextQuestion = iota // the next serial of the same KWI: the answer is one byte
	sameKWI             // the distance of the serial follows
	nextKWI             // the serial follows
	laterKWI            // the distance of the KWI and the serial follow
)

// sheet goes through one respondent's answers, a byte or two each: grade in
// four bits, relevance in two, and in two how the question follows from the
// one before it.
func (x *fieldCoder) sheet(s *account.Sheet) {
	l := []account.Answer(*s)
	var last account.QuestionCode
	codeList(x, &l, func(a *account.Answer) {
		if x.reading {
			x.unpack(a, last)
		} else {
			x.pack(*a, last)
		}
		last = a.Question
	})
	*s = l
}

func (x *fieldCoder) pack(a account.Answer, last account.QuestionCode) {
	q := a.Question
	way := laterKWI
	switch {
	case q.KWI == last.KWI && q.Serial == last.Serial+1:
		way = nextQuestion
	case q.KWI == last.KWI:
		way = sameKWI
	case q.KWI == last.KWI+1:
		way = nextKWI
	}
	x.out = append(x.out, byte(a.Grade)<<4|byte(a.Relevance)<<2|byte(way))
	if way == laterKWI {
		k := q.KWI - last.KWI
		codeNumber(x, &k)
	}
	if way == sameKWI {
		q.Serial -= last.Serial
	}
	if way != nextQuestion {
		codeNumber(x, &q.Serial)
	}
}

func (x *fieldCoder) unpack(a *account.Answer, last account.QuestionCode) {
	if len(x.in) == 0 {
		x.bad = true
		return
	}
	b := x.in[0]
	x.in = x.in[1:]
	a.Grade, a.Relevance = account.Grade(b>>4), account.Relevance(b>>2&3)
	q := &a.Question
	var k account.KWICode
	way := b & 3
	switch way {
	case nextKWI:
		k = 1
	case laterKWI:
		codeNumber(x, &k)
	}
	if way == nextQuestion {
		q.Serial = 1
	} else {
		codeNumber(x, &q.Serial)
	}
	if q.KWI = last.KWI + k; k == 0 {
		q.Serial += last.Serial
	}
	x.bad = x.bad || a.Grade == 0 || a.Grade > 10 || a.Relevance > account.More || account.CompareCodes(*q, last) <= 0
}
