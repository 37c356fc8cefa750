package score_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

func TestWhatTheSilentCanStillMakeOfTheNPS(t *testing.T) {
	for _, d := range []struct {
		promoters, passives, detractors, silent int
		now, least, most                        int
	}{
		{3, 7, 2, 0, 8, 8, 8},    // 25 % − 17 % = +8
		{4, 2, 1, 1, 43, 25, 50}, // the issue's own
		{1, 0, 0, 7, 100, -75, 100},
		{0, 0, 1, 1, -100, -100, 0},
		{0, 1, 0, 2, 0, -67, 67},
		{0, 0, 0, 8, 0, 0, 0}, // nobody answered
	} {
		n := score.NPS{Promoters: d.promoters, Passives: d.passives, Detractors: d.detractors, Answers: d.promoters + d.passives + d.detractors}
		if least, most := n.Between(d.silent); n.Score() != d.now || least != d.least || most != d.most {
			t.Errorf("%+v: %d between %d and %d", d, n.Score(), least, most)
		}
	}
	if least, most := (score.NPS{Answers: 2, Withheld: true}).Between(3); least != 0 || most != 0 {
		t.Error("something is told of a withheld NPS")
	}
}

// Whatever the silent say, the NPS ends within what was told.
func TestTheNPSEndsWithinItsRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := func(scores []int) (n score.NPS) {
			for _, s := range scores {
				n.Answers++
				switch score.Group(s) {
				case 1:
					n.Promoters++
				case 0:
					n.Passives++
				default:
					n.Detractors++
				}
			}
			return n
		}
		said := rapid.SliceOfN(rapid.IntRange(0, 10), 1, 8).Draw(t, "said")
		later := rapid.SliceOfN(rapid.IntRange(0, 10), 0, 8).Draw(t, "later")
		least, most := count(said).Between(len(later))
		if end := count(append(said, later...)).Score(); end < least || end > most {
			t.Fatalf("%d is not between %d and %d", end, least, most)
		}
	})
}

func TestOverAllClientsAnswersAreCountedAndWithheldOnesAreNot(t *testing.T) {
	var all score.Everywhere
	all = all.With(score.NPS{Promoters: 2, Passives: 4, Detractors: 1, Answers: 7}, 1)
	all = all.With(score.NPS{Answers: 2, Withheld: true}, 3)
	all = all.With(score.NPS{}, 5)
	all = all.With(score.NPS{Promoters: 1, Passives: 3, Detractors: 1, Answers: 5}, 0)
	want := score.Everywhere{NPS: score.NPS{Promoters: 3, Passives: 7, Detractors: 2, Answers: 12}, Silent: 1, Clients: 2, Withheld: 1}
	if all != want || all.NPS.Score() != 8 {
		t.Errorf("got %+v, %d", all, all.NPS.Score())
	}
}

func TestByGroupNothingOfASinglePersonIsFound(t *testing.T) {
	for cycle := range 2 {
		c := pair(t, map[account.Initials][]string{"AA": {"6"}, "BB": {"7"}, "CC": {"8"}, "DD": {"9"}, "EE": {"2"}}, map[account.Initials][]string{"AA": {"6"}, "BB": {"7"}, "CC": {"8"}, "DD": {"9"}, "EE": {"3"}})
		c.Cycles[cycle].AnswersBy = account.ByGroup
		y := &c.Cycles[cycle]
		h := score.HistoryOf(c)
		if m := h.Match(c, 0, "2026H2"); !reflect.DeepEqual(m, score.Matched{}) {
			t.Errorf("%+v", m)
		}
		table := h.Table(y.Name)
		if table.Voices(1) != nil || table.Leans(0) != nil || table.Spread(1).Agreement != score.NoAgreement || table.MadeOf(y, 0) != nil || score.Matters(y) != nil || score.SeenAndDone(c, y, "2026-11-26") != nil {
			t.Error("by group something is told of a person or a question")
		}
	}
}

