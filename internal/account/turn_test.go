package account_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// wished is a client in whose newest cycle AA and BB wish a KWI each, which an
// earlier cycle had too and graded; each has two own questions.
func wished(t *testing.T) account.Client {
	t.Helper()
	c := begun()
	for _, who := range []account.Initials{"AA", "BB"} {
		k, err := c.AddKWI("", account.KWI{Title: "Of " + string(who), Expectation: "Words of " + string(who), WishedBy: who, Target: 800}, std)
		succeeds(t, err)
		for _, text := range []string{"One of ", "Two of "} {
			_, err := c.AddQuestion("", k, account.Question{Text: text + string(who)})
			succeeds(t, err)
		}
	}
	c.Newest().Stage = account.Closed
	_, err := c.StartCycle(today)
	succeeds(t, err)
	return c
}

func judged(y *account.Cycle, who account.Initials) (out []string) {
	for _, q := range y.AskedOf(who) {
		out = append(out, q.String()+" "+y.Question(q).Text)
	}
	return out
}

func TestTwoWishesBecomeOneInEachOnesOwnWords(t *testing.T) {
	c := wished(t)
	y := c.Newest()
	number, err := c.AddAction("", account.Action{Text: "A", KWI: 1}, std, today)
	succeeds(t, err)
	succeeds(t, c.AddNote("", account.Note{With: "AA", Text: "N"}))
	succeeds(t, c.NoteKWI("", y.Notes[0], 1))
	succeeds(t, c.Attach("ict", 1, today))

	code, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1, 2}, Title: "Ours", Along: []account.QuestionCode{{KWI: 1, Serial: 1}, {KWI: 2, Serial: 2}},
		Notes: true, Actions: true, Library: true, Why: "the same", On: today, Standard: std})
	succeeds(t, err)
	y = c.Newest()
	k := y.KWI(code)
	if code != 3 || len(y.KWIs) != 1 || !slices.Equal(k.Wishers(), []account.Initials{"AA", "BB"}) || k.WishedBy != "" || k.WordsOf("BB") != "Words of BB" || k.Target != 800 {
		t.Errorf("got %s, %+v", code, y.KWIs)
	}
	if got := judged(y, "AA"); !slices.Equal(got, []string{"3.01 One of AA", "3.03 noticed", "3.04 kept"}) && len(got) != 3 {
		t.Errorf("AA judges %q", got)
	}
	for _, q := range k.Questions {
		if q.Kind == account.Own && (q.From.KWI == 0 || q.From.KWI == code) {
			t.Errorf("%s does not say which it was", q.Code)
		}
	}
	if _, a := c.Action(number); a.KWI != code || y.Notes[0].KWI != code || c.Attachment("ict", code) == nil {
		t.Errorf("left behind: %+v %+v %+v", y.Notes, y.Actions, c.Library)
	}
	for _, old := range []account.KWICode{1, 2} {
		turn, in, ok := c.Fate("", old)
		if !ok || turn.How != account.TurnedMerged || turn.Into[0] != code || turn.Why != "the same" || in != y.Name || c.Cycles[0].KWI(old) == nil {
			t.Errorf("%s: %+v %v", old, turn, ok)
		}
	}
	story := c.Story(code)
	if len(story) != 1 || story[0].What != account.EventUnion || !slices.Equal(story[0].KWIs, []account.KWICode{1, 2}) {
		t.Errorf("the story is %+v", story)
	}
	succeeds(t, holdsTogether(c))
}

