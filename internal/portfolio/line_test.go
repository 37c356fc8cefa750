package portfolio_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/portfolio"
	"kwi/internal/score"
)

func TestALineIsMadeOfTheNewestCycle(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName, g account.Grade) account.Cycle {
		y := account.Cycle{Name: name, AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}}, Assigned: map[account.Initials][]account.QuestionCode{"A": {q}}}
		if g > 0 {
			y.Answers = map[account.Initials]account.Sheet{"A": {{Question: q, Grade: g}}}
		}
		return y
	}
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "A"}, {Initials: "B"}},
		Cycles: []account.Cycle{cycle("2010H1", 6), cycle("2010H2", 8), cycle("2011H1", 0)}}
	y := c.Newest()
	y.Stage, y.Session = account.Measure, "2011-06-23"
	y.Sent = map[account.Initials][]account.Date{"A": {"2011-06-09"}}
	y.Actions = []account.Action{{Number: "2011-01", Status: account.Open, Due: "2011-05-01T17:00"}, {Number: "2011-02", Status: account.Done, Due: "2011-04-01"}, {Number: "2011-03", Status: account.Open}}
	c.Cycles[0].Actions = []account.Action{{Number: "2010-01", Status: account.Open, Due: "2010-03-01"}}
	want := portfolio.Line{ID: "x", Name: "X", Cycle: "2011H1", Stage: account.Measure, Session: "2011-06-23", Score: 800, Change: score.Change{By: 200, OK: true},
		Trend: []score.Figure{600, 800, score.None}, Due: []account.Date{"2010-03-01", "2011-05-01"}, Lists: 1}
	got := portfolio.Of(&c)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Overdue("2010-03-01") != 0 || got.Overdue("2010-03-02") != 1 || got.Overdue("2012-01-01") != 2 {
		t.Error("overdue on the day itself, or not after it")
	}
	today := portfolio.On([]portfolio.Line{got, {Archived: "2011-01-01", Due: want.Due}}, "2011-06-20")
	if today != (portfolio.Today{Late: 2, Sessions: 1, Lists: 1}) {
		t.Error(today)
	}
}

// TestALineStaysWithinItsRecord holds lines to what their records have room
// for.
func TestALineStaysWithinItsRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		l := portfolio.Of(&c)
		if len(l.Trend) > portfolio.Longest || l.NPS < -100 || l.NPS > 100 || l.Change.By < -900 || l.Change.By > 900 || l.Score > 1000 || !slices.IsSorted(l.Due) {
			t.Fatalf("%+v", l)
		}
		for _, d := range l.Due {
			if !d.Valid() {
				t.Fatal(d)
			}
		}
	})
}