// Leaving one voice out is computing anew without it.
func TestWithoutAVoiceIsComputingAnew(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		now := map[account.Initials][]string{}
		for _, who := range []account.Initials{"AA", "BB", "CC", "DD"} {
			for range 3 {
				if grade := rapid.IntRange(0, 10).Draw(rt, "grade"); grade > 0 {
					now[who] = append(now[who], fmt.Sprint(grade, rapid.SampledFrom([]string{"", "<", ">"}).Draw(rt, "relevance")))
				}
			}
		}
		c := pair(t, nil, now)
		whole := score.Of(c, c.Newest())
		last := 10000
		for _, v := range whole.Voices(1) {
			left := c.Clone()
			delete(left.Newest().Answers, v.Who)
			anew := score.Of(&left, left.Newest())
			if v.Sums != anew.KWIs[0].Sums || v.Shift != whole.KWIs[0].Sums.Score().Since(anew.KWIs[0].Sums.Score()) {
				rt.Fatalf("%s: %+v, anew %+v", v.Who, v, anew.KWIs[0].Sums)
			}
			if shift := max(v.Shift.By, -v.Shift.By); shift > last {
				rt.Fatal("the largest is not first")
			} else {
				last = shift
			}
		}
		if n := len(whole.Respondents); n > 1 && len(whole.Voices(0)) != n || n == 1 && len(whole.Voices(0)) != 0 {
			rt.Fatalf("%d voices of %d", len(whole.Voices(0)), n)
		}
		var sum score.Sums
		for _, g := range whole.MadeOf(c.Newest(), 1) {
			sum = sum.Plus(of(g.Answer))
		}
		if sum != whole.KWIs[0].Sums {
			rt.Fatalf("it is made of %+v", sum)
		}
	})
}

func TestWhoIsMorePositive(t *testing.T) {
	c := pair(t, nil, map[account.Initials][]string{"AA": {"6"}, "BB": {"8"}, "CC": {"10"}})
	table := score.Of(c, c.Newest())
	for _, code := range []account.KWICode{0, 1} {
		got := ""
		for _, l := range table.Leans(code) {
			got += fmt.Sprint(l.Who, l.More.By, " ")
		}
		if got != "CC200 BB0 AA-200 " {
			t.Errorf("got %s", got)
		}
	}
	// DD judges only what everybody finds hard, and as everybody does.
	y := c.Newest()
	y.KWIs = append(y.KWIs, account.KWI{Code: 2, Questions: []account.Question{{Code: account.QuestionCode{KWI: 2, Serial: 1}}}})
	hard := account.Answer{Question: account.QuestionCode{KWI: 2, Serial: 1}, Grade: 4}
	y.Answers["AA"], y.Answers["DD"] = append(y.Answers["AA"], hard), account.Sheet{hard}
	table = score.Of(c, y)
	for _, l := range table.Leans(0) {
		if l.Who == "DD" && l.More != (score.Change{OK: true}) {
			t.Errorf("%+v", l)
		}
	}
}

