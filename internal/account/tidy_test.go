package account_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
)

func TestTidyTakesOutWhatSaysNothing(t *testing.T) {
	n := 0
	c := account.Client{
		ID: "x", Respondents: []account.Respondent{},
		Cycles: []account.Cycle{{
			Name: "2011H1", Notes: []account.Note{}, Released: []account.Initials{},
			Assigned: map[account.Initials][]account.QuestionCode{"A": {}, "B": {{KWI: 1, Serial: 1}}},
			Answers:  map[account.Initials]account.Sheet{"A": {}},
			Tested:   map[account.Initials]account.Date{"A": ""},
			Remarks:  map[account.Initials]string{"A": "", "B": "x"},
			NPS:      map[account.Initials]account.NPS{"A": {}},
			KWIs:     []account.KWI{{Code: 1, SharedBy: []account.Initials{}, Questions: []account.Question{}}},
			Meeting:  account.Meeting{Notes: []string{}},
		}},
		Plans: []account.Plan{{Year: 2011, Numbers: map[int]account.YearNumbers{2010: {Actual: &account.Figures{}}, 2011: {Target: &account.Figures{Leads: &n}}}}},
	}
	want := account.Client{
		ID: "x",
		Cycles: []account.Cycle{{
			Name:     "2011H1",
			Assigned: map[account.Initials][]account.QuestionCode{"B": {{KWI: 1, Serial: 1}}},
			Remarks:  map[account.Initials]string{"B": "x"},
			NPS:      map[account.Initials]account.NPS{"A": {}}, // a score of 0 says a lot
			KWIs:     []account.KWI{{Code: 1}},
		}},
		Plans: []account.Plan{{Year: 2011, Numbers: map[int]account.YearNumbers{2011: {Target: &account.Figures{Leads: &n}}}}},
	}
	was := c.Clone()
	if got := c.Tidy(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if !reflect.DeepEqual(c, was) {
		t.Error("the client himself was changed")
	}
}

// TestWhoReleasedStandsInOrder: a file from elsewhere may tell it in any, and
// records that hold it by respondent tell of none.
func TestWhoReleasedStandsInOrder(t *testing.T) {
	c := account.Client{Cycles: []account.Cycle{{Released: []account.Initials{"KK", "AA"}}}}
	if got := c.Tidy().Cycles[0].Released; !reflect.DeepEqual(got, []account.Initials{"AA", "KK"}) || c.Cycles[0].Released[0] != "KK" {
		t.Errorf("got %v, and %v is left", got, c.Cycles[0].Released)
	}
}

func TestTidyIsTidy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		if !reflect.DeepEqual(c.Tidy(), c) {
			t.Fatal("changed once more")
		}
	})
}

func TestAnEmptyListLeftBehindDoesNotRefuseTheWayBack(t *testing.T) {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	before := account.Client{Respondents: []account.Respondent{{Initials: "A"}}, Cycles: []account.Cycle{{Name: "2011H1", KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}}}}}
	after := before.Clone()
	after.Cycles[0].Assigned = map[account.Initials][]account.QuestionCode{"A": {q}}
	then := after.Clone()
	then.Cycles[0].Assigned["A"] = then.Cycles[0].Assigned["A"][:0]
	then.Cycles[0].NotExpected = map[account.Initials]string{}
	now := then.Clone()
	if err := account.TakeBack(&now, after, then); err != nil || !reflect.DeepEqual(now, after.Tidy()) {
		t.Error(now, err)
	}
	if err := account.TakeBack(&now, before, after); err != nil || !reflect.DeepEqual(now, before) {
		t.Error(now, err)
	}
}
