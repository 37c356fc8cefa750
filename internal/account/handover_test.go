package account_test

import (
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/score"
)

// halfway is a client who is measured: KK has answered one of three questions, has
// a list out, an agreement, a draft that was promised, and a talk to come.
func halfway(by account.AnswersBy) account.Client {
	q := []account.QuestionCode{code(1, 1), code(1, 2), code(1, 3)}
	return account.Client{
		ID: "x", Name: "X", Approach: account.Extended, Sponsor: "KK",
		Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}, {Initials: "BB", Name: "Bea Boer"}, {Initials: "NN", Name: "Nina Nieuw"}},
		Colleagues:  []account.Colleague{{Initials: "RM", Name: "Joe"}},
		Cycles: []account.Cycle{
			{Name: "2026H1", Stage: account.Closed, AnswersBy: by, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q[0]}, {Code: q[1]}, {Code: q[2]}}}},
				Assigned: map[account.Initials][]account.QuestionCode{"KK": q, "BB": q}, Answers: map[account.Initials]account.Sheet{"KK": {{Question: q[0], Grade: 6}}},
				Actions: []account.Action{{Number: "2026-01", For: "Kees Klant", Side: account.ClientSide, Status: account.Open}, {Number: "2026-02", For: "KK", Status: account.Done}}},
			{Name: "2026H2", Stage: account.Measure, AnswersBy: by, KWIs: []account.KWI{{Code: 1, WishedBy: "KK", Questions: []account.Question{{Code: q[0]}, {Code: q[1]}, {Code: q[2]}}}},
				Assigned: map[account.Initials][]account.QuestionCode{"KK": slices.Clone(q), "BB": q[:1], "NN": q[2:]}, Answers: map[account.Initials]account.Sheet{"KK": {{Question: q[0], Grade: 8}}},
				Sent: map[account.Initials][]account.Date{"KK": {"2026-09-01", "2026-11-10"}}, Tested: map[account.Initials]account.Date{"KK": "2026-08-01"},
				Sendings: map[account.Initials][]account.Sending{"KK": {{Mark: "7k3m9qtx2hvc8rwn", Date: "2026-11-10", Promise: by}}},
				Remarks:  map[account.Initials]string{"KK": "Fine."}, Promised: map[account.Initials]account.Concept{"KK": {Due: "2026-12-01"}},
				Visits:  []account.Visit{{Date: "2026-10-01", With: "KK"}, {Date: "2026-12-10", With: "KK"}},
				Actions: []account.Action{{Number: "2026-03", For: "kk", Side: account.BothSides, Status: account.Open}}},
		},
	}
}

func TestWhoTakesOverGetsWhatIsOpenAndNothingThatWasSaid(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		c := halfway(by)
		h := c.HandoverOf("KK", "2026-11-26")
		want := account.Handover{Who: "KK", Answers: 1, Questions: 3, Earlier: 1, Said: true, Talks: 1, Wish: 1, Open: []account.QuestionCode{code(1, 2), code(1, 3)},
			Agreements: []string{"2026-01", "2026-03"}, Planned: []account.Date{"2026-12-10"}, Concept: account.Concept{Due: "2026-12-01"}, Lists: 1, Sent: "2026-11-10", Sponsor: true}
		if !reflect.DeepEqual(h, want) || !h.Moves() {
			t.Errorf("beforehand: %+v", h)
		}
		before := c.Clone()
		succeeds(t, c.TakeOver("KK", "NN", "2026-11-26"))
		y := c.Newest()
		kept := map[string]bool{
			"their answer":           y.Answers["KK"].Of(code(1, 1)).Grade == 8 && slices.Equal(y.Assigned["KK"], []account.QuestionCode{code(1, 1)}),
			"their remark":           y.Remarks["KK"] == "Fine." && y.Remarks["NN"] == "",
			"their wish":             y.KWIs[0].WishedBy == "KK",
			"their talk":             y.Visits[0].With == "KK",
			"the cycle before":       reflect.DeepEqual(c.Cycles[0].Assigned, before.Cycles[0].Assigned) && reflect.DeepEqual(c.Cycles[0].Answers, before.Cycles[0].Answers),
			"the list that went out": len(y.Sendings["KK"]) == 1 && len(y.Sent["NN"]) == 0,
			"what was done":          c.Cycles[0].Actions[1].For == "KK",
		}
		moved := map[string]bool{
			"the questions":  slices.Equal(y.Assigned["NN"], []account.QuestionCode{code(1, 2), code(1, 3)}),
			"the agreements": c.Cycles[0].Actions[0].For == "Nina Nieuw" && y.Actions[0].For == "NN",
			"the talk":       y.Visits[1].With == "NN",
			"the draft":      y.Promised["NN"].Due == "2026-12-01" && !y.Promised["KK"].Open(),
			"the seat":       c.Respondent("NN").Follows == "KK" && c.Respondent("KK").Left == "2026-11-26" && c.Sponsor == "" && c.Heir("KK") == "NN",
			"the waiting":    c.ListsAwaited(y) == 2 && !c.Awaits(y, "KK") && c.Awaits(y, "NN"),
		}
		for what, ok := range kept {
			if !ok {
				t.Errorf("%s by %s does not stay", what, by)
			}
		}
		for what, ok := range moved {
			if !ok {
				t.Errorf("%s by %s does not move", what, by)
			}
		}
		if was, now := score.HistoryOf(&before).Trend(0, y.Name), score.HistoryOf(&c).Trend(0, y.Name); !reflect.DeepEqual(was, now) {
			t.Errorf("the trend by %s is another: %v, %v", by, was, now)
		}
		after := c.Clone()
		if err := account.TakeBack(&c, before, after); err != nil || !reflect.DeepEqual(c.Tidy(), before.Tidy()) {
			t.Error("it is no step that can be taken back", err)
		}
	}
}

