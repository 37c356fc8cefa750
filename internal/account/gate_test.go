package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
)

// ready is a client of one cycle in which every gate is met.
func ready(t *testing.T) account.Client {
	t.Helper()
	c := account.Client{ID: "x", Approach: account.Extended, Sponsor: "AA",
		Respondents: []account.Respondent{{Initials: "AA", Willing: "2026-01-02"}, {Initials: "BB", Willing: "2026-01-03"}},
		Colleagues:  []account.Colleague{{Initials: "RM"}}}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	y, err := c.StartCycle("2026-01-10")
	must(err)
	y.Go, y.Session = "2026-01-15", "2026-06-20"
	y.Analysis = account.Analysis{Surprise: "Something", Proposals: "More of it"}
	y.Meeting.Present = []account.Initials{"AA", "RM"}
	y.Informed = map[account.Initials]account.Date{"RM": "2026-02-20"}
	for _, who := range []account.Initials{"AA", "BB"} {
		must(c.AddNote("", account.Note{With: who, Text: "It matters."}))
		k, err := c.AddKWI("", account.KWI{Title: "T", Expectation: "E", WishedBy: who}, std)
		must(err)
		_, err = c.AddQuestion("", k, account.Question{Text: "Q"})
		must(err)
		must(c.TestWith("", who, "2026-02-01"))
		must(c.Send("", who, "2026-02-10"))
		must(c.Confirm("", who, "2026-02-12"))
		c.Newest().Visits = append(c.Newest().Visits, account.Visit{Date: "2026-03-01", With: who, By: "RM"})
		_, err = c.AddAction("", account.Action{Text: "A", KWI: k, For: "RM", Due: "2026-05-01"}, std, "2026-03-02")
		must(err)
		must(answer(who, c.Newest().Assigned[who][0], 8)(&c))
	}
	return c
}

func unmet(gate []account.Check) (names []account.CheckName, missing []string) {
	for _, check := range gate {
		if !check.Met {
			names, missing = append(names, check.Name), append(missing, check.Missing...)
		}
	}
	return names, missing
}

func TestEveryGateOfACycleInWhichAllIsDoneIsMet(t *testing.T) {
	for _, approach := range []account.Approach{account.Extended, account.Simple} {
		c := ready(t)
		c.Approach = approach
		for _, stage := range account.Stages() {
			gate := c.Gate(c.Newest(), stage, "2026-04-30")
			if names, _ := unmet(gate); len(names) > 0 || !account.Passes(gate) || len(gate) == 0 {
				t.Errorf("%s, %s: %v", approach, stage, names)
			}
		}
	}
}

func TestAGateAsksWhatItsStageIsFor(t *testing.T) {
	for stage, want := range map[account.Stage]map[account.Approach][]account.CheckName{
		account.Initialise:  {account.Extended: {account.HasSponsor, account.HasRespondents, account.HasGo}, account.Simple: {account.HasContact, account.ValueQuestion}},
		account.Draft:       {account.Extended: {account.SpokenWithAll, account.OneKWIEach, account.KWIsComplete}, account.Simple: {account.QuestionsNoted, account.QuestionsMailed}},
		account.Test:        {account.Extended: {account.QuestionsJudged, account.RespondentsJudge, account.TestedWithAll}},
		account.Communicate: {account.Extended: {account.SentToAll, account.ConfirmedByAll, account.ColleaguesKnow}},
		account.Realise:     {account.Extended: {account.VisitedAll, account.KWIsActed, account.NothingOverdue}, account.Simple: {account.NoticedWork, account.TalkedBetween, account.NothingOverdue}},
		account.Measure:     {account.Extended: {account.SessionPlanned, account.ListsBack, account.AnalysisDone, account.MeasuresReady}, account.Simple: {account.SameAnswered}},
		account.Session:     {account.Extended: {account.ActionsAgreed, account.PresentNoted}, account.Simple: {account.AnswersStudied, account.TalkHeld, account.ActionsAgreed}},
		account.Closed:      {account.Extended: nil, account.Simple: nil},
	} {
		for approach, names := range want {
			c := ready(t)
			c.Approach = approach
			var got []account.CheckName
			for _, check := range c.Gate(c.Newest(), stage, today) {
				got = append(got, check.Name)
			}
			if !slices.Equal(got, names) {
				t.Errorf("%s, %s: got %v, want %v", approach, stage, got, names)
			}
		}
	}
}

