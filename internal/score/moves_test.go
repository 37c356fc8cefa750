package score_test

import (
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

func TestMoves(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, stage account.Stage, grades map[account.Initials]account.Grade) account.Cycle {
		y := account.Cycle{Name: name, Stage: stage, AnswersBy: account.ByName, Answers: map[account.Initials]account.Sheet{},
			KWIs: []account.KWI{{Code: 1, Title: "a", Questions: []account.Question{{Code: q}}}, {Code: 2, Title: "b"}}}
		for who, g := range grades {
			y.Answers[who] = account.Sheet{{Question: q, Grade: g}}
		}
		return y
	}
	client := func() account.Client {
		return account.Client{Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}, {Initials: "DD"}}, Cycles: []account.Cycle{
			cycle("2026H1", account.Closed, map[account.Initials]account.Grade{"AA": 7, "BB": 7, "CC": 7}),
			cycle("2026H2", account.Closed, nil),
			cycle("2027H1", account.Session, map[account.Initials]account.Grade{"AA": 8, "BB": 7, "CC": 6, "DD": 9}),
		}}
	}
	c := client()
	for _, code := range []account.KWICode{0, 1} {
		if got := score.HistoryOf(&c).Moves(code, "2027H1"); got != (score.Moves{Up: 1, Same: 1, Down: 1}) {
			t.Errorf("KWI %d moves %+v", code, got)
		}
	}
	for name, h := range map[string]score.History{"nobody known": score.HistoryFor(&c, account.Room{}), "no cycle": nil} {
		if got := h.Moves(1, "2027H1"); got.OK() {
			t.Errorf("%s: moves %+v", name, got)
		}
	}
	if h := score.HistoryOf(&c); h.Moves(2, "2027H1").OK() || h.Moves(1, "2026H1").OK() {
		t.Error("what has nothing before it moves")
	}
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	if got := score.HistoryFor(&c, account.Room{Known: true, Present: []account.Initials{"AA"}}).Moves(1, "2027H1"); got.OK() {
		t.Errorf("by group it moves %+v", got)
	}
}

func TestMovesCountsEverybodyOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := account.QuestionCode{KWI: 1, Serial: 1}
		var c account.Client
		people := []account.Initials{"AA", "BB", "CC", "DD", "EE"}
		for _, who := range people {
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		}
		both := map[account.Initials]int{}
		for _, name := range []account.CycleName{"2026H1", "2026H2"} {
			y := account.Cycle{Name: name, Stage: account.Closed, AnswersBy: account.ByName, Answers: map[account.Initials]account.Sheet{}, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}}}
			for _, who := range people {
				if g := rapid.IntRange(0, 10).Draw(t, "grade"); g > 0 {
					y.Answers[who] = account.Sheet{{Question: q, Grade: account.Grade(g)}}
					both[who]++
				}
			}
			c.Cycles = append(c.Cycles, y)
		}
		want := 0
		for _, n := range both {
			if n == 2 {
				want++
			}
		}
		if m := score.HistoryOf(&c).Moves(1, "2026H2"); m.Up+m.Same+m.Down != want {
			t.Fatalf("%+v of %d", m, want)
		}
	})
}
