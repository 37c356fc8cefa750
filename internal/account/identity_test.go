package account_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// outside is a client in communicate of whom three have a list with all of two
// KWIs. AA has answered.
func outside(t *testing.T) account.Client {
	t.Helper()
	c := busy()
	for i, who := range []account.Initials{"AA", "BB", "CC"} {
		succeeds(t, c.Issue("", who, account.Sending{Mark: account.MarkOf([]byte(strings.Repeat(string(rune('a'+i)), 16))), Date: "2026-03-01", Promise: account.ByName, Asked: c.Newest().Wording(who)}))
	}
	return c
}

func rewording(q account.QuestionCode, words string) func(*account.Client) error {
	return func(c *account.Client) error { return c.Reword("", q, words) }
}

func TestOtherWordsOfWhatWentOutAreAskedAboutOnce(t *testing.T) {
	c := outside(t)
	q := code(1, 1)
	was := c.Clone()
	succeeds(t, c.Reword("", q, "Is it realy so?"))
	said := was.Unsaid(&c)
	if len(said) != 1 || said[0].What() != "1.01" || said[0].Now != "Is it realy so?" {
		t.Fatalf("unsaid: %+v", said)
	}
	c = was.Clone()
	succeeds(t, c.Amend(account.SameQuestion, today, "Joe", rewording(q, "Is it realy so?")))
	if len(was.Unsaid(&c)) > 0 {
		t.Error("it is asked though it was said")
	}
	y := c.Newest()
	if len(y.Amendments) != 1 || y.Amendments[0].By != "Joe" || y.Amendments[0].Was != was.Newest().Question(q).Text || y.Question(q).Text != "Is it realy so?" {
		t.Fatalf("noted: %+v", y.Amendments)
	}
	before := c.Clone()
	succeeds(t, c.Reword("", q, before.Newest().Amendments[0].Was)) // and back
	if len(before.Unsaid(&c)) > 0 {
		t.Error("what is known to be the same is asked again")
	}
	fresh := begun()
	k, err := fresh.AddKWI("", account.KWI{Title: "T", WishedBy: "AA"}, std)
	succeeds(t, err)
	before = fresh.Clone()
	succeeds(t, fresh.Reword("", code(int(k), 1), "Otherwise"))
	if len(before.Unsaid(&fresh)) > 0 {
		t.Error("it is asked though nothing went out")
	}
}

func TestAnotherQuestionEndsTheOldOneAndKeepsItsAnswers(t *testing.T) {
	c := outside(t)
	q := code(1, 1)
	answer := c.Newest().Answers["AA"].Of(q)
	succeeds(t, c.Amend(account.OtherOne, today, "Joe", rewording(q, "Quite another matter?")))
	y := c.Newest()
	k := y.KWI(1)
	next := k.Questions[len(k.Questions)-1]
	if old := y.Question(q); old == nil || old.Ended != today || account.SameWords(old.Text, "Quite another matter?") {
		t.Errorf("the old one: %+v", old)
	}
	if next.Text != "Quite another matter?" || next.Added != today || next.Code == q {
		t.Errorf("the new one: %+v", next)
	}
	if y.Answers["AA"].Of(q) != answer || !y.IsAssigned("AA", q) || y.IsAssigned("BB", q) {
		t.Error("the answers of the old one")
	}
	for _, who := range []account.Initials{"AA", "BB", "CC"} {
		if !y.IsAssigned(who, next.Code) {
			t.Error(who, "does not judge the new one")
		}
	}
	if m := y.Amendments[0]; m.As != account.OtherOne || m.To != next.Code.String() {
		t.Errorf("noted: %+v", m)
	}
	succeeds(t, holdsTogether(c))
	refuses(t, c.Reword("", q, "?"), fault.Ended)
	refuses(t, c.Assign("", "DD", q, true), fault.Ended)
	for range 2 {
		succeeds(t, c.GoOn("2026-06-30", "", "because"))
	}
	if c.Newest().Question(q) != nil || c.Newest().Question(next.Code) == nil || c.Newest().IsAssigned("AA", q) {
		t.Error("the ended one is carried on")
	}
}

