package account_test

import (
	"reflect"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// after is a client after a change that must succeed.
func after(t *testing.T, c account.Client, do func(*account.Client) error) account.Client {
	t.Helper()
	next := c.Clone()
	if err := do(&next); err != nil {
		t.Fatal(err)
	}
	return next
}

func answer(who account.Initials, q account.QuestionCode, grade account.Grade) func(*account.Client) error {
	return func(c *account.Client) error {
		return c.Answer("", who, account.Answer{Question: q, Grade: grade}, today)
	}
}

func code(kwi, serial int) account.QuestionCode {
	return account.QuestionCode{KWI: account.KWICode(kwi), Serial: uint16(serial)}
}

// TestWhatOthersBuiltOnDoesNotGoBack: ours is a step, theirs what others did
// after it.
func TestWhatOthersBuiltOnDoesNotGoBack(t *testing.T) {
	join := func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: "EE"}) }
	agree := func(c *account.Client) error {
		_, err := c.AddAction("", account.Action{Text: "more", KWI: 2}, std, today)
		return err
	}
	for name, d := range map[string]struct{ ours, theirs func(*account.Client) error }{
		"a respondent who judges now":  {join, func(c *account.Client) error { return c.Assign("", "EE", code(1, 1), true) }},
		"a respondent who is sponsor":  {join, func(c *account.Client) error { return c.MakeSponsor("EE") }},
		"a respondent who was noted":   {join, func(c *account.Client) error { return c.AddNote("", account.Note{With: "EE", Text: "yes"}) }},
		"a respondent who was present": {join, func(c *account.Client) error { return c.Present("", "EE", true) }},
		"a respondent with other words": {join, func(c *account.Client) error {
			return c.ChangeRespondent("EE", func(r *account.Respondent) { r.Name = "E" })
		}},
		"the very same grade":           {answer("BB", code(1, 1), 6), answer("BB", code(1, 1), 8)},
		"a first grade that dated more": {answer("BB", code(1, 1), 6), answer("BB", code(1, 2), 8)},
		"a question that is graded":     {func(c *account.Client) error { return c.Assign("", "DD", code(1, 2), true) }, answer("DD", code(1, 2), 8)},
		"a KWI with another question": {wish("CC"), func(c *account.Client) error {
			_, err := c.AddQuestion("", 3, account.Question{Text: "more"})
			return err
		}},
		"a KWI with an action": {wish("CC"), func(c *account.Client) error {
			_, err := c.AddAction("", account.Action{KWI: 3}, std, today)
			return err
		}},
		"agreements asked for again":     {agree, agree},
		"a stage that went on":           {goOn, goOn},
		"a grade in a cycle that closed": {answer("BB", code(1, 1), 6), func(c *account.Client) error { return closing(c) }},
		"a cycle that began and went on": {closing, goOn},
		"a remark that others took away": {
			func(c *account.Client) error { return c.Remark("", "AA", "Better.", false) },
			func(c *account.Client) error { return c.Remark("", "AA", "", false) }},
		"a new answer with other words": {
			func(c *account.Client) error { return c.AnswerNPS("", "BB", &account.NPS{Score: 8}) },
			func(c *account.Client) error { return c.AnswerNPS("", "BB", &account.NPS{Score: 8, Why: "So."}) }},
		"one KWI each": {func(c *account.Client) error { return c.Words("", 1, func(k *account.KWI) { k.WishedBy = "" }) },
			func(c *account.Client) error { return c.Words("", 2, func(k *account.KWI) { k.WishedBy = "AA" }) }},
		"a sponsor who is gone": {func(c *account.Client) error { c.Sponsor = ""; return nil }, func(c *account.Client) error { return c.RemoveRespondent("DD") }},
	} {
		t.Run(name, func(t *testing.T) {
			before := busy()
			before.Sponsor = "DD"
			before.Newest().Remarks = map[account.Initials]string{"AA": "Good."}
			mine := after(t, before, d.ours)
			now := after(t, mine, d.theirs)
			if err := account.TakeBack(&now, before, mine); !fault.Has(err, fault.UndoRefused) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func wish(who account.Initials) func(*account.Client) error {
	return func(c *account.Client) error {
		_, err := c.AddKWI("", account.KWI{Title: "New", WishedBy: who}, std)
		return err
	}
}

func goOn(c *account.Client) error { return c.GoOn("2026-06-20", "", "because") }

// closing goes on from measuring to the next cycle.
func closing(c *account.Client) error {
	if err := goOn(c); err != nil {
		return err
	}
	return goOn(c)
}

// TestWhatOthersDidBesideItStays: ours goes back, and leaves exactly what
// theirs alone would have left.
func TestWhatOthersDidBesideItStays(t *testing.T) {
	for name, d := range map[string]struct{ ours, theirs func(*account.Client) error }{
		"another question of the same list": {answer("AA", code(1, 1), 9), answer("AA", code(2, 1), 4)},
		"another list":                      {answer("BB", code(1, 1), 9), answer("CC", code(1, 1), 4)},
		"another respondent":                {func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: "EE"}) }, func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: "FF"}) }},
		"another field of the same KWI": {func(c *account.Client) error { return c.Words("", 1, func(k *account.KWI) { k.Title = "A" }) },
			func(c *account.Client) error { return c.Words("", 1, func(k *account.KWI) { k.Why = "B" }) }},
		"another field of the same answer to the recommendation question": {
			func(c *account.Client) error { return c.AnswerNPS("", "BB", &account.NPS{Score: 8}) },
			func(c *account.Client) error {
				c.Newest().NPS["BB"] = account.NPS{Score: c.Newest().NPS["BB"].Score, Why: "B"}
				return nil
			}},
		"the stage":        {answer("AA", code(1, 1), 9), goOn},
		"another question": {func(c *account.Client) error { return c.Reword("", code(2, 3), "A") }, func(c *account.Client) error { _, err := c.AddQuestion("", 2, account.Question{Text: "B"}); return err }},
		"an action still open": {func(c *account.Client) error {
			return c.ChangeAction("2026-01", std, today, func(a *account.Action) { a.Evidence = "A" })
		}, closing},
	} {
		t.Run(name, func(t *testing.T) {
			start := busy()
			if _, err := start.AddQuestion("", 2, account.Question{Text: "More?"}); err != nil {
				t.Fatal(err)
			}
			start.Newest().NPS = map[account.Initials]account.NPS{"BB": {Score: 3}}
			mine := after(t, start, d.ours)
			now := after(t, mine, d.theirs)
			if err := account.TakeBack(&now, start, mine); err != nil {
				t.Fatal(err)
			}
			if want := after(t, start, d.theirs).Tidy(); !reflect.DeepEqual(now, want) {
				t.Errorf("got\n%+v\nwant\n%+v", now, want)
			}
		})
	}
}

