package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// eventful is a client with much that a large step touches, in a cycle that is closed
// and one that is not, of which an expectation is this text.
func eventful(text string) account.Client {
	c := client("x")
	c.Respondents = append(c.Respondents, account.Respondent{Initials: "BB", Name: "Bo"}, account.Respondent{Initials: "NN"})
	closed := c.Cycles[0].Clone()
	closed.Stage = account.Closed
	y := &c.Cycles[0]
	y.Name, y.Stage, y.Session = "2011H2", account.Draft, "2011-11-11"
	code := account.QuestionCode{KWI: 2, Serial: 1}
	y.KWIs = append(y.KWIs, account.KWI{Code: 2, Title: "U", WishedBy: "BB", Expectation: text, Questions: []account.Question{{Code: code, Kind: account.Own}}})
	y.KWIs[0].WishedBy = "KK"
	y.Assigned["BB"] = []account.QuestionCode{code}
	y.Actions = []account.Action{{Number: "2011-01", Text: "a", For: "KK", Side: account.ClientSide, Status: account.Open, Due: "2011-11-11T10:00"}}
	c.Cycles = []account.Cycle{closed, *y}
	return c
}

// TestALargeStepIsAllOrNothing cuts the store at every Apply of a step that
// touches much of a client, in one that is larger than an Apply too. What is there
// afterwards is the client before it or after it; after it the history tells it,
// and it can be taken back as a whole once the program was opened anew.
func TestALargeStepIsAllOrNothing(t *testing.T) {
	long := strings.Repeat("long words ", 100_000)
	for _, step := range []struct {
		name, text string
		apply      func(*account.Client) error
	}{
		{"a handover", "", func(c *account.Client) error { return c.TakeOver("KK", "BB", "2011-07-01") }},
		{"a merge", "", mergeOne}, {"a large merge", long, mergeOne},
		{"a split", "", func(c *account.Client) error {
			_, err := c.SplitKWI("", account.Splitting{From: 1, Title: "V", Questions: []account.QuestionCode{{KWI: 1, Serial: 2}}, On: "2011-07-01"})
			return err
		}},
		{"a moved session", "", func(c *account.Client) error { return c.MoveSession("", "2011-10-10", []string{"2011-01"}) }},
		{"two who are one", "", func(c *account.Client) error { return c.Join("KK", "NN") }},
		{"other initials", "", func(c *account.Client) error { return c.RenameInitials("KK", "KX") }},
		{"somebody new", "", func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: "ZZ"}) }},
		{"nobody any longer", "", func(c *account.Client) error { return c.RemoveRespondent("NN") }},
		{"a correction", "", func(c *account.Client) error {
			return c.Correct("2011H1", "2011-07-01", "place", "it was in the other room", func(c *account.Client) error { return c.SetPlace("2011H1", "room 2") })
		}},
	} {
		outcomes := map[bool]int{}
		every := 1
		if step.text != "" {
			every = 5 // of its fourteen, each of which takes a while
		}
		for _, behind := range []bool{false, true} {
			for n, dead := 0, true; dead; n += every {
				s := memory.New()
				seeded(t, s, eventful(step.text))
				was := must[account.Client](t)(desk.New(s, nonces()).Client(ctx, "x"))
				c := &storetest.Cut{Store: s, Left: n, Behind: behind}
				d := desk.New(c, func() string { return "first" })
				h, err := must[hand.Hand](t)(d.Open(ctx, "x")).Do(hand.Change{Label: hand.Label{Key: "test.large"}, Apply: step.apply})
				if err != nil {
					t.Fatal(step.name, err)
				}
				h, save, _ := h.Send()
				_, _, err = d.Keep(ctx, save)
				dead = c.Dead
				after := must[hand.Hand](t)(desk.New(s, nonces()).Open(ctx, "x"))
				is, want := after.Now(), h.Now()
				done := reflect.DeepEqual(is.Tidy(), want.Tidy())
				outcomes[done]++
				if !done && !reflect.DeepEqual(is, was) || err == nil && !done {
					t.Fatalf("%s, cut at %d: half of it, or %v", step.name, n, err)
				}
				if step.text == "" {
					clear(t, s) // what is larger than an Apply leaves what was staged to who comes next
				}
				told := after.History()
				if done != (len(told) > 0 && told[0].Last.Label.Key == "test.large") {
					t.Fatalf("%s, cut at %d: done %v, and the history tells %v", step.name, n, done, told)
				}
				if !done {
					continue
				}
				back, _, err := after.TakeBack(hand.Label{}, told[0].Last.ID)
				if err != nil {
					t.Fatalf("%s, cut at %d: it cannot be taken back: %v", step.name, n, err)
				}
				keep(t, desk.New(s, nonces()), back)
				if now := must[account.Client](t)(desk.New(s, nonces()).Client(ctx, "x")); !reflect.DeepEqual(now, was) {
					t.Fatalf("%s, cut at %d: not all of it was taken back", step.name, n)
				}
			}
		}
		if outcomes[true] < 3 || outcomes[false] < 1 {
			t.Error(step.name, "cut nowhere, or nowhere in time:", outcomes)
		}
	}
}

func mergeOne(c *account.Client) error {
	_, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, On: "2011-07-01"})
	return err
}