// TestAnotherQuestionWithoutAnswersLeavesItsCodeUnused: the code of what was
// asked is never given to something else.
func TestAnotherQuestionWithoutAnswersLeavesItsCodeUnused(t *testing.T) {
	c := outside(t)
	for _, q := range c.Newest().Assigned["AA"] {
		succeeds(t, c.Answer("", "AA", account.Answer{Question: q}, today))
	}
	last := c.Newest().KWI(1).Questions
	q := last[len(last)-1].Code
	kind := last[len(last)-1].Kind
	succeeds(t, c.Amend(account.OtherOne, today, "", rewording(q, "Another?")))
	y := c.Newest()
	if y.Question(q) != nil {
		t.Error("the old one is asked still")
	}
	got := y.KWI(1).Questions[len(y.KWI(1).Questions)-1]
	if got.Code.Serial != q.Serial+1 || got.Kind != kind {
		t.Errorf("the new one: %+v", got)
	}
	succeeds(t, holdsTogether(c))
}

func TestAnotherExpectationIsAnotherKWI(t *testing.T) {
	c := outside(t)
	reword := func(c *account.Client) error {
		return c.Words("", 2, func(k *account.KWI) { k.Title, k.Expectation = "Another", "It is otherwise." })
	}
	was := c.Clone()
	succeeds(t, reword(&c))
	if got := was.Unsaid(&c); len(got) != 2 || got[0].What() != "KWI-02" {
		t.Fatalf("unsaid: %+v", got)
	}
	c = was.Clone()
	refuses(t, c.Amend(account.OtherOne, today, "", reword), fault.KeepsAnswers)
	c = was.Clone()
	for _, q := range c.Newest().Assigned["AA"] {
		succeeds(t, c.Answer("", "AA", account.Answer{Question: q}, today))
	}
	_, err := c.AddAction("", account.Action{Text: "on it", KWI: 2}, std, today)
	succeeds(t, err)
	judged := len(c.Newest().Assigned["CC"])
	succeeds(t, c.Amend(account.OtherOne, today, "", reword))
	y := c.Newest()
	if k := y.KWI(3); y.KWI(2) != nil || k == nil || k.Title != "Another" || k.WishedBy != "BB" || len(y.Assigned["CC"]) != judged {
		t.Errorf("%+v", y.KWIs)
	}
	if y.Actions[len(y.Actions)-1].KWI != 3 {
		t.Error("the agreement did not go along")
	}
	if len(y.Amendments) != 1 || y.Amendments[0].To != "KWI-03" {
		t.Errorf("noted: %+v", y.Amendments)
	}
	succeeds(t, holdsTogether(c))
}

func TestATargetThatWentOutIsNoted(t *testing.T) {
	c := outside(t)
	succeeds(t, c.Words("", 1, func(k *account.KWI) { k.Target = 800 }))
	was := c.Clone()
	succeeds(t, c.Words("", 1, func(k *account.KWI) { k.Target = 700 }))
	c.Sign(&was, today, "Joe")
	if a := c.Newest().Amendments; len(a) != 1 || a[0].As != account.NewTarget || a[0].Was != was.Newest().KWI(1).Target.String() || a[0].By != "Joe" {
		t.Errorf("%+v", a)
	}
}

func TestAnswersArePutAsideOnAYesAndNoted(t *testing.T) {
	c := outside(t)
	q := code(1, 1)
	drop := func(c *account.Client) error { return c.Assign("", "AA", q, false) }
	refuses(t, drop(&c), fault.KeepsAnswers)
	whole := func(c *account.Client) error { return c.DropKWI("", 1, "", "") }
	if n, all := c.AnswersAside(today, drop), c.AnswersAside(today, whole); n != 1 || all != 3 {
		t.Errorf("%d and %d would go", n, all)
	}
	before := c.Clone()
	refuses(t, before.PuttingAside(2, today, "", whole), fault.KeepsAnswers) // more came in since it was asked
	before = c.Clone()
	succeeds(t, c.PuttingAside(1, today, "Joe", drop))
	y := c.Newest()
	if y.IsAssigned("AA", q) || y.Gave("AA", q) || len(y.Amendments) != 1 || y.Amendments[0].Was != "7" || y.Amendments[0].Who != "AA" {
		t.Errorf("%+v", y.Amendments)
	}
	after := c.Clone()
	succeeds(t, account.TakeBack(&c, before, after))
	if c.Newest().Answers["AA"].Of(q).Grade != 7 || len(c.Newest().Amendments) != 0 {
		t.Error("it does not come back")
	}
	c = before.Clone()
	succeeds(t, c.KeepBy("", account.ByGroup))
	succeeds(t, c.PuttingAside(1, today, "", drop))
	if a := c.Newest().Amendments; len(a) != 1 || a[0].Was != "" {
		t.Errorf("by group a grade is noted: %+v", a)
	}
	c = after
	succeeds(t, c.KeepBy("", account.ByGroup))
	if a := c.Newest().Amendments; a[0].Was != "" {
		t.Errorf("by group a grade stays noted: %+v", a)
	}
}