func TestWhatWasTakenOutComesBackInItsPlace(t *testing.T) {
	numbers := func(c account.Client) (out []string) {
		for _, a := range c.Newest().Actions {
			out = append(out, a.Number)
		}
		return out
	}
	with := func(numbers ...string) account.Client {
		c := begun()
		for _, n := range numbers {
			c.Newest().Actions = append(c.Newest().Actions, account.Action{Number: n, Text: n})
		}
		return c
	}
	for _, d := range []struct{ before, after, now, want []string }{
		{[]string{"2026-01", "2026-02", "2026-03"}, []string{"2026-01", "2026-03"}, []string{"2026-01", "2026-03"}, []string{"2026-01", "2026-02", "2026-03"}},
		{[]string{"2026-98", "2026-99"}, []string{"2026-98"}, []string{"2026-98", "2026-100"}, []string{"2026-98", "2026-99", "2026-100"}},
		{[]string{"2026-99", "2026-100"}, []string{"2026-99"}, []string{"2026-99", "2026-101"}, []string{"2026-99", "2026-100", "2026-101"}},
		{[]string{"2026-03", "2026-01", "2026-02"}, []string{"2026-03", "2026-02"}, []string{"2026-03", "2026-02"}, []string{"2026-03", "2026-01", "2026-02"}}, // an import in its own order
		{[]string{"2026-01"}, nil, nil, []string{"2026-01"}},
		{nil, []string{"2026-01"}, []string{"2026-01", "2026-02"}, []string{"2026-02"}},
		{[]string{"2026-01", "2026-04"}, []string{"2026-01"}, []string{"2026-01", "2026-02", "2026-03", "2026-05"}, []string{"2026-01", "2026-02", "2026-03", "2026-04", "2026-05"}},
		{[]string{"2026-03", "2026-01"}, []string{"2026-03", "2026-01", "2026-04"}, []string{"2026-03", "2026-01", "2026-04"}, []string{"2026-03", "2026-01"}},
	} {
		now := with(d.now...)
		if err := account.TakeBack(&now, with(d.before...), with(d.after...)); err != nil || !slices.Equal(numbers(now), d.want) {
			t.Errorf("%v, %v, now %v: got %v, %v, want %v", d.before, d.after, d.now, numbers(now), err, d.want)
		}
	}
	once, twice := with("2026-01"), with("2026-01", "2026-01")
	more := with("2026-01", "2026-02")
	for _, d := range []struct{ now, before, after account.Client }{{twice, more, once}, {once, twice, once}, {once, more, twice}} {
		now := d.now.Clone()
		if err := account.TakeBack(&now, d.before, d.after); !fault.Has(err, fault.UndoRefused) {
			t.Errorf("the same number twice: got %v, %v", numbers(now), err)
		}
	}
}