// TestEachConditionIsUnmetWithoutWhatItAsks takes away one thing of a cycle in
// which all is done.
func TestEachConditionIsUnmetWithoutWhatItAsks(t *testing.T) {
	joined := func(c *account.Client, y *account.Cycle) {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: "CC", Willing: "2026-01-04"})
	}
	for _, d := range []struct {
		what    string
		stage   account.Stage
		without func(*account.Client, *account.Cycle)
		unmet   account.CheckName
		missing []string
	}{
		{"sponsor", account.Initialise, func(c *account.Client, _ *account.Cycle) { c.Sponsor = "" }, account.HasSponsor, nil},
		{"sponsor, and the client's own action", account.Initialise, func(c *account.Client, y *account.Cycle) {
			c.Sponsor = ""
			y.Actions = append(y.Actions, account.Action{Number: "2026-09", Side: account.ClientSide, Status: account.Open})
		}, account.HasSponsor, nil},
		{"sponsor, and an action that was dropped", account.Initialise, func(c *account.Client, y *account.Cycle) {
			c.Sponsor = ""
			y.Actions = append(y.Actions, account.Action{Number: "2026-09", Side: account.SupplierSide, Status: account.Dropped})
		}, account.HasSponsor, nil},
		{"willing date", account.Initialise, func(c *account.Client, _ *account.Cycle) { c.Respondents[1].Willing = "" }, account.HasRespondents, []string{"BB"}},
		{"respondents", account.Initialise, nobody, account.HasRespondents, nil},
		{"room: nine respondents", account.Initialise, func(c *account.Client, _ *account.Cycle) {
			for _, who := range []account.Initials{"C", "D", "E", "F", "G", "H", "I"} {
				c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Willing: "2026-01-04"})
			}
		}, account.HasRespondents, nil},
		{"go", account.Initialise, func(_ *account.Client, y *account.Cycle) { y.Go = "" }, account.HasGo, nil},
		{"talk", account.Draft, joined, account.SpokenWithAll, []string{"CC"}},
		{"one KWI each", account.Draft, func(_ *account.Client, y *account.Cycle) { y.KWIs[1].WishedBy = "AA" }, account.OneKWIEach, []string{"AA"}},
		{"expectation", account.Draft, func(_ *account.Client, y *account.Cycle) { y.KWIs[1].Expectation = "" }, account.KWIsComplete, []string{"KWI-02"}},
		{"own question", account.Draft, func(_ *account.Client, y *account.Cycle) {
			y.KWIs[0].Questions = slices.DeleteFunc(y.KWIs[0].Questions, func(q account.Question) bool { return q.Kind == account.Own })
		}, account.KWIsComplete, []string{"KWI-01"}},
		{"KWIs", account.Draft, func(_ *account.Client, y *account.Cycle) { y.KWIs = nil }, account.KWIsComplete, nil},
		{"judge", account.Test, func(_ *account.Client, y *account.Cycle) { y.Assigned["AA"] = y.Assigned["AA"][1:] }, account.QuestionsJudged, []string{"1.01"}},
		{"question", account.Test, func(c *account.Client, y *account.Cycle) {
			joined(c, y)
			y.Tested["CC"] = "2026-02-02"
		}, account.RespondentsJudge, []string{"CC"}},
		{"test", account.Test, func(_ *account.Client, y *account.Cycle) { delete(y.Tested, "BB") }, account.TestedWithAll, []string{"BB"}},
		{"list", account.Communicate, func(_ *account.Client, y *account.Cycle) { delete(y.Sent, "BB") }, account.SentToAll, []string{"BB"}},
		{"confirmation", account.Communicate, func(_ *account.Client, y *account.Cycle) { delete(y.Confirmed, "AA") }, account.ConfirmedByAll, []string{"AA"}},
		{"colleague", account.Communicate, func(c *account.Client, _ *account.Cycle) {
			c.Colleagues = append(c.Colleagues, account.Colleague{Initials: "DR"})
		}, account.ColleaguesKnow, []string{"DR"}},
		{"visit", account.Realise, func(_ *account.Client, y *account.Cycle) { y.Visits = y.Visits[:1] }, account.VisitedAll, []string{"BB"}},
		{"action", account.Realise, func(_ *account.Client, y *account.Cycle) { y.Actions[1].Status = account.Dropped }, account.KWIsActed, []string{"KWI-02"}},
		{"word on what is overdue", account.Realise, func(_ *account.Client, y *account.Cycle) { y.Actions[0].Due = "2026-04-29T17:00" }, account.NothingOverdue, []string{"2026-01"}},
		{"session", account.Measure, func(_ *account.Client, y *account.Cycle) { y.Session = "" }, account.SessionPlanned, nil},
		{"answers", account.Measure, func(_ *account.Client, y *account.Cycle) { delete(y.Answers, "AA") }, account.ListsBack, []string{"AA"}},
		{"analysis", account.Measure, func(_ *account.Client, y *account.Cycle) { y.Analysis.Surprise = "" }, account.AnalysisDone, nil},
		{"measures", account.Measure, func(_ *account.Client, y *account.Cycle) { y.Analysis.Proposals = "" }, account.MeasuresReady, nil},
		{"person", account.Session, func(_ *account.Client, y *account.Cycle) { y.Actions[1].For = "" }, account.ActionsAgreed, []string{"2026-02"}},
		{"date", account.Session, func(_ *account.Client, y *account.Cycle) { y.Actions[0].Due = "" }, account.ActionsAgreed, []string{"2026-01"}},
		{"who was there", account.Session, func(_ *account.Client, y *account.Cycle) { y.Meeting.Present = nil }, account.PresentNoted, nil},
	} {
		t.Run("without "+d.what, func(t *testing.T) {
			c := ready(t)
			d.without(&c, c.Newest())
			gate := c.Gate(c.Newest(), d.stage, "2026-04-30")
			names, missing := unmet(gate)
			if !slices.Equal(names, []account.CheckName{d.unmet}) || !slices.Equal(missing, d.missing) || account.Passes(gate) {
				t.Errorf("got %v %v, want %s %v", names, missing, d.unmet, d.missing)
			}
		})
	}
}