// TestWhichListsAreBehind: each list keeps what it asked.
func TestWhichListsAreBehind(t *testing.T) {
	c := outside(t)
	behind := func() string {
		var out []string
		for _, b := range c.ListsBehind(c.Newest()) {
			var parts []string
			for i, codes := range [][]account.QuestionCode{b.Reworded, b.New, b.Gone} {
				for _, q := range codes {
					parts = append(parts, []string{"~", "+", "-"}[i]+q.String())
				}
			}
			out = append(out, string(b.Who)+" "+strings.Join(parts, " "))
		}
		return strings.Join(out, "; ")
	}
	expect := func(want string) {
		t.Helper()
		if got := behind(); got != want {
			t.Errorf("behind: %q, want %q", got, want)
		}
	}
	expect("")
	succeeds(t, c.Amend(account.SameQuestion, today, "", rewording(code(1, 1), "Other words")))
	expect("BB ~1.01; CC ~1.01") // AA answered it
	succeeds(t, c.Issue("", "BB", account.Sending{Mark: account.MarkOf([]byte("second.mark.of.BB")), Date: "2026-04-01", Promise: account.ByName, Asked: c.Newest().Wording("BB")}))
	expect("CC ~1.01")
	succeeds(t, c.Amend(account.OtherOne, today, "", rewording(code(1, 2), "Another")))
	last := c.Newest().KWI(1).Questions
	q := last[len(last)-1].Code.String()
	expect("AA +" + q + "; BB +" + q + " -1.02; CC ~1.01 +" + q + " -1.02")
	succeeds(t, c.Excuse("", "CC", today))
	expect("AA +" + q + "; BB +" + q + " -1.02")
	wording := c.Newest().Wording("AA")
	succeeds(t, c.Reword("", code(2, 1), "Since then"))
	refuses(t, c.Issue("", "AA", account.Sending{Mark: account.MarkOf([]byte("a.list.made.before")), Date: today, Promise: account.ByName, Asked: wording}), fault.Conflict)
}

// TestNoStepBackForgetsAList: what went out since the step asks what it asks.
func TestNoStepBackForgetsAList(t *testing.T) {
	for _, as := range []account.Amends{account.SameQuestion, account.OtherOne} {
		c := outside(t)
		before := c.Clone()
		succeeds(t, c.Amend(as, today, "", rewording(code(1, 1), "Other words")))
		after := c.Clone()
		back := c.Clone()
		succeeds(t, account.TakeBack(&back, before, after))
		if back.Newest().Question(code(1, 1)).Text != before.Newest().Question(code(1, 1)).Text || len(back.Newest().Amendments) > 0 || len(back.Newest().Assigned["BB"]) != len(before.Newest().Assigned["BB"]) {
			t.Error(as, "is not all taken back")
		}
		succeeds(t, c.Issue("", "BB", account.Sending{Mark: account.MarkOf([]byte("second.mark.of.BB")), Date: "2026-04-01", Promise: account.ByName, Asked: c.Newest().Wording("BB")}))
		refuses(t, account.TakeBack(&c, before, after), fault.UndoRefused)
	}
}