func TestTheEndOfACycleGoesBackWhileNobodyWorkedOn(t *testing.T) {
	start := after(t, busy(), goOn)
	mine := after(t, start, goOn)
	now := mine.Clone()
	if err := account.TakeBack(&now, start, mine); err != nil || !reflect.DeepEqual(now, start.Tidy()) {
		t.Errorf("got %v, %d cycles, the first in %s", err, len(now.Cycles), now.Cycles[0].Stage)
	}
	if err := account.TakeBack(&now, mine, start); err != nil || !reflect.DeepEqual(now, mine.Tidy()) {
		t.Errorf("forward again: got %v, %d cycles, the first in %s", err, len(now.Cycles), now.Cycles[0].Stage)
	}
}

// TestWhatAnImportBroughtComesBackToo: what the method does not have, but was
// there before the step, is no reason to refuse.
func TestWhatAnImportBroughtComesBackToo(t *testing.T) {
	for name, d := range map[string]struct{ brought, ours func(*account.Client) error }{
		"two KWIs of one respondent": {
			func(c *account.Client) error { c.Newest().KWIs[1].WishedBy = "AA"; return nil },
			func(c *account.Client) error { return c.Words("", 2, func(k *account.KWI) { k.WishedBy = "CC" }) }},
		"a list that came back on no day": {
			func(c *account.Client) error { c.Newest().Answered = nil; return nil },
			func(c *account.Client) error {
				return c.Answer("", "AA", account.Answer{Question: code(1, 1), Grade: 2}, today)
			}},
		"an action that nobody asks about": {
			func(c *account.Client) error { c.Newest().Actions[0].KWI = 2; return nil },
			func(c *account.Client) error {
				_, err := c.AddAction("", account.Action{KWI: 2}, std, today)
				return err
			}},
	} {
		start := after(t, busy(), d.brought)
		mine := after(t, start, d.ours)
		now := mine.Clone()
		if err := account.TakeBack(&now, start, mine); err != nil || !reflect.DeepEqual(now, start.Tidy()) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestEmptyAndNoneAreTheSameToTakeBack(t *testing.T) {
	start := busy()
	start.Newest().Released = []account.Initials{}
	mine := after(t, start, func(c *account.Client) error { return c.Remark("", "BB", "Fine.", true) })
	stored := mine.Tidy() // as the store gives it back
	if err := account.TakeBack(&stored, start, mine); err != nil || !reflect.DeepEqual(stored, start.Tidy()) {
		t.Errorf("got %v, %+v", err, stored)
	}
	gone := after(t, mine, func(c *account.Client) error { return c.Remark("", "BB", "", false) })
	if err := account.TakeBack(&gone, mine, gone); err != nil || gone.Newest().Remarks["BB"] != "Fine." || !gone.Newest().IsReleased("BB") {
		t.Errorf("got %v, %+v", err, gone)
	}
}

func TestAnImageMayHoldOnlyWhatTheStepTouched(t *testing.T) {
	start := busy()
	mine := after(t, start, answer("BB", code(1, 1), 6))
	part := func(c account.Client) account.Client {
		y := c.Newest()
		return account.Client{Cycles: []account.Cycle{{Name: y.Name, Answers: y.Answers, Answered: y.Answered}}}
	}
	now := after(t, mine, func(c *account.Client) error { return c.Rename("Y") })
	if err := account.TakeBack(&now, part(start), part(mine)); err != nil {
		t.Fatal(err)
	}
	if want := after(t, start, func(c *account.Client) error { return c.Rename("Y") }).Tidy(); !reflect.DeepEqual(now, want) {
		t.Errorf("got\n%+v\nwant\n%+v", now, want)
	}
}

func TestARenamedCycleGoesBackUnlessOthersWorkedInIt(t *testing.T) {
	start := busy()
	y := start.Newest()
	y.Actions, y.Sent, y.Sendings, y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = nil, nil, nil, nil, nil, nil, nil, nil // nothing goes by its name yet
	mine := after(t, start, func(c *account.Client) error { return c.PlanSession("", "2026-09-01") })
	if mine.Newest().Name != "2026H2" {
		t.Fatal(mine.Newest().Name)
	}
	now := mine.Clone()
	if err := account.TakeBack(&now, start, mine); err != nil || !reflect.DeepEqual(now, start.Tidy()) {
		t.Errorf("got %v, cycle %s", err, now.Newest().Name)
	}
	now = after(t, mine, answer("BB", code(1, 1), 6))
	if err := account.TakeBack(&now, start, mine); !fault.Has(err, fault.UndoRefused) {
		t.Errorf("got %v", err)
	}
}

func TestTheHighestCodeNeverStandsInTheWay(t *testing.T) {
	start := after(t, busy(), wish("CC"))
	mine := after(t, start, func(c *account.Client) error { return c.DropKWI("", 3, "", "") })
	now := after(t, mine, wish("DD")) // KWI-04, for 03 was dropped
	if err := account.TakeBack(&now, start, mine); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, k := range now.Newest().KWIs {
		codes = append(codes, k.Code.String())
	}
	if want := []string{"KWI-01", "KWI-02", "KWI-03", "KWI-04"}; !slices.Equal(codes, want) {
		t.Errorf("got %v, want %v", codes, want)
	}
}

func TestWhatOthersPutBackAlreadyIsDone(t *testing.T) {
	for name, d := range map[string]struct{ ours, theirs func(*account.Client) error }{
		"a grade":      {answer("BB", code(1, 1), 6), answer("BB", code(1, 1), 0)},
		"a name":       {func(c *account.Client) error { return c.Rename("Y") }, func(c *account.Client) error { return c.Rename("X") }},
		"a respondent": {func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: "EE"}) }, func(c *account.Client) error { return c.RemoveRespondent("EE") }},
	} {
		start := busy()
		mine := after(t, start, d.ours)
		now := after(t, mine, d.theirs)
		if err := account.TakeBack(&now, start, mine); err != nil || !reflect.DeepEqual(now, start.Tidy()) {
			t.Errorf("%s: got %v, %+v", name, err, now)
		}
	}
}

func TestACorrectionGoesBackThoughTheCycleIsClosed(t *testing.T) {
	start := later()
	mine := after(t, start, func(c *account.Client) error {
		return c.Correct("2026H1", today, "a grade", "misread", func(c *account.Client) error {
			return c.Answer("2026H1", "AA", account.Answer{Question: code(1, 1), Grade: 2}, today)
		})
	})
	if now := mine.Clone(); account.TakeBack(&now, start, mine) != nil || !reflect.DeepEqual(now, start.Tidy()) {
		t.Errorf("got %+v", now)
	}
}