func nobody(c *account.Client, y *account.Cycle) {
	for i := range c.Respondents {
		c.Respondents[i].Left = "2026-03-01"
	}
	y.Assigned, y.Answers = nil, nil
}

// TestAConditionIsMetInTheOtherWaysThatTheMethodKnows takes something away of
// a cycle in which all is done, and gives what may stand in its place.
func TestAConditionIsMetInTheOtherWaysThatTheMethodKnows(t *testing.T) {
	for _, d := range []struct {
		what  string
		stage account.Stage
		with  func(*account.Client, *account.Cycle)
	}{
		{"an action to win a sponsor", account.Initialise, func(c *account.Client, y *account.Cycle) {
			c.Sponsor = ""
			y.Actions = append(y.Actions, account.Action{Number: "2026-09", Side: account.SupplierSide, Status: account.Open})
		}},
		{"what a respondent does not expect", account.Draft, func(_ *account.Client, y *account.Cycle) {
			y.Notes = y.Notes[:1]
			y.KWIs[1].WishedBy = ""
			y.NotExpected = map[account.Initials]string{"BB": "Gifts"}
		}},
		{"a wish of this cycle", account.Draft, func(_ *account.Client, y *account.Cycle) { y.Notes = nil }},
		{"two joint KWIs", account.Draft, func(_ *account.Client, y *account.Cycle) { y.KWIs[0].WishedBy, y.KWIs[1].WishedBy = "", "" }},
		{"an action that is done", account.Realise, func(_ *account.Client, y *account.Cycle) { y.Actions[1].Status = account.Done }},
		{"a word on what is overdue", account.Realise, func(_ *account.Client, y *account.Cycle) {
			y.Actions[0].Due, y.Actions[0].Evidence = "2026-04-29", "Told him that it will be May."
		}},
		{"an action due today", account.Realise, func(_ *account.Client, y *account.Cycle) { y.Actions[0].Due = "2026-04-30T09:00" }},
		{"a respondent given up by name", account.Measure, func(_ *account.Client, y *account.Cycle) {
			delete(y.Answers, "BB")
			y.Excused = map[account.Initials]account.Date{"BB": "2026-04-01"}
		}},
		{"a respondent who left", account.Communicate, func(c *account.Client, y *account.Cycle) {
			delete(y.Sent, "BB")
			delete(y.Confirmed, "BB")
			c.Respondents[1].Left = "2026-02-01"
		}},
		{"an action that is off", account.Session, func(_ *account.Client, y *account.Cycle) { y.Actions[0].Due, y.Actions[0].Status = "", account.Dropped }},
	} {
		t.Run(d.what, func(t *testing.T) {
			c := ready(t)
			d.with(&c, c.Newest())
			if names, missing := unmet(c.Gate(c.Newest(), d.stage, "2026-04-30")); len(names) > 0 {
				t.Errorf("unmet: %v %v", names, missing)
			}
		})
	}
}

