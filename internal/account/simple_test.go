package account_test

import (
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
)

// simple is a client of the simple approach with one contact, in its first
// cycle.
func simple(t *testing.T) account.Client {
	t.Helper()
	c := account.Client{ID: "x", Approach: account.Simple, Respondents: []account.Respondent{{Initials: "MM", Name: "M. Meijer"}}}
	if _, err := c.StartCycle("2026-01-10"); err != nil {
		t.Fatal(err)
	}
	return c
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestTheSimpleApproachHasFiveSteps goes through them, there and back.
func TestTheSimpleApproachHasFiveSteps(t *testing.T) {
	c := simple(t)
	steps := []account.Stage{account.Initialise, account.Draft, account.Realise, account.Measure, account.Session}
	if !reflect.DeepEqual(account.Simple.Stages(), steps) {
		t.Fatalf("%v", account.Simple.Stages())
	}
	for i, want := range steps {
		y := c.Newest()
		if y.Stage != want || want.Step(account.Simple) != i+1 {
			t.Fatalf("step %d is %s, number %d", i+1, y.Stage, want.Step(account.Simple))
		}
		if i > 0 {
			must(t, c.GoBack("2026-06-20", ""))
			if c.Newest().Stage != steps[i-1] {
				t.Errorf("before %s comes %s", want, c.Newest().Stage)
			}
			must(t, c.GoOn("2026-03-01", "", "once more"))
		}
		must(t, c.GoOn("2026-03-01", "", "in a test"))
	}
	if c.Newest().Stage != account.Initialise || len(c.Cycles) != 2 {
		t.Errorf("after the dialogue the cycle is at %s, of %d", c.Newest().Stage, len(c.Cycles))
	}
}

// TestTheSimpleGateIsMetByWhatItAsks does what each step asks, one thing at a
// time.
func TestTheSimpleGateIsMetByWhatItAsks(t *testing.T) {
	c := simple(t)
	open := func() []account.CheckName {
		names, _ := unmet(c.Gate(c.Newest(), c.Newest().Stage, today))
		return names
	}
	for _, step := range []struct {
		open []account.CheckName
		do   []func()
	}{
		{[]account.CheckName{account.ValueQuestion}, []func(){
			func() { must(t, c.PutValueQuestion("", "2026-01-12")) }}},
		{[]account.CheckName{account.QuestionsNoted, account.QuestionsMailed}, []func(){
			func() {
				_, err := c.AskOwn("", "MM", "Questions of M. Meijer", "We know a week ahead who starts.", std)
				must(t, err)
			},
			func() { must(t, c.Send("", "MM", "2026-01-14")) }}},
		{[]account.CheckName{account.NoticedWork, account.TalkedBetween}, []func(){
			func() {
				_, err := c.AddAction("", account.Action{Text: "A list each Monday", KWI: 1, Due: "2027-05-01", For: "Joe", Side: account.SupplierSide}, std, "2026-02-01")
				must(t, err)
			},
			func() { must(t, c.AddVisit("", account.Visit{Date: "2026-03-01", With: "MM"})) }}},
		{[]account.CheckName{account.SameAnswered}, []func(){
			func() { must(t, answer("MM", c.Newest().Assigned["MM"][0], 8)(&c)) }}},
		{[]account.CheckName{account.AnswersStudied, account.TalkHeld}, []func(){
			func() { c.Newest().Analysis.Noticed = "The desk notices." },
			func() { must(t, c.Present("", "MM", true)) }}},
	} {
		stage := c.Newest().Stage
		for i, do := range step.do {
			if got := open(); !slices.Equal(got, step.open[i:]) {
				t.Errorf("%s: open are %v, want %v", stage, got, step.open[i:])
			}
			do()
		}
		if got := open(); len(got) > 0 {
			t.Errorf("%s: still open are %v", stage, got)
		}
		must(t, c.GoOn("2026-06-20", "", ""))
	}
}

// TestWhoSaidYesToTheValueQuestionIsWilling, and a day that stood is kept.
func TestWhoSaidYesToTheValueQuestionIsWilling(t *testing.T) {
	c := simple(t)
	must(t, c.PutValueQuestion("", "2026-01-12"), c.PutValueQuestion("", "2026-01-20"))
	if r := c.Respondent("MM"); r.Willing != "2026-01-12" || c.Newest().Go != "2026-01-20" {
		t.Errorf("willing %q, put %q", r.Willing, c.Newest().Go)
	}
}

// TestGrowingAndShrinkingKeepEverything changes the approach at every stage of
// either, there and back.
func TestGrowingAndShrinkingKeepEverything(t *testing.T) {
	for _, stage := range account.Stages() {
		c := ready(t)
		c.Newest().Stage = stage
		before := c.Clone()
		must(t, c.Follow(account.Simple), c.Follow(account.Extended))
		if !reflect.DeepEqual(before, c) {
			t.Errorf("%s: there and back is not as it was", stage)
		}
		must(t, c.Follow(account.Simple))
		want := stage.In(account.Simple).After(account.Simple)
		must(t, c.GoOn("2026-04-30", "", "in a test"))
		if y := &c.Cycles[0]; y.Stage != want {
			t.Errorf("%s: goes on to %s, want %s", stage, y.Stage, want)
		}
	}
}

// TestTheFirstQuestionOfTheirOwnMakesTheirKWI, and the next ones join it.
func TestTheFirstQuestionOfTheirOwnMakesTheirKWI(t *testing.T) {
	c := simple(t)
	for _, text := range []string{"Requests are complete.", "We know who starts."} {
		_, err := c.AskOwn("", "MM", "Questions of M. Meijer", text, std)
		must(t, err)
	}
	y := c.Newest()
	if len(y.KWIs) != 1 || len(y.KWIs[0].Questions) != 3 || y.KWIs[0].WishedBy != "MM" || len(y.Assigned["MM"]) != 3 {
		t.Errorf("%d KWIs: %+v", len(y.KWIs), y.KWIs)
	}
	if _, err := c.AskOwn("", "ZZ", "T", "Q", std); err == nil {
		t.Error("nobody asked, and it was noted")
	}
}
