package account_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

// numbered is the questions of a KWI as they stand on a list.
func numbered(k *account.KWI) string {
	var out []string
	for _, q := range k.InOrder() {
		out = append(out, fmt.Sprint(q.Code, " ", q.Kind, " ", q.Text))
	}
	return strings.Join(out, ", ")
}

func drafted(t *testing.T) account.Client {
	t.Helper()
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK"}, {Initials: "BB"}}, Cycles: []account.Cycle{{Name: "2026H1", Stage: account.Draft, AnswersBy: account.ByName}}}
	_, err := c.AddKWI("", account.KWI{Title: "T", WishedBy: "KK"}, account.Standard{Noticed: "n", Kept: "k"})
	succeeds(t, err)
	return c
}

// TestTheNumbersOfTheSource: 1.01 and 1.02 own, 1.03 noticed, 1.04 kept, in
// whatever order they come up in the talk.
func TestTheNumbersOfTheSource(t *testing.T) {
	std := account.Standard{Noticed: "n", Kept: "k"}
	add := func(c *account.Client, text string) {
		next, _ := c.NextQuestion(c.Newest(), c.Newest().KWI(1), account.Own)
		got, err := c.AddQuestion("", 1, account.Question{Text: text})
		if succeeds(t, err); got != next {
			t.Errorf("%s was foretold, %s given", next, got)
		}
	}
	agree := func(c *account.Client) {
		_, err := c.AddAction("", account.Action{Text: "a", KWI: 1}, std, "2026-01-01")
		succeeds(t, err)
	}
	const want = "1.01 own a, 1.02 own b, 1.03 noticed n, 1.04 kept k"
	for name, steps := range map[string][]func(*account.Client){
		"own first":    {func(c *account.Client) { add(c, "a") }, func(c *account.Client) { add(c, "b") }, agree},
		"agreed first": {agree, func(c *account.Client) { add(c, "a") }, func(c *account.Client) { add(c, "b") }},
		"in between":   {func(c *account.Client) { add(c, "a") }, agree, func(c *account.Client) { add(c, "b") }},
	} {
		c := drafted(t)
		succeeds(t, c.Assign("", "BB", code(1, 1), true)) // noticed, wherever it goes
		for _, step := range steps {
			step(&c)
		}
		y := c.Newest()
		if got := numbered(y.KWI(1)); got != want {
			t.Errorf("%s: %s", name, got)
		}
		if !slices.Contains(y.AskedOf("BB"), code(1, 3)) || slices.Contains(y.AskedOf("BB"), code(1, 1)) || len(y.AskedOf("KK")) != 4 {
			t.Errorf("%s: BB is asked %v, KK %v", name, y.AskedOf("BB"), y.AskedOf("KK"))
		}
	}
}

// TestNumbersThatWentOutStay: a question that comes later stands in its place
// on every list, but under the next number.
func TestNumbersThatWentOutStay(t *testing.T) {
	for name, out := range map[string]func(*account.Client) error{
		"sent":      func(c *account.Client) error { return c.Send("", "KK", "2026-01-02") },
		"tested":    func(c *account.Client) error { return c.TestWith("", "KK", "2026-01-02") },
		"confirmed": func(c *account.Client) error { return c.Confirm("", "KK", "2026-01-02") },
		"graded": func(c *account.Client) error {
			return c.Answer("", "KK", account.Answer{Question: code(1, 1), Grade: 8}, "2026-01-02")
		},
		"drafted": func(c *account.Client) error { return c.GoOn("2026-01-02", "", "because") },
	} {
		c := drafted(t)
		succeeds(t, out(&c))
		_, err := c.AddQuestion("", 1, account.Question{Text: "late"})
		succeeds(t, err)
		y := c.Newest()
		if got := numbered(y.KWI(1)); got != "1.02 own late, 1.01 noticed n" {
			t.Errorf("%s: %s", name, got)
		}
		if got := y.AskedOf("KK"); !slices.Equal(got, []account.QuestionCode{code(1, 2), code(1, 1)}) {
			t.Errorf("%s: asked %v", name, got)
		}
	}
}

// TestAQuestionInTheDraftIsTakenBack: each step of drafting is undone exactly,
// the last first.
func TestAQuestionInTheDraftIsTakenBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		states := []account.Client{drafted(t)}
		for i := range rapid.IntRange(1, 6).Draw(r, "steps") {
			c := states[len(states)-1].Clone()
			var err error
			if rapid.Bool().Draw(r, "agree") {
				_, err = c.AddAction("", account.Action{Text: "a", KWI: 1}, account.Standard{Kept: "k"}, "2026-01-01")
			} else {
				_, err = c.AddQuestion("", 1, account.Question{Text: fmt.Sprint("q", i)})
			}
			if err != nil {
				r.Fatal(err)
			}
			states = append(states, c)
		}
		now := states[len(states)-1].Clone()
		for i := len(states) - 2; i >= 0; i-- {
			if err := account.TakeBack(&now, states[i], states[i+1]); err != nil {
				r.Fatalf("step %d: %v", i, err)
			}
			if got, want := numbered(now.Newest().KWI(1)), numbered(states[i].Newest().KWI(1)); got != want {
				r.Fatalf("step %d: %s, want %s", i, got, want)
			}
		}
	})
}
