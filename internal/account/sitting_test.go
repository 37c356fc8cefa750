package account_test

import (
	"testing"

	"kwi/internal/account"
)

// TestASittingIsShownBackWhileItIsWhatIsKept says everything that can be said,
// by group, and takes it back.
func TestASittingIsShownBackWhileItIsWhatIsKept(t *testing.T) {
	c := busy()
	y := c.Newest()
	y.Stage, y.AnswersBy = account.Measure, account.ByGroup
	q := y.KWIs[0].Questions[0].Code
	succeeds(t, c.Assign(y.Name, "AA", q, true))
	before := c.Clone()
	a := account.Answer{Question: q, Grade: 8, Relevance: account.Less}
	succeeds(t, c.Answer(y.Name, "AA", a, "2026-11-21"))
	succeeds(t, c.ShareKWI(y.Name, q.KWI, "AA", true))
	succeeds(t, c.TestWith(y.Name, "AA", "2026-11-21"))
	succeeds(t, c.EditNPS(y.Name, "AA", func(n *account.NPS) {
		*n = account.NPS{Score: 0, Why: "why", Pleased: "pleased", Missed: "missed", Anonymous: true}
	}))
	succeeds(t, c.Remark(y.Name, "AA", "remark", true))
	typed := account.Sitting{}.Graded(a).Judged(q, true).Shared(q.KWI, true).Tested("2026-11-21")
	words := map[account.Word]string{account.RemarkWord: "remark", account.ScoreWord: "0", account.WhyWord: "why", account.PleasedWord: "pleased", account.MissedWord: "missed", account.AloudWord: account.YesWord, account.NameWord: account.NoWord}
	for w, text := range words {
		typed = typed.Said(w, text)
	}
	kept := typed.Kept(c.Newest(), "AA")
	if kept.Answer(q) != a || kept.Answers() != 1 || kept.Judges(q) != account.Yes || kept.Shares(q.KWI) != account.Yes || kept.TestedOn() != "2026-11-21" {
		t.Errorf("shown back is %+v", kept)
	}
	for w, text := range words {
		if kept.Typed(w) != text {
			t.Errorf("%s: %q", w, kept.Typed(w))
		}
	}
	for name, y := range map[string]*account.Cycle{"taken back": before.Newest(), "nothing is there": nil} {
		gone := typed.Kept(y, "AA")
		if gone.Answer(q).Grade != 0 || gone.Answers() != 0 || gone.Shares(q.KWI) != account.Unanswered || gone.TestedOn() != "" {
			t.Errorf("%s: shown back is %+v", name, gone)
		}
		for w := range words {
			if gone.Typed(w) != "" {
				t.Errorf("%s, %s: %q", name, w, gone.Typed(w))
			}
		}
	}
	if other := typed.Kept(c.Newest(), "BB"); other.Answers() != 0 || other.Shares(q.KWI) == account.Yes || other.Typed(account.WhyWord) != "" {
		t.Errorf("of somebody else %+v", other)
	}
	for _, no := range []account.Sitting{account.Sitting{}.Judged(q, false), account.Sitting{}.Shared(q.KWI, false)} {
		if kept := no.Kept(c.Newest(), "AA"); kept.Judges(q) != account.Unanswered || kept.Shares(q.KWI) != account.Unanswered {
			t.Errorf("a no that is not kept is shown: %+v", kept)
		}
	}
}

// TestAnAnswerOfTheLastTime is shown where names stand, then and now.
func TestAnAnswerOfTheLastTime(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, by account.AnswersBy, grade account.Grade) account.Cycle {
		y := account.Cycle{Name: name, AnswersBy: by, Answers: map[account.Initials]account.Sheet{}}
		if grade != 0 {
			y.Answers["KK"] = account.Sheet{{Question: q, Grade: grade}}
		}
		return y
	}
	for _, d := range []struct {
		name          string
		first, second account.Cycle
		now           account.AnswersBy
		want          account.Grade
	}{
		{"the last", cycle("2025H1", account.ByName, 6), cycle("2025H2", account.ByName, 7), account.ByName, 7},
		{"the last with one", cycle("2025H1", account.ByName, 6), cycle("2025H2", account.ByName, 0), account.ByName, 6},
		{"the last by name", cycle("2025H1", account.ByName, 6), cycle("2025H2", account.ByGroup, 7), account.ByName, 6},
		{"by group now", cycle("2025H1", account.ByName, 6), cycle("2025H2", account.ByName, 7), account.ByGroup, 0},
	} {
		c := account.Client{Cycles: []account.Cycle{d.first, d.second, cycle("2026H1", d.now, 9), cycle("2026H2", account.ByName, 10)}}
		if got := c.AnswerBefore("2026H1", "KK", q).Grade; got != d.want {
			t.Errorf("%s: %d", d.name, got)
		}
	}
}
