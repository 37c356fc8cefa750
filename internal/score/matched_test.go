package score_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/score"
)

// pair is a client with two cycles by name of one KWI, the answers by
// respondent as 6 7< –.
func pair(t *testing.T, then, now map[account.Initials][]string) *account.Client {
	t.Helper()
	c := &account.Client{}
	for _, who := range []account.Initials{"AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
	}
	for i, of := range []map[account.Initials][]string{then, now} {
		y := account.Cycle{Name: []account.CycleName{"2026H1", "2026H2"}[i], AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1}}, Answers: map[account.Initials]account.Sheet{}}
		for n := uint16(1); n <= 3; n++ {
			y.KWIs[0].Questions = append(y.KWIs[0].Questions, account.Question{Code: account.QuestionCode{KWI: 1, Serial: n}, Text: fmt.Sprint("question ", n)})
		}
		for who, answers := range of {
			for n, text := range answers {
				if g, r, ok := account.ParseGrade(text); ok {
					y.Answers[who] = append(y.Answers[who], account.Answer{Question: account.QuestionCode{KWI: 1, Serial: uint16(n + 1)}, Grade: g, Relevance: r})
				}
			}
		}
		c.Cycles = append(c.Cycles, y)
	}
	return c
}

func TestLikeForLikeIsOfWhatBothCyclesShare(t *testing.T) {
	c := pair(t,
		map[account.Initials][]string{"AA": {"6", "7"}, "BB": {"8", "8"}, "CC": {"9", "", "9"}, "DD": {"2"}},
		map[account.Initials][]string{"AA": {"7", "7>"}, "BB": {"8", "8<"}, "CC": {"8", "10", "9"}, "EE": {"10", "10", "10"}})
	h := score.HistoryOf(c)
	for _, code := range []account.KWICode{0, 1} {
		m := h.Match(c, code, "2026H2")
		if m.Since != "2026H1" || m.Moves != (score.Moves{Up: 1, Same: 1, Down: 1}) || m.New != 1 || m.Gone != 1 {
			t.Errorf("%+v", m)
		}
		// Now AA 7×2+7×3, BB 8×2+8×1, CC 8×2+9×2; then 26, 32, 36.
		if m.Now.Points != 35+24+34 || m.Now.Weight != 5+3+4 || m.Then.Points != 94 || m.Then.Weight != 12 || m.Change().By != 775-783 {
			t.Errorf("now %+v, then %+v, %+v", m.Now, m.Then, m.Change())
		}
		if by := h.Change(code, "2026H2").By; by == m.Change().By {
			t.Errorf("± is %d too", by)
		}
		var sum, before score.Sums
		for _, g := range h.MadeOfBoth(c, code, "2026H2") {
			sum, before = sum.Plus(of(g.Answer)), before.Plus(of(g.Before))
		}
		if sum != m.Now || before != m.Then {
			t.Errorf("it is made of %+v and %+v", sum, before)
		}
	}
}

func of(a account.Answer) score.Sums {
	w := a.Relevance.Weight()
	return score.Sums{Points: int(a.Grade) * w, Weight: w, Grades: int(a.Grade), Answers: 1}
}

func TestAQuestionInOtherWordsIsAnotherOne(t *testing.T) {
	c := pair(t, map[account.Initials][]string{"AA": {"6", "7"}}, map[account.Initials][]string{"AA": {"9", "8"}})
	c.Cycles[1].KWIs[0].Questions[1].Text = " question\n2 "
	h := score.HistoryOf(c)
	if m := h.Match(c, 1, "2026H2"); m.Now.Answers != 2 || len(m.Reworded) > 0 || h.Breaks(c, 1, "2026H2") {
		t.Errorf("other spaces are no other words: %+v", m)
	}
	c.Cycles[1].KWIs[0].Questions[0].Text = "something else"
	if m := h.Match(c, 1, "2026H2"); m.Now.Answers != 1 || m.Change().By != 100 || len(m.Reworded) != 1 || !h.Breaks(c, 1, "2026H2") || h.Breaks(c, 1, "2026H1") {
		t.Errorf("%+v", m)
	}
}

// What is not shared makes no difference to what is compared.
func TestLikeForLikeIgnoresTheUnmatched(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		answers := func(name string) map[account.Initials][]string {
			out := map[account.Initials][]string{}
			for _, who := range []account.Initials{"AA", "BB", "CC"} {
				for range 3 {
					grade, sign := rapid.IntRange(0, 10).Draw(rt, name), rapid.SampledFrom([]string{"", "<", ">"}).Draw(rt, "relevance")
					text := ""
					if grade > 0 {
						text = fmt.Sprint(grade, sign)
					}
					out[who] = append(out[who], text)
				}
			}
			return out
		}
		then, now := answers("then"), answers("now")
		then["AA"][0], now["AA"][0] = "7", "8" // so that there is something to compare
		c := pair(t, then, now)
		want := score.HistoryOf(c).Match(c, 1, "2026H2")
		then["GG"], now["HH"] = []string{"1", "1", "1"}, []string{"10>", "10>", "10>"}
		for _, who := range []account.Initials{"AA", "BB", "CC"} {
			for n := range 3 {
				if then[who][n] == "" && now[who][n] != "" {
					now[who][n] = "1>"
				}
			}
		}
		c = pair(t, then, now)
		got := score.HistoryOf(c).Match(c, 1, "2026H2")
		if got.Now != want.Now || got.Then != want.Then || got.Moves != want.Moves || got.New != want.New+1 || got.Gone != want.Gone+1 {
			rt.Fatalf("%+v, and with others %+v", want, got)
		}
	})
}