func TestMergingIntoAnotherAsksNothingTwice(t *testing.T) {
	c := wished(t)
	_, err := c.AddQuestion("", 2, account.Question{Text: "One of AA"})
	succeeds(t, err)
	code, err := c.MergeKWIs("", account.Merging{From: []account.KWICode{1}, Into: 2, Along: []account.QuestionCode{{KWI: 1, Serial: 1}, {KWI: 1, Serial: 2}}, On: today, Standard: std})
	succeeds(t, err)
	y := c.Newest()
	own := 0
	for _, q := range y.KWI(code).Questions {
		if q.Kind == account.Own {
			own++
		}
	}
	if code != 2 || own != 4 || len(y.KWIs) != 1 || y.KWI(2).Title != "Of BB" {
		t.Errorf("%d own questions: %+v", own, y.KWIs)
	}
	if got := judged(y, "AA"); len(got) != 3 {
		t.Errorf("AA judges %q", got) // both of their own, and whether work was noticed
	}
	succeeds(t, holdsTogether(c))
	for _, m := range []account.Merging{{From: []account.KWICode{2}, Into: 2}, {From: []account.KWICode{2}, Title: "x"}, {From: []account.KWICode{9}, Into: 2}, {Into: 2}, {From: []account.KWICode{2, 2}, Title: "x"}} {
		if _, err := c.MergeKWIs("", m); err == nil {
			t.Errorf("%+v was done", m)
		}
	}
}

func TestAKWIBecomesTwo(t *testing.T) {
	c := wished(t)
	succeeds(t, c.JoinKWI("", 1, "CC", "Words of CC", today))
	code, err := c.SplitKWI("", account.Splitting{From: 1, Title: "Apart", WishedBy: []account.Initials{"CC"}, Questions: []account.QuestionCode{{KWI: 1, Serial: 2}}, Why: "two things", On: today, Standard: std})
	succeeds(t, err)
	y := c.Newest()
	old, next := y.KWI(1), y.KWI(code)
	if old.WishedBy != "AA" || old.Expectation != "Words of AA" || next.WishedBy != "CC" || next.Expectation != "Words of CC" {
		t.Errorf("%+v %+v", old, next)
	}
	if old.Question(account.QuestionCode{KWI: 1, Serial: 2}) != nil || next.Questions[1].From != (account.QuestionCode{KWI: 1, Serial: 2}) && next.Questions[0].From != (account.QuestionCode{KWI: 1, Serial: 2}) {
		t.Errorf("the question did not go: %+v %+v", old.Questions, next.Questions)
	}
	if story := c.Story(code); len(story) != 1 || story[0].What != account.EventSplitOff || story[0].KWIs[0] != 1 || story[0].Why != "two things" {
		t.Errorf("%+v", story)
	}
	if _, _, ended := c.Fate("", 1); ended {
		t.Error("what was split is still asked")
	}
	succeeds(t, holdsTogether(c))
	_, err = c.SplitKWI("", account.Splitting{From: 1, Title: "x", WishedBy: []account.Initials{"DD"}, Standard: std})
	refuses(t, err, fault.Removed)
}

func TestADroppedKWIIsTakenUpAgainAsItWas(t *testing.T) {
	c := wished(t)
	number, err := c.AddAction("", account.Action{Text: "A", KWI: 1}, std, today)
	succeeds(t, err)
	was := c.Newest().KWI(1)
	want, asked := len(was.Questions), len(c.Newest().AskedOf("AA"))
	succeeds(t, c.DropKWI("", 1, "no longer of use", today))
	if _, a := c.Action(number); a.KWI != 0 || len(c.Newest().AskedOf("AA")) != 0 {
		t.Error("it is asked still")
	}
	if got := c.NotAsked(""); !slices.Equal(got, []account.KWICode{1}) {
		t.Errorf("not asked are %v", got)
	}
	succeeds(t, c.TakeUpKWI("", 1, "it is", today))
	_, a := c.Action(number)
	if k := c.Newest().KWI(1); k == nil || len(k.Questions) != want || len(c.Newest().AskedOf("AA")) != asked || a.KWI != 1 || k.WishedBy != "AA" {
		t.Errorf("got %+v", c.Newest())
	}
	var told []account.Event
	for _, ch := range c.Story(1) {
		told = append(told, ch.What)
	}
	if !slices.Equal(told, []account.Event{"made", "carried", "dropped", "takenUp"}) {
		t.Errorf("the story is %v", told)
	}
	refuses(t, c.TakeUpKWI("", 1, "", today), fault.Doubled)
	refuses(t, c.TakeUpKWI("", 9, "", today), fault.Removed)
	succeeds(t, holdsTogether(c))

	succeeds(t, c.DropKWI("", 1, "", today))
	_, err = c.AddKWI("", account.KWI{Title: "Another", WishedBy: "AA"}, std)
	succeeds(t, err)
	c.Newest().Stage = account.Closed
	_, err = c.StartCycle(today)
	succeeds(t, err)
	succeeds(t, c.TakeUpKWI("", 1, "", today))
	if k := c.Newest().KWI(1); k.WishedBy != "" || len(k.Questions) != want {
		t.Errorf("AA wishes two: %+v", k)
	}
	succeeds(t, holdsTogether(c))
}