func TestNobodyTakesOverWhoHasGoneOrIsTheSame(t *testing.T) {
	c := halfway(account.ByName)
	refuses(t, c.TakeOver("KK", "KK", "2026-11-26"), fault.Removed)
	refuses(t, c.TakeOver("KK", "ZZ", "2026-11-26"), fault.Removed)
	refuses(t, c.TakeOver("KK", "NN", "someday"), fault.BadDate)
	succeeds(t, c.Leave("NN", "2026-11-01"))
	refuses(t, c.TakeOver("KK", "NN", "2026-11-26"), fault.Removed)
}

// The next cycle asks whoever took over, also where they did after the session.
func TestTheNextCycleAsksTheSuccessor(t *testing.T) {
	c := halfway(account.ByName)
	c.Newest().Stage = account.Closed
	succeeds(t, c.TakeOver("KK", "NN", "2026-11-26"))
	y, err := c.StartCycle("2026-11-27")
	if err != nil || !slices.Equal(y.Assigned["NN"], []account.QuestionCode{code(1, 1), code(1, 2), code(1, 3)}) || len(y.Assigned["KK"]) > 0 {
		t.Errorf("%v %v", y.Assigned, err)
	}
}

func TestTwoWhoAreOneAreJoined(t *testing.T) {
	c := halfway(account.ByName)
	c.Respondents[2] = account.Respondent{Initials: "NN", Name: "Klant, Kees", Email: "Kees@X.example", Function: "Director"}
	c.Respondents[0].Email = "kees@x.EXAMPLE"
	if twins := c.TwinsOf(c.Respondents[2]); !slices.Equal(twins, []account.Twin{{Who: "KK", Email: true}}) || len(c.Apart("KK", "NN")) > 0 {
		t.Error(twins)
	}
	succeeds(t, c.Join("KK", "NN"))
	y, r := c.Newest(), c.Respondent("KK")
	if len(y.Assigned["KK"]) != 3 || len(y.Assigned) != 2 || r.Function != "Director" || c.Once("NN") != r || len(c.Flaws()) > 0 {
		t.Errorf("%+v %v %v", r, y.Assigned, c.Flaws())
	}
	c = halfway(account.ByName)
	c.Cycles[1].Answers["BB"] = account.Sheet{{Question: code(1, 1), Grade: 9}}
	if apart := c.Apart("KK", "BB"); !slices.Equal(apart, []account.CycleName{"2026H2"}) {
		t.Error(apart)
	}
	refuses(t, c.Join("KK", "BB"), fault.KeepsAnswers)
	c.Colleagues[0].Name = "Bea Boer"
	if twins := c.TwinsOf(*c.Respondent("BB")); !slices.Equal(twins, []account.Twin{{Who: "RM", Ours: true}}) {
		t.Error(twins)
	}
}

func TestWhoAnswersForAClientHandsItOn(t *testing.T) {
	c := halfway(account.ByName)
	succeeds(t, c.AddColleague(account.Colleague{Initials: "AN", Name: "Anna"}))
	succeeds(t, c.MakeResponsible("RM"))
	refuses(t, c.MakeResponsible("KK"), fault.Removed)
	c.Newest().Actions[0].For = "Joe"
	if h := c.HandsOn("RM"); !h.Responsible || !slices.Equal(h.Agreements, []string{"2026-03"}) || !h.Stays {
		t.Errorf("%+v", h)
	}
	succeeds(t, c.LeaveColleague("RM", "AN", "2026-11-26"))
	if c.Responsible != "AN" || c.Newest().Actions[0].For != "Anna" || len(c.Uninformed(c.Newest())) != 1 {
		t.Errorf("%+v", c)
	}
	refuses(t, c.MakeResponsible("RM"), fault.Removed)
	succeeds(t, c.LeaveColleague("RM", "", ""))
	succeeds(t, c.MakeResponsible("RM"))
	succeeds(t, c.RemoveColleague("RM"))
	if c.Responsible != "" || c.Owner(account.User{}) != "" {
		t.Error("nobody is responsible", c.Responsible)
	}
}
