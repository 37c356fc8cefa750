package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// traces are the corrections of the newest cycle, as "what | why".
func traces(c *account.Client) (out []string) {
	for _, r := range c.Newest().Corrections {
		out = append(out, r.What+" | "+r.Why)
	}
	return out
}

func whole(a account.Answer) func(*account.Answer) { return a.ChangeFrom(account.Answer{}) }

// Once the outcome was told another grade is a correction, whichever way it
// comes in; until then it is none.
func TestAnotherGradeThanTheOneThatWasToldIsACorrection(t *testing.T) {
	for _, stage := range []account.Stage{account.Communicate, account.Measure, account.Session} {
		for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
			c := busy()
			y := c.Newest()
			y.Stage, y.AnswersBy = stage, by
			q := y.Assigned["AA"][0]
			was := y.Answers["AA"].Of(q)
			give := func(a account.Answer) { t.Helper(); a.Question = q; succeeds(t, c.Answer("", "AA", a, today)) }
			told := func(figures string) {
				t.Helper()
				var want []string
				if stage == account.Session && figures != "" {
					if want = []string{"AA " + q.String() + figures + " | "}; by == account.ByGroup {
						want = []string{"AA " + q.String() + " | "}
					}
				}
				if got := traces(&c); !reflect.DeepEqual(got, want) {
					t.Errorf("%s %s: %q, not %q", stage, by, got, want)
				}
			}
			give(was)
			told("")
			give(account.Answer{Grade: 1}) // on the way to a 10
			give(account.Answer{Grade: 10})
			told(": " + was.String() + " → 10")
			give(account.Answer{Grade: 10, Relevance: account.More})
			told(": " + was.String() + " → 10>")
			give(account.Answer{})
			told(": " + was.String() + " → –")
			if give(was); by == account.ByName {
				told("")
			}
		}
	}
}

func TestAFirstAnswerInTheSessionCorrectsNothing(t *testing.T) {
	c := busy()
	y := c.Newest()
	q := y.Assigned["AA"][0]
	delete(y.Answers, "AA")
	delete(y.Answered, "AA")
	y.Stage = account.Session
	succeeds(t, c.Answer("", "AA", account.Answer{Question: q, Grade: 4}, today))
	if got := traces(&c); len(got) > 0 || y.Answered["AA"] != today {
		t.Errorf("%q, answered %q", got, y.Answered["AA"])
	}
	succeeds(t, c.Answer("", "AA", account.Answer{Question: q, Grade: 5}, today))
	if got := traces(&c); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestAClosedCycleKeepsWhatWasRegradedOnceWithItsReason(t *testing.T) {
	c := busy()
	y := c.Newest()
	y.Stage = account.Closed
	q := y.Assigned["AA"][0]
	was := y.Answers["AA"].Of(q)
	a := account.Answer{Question: q, Grade: was.Grade%10 + 1, Relevance: was.Relevance}
	refuses(t, c.Regrade("", "AA", q, today, "", whole(a)), fault.Frozen)
	succeeds(t, c.Regrade("", "AA", q, today, "misread", whole(a)))
	if got, want := traces(&c), "AA "+q.String()+": "+was.String()+" → "+a.String()+" | misread"; len(got) != 1 || got[0] != want || c.Newest().Stage != account.Closed {
		t.Errorf("%q, not %q", got, want)
	}
}

// Who regrades in one window and weighs in another lose nothing of each other.
func TestAPartOfAnAnswerLeavesTheRest(t *testing.T) {
	c := busy()
	q := c.Newest().Assigned["AA"][0]
	shown := account.Answer{Question: q, Grade: 7}
	for _, typed := range []account.Answer{{Question: q, Grade: 9}, {Question: q, Grade: 7, Relevance: account.More}} {
		succeeds(t, c.Answer("", "AA", shown, today))
		succeeds(t, c.EditAnswer("", "AA", q, today, "", account.Answer{Question: q, Grade: 9}.ChangeFrom(shown)))
		succeeds(t, c.EditAnswer("", "AA", q, today, "", account.Answer{Question: q, Grade: 7, Relevance: account.More}.ChangeFrom(shown)))
		succeeds(t, c.EditAnswer("", "AA", q, today, "", typed.ChangeFrom(shown)))
		if got := c.Newest().Answers["AA"].Of(q).String(); got != "9>" {
			t.Errorf("kept is %s", got)
		}
	}
	succeeds(t, c.Answer("", "AA", account.Answer{Question: q}, today))
	succeeds(t, c.EditAnswer("", "AA", q, today, "", func(a *account.Answer) { a.Relevance = account.More }))
	if c.Newest().Gave("AA", q) {
		t.Error("a relevance makes an answer")
	}
}

// What two corrected beside each other goes back one by one, and is in nobody's way.
func TestCorrectionsOfTwoWindowsGoBackOneByOne(t *testing.T) {
	c := busy()
	y := c.Newest()
	y.Stage = account.Session
	q, r := y.Assigned["AA"][0], y.Assigned["AA"][1]
	other := func(q account.QuestionCode) account.Answer {
		return account.Answer{Question: q, Grade: y.Answers["AA"].Of(q).Grade%10 + 1}
	}
	mine := c.Clone()
	succeeds(t, mine.Answer("", "AA", other(q), today))
	both := mine.Clone()
	succeeds(t, both.Answer("", "AA", other(r), today))
	theirs := c.Clone()
	succeeds(t, theirs.Answer("", "AA", other(r), today))
	if account.Overlap(theirs, c, mine) {
		t.Error("two corrections are in each other's way")
	}
	succeeds(t, account.TakeBack(&both, c, mine))
	if got := traces(&both); len(got) != 1 || !reflect.DeepEqual(got, traces(&theirs)) {
		t.Errorf("left is %q", got)
	}
}

func TestByGroupNoGradeStaysInACorrection(t *testing.T) {
	c := busy()
	y := c.Newest()
	y.Stage, y.AnswersBy = account.Session, account.ByName
	q := y.Assigned["AA"][0]
	was := y.Answers["AA"].Of(q)
	succeeds(t, c.EditAnswer("", "AA", q, today, "misread", func(a *account.Answer) { a.Grade = was.Grade%10 + 1 }))
	succeeds(t, c.KeepBy("", account.ByGroup))
	if got := traces(&c); len(got) != 1 || got[0] != "AA "+q.String()+" | misread" {
		t.Errorf("%q", got)
	}
}