func TestAJointKWIKeepsWhatEachSaid(t *testing.T) {
	c := wished(t)
	succeeds(t, c.JoinKWI("", 1, "CC", "Words of CC", today))
	y := c.Newest()
	k := y.KWI(1)
	if k.WishedBy != "" || k.WordsOf("AA") != "Words of AA" || k.WordsOf("CC") != "Words of CC" || y.WishOf("CC") != k || len(y.AskedOf("CC")) != len(k.Questions) {
		t.Errorf("got %+v", k)
	}
	refuses(t, c.JoinKWI("", 1, "BB", "", today), fault.OneKWI)
	refuses(t, c.JoinKWI("", 1, "ZZ", "", today), fault.Removed)
	succeeds(t, c.JoinKWI("", 1, "CC", "Said otherwise", today))
	if got := c.Newest().KWI(1).WordsOf("CC"); got != "Said otherwise" || len(c.Newest().Turns) != 1 {
		t.Errorf("got %q, %+v", got, c.Newest().Turns)
	}
	refuses(t, c.RemoveRespondent("CC"), fault.KeepsAnswers)
	succeeds(t, c.PartKWI("", 1, "CC"))
	if k := c.Newest().KWI(1); k.WishedBy != "AA" || len(k.Wishes) != 0 || !slices.Equal(k.SharedBy, []account.Initials{"CC"}) {
		t.Errorf("got %+v", k)
	}
	if shown := c.Shown(account.Room{}); shown.Newest().KWI(1).Wishers() != nil {
		t.Errorf("nobody said who sits here, and they see %v", shown.Newest().KWI(1).Wishers())
	}
}

// TestNothingOfAChangedMindIsShownBeforeTheTest: until the KWIs go round, nobody
// sees what became of one of another, nor what another expects of their joint one.
func TestNothingOfAChangedMindIsShownBeforeTheTest(t *testing.T) {
	c := begun()
	code, err := c.AddKWI("", account.KWI{Title: "T", Expectation: "Words of AA", WishedBy: "AA"}, std)
	succeeds(t, err)
	succeeds(t, c.JoinKWI("", code, "BB", "Words of BB", today))
	c.Newest().Stage = account.Draft
	shown := c.Shown(account.Room{Known: true, Present: []account.Initials{"AA"}})
	k := shown.Newest().KWI(code)
	if k == nil || len(k.Wishes) != 1 || k.Wishes[0].By != "AA" || len(shown.Newest().Turns) != 0 {
		t.Errorf("AA sees %+v, %+v", k, shown.Newest().Turns)
	}
	c.Newest().Stage = account.Test
	shown = c.Shown(account.Room{Known: true, Present: []account.Initials{"AA"}})
	if k := shown.Newest().KWI(code); len(k.Wishes) != 2 || len(shown.Newest().Turns) != 1 {
		t.Errorf("then AA sees %+v", k)
	}
}
