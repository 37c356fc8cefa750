package score_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/score"
)

var rooms = map[string]account.Room{
	"nobody said who":   {},
	"somebody, unsaid":  {Present: []account.Initials{"AA"}},
	"one of them":       {Known: true, Present: []account.Initials{"AA"}},
	"two of them":       {Known: true, Present: []account.Initials{"AA", "BB"}},
	"guests":            {Known: true, Guests: true},
	"one of them, more": {Known: true, Guests: true, Present: []account.Initials{"AA"}},
}

func TestBeforeTheSessionThereIsNoFigure(t *testing.T) {
	for stage := account.Initialise; stage <= account.Closed; stage++ {
		c, y := cycle(account.ByName, 4, 4)
		y.Stage = stage
		c.Cycles = []account.Cycle{*y}
		for name, room := range rooms {
			h := score.HistoryFor(&c, room)
			if common := stage >= account.Session; h[0].HasAnswers() != common || len(h[0].KWIs) > 0 != common {
				t.Errorf("%s, %s: %+v", stage, name, h[0])
			}
			if h[0].Cycle != y.Name || h[0].AnswersBy != y.AnswersBy {
				t.Errorf("%s, %s: it is not told which cycle", stage, name)
			}
		}
	}
}

func TestColumnsAreOfThoseWhoAnsweredWhereItWasSaidWhoSitsHere(t *testing.T) {
	c, y := cycle(account.ByName, 2, 1) // CC and DD answered nothing
	y.Stage = account.Session
	c.Cycles = []account.Cycle{*y}
	for name, room := range rooms {
		table := score.HistoryFor(&c, room)[0]
		want := []account.Initials(nil)
		if room.Known {
			want = []account.Initials{"AA", "BB"}
		}
		if !slices.Equal(table.Respondents, want) || len(table.Total.Cells) != len(want) || len(table.KWIs[0].Cells) != len(want) {
			t.Errorf("%s: columns of %v, %v", name, table.Respondents, table.Total.Cells)
		}
		if table.Total.Sums.Score() != score.Of(&c, y).Total.Sums.Score() {
			t.Errorf("%s: the total is another one", name)
		}
	}
}

func TestNobodySaidWhoSitsHereNothingIsOneRespondents(t *testing.T) {
	c, y := cycle(account.ByName, 1, 1)
	y.Stage, y.NPS = account.Closed, map[account.Initials]account.NPS{"AA": {Score: 9}}
	c.Cycles = []account.Cycle{*y}
	for name, room := range rooms {
		table := score.HistoryFor(&c, room)[0]
		if table.HasAnswers() != room.Known || table.Total.Sums.Score().OK() != room.Known || table.KWIs[0].Sums.Score().OK() != room.Known || table.NPS.OK() != room.Known {
			t.Errorf("%s: %+v", name, table)
		}
		if table.KWIs[0].Code != 1 {
			t.Errorf("%s: the KWI is gone", name)
		}
	}
}

// Of two KWIs one was answered by one respondent: the total less the other KWI
// is what that one gave. Where it is not known who sits here, there is none.
func TestNobodySaidWhoSitsHereNothingOfOneRespondentCanBeComputed(t *testing.T) {
	c, y := cycle(account.ByName, 3, 3)
	second := account.QuestionCode{KWI: 2, Serial: 1}
	y.Stage, y.KWIs = account.Session, append(y.KWIs, account.KWI{Code: 2, Questions: []account.Question{{Code: second}}})
	for answered, who := range []account.Initials{"AA", "BB"} {
		y.Answers[who] = y.Answers[who].With(account.Answer{Question: second, Grade: 4})
		for name, room := range rooms {
			table := score.HistoryFor(&c, room)[0]
			shown := room.Known || answered > 0
			if table.Total.Sums.Score().OK() != shown || table.KWIs[1].Sums.Score().OK() != shown || !table.KWIs[0].Sums.Score().OK() || !table.HasAnswers() {
				t.Errorf("%d answered, %s: %+v", answered+1, name, table)
			}
			if !shown && table.Total.Sums != (score.Sums{}) {
				t.Errorf("%s: the total tells %+v", name, table.Total)
			}
		}
	}
}

func TestByGroupAScoreHasOneDecimalAndNothingBesideIt(t *testing.T) {
	c, y := cycle(account.ByGroup, 4, 3) // 6 7< 8> 9 and 9 9 9: 8.21 in two decimals
	y.Stage = account.Session
	c.Cycles = []account.Cycle{*y}
	whole := score.Of(&c, y)
	for name, room := range rooms {
		table := score.HistoryFor(&c, room)[0]
		for _, line := range append(table.KWIs, table.Total) {
			got, exact := line.Sums.Score(), whole.Total.Sums.Score()
			if got%10 != 0 || got-exact > 5 || exact-got > 5 || line.Sums.Average().OK() || line.Sums.Answers != 0 || line.Cells != nil || line.Respondents != 4 {
				t.Errorf("%s: %+v of %v", name, line, exact)
			}
		}
		if table.Respondents != nil || !table.HasAnswers() {
			t.Errorf("%s: %+v", name, table)
		}
		if q := table.Questions(y, 1); q != nil {
			t.Errorf("%s: questions %v", name, q)
		}
	}
}

// TestNoRoomSeesWhatIsNotForIt draws any client and room.
func TestNoRoomSeesWhatIsNotForIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		room := rooms[rapid.SampledFrom([]string{"nobody said who", "one of them", "guests"}).Draw(t, "room")]
		h := score.HistoryFor(&c, room)
		other := c.Clone()
		for i := range other.Cycles { // what was answered while it is not common leaves no trace
			if y := &other.Cycles[i]; !y.Common() {
				y.Answers, y.NPS, y.KWIs = nil, nil, nil
			}
		}
		if !reflect.DeepEqual(h, score.HistoryFor(&other, room)) {
			t.Error("a figure tells what is not common")
		}
		for i, table := range h {
			if by := c.Cycles[i].AnswersBy; by == account.ByName && room.Known {
				continue
			}
			for _, line := range append(slices.Clone(table.KWIs), table.Total) {
				if line.Cells != nil || line.Respondents == 1 {
					t.Errorf("%s: a single respondent is told: %+v", table.Cycle, line)
				}
			}
			if table.Respondents != nil {
				t.Errorf("%s: columns of %v", table.Cycle, table.Respondents)
			}
		}
	})
}
