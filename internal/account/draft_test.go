package account_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func TestAKWIComesWithItsStandardQuestionForWhoWishedIt(t *testing.T) {
	c := begun()
	k, err := c.AddKWI("", account.KWI{Title: "T", WishedBy: "BB", Questions: []account.Question{{Text: "smuggled"}}, LastSerial: 7, Code: 9}, std)
	succeeds(t, err)
	want := account.KWI{Code: 1, Title: "T", WishedBy: "BB", Questions: []account.Question{{Code: code(1, 1), Text: std.Noticed, Kind: account.Noticed}}}
	if got := c.Newest().KWIs[0]; k != 1 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := c.Newest().Assigned; !reflect.DeepEqual(got, map[account.Initials][]account.QuestionCode{"BB": {code(1, 1)}}) {
		t.Errorf("judged by %v", got)
	}
	q, err := c.AddQuestion("", k, account.Question{Text: "Own?"})
	succeeds(t, err)
	if own := c.Newest().Question(q); own == nil || own.Kind != account.Own || !c.Newest().IsAssigned("BB", q) {
		t.Errorf("%s: %+v", q, own)
	}
}

func TestARespondentHasOneKWIAtMost(t *testing.T) {
	c := begun()
	succeeds(t, wish("AA")(&c))
	refuses(t, wish("AA")(&c), fault.OneKWI)
	for range 2 { // joint ones there may be more of
		succeeds(t, wish("")(&c))
	}
	succeeds(t, wish("BB")(&c))
	take := func(code account.KWICode, who account.Initials) error {
		d := c.Clone()
		return d.Words("", code, func(k *account.KWI) { k.WishedBy = who })
	}
	refuses(t, take(4, "AA"), fault.OneKWI)
	succeeds(t, take(4, "CC"))
	succeeds(t, take(4, "BB"))
	succeeds(t, take(4, ""))
}

func TestOnlyWhoIsOnTheListWishesOrShares(t *testing.T) {
	c := begun()
	refuses(t, wish("ZZ")(&c), fault.Removed)
	_, err := c.AddKWI("", account.KWI{SharedBy: []account.Initials{"AA", "RM"}}, std)
	refuses(t, err, fault.Removed)
	succeeds(t, wish("AA")(&c))
	refuses(t, c.Words("", 1, func(k *account.KWI) { k.SharedBy = []account.Initials{"ZZ"} }), fault.Removed)
	refuses(t, c.Words("", 1, func(k *account.KWI) { k.WishedBy = "RM" }), fault.Removed)
	refuses(t, c.Words("", 2, func(*account.KWI) {}), fault.Removed)
}

