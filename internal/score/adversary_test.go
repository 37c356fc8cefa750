package score_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/score"
)

// TestNobodyIsFoundOut lets somebody who answered look at all that is shown of
// cycles by group, before and after each list comes in, and of a second cycle
// in which all gave the same but one person is no longer there or is new. They
// know their own answers, who answered which question, and that all others gave
// the same. They try every whole number, and find nobody's grade.
func TestNobodyIsFoundOut(t *testing.T) {
	rounds := 1000
	if testing.Short() {
		rounds = 200
	}
	random := rand.New(rand.NewPCG(4, 1))
	counts := map[string]int{}
	for range rounds {
		m := someMeasuring(random)
		late := m.withLists(t)
		views := []view{viewOf(m.people, m.table(m.newest))}
		if late != "" {
			views = append(views, viewOf(m.without(late), *m.before))
		}
		for _, v := range views {
			counts[fmt.Sprintf("%d figures", min(v.figures(), 2))]++
		}
		m.findsOut(t, views, late)
		who := m.people[random.IntN(len(m.people))]
		for _, joins := range []bool{false, true} { // the larger cycle is the second one, or the first
			first, second := m.cycleOf(m.people, "2026H1"), m.cycleOf(m.without(who), "2026H2")
			if joins {
				first, second = m.cycleOf(m.without(who), "2026H1"), m.cycleOf(m.people, "2026H2")
			}
			both := m.client
			both.Cycles = []account.Cycle{first, second}
			h := score.HistoryOf(&both)
			larger, smaller := h[0], h[1]
			if joins {
				larger, smaller = h[1], h[0]
			}
			m.findsOut(t, []view{viewOf(m.people, larger), viewOf(m.without(who), smaller)}, who)
			m.findsOutMerged(t, first, second, joins, who, counts)
			counts[fmt.Sprintf("of two cycles %t %t", larger.Total.Sums.Score().OK(), smaller.Total.Sums.Score().OK())]++
		}
	}
	for _, seen := range []string{"0 figures", "1 figures", "2 figures", "of two cycles true true", "of two cycles true false", "of two cycles false true", "merged true false", "merged false true"} {
		if counts[seen] == 0 {
			t.Errorf("%s were never tried: %v", seen, counts)
		}
	}
}

// findsOutMerged does the same where all KWIs of the one cycle were one KWI in
// the other: merged since, or split. The figure of that one is that of all.
func (m *measuring) findsOutMerged(t *testing.T, first, second account.Cycle, joins bool, who account.Initials, counts map[string]int) {
	for _, split := range []bool{false, true} {
		one, two := first.Clone(), second.Clone()
		whole := &two
		if split {
			whole = &one
		}
		mergeAll(whole)
		if split { // the questions of the second cycle came from the merged one
			for i := range two.KWIs {
				for j := range two.KWIs[i].Questions {
					two.KWIs[i].Questions[j].From = account.QuestionCode{KWI: 9, Serial: uint16(10*i + j + 1)}
				}
			}
			for i := range one.KWIs[0].Questions {
				one.KWIs[0].Questions[i].From = account.QuestionCode{}
			}
		}
		both := m.client
		both.Cycles = []account.Cycle{one, two}
		h := score.HistoryOf(&both)
		views := [2]score.Table{h[0], h[1]}
		of := 1
		if split {
			of = 0
		}
		views[of].KWIs = nil // the total tells as much
		larger, smaller := views[0], views[1]
		if joins {
			larger, smaller = views[1], views[0]
		}
		counts[fmt.Sprintf("merged %t %t", larger.Total.Sums.Score().OK(), smaller.Total.Sums.Score().OK())]++
		m.findsOut(t, []view{viewOf(m.people, larger), viewOf(m.without(who), smaller)}, who)
	}
}

// mergeAll makes all KWIs of a cycle one, whose questions know which they were.
func mergeAll(y *account.Cycle) {
	merged := account.KWI{Code: 9}
	to := map[account.QuestionCode]account.QuestionCode{}
	for i, k := range y.KWIs {
		for j, q := range k.Questions {
			code := account.QuestionCode{KWI: 9, Serial: uint16(10*i + j + 1)}
			to[q.Code] = code
			merged.Questions = append(merged.Questions, account.Question{Code: code, From: q.Code})
		}
	}
	y.KWIs = []account.KWI{merged}
	for who, sheet := range y.Answers {
		var moved account.Sheet
		for _, a := range sheet {
			a.Question = to[a.Question]
			moved = append(moved, a)
		}
		y.Answers[who] = moved
		y.Assigned[who] = nil
		for _, a := range moved {
			y.Assigned[who] = append(y.Assigned[who], a.Question)
		}
	}
}

// measuring is a cycle by group with all that was answered.
type measuring struct {
	client account.Client
	people []account.Initials
	kwis   []account.KWI
	sheets map[account.Initials]account.Sheet
	newest *account.Cycle
	before *score.Table // what was shown before a late list, nil where none was late
	looks  account.Initials
	found  map[account.KWICode][]world // of the KWIs in which no answer is looked for
}