func TestACorrectionOfWordsInAClosedCycleIsTheSameQuestion(t *testing.T) {
	c := later()
	first := c.Cycles[0].Name
	q := code(1, 1)
	was := c.Cycles[0].Question(q).Text
	refuses(t, c.Reword(first, q, "Better spelt"), fault.Frozen)
	succeeds(t, c.Correct(first, "2026-07-10", "wording of 1.01", "a typo", func(c *account.Client) error { return c.Reword(first, q, "Better spelt") }))
	y := &c.Cycles[0]
	if len(y.Corrections) != 1 || y.Corrections[0].Why != "a typo" || len(y.Amendments) != 1 || y.Amendments[0].Was != was || !c.IsSame("1.01", "", was, "Better spelt") {
		t.Errorf("%+v %+v", y.Corrections, y.Amendments)
	}
	before := c.Clone()
	succeeds(t, c.Correct(first, "2026-07-10", "who judges 1.02", "not asked", func(c *account.Client) error {
		return c.PuttingAside(1, "2026-07-10", "Joe", func(c *account.Client) error { return c.Assign(first, "AA", code(1, 2), false) })
	}))
	c.Sign(&before, "2026-07-10", "Joe")
	if i := slices.IndexFunc(c.Cycles[0].Corrections, func(r account.Correction) bool {
		return r.What == "AA 1.02: 7 → –" && r.Why == "not asked" && r.By == "Joe"
	}); i < 0 {
		t.Errorf("%+v", c.Cycles[0].Corrections)
	}
}

// TestAnEndedQuestionStandsInNobodysWay: what is only kept for its answers is
// judged by nobody who comes to its KWI later, and goes along nowhere.
func TestAnEndedQuestionStandsInNobodysWay(t *testing.T) {
	c := outside(t)
	q := code(1, 1)
	succeeds(t, c.Amend(account.OtherOne, today, "Joe", rewording(q, "Quite another matter?")))
	noticed := c.Newest().KWI(1).Standard(account.Noticed).Code
	succeeds(t, c.Amend(account.OtherOne, today, "Joe", rewording(noticed, "Did we do other things?")))
	last := c.Newest().KWI(1).Questions
	next := last[len(last)-1].Code

	joint := c.Clone()
	succeeds(t, joint.JoinKWI("", 1, "DD", "I too.", today))
	if y := joint.Newest(); y.IsAssigned("DD", q) || y.IsAssigned("DD", noticed) || !y.IsAssigned("DD", next) {
		t.Errorf("DD judges %v", y.Assigned["DD"])
	}
	succeeds(t, holdsTogether(joint))

	aside := c.Clone()
	whole := func(c *account.Client) error { return c.DropKWI("", 1, "", today) }
	succeeds(t, aside.PuttingAside(account.AllAnswers, today, "", whole))
	succeeds(t, aside.TakeUpKWI("", 1, "", today))
	if k, y := aside.Newest().KWI(1), aside.Newest(); k.Question(q) != nil || y.IsAssigned("AA", q) || !y.IsAssigned("AA", next) || len(k.Questions) != len(k.Asked()) {
		t.Errorf("taken up as %+v, AA judges %v", k, y.Assigned["AA"])
	}
	if another, err := aside.AddQuestion("", 1, account.Question{Text: "More?"}); err != nil || another.Serial <= next.Serial {
		t.Errorf("a code is given again: %v, %v", another, err)
	}
	succeeds(t, holdsTogether(aside))

	merged := c.Clone()
	succeeds(t, merged.PuttingAside(account.AllAnswers, today, "", func(c *account.Client) error {
		_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{2}, Into: 1, On: today, Standard: std})
		return err
	}))
	if y := merged.Newest(); y.IsAssigned("BB", noticed) || y.IsAssigned("BB", q) {
		t.Errorf("BB judges %v", y.Assigned["BB"])
	}
	succeeds(t, holdsTogether(merged))

	gone := c.Clone()
	succeeds(t, gone.PuttingAside(account.AllAnswers, today, "", func(c *account.Client) error {
		_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, Along: []account.QuestionCode{q, next}, On: today, Standard: std})
		return err
	}))
	for _, is := range gone.Newest().KWI(2).Questions {
		if is.From == q {
			t.Errorf("an ended one is asked on: %+v", is)
		}
	}
	split := c.Clone()
	refuses(t, split.PuttingAside(account.AllAnswers, today, "", func(c *account.Client) error {
		_, err := c.SplitKWI("", account.Splitting{From: 1, Title: "x", Questions: []account.QuestionCode{q}, On: today, Standard: std})
		return err
	}), fault.Ended)

	renamed := c.Clone()
	succeeds(t, renamed.PuttingAside(account.AllAnswers, today, "", func(c *account.Client) error {
		return c.Amend(account.OtherOne, today, "", func(c *account.Client) error {
			return c.Words("", 1, func(k *account.KWI) { k.Title = "Another" })
		})
	}))
	succeeds(t, holdsTogether(renamed))
}