func TestHowFarRespondentsAgree(t *testing.T) {
	people := []account.Initials{"AA", "BB", "CC", "DD", "EE", "FF"}
	for _, d := range []struct {
		grades    []string
		want      score.Agreement
		low, high []account.Initials
	}{
		{nil, score.NoAgreement, nil, nil},
		{[]string{"7"}, score.NoAgreement, nil, nil},
		{[]string{"7", "8"}, score.Together, nil, nil},
		{[]string{"7", "9"}, score.Scattered, nil, nil}, // two people are no camps
		{[]string{"7", "8", "7", "8", "8"}, score.Together, nil, nil},
		{[]string{"4", "8", "7", "8"}, score.OneApart, []account.Initials{"AA"}, []account.Initials{"CC", "BB", "DD"}},
		{[]string{"7", "8", "10", "8"}, score.OneApart, []account.Initials{"AA", "BB", "DD"}, []account.Initials{"CC"}},
		{[]string{"5", "9", "5", "8", "6"}, score.TwoCamps, []account.Initials{"AA", "CC", "EE"}, []account.Initials{"DD", "BB"}},
		{[]string{"5", "6", "7", "8"}, score.Scattered, nil, nil},
		{[]string{"3", "5", "9", "9"}, score.Scattered, nil, nil},
	} {
		now := map[account.Initials][]string{}
		for i, g := range d.grades {
			now[people[i]] = []string{g}
		}
		c := pair(t, nil, now)
		table := score.Of(c, c.Newest())
		if s := table.Spread(1); s.Agreement != d.want || !slices.Equal(s.Low, d.low) || !slices.Equal(s.High, d.high) {
			t.Errorf("%v: %+v", d.grades, s)
		}
	}
}

func TestSeenAndDone(t *testing.T) {
	c := &account.Client{Cycles: []account.Cycle{{Name: "2026H1", Session: "2026-06-01"}, {Name: "2026H2", AnswersBy: account.ByName, Session: "2026-12-01"}}}
	y := c.Newest()
	for k := account.KWICode(1); k <= 4; k++ {
		q := account.Question{Code: account.QuestionCode{KWI: k, Serial: 1}, Kind: account.Noticed}
		y.KWIs = append(y.KWIs, account.KWI{Code: k, Questions: []account.Question{q}})
	}
	y.Answers = map[account.Initials]account.Sheet{"AA": {}}
	y.Assigned = map[account.Initials][]account.QuestionCode{"AA": {{KWI: 1, Serial: 1}, {KWI: 2, Serial: 1}}}
	for k, g := range []account.Grade{9, 5, 8} {
		y.Answers["AA"] = append(y.Answers["AA"], account.Answer{Question: account.QuestionCode{KWI: account.KWICode(k + 1), Serial: 1}, Grade: g})
	}
	done := func(k account.KWICode, on account.Date) account.Action {
		return account.Action{KWI: k, Status: account.Done, Done: on, Side: account.SupplierSide}
	}
	theirs, ours := done(3, "2026-09-01"), done(3, "2026-09-01")
	theirs.Side, ours.Internal = account.ClientSide, true
	c.Cycles[0].Actions = []account.Action{done(1, "2026-05-01"), done(1, "2026-07-01"), done(2, "2026-07-01")}
	y.Actions = []account.Action{done(1, "2026-08-01"), done(2, "2026-12-02"), {KWI: 3, Status: account.Open}, {KWI: 3, Status: account.Dropped}, theirs, ours}
	y.Visits = []account.Visit{{With: "AA"}, {With: "BB"}, {With: "AA", Date: "2026-12-01"}} // the last is planned
	got := ""
	for _, s := range score.SeenAndDone(c, y, "2026-11-26") {
		got += fmt.Sprint(s.Code.Short(), s.Noticed.Score(), s.Done, s.Agreed, s.Visits, s.Much, s.Marked, "; ")
	}
	if want := "019.00 2 2 1 true true; 025.00 1 2 1 true false; 038.00 0 1 0 false true; "; got != want {
		t.Errorf("got %s", got)
	}
	y.KWIs = y.KWIs[:1]
	if score.SeenAndDone(c, y, "2026-11-26") != nil {
		t.Error("one KWI says nothing against the others")
	}
}

func TestWhatMattersAndScoresLowComesFirst(t *testing.T) {
	c := pair(t, nil, map[account.Initials][]string{"AA": {"8>", "6<", "9"}, "BB": {"6>", "6<", "9"}})
	got := ""
	for _, m := range score.Matters(c.Newest()) {
		got += fmt.Sprintln(m.Question, m.Weight(), m.Lost())
	}
	if want := "1.01 3.00 9.00\n1.02 1.00 4.00\n1.03 2.00 2.00\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}