func TestWordsLeaveCodeAndQuestionsAlone(t *testing.T) {
	c := busy()
	was := c.Clone()
	succeeds(t, c.Words("", 1, func(k *account.KWI) {
		k.Title, k.Code, k.LastSerial = "T", 9, 9
		k.Questions[0].Text = "changed in place"
		k.Questions = nil
		k.SharedBy = append(k.SharedBy, "BB")
	}))
	want := was.Newest().KWIs[0]
	want.Title, want.SharedBy = "T", []account.Initials{"BB"}
	if got := c.Newest().KWIs[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

// TestNoCodeComesTwice does what gives and takes codes at random, over several
// cycles, and holds every code to the text that it was first given for; a standard question
// of a draft may still move on.
func TestNoCodeComesTwice(t *testing.T) {
	given := 0
	rapid.Check(t, func(t *rapid.T) {
		c := begun()
		n := 0
		meaning := map[string]string{}
		holds := func() {
			for _, y := range c.Cycles {
				for _, k := range y.KWIs {
					if first, there := meaning[k.Code.String()]; there && first != k.Title {
						t.Fatalf("%s was %s and is %s", k.Code, first, k.Title)
					}
					meaning[k.Code.String()] = k.Title
					for _, q := range k.Questions {
						if q.Kind != account.Own && y.Stage <= account.Draft {
							continue // it may still move on
						}
						if first, there := meaning[q.Code.String()]; there && first != q.Text {
							t.Fatalf("%s was %s and is %s", q.Code, first, q.Text)
						}
						meaning[q.Code.String()] = q.Text
					}
				}
			}
			given = max(given, len(meaning))
		}
		cycle := func() account.CycleName {
			return c.Cycles[rapid.IntRange(0, len(c.Cycles)-1).Draw(t, "cycle")].Name
		}
		correct := func(name account.CycleName, do func(*account.Client) error) {
			d := c.Clone()
			if d.Correct(name, today, "", "why", do) == nil {
				c = d
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"add KWI": func(t *rapid.T) {
				n++
				name := cycle()
				correct(name, func(c *account.Client) error {
					_, err := c.AddKWI(name, account.KWI{Title: fmt.Sprint("KWI ", n)}, account.Standard{Noticed: fmt.Sprint("noticed ", n)})
					return err
				})
			},
			"drop KWI": func(t *rapid.T) {
				name, k := cycle(), someKWI.Draw(t, "kwi")
				correct(name, func(c *account.Client) error { return c.DropKWI(name, k, "", "") })
			},
			"add question": func(t *rapid.T) {
				n++
				name, k := cycle(), someKWI.Draw(t, "kwi")
				correct(name, func(c *account.Client) error {
					_, err := c.AddQuestion(name, k, account.Question{Text: fmt.Sprint("question ", n)})
					return err
				})
			},
			"drop question": func(t *rapid.T) {
				name, q := cycle(), someCode.Draw(t, "question")
				correct(name, func(c *account.Client) error { return c.DropQuestion(name, q) })
			},
			"agree": func(t *rapid.T) {
				n++
				name, k := cycle(), someKWI.Draw(t, "kwi")
				correct(name, func(c *account.Client) error {
					_, err := c.AddAction(name, account.Action{KWI: k}, account.Standard{Kept: fmt.Sprint("kept ", n)}, today)
					return err
				})
			},
			"next cycle": func(*rapid.T) {
				c.Newest().Stage = account.Closed
				if _, err := c.StartCycle(today); err != nil {
					t.Fatal(err)
				}
			},
			"": func(*rapid.T) { holds() },
		})
		if err := holdsTogether(c); err != nil {
			t.Fatal(err)
		}
	})
	if given < 8 {
		t.Errorf("only %d codes were ever given", given)
	}
}

func TestCodesThatWereDroppedAreRemembered(t *testing.T) {
	c := begun()
	for _, who := range []account.Initials{"AA", "BB", "CC"} {
		succeeds(t, wish(who)(&c))
	}
	succeeds(t, c.DropKWI("", 2, "", ""))
	if c.LastKWI != 0 {
		t.Errorf("KWI-03 is in use, and the highest is remembered as %d", c.LastKWI)
	}
	succeeds(t, c.DropKWI("", 3, "", ""))
	if c.LastKWI != 3 {
		t.Errorf("KWI-03 was dropped, and the highest is remembered as %d", c.LastKWI)
	}
	succeeds(t, wish("BB")(&c))
	if k := c.Newest().KWIs; k[len(k)-1].Code != 4 || c.LastKWI != 0 {
		t.Errorf("got %s, remembered %d", k[len(k)-1].Code, c.LastKWI)
	}
	refuses(t, c.DropKWI("", 3, "", ""), fault.Removed)

	c.Newest().KWIs[1].Code = math.MaxUint16
	refuses(t, wish("CC")(&c), fault.BadValue)
	c.Newest().KWIs[0].LastSerial = math.MaxUint16
	_, err := c.AddQuestion("", 1, account.Question{})
	refuses(t, err, fault.BadValue)
}

func TestADroppedKWILeavesNothingBehind(t *testing.T) {
	c := later()
	_, err := c.AddAction("", account.Action{Text: "of this cycle", KWI: 2}, std, today)
	succeeds(t, err)
	succeeds(t, wish("CC")(&c))
	_, err = c.AddAction("", account.Action{Text: "on the new one", KWI: 3}, std, today)
	succeeds(t, err)
	succeeds(t, c.ChangeAction("2026-01", std, today, func(a *account.Action) { a.KWI = 3 })) // of the earlier cycle
	succeeds(t, c.AddNote("", account.Note{With: "CC", Text: "T"}))
	succeeds(t, c.NoteKWI("", c.Newest().Notes[0], 3))

	succeeds(t, c.DropKWI("", 3, "", ""))
	succeeds(t, holdsTogether(c))
	if c.Newest().KWI(3) != nil || c.Newest().Notes[0].KWI != 0 || c.Newest().Actions[1].KWI != 0 || c.Cycles[0].Actions[0].KWI != 0 {
		t.Errorf("left behind: %+v %+v", c.Cycles[0].Actions, c.Newest())
	}
	succeeds(t, c.DropKWI("", 2, "", "")) // which the earlier cycle keeps
	if c.Cycles[0].KWI(2) == nil || c.Newest().Actions[0].KWI != 0 {
		t.Errorf("the earlier cycle lost it, or the action kept it: %+v", c.Newest().Actions)
	}
	for who, codes := range c.Newest().Assigned {
		if slices.ContainsFunc(codes, func(q account.QuestionCode) bool { return q.KWI != 1 }) {
			t.Errorf("%s still judges %v", who, codes)
		}
	}
	graded := busy()
	refuses(t, graded.DropKWI("", 1, "", ""), fault.KeepsAnswers)
	refuses(t, graded.DropQuestion("", code(1, 2)), fault.KeepsAnswers)
}

func TestAQuestionGetsOtherWords(t *testing.T) {
	c := later()
	refuses(t, c.Reword("", code(1, 9), "?"), fault.Removed)
	q, err := c.AddQuestion("", 1, account.Question{Text: "Is it?"})
	succeeds(t, err)
	succeeds(t, c.Reword("", q, "Is it so?"))
	if c.Newest().Question(q).Text != "Is it so?" {
		t.Error("it keeps its wording")
	}
}

func TestAStandardQuestionComesOnce(t *testing.T) {
	c := busy()
	_, err := c.AddQuestion("", 1, account.Question{Kind: account.Noticed})
	refuses(t, err, fault.Doubled)
	_, err = c.AddQuestion("", 1, account.Question{Kind: account.Kept})
	refuses(t, err, fault.Doubled)
	_, err = c.AddQuestion("", 9, account.Question{})
	refuses(t, err, fault.Removed)
}

func TestTheQuestionOnAgreementsJoinsWithTheFirstActionForWhoJudgesWhetherItWasNoticed(t *testing.T) {
	c := busy() // an action hangs on KWI-01 only
	if c.Newest().KWI(2).Standard(account.Kept) != nil {
		t.Fatal("it is there without an action")
	}
	succeeds(t, c.Assign("", "CC", code(2, 2), false))
	succeeds(t, c.Assign("", "DD", code(2, 2), true))
	for range 2 {
		_, err := c.AddAction("", account.Action{Text: "T", KWI: 2}, std, "2026-05-05")
		succeeds(t, err)
	}
	k := c.Newest().KWI(2)
	want := account.Question{Code: code(2, 3), Text: std.Kept, Kind: account.Kept, Added: "2026-05-05"}
	if got := k.Standard(account.Kept); got == nil || *got != want || len(k.Questions) != 3 {
		t.Fatalf("got %+v", k.Questions)
	}
	if got := c.Newest().Judges(want.Code); !slices.Equal(got, []account.Initials{"AA", "BB", "DD"}) {
		t.Errorf("judged by %v", got)
	}
	refuses(t, c.DropQuestion("", want.Code), fault.KeptStays)
	number := c.Newest().Actions[1].Number
	for range 2 {
		succeeds(t, c.ChangeAction(number, std, today, func(a *account.Action) { a.Status, a.KWI = account.Dropped, 0 }))
		number = c.Newest().Actions[2].Number
	}
	if c.Newest().KWI(2).Standard(account.Kept) == nil {
		t.Error("it vanished with the last action")
	}
	for range 3 {
		succeeds(t, c.GoOn("2026-06-30", "", "because"))
	}
	if y := c.Newest(); y.Name != "2026H2" || y.KWI(2).Standard(account.Kept) == nil || !slices.Equal(y.Judges(want.Code), []account.Initials{"AA", "BB", "DD"}) || y.Question(want.Code).Added != "" {
		t.Errorf("in the next cycle: %+v, judged by %v", y.KWI(2), y.Judges(want.Code))
	}
}

func TestAnActionOfAnEarlierCycleAsksAboutAgreementsInTheOneThatRuns(t *testing.T) {
	c := later()
	frozen := c.Cycles[0].Clone()
	succeeds(t, c.ChangeAction("2026-01", std, today, func(a *account.Action) { a.KWI = 2 }))
	frozen.Actions[0].KWI = 2
	if c.Newest().KWI(2).Standard(account.Kept) == nil || !reflect.DeepEqual(c.Cycles[0], frozen) {
		t.Errorf("the running cycle asks %+v, the closed one is %+v", c.Newest().KWI(2), c.Cycles[0])
	}
	none := busy()
	_, err := none.AddAction("", account.Action{KWI: 2}, account.Standard{}, today)
	if succeeds(t, err); none.Newest().KWI(2).Standard(account.Kept) != nil {
		t.Error("a question without words joined")
	}
}

func TestAQuestionIsNewForWhoGotHisListBeforeIt(t *testing.T) {
	y := account.Cycle{Sent: map[account.Initials][]account.Date{"AA": {"2026-02-10", "2026-05-20"}, "BB": {"2026-05-20"}}}
	for _, d := range []struct {
		who   account.Initials
		added account.Date
		want  bool
	}{{"AA", "2026-03-01", true}, {"AA", "2026-02-10", true}, {"AA", "2026-02-01", false}, {"AA", "", false}, {"BB", "2026-03-01", false}, {"CC", "2026-03-01", false}} {
		if y.IsNew(d.who, account.Question{Added: d.added}) != d.want {
			t.Errorf("%s, added %q: %v", d.who, d.added, !d.want)
		}
	}
}