// someMeasuring draws a small cycle, in which answers are easiest to find out:
// four to six people, one or two KWIs with a question each or one with two.
func someMeasuring(random *rand.Rand) *measuring {
	m := &measuring{sheets: map[account.Initials]account.Sheet{}}
	kwis, questions := 1+random.IntN(2), 1
	if kwis == 1 {
		questions += random.IntN(2)
	}
	for k := range kwis {
		kwi := account.KWI{Code: account.KWICode(k + 1)}
		for q := range questions {
			kwi.Questions = append(kwi.Questions, account.Question{Code: account.QuestionCode{KWI: kwi.Code, Serial: uint16(q + 1)}})
		}
		m.kwis = append(m.kwis, kwi)
	}
	low, high := 1, 10
	switch random.IntN(4) {
	case 0:
		low = 9 // nearly all of them tens
	case 1:
		high = 2
	case 2:
		low, high = 5, 9
	}
	for i := range 4 + random.IntN(3) {
		who := account.Initials(fmt.Sprint("R", i))
		m.people = append(m.people, who)
		m.client.Respondents = append(m.client.Respondents, account.Respondent{Initials: who})
		for k := range m.kwis {
			for _, q := range m.kwis[k].Questions {
				m.sheets[who] = append(m.sheets[who], account.Answer{Question: q.Code, Grade: account.Grade(low + random.IntN(high-low+1)), Relevance: account.Relevance(random.IntN(3))})
			}
		}
	}
	m.looks = m.people[random.IntN(len(m.people))]
	return m
}

func (m *measuring) without(who account.Initials) (rest []account.Initials) {
	for _, p := range m.people {
		if p != who {
			rest = append(rest, p)
		}
	}
	return rest
}

func (m *measuring) cycleOf(people []account.Initials, name account.CycleName) account.Cycle {
	y := account.Cycle{Name: name, Stage: account.Measure, AnswersBy: account.ByGroup, KWIs: m.kwis, Answers: map[account.Initials]account.Sheet{},
		Assigned: map[account.Initials][]account.QuestionCode{}, Answered: map[account.Initials]account.Date{}, Excused: map[account.Initials]account.Date{}}
	for _, who := range people {
		y.Answers[who] = m.sheets[who]
		for _, a := range m.sheets[who] {
			y.Assigned[who] = append(y.Assigned[who], a.Question)
		}
	}
	return y
}

func (m *measuring) table(y *account.Cycle) score.Table {
	m.client.Cycles = []account.Cycle{*y}
	return score.Of(&m.client, &m.client.Cycles[0])
}

// withLists takes the lists in one by one, of half the cycles the last one when
// its sender was excused and figures had been shown, and tells who that is. Up
// to the last list that is awaited nothing may be shown.
func (m *measuring) withLists(t *testing.T) (late account.Initials) {
	y := m.cycleOf(m.people, "2026H1")
	answers := y.Answers
	y.Answers = map[account.Initials]account.Sheet{}
	last := m.people[len(m.people)-1]
	if len(m.people)%2 == 1 && m.looks != last {
		late = last
		y.Excused[late] = "2026-05-01"
	}
	for i, who := range m.people {
		if who == late {
			before := m.table(&y)
			m.before = &before
			y.Answered[late] = "2026-05-09"
		} else if v := viewOf(nil, m.table(&y)); i > 0 && v.figures() > 0 {
			t.Fatalf("%d lists of %d are in: %+v", i, len(m.people), v)
		}
		y.Answers[who] = answers[who]
	}
	m.newest = &y
	return late
}

// TestNobodysRecommendationIsFoundOut: whatever is shown of a cycle, and of one
// with the same people and one fewer, every number might be another one.
func TestNobodysRecommendationIsFoundOut(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 8))
	for range 1000 {
		y := account.Cycle{Stage: account.Session, AnswersBy: account.ByGroup, NPS: map[account.Initials]account.NPS{}}
		for i := range 1 + random.IntN(8) {
			y.NPS[account.Initials(fmt.Sprint("R", i))] = account.NPS{Score: random.IntN(11)}
		}
		shown := func() (all [2]score.NPS) {
			all[0] = score.Of(&account.Client{}, &y).NPS
			fewer := y.Clone()
			delete(fewer.NPS, "R0")
			all[1] = score.Of(&account.Client{}, &fewer).NPS
			return all
		}
		want := shown()
		for who, n := range y.NPS {
			others := 0
			for other := range 11 {
				y.NPS[who] = account.NPS{Score: other}
				if other != n.Score && shown() == want {
					others++
				}
			}
			if y.NPS[who] = n; others == 0 {
				t.Fatalf("%s gave %d: that is found out from %+v", who, n.Score, want)
			}
		}
	}
}

// TestAllTensAreNotToldByTheirFigure: where all others gave a 10, or a 1, and
// so few answers that nothing else makes the figure, it is not shown; nor is
// it where the figures of the others leave only one answer open.
func TestAllTensAreNotToldByTheirFigure(t *testing.T) {
	for _, d := range []struct {
		grades          []string
		questions       int
		figures, totals bool
	}{
		{[]string{"10", "10", "10", "10"}, 1, false, false},
		{[]string{"1", "1", "1", "1"}, 1, false, false},
		{[]string{"8>", "10>", "10>", "10>"}, 1, false, false}, // 9.5, as R0 sees by
		{[]string{"10", "10", "10", "9"}, 1, false, false},     // 9.8, as R3 sees by
		{[]string{"10", "10", "9", "9"}, 1, true, true},        // 9.5
		{[]string{"9", "9", "9", "9"}, 1, true, true},          // 9.0, of which a 10 and an 8 may be
		{[]string{"10", "10", "10", "10"}, 4, true, true},      // 10.0 with a 9 among so many
	} {
		c := account.Client{}
		y := account.Cycle{Name: "2026H1", Stage: account.Session, AnswersBy: account.ByGroup, KWIs: []account.KWI{{Code: 1}}, Answers: map[account.Initials]account.Sheet{}}
		for i, grade := range d.grades {
			who := account.Initials(fmt.Sprint("R", i))
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
			y.Answers[who] = sheet(t, 1, slices.Repeat([]string{grade}, d.questions)...)
		}
		if table := score.Of(&c, &y); len(table.KWIs) > 0 != d.figures || table.Total.Sums.Score().OK() != d.totals {
			t.Errorf("%v, %d times: %+v", d.grades, d.questions, table)
		}
	}
}