func TestWhatEverybodyIsAskedIsUnmetWhereThereIsNobody(t *testing.T) {
	c := ready(t)
	nobody(&c, c.Newest())
	for stage, want := range map[account.Stage][]account.CheckName{
		account.Initialise: {account.HasRespondents}, account.Draft: {account.SpokenWithAll},
		account.Test:        {account.QuestionsJudged, account.RespondentsJudge, account.TestedWithAll},
		account.Communicate: {account.SentToAll, account.ConfirmedByAll}, account.Realise: {account.VisitedAll}, account.Measure: {account.ListsBack},
	} {
		if names, _ := unmet(c.Gate(c.Newest(), stage, "2026-04-30")); !slices.Equal(names, want) {
			t.Errorf("%s: got %v, want %v", stage, names, want)
		}
	}
}

func TestAQuestionThatOnlyWhoLeftCanJudgeIsWithoutARespondent(t *testing.T) {
	c := ready(t)
	q := c.Newest().Assigned["BB"][1]
	c.Respondents[1].Left = "2026-03-01"
	_, missing := unmet(c.Gate(c.Newest(), account.Test, today))
	if !slices.Contains(missing, q.String()) {
		t.Errorf("%s is not missed in %v", q, missing)
	}
	if graded := c.Newest().Assigned["BB"][0]; slices.Contains(missing, graded.String()) {
		t.Errorf("%s was graded before he left, and is missed", graded)
	}
}

func TestAWishOfAnEarlierCycleIsNoTalkInThisOne(t *testing.T) {
	c := later()
	y := c.Newest()
	if !c.SpokenWith(&c.Cycles[0], "AA") || c.SpokenWith(y, "AA") {
		t.Error("a KWI that was carried over counts as a talk")
	}
	if names, missing := unmet(c.Gate(y, account.Draft, today)); !slices.Equal(names, []account.CheckName{account.SpokenWithAll}) || !slices.Equal(missing, []string{"AA", "BB", "CC", "DD"}) {
		t.Errorf("got %v %v", names, missing)
	}
	for _, who := range []account.Initials{"AA", "BB", "CC"} {
		if err := c.AddNote("", account.Note{With: who, Text: "Still so."}); err != nil {
			t.Fatal(err)
		}
	}
	if err := wish("DD")(&c); err != nil {
		t.Fatal(err)
	}
	if _, missing := unmet(c.Gate(c.Newest(), account.Draft, today)); slices.Contains(missing, "DD") || slices.Contains(missing, "AA") {
		t.Errorf("missing %v", missing)
	}
}

func TestPromisesOfEarlierCyclesStayInSight(t *testing.T) {
	c := later()
	gate := c.Gate(c.Newest(), account.Realise, today)
	if names, missing := unmet(gate); !slices.Equal(names, []account.CheckName{account.VisitedAll, account.KWIsActed, account.NothingOverdue}) || !slices.Equal(missing, []string{"AA", "BB", "CC", "DD", "KWI-02", "2026-01"}) {
		t.Errorf("got %v %v", names, missing)
	}
	if err := c.ChangeAction("2026-01", std, today, func(a *account.Action) { a.Status = account.Done }); err != nil {
		t.Fatal(err)
	}
	if _, missing := unmet(c.Gate(c.Newest(), account.Realise, today)); slices.Contains(missing, "2026-01") || !slices.Contains(missing, "KWI-01") {
		t.Errorf("after it was done: %v", missing)
	}
}
