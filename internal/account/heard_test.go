package account_test

import (
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

type people = []account.Initials

func TestANoteIsHeardByWhoWasThere(t *testing.T) {
	c := begun()
	room := account.Room{Known: true, Present: people{"BB", "AA", "BB"}}
	if got := (account.Room{Present: people{"AA"}}).Hearing(); got != nil {
		t.Errorf("nobody said who sits here, and %v hear it", got)
	}
	succeeds(t, c.AddNote("", account.Note{With: "AA", Text: "one desk", Heard: room.Hearing()}))
	succeeds(t, c.AddNote("", account.Note{With: "AA", Text: "too slow"}))
	refuses(t, c.AddNote("", account.Note{With: "AA", Text: "x", Heard: people{"ZZ"}}), fault.Removed)
	heard := func(i int, want people) {
		t.Helper()
		if got := c.Newest().Notes[i].Heard; !reflect.DeepEqual(got, want) {
			t.Errorf("heard by %v, not %v", got, want)
		}
	}
	heard(0, people{"AA", "BB"})
	heard(1, nil)

	seen := account.Note{With: "AA", Text: "one desk"} // as a room sees it, without who heard it
	succeeds(t, c.RewordNote("", seen, "one desk", nil))
	heard(0, people{"AA", "BB"})
	succeeds(t, c.RewordNote("", seen, "one desk for all", people{"AA"}))
	heard(0, people{"AA"})
	seen.Text = "one desk for all"
	succeeds(t, c.ChangeNote("", seen, "one desk for us"))
	heard(0, nil)

	seen.Text = "too slow"
	succeeds(t, c.ShareNote("", seen, people{"CC", "AA"}))
	heard(1, people{"AA", "CC"})
	succeeds(t, c.ShareNote("", seen, nil))
	heard(1, nil)
	refuses(t, c.ShareNote("", seen, people{"ZZ"}), fault.Removed)
	refuses(t, c.ShareNote("", account.Note{Text: "never said"}, people{"AA"}), fault.Removed)
	refuses(t, c.RewordNote("", account.Note{Text: "never said"}, "x", nil), fault.Removed)
	succeeds(t, c.RewordNote("", account.Note{Text: "never said"}, "", nil))
}

func TestTheSameSaidTwiceIsTwoNotes(t *testing.T) {
	c := begun()
	said := account.Note{With: "AA", Text: "on time"}
	succeeds(t, c.AddNote("", said))
	succeeds(t, c.AddNote("", account.Note{With: "AA", Text: "on time", Heard: people{"AA"}}))
	succeeds(t, c.ShareNote("", said, people{"BB"}))
	if n := c.Newest().Notes; !reflect.DeepEqual(n[0].Heard, people{"BB"}) || !reflect.DeepEqual(n[1].Heard, people{"AA"}) {
		t.Errorf("%+v", n)
	}
}

func TestNotesAreRanked(t *testing.T) {
	c := begun()
	for _, text := range []string{"a", "b", "c", "d"} {
		succeeds(t, c.AddNote("", account.Note{With: "AA", Text: text}))
		succeeds(t, c.AddNote("", account.Note{With: "BB", Text: text}))
	}
	note := func(text string) account.Note { return account.Note{With: "AA", Text: text} }
	is := func(want string) {
		t.Helper()
		got := ""
		for i, n := range c.Newest().Ranked("AA") {
			if got += n.Text; n.Rank != 0 && n.Rank != i+1 {
				t.Errorf("%s has rank %d", n.Text, n.Rank)
			}
		}
		if got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	is("abcd")
	succeeds(t, c.RankNote("", note("c"), note("b"))) // up
	is("acbd")
	succeeds(t, c.RankNote("", note("a"), note("c"))) // down
	is("cabd")
	succeeds(t, c.RankNote("", note("d"), note("c")))
	is("dcab")
	succeeds(t, c.RankNote("", note("d"), note("d")))
	is("dcab")
	succeeds(t, c.AddNote("", note("e")))
	is("dcabe")
	refuses(t, c.RankNote("", note("x"), note("a")), fault.Removed)
	refuses(t, c.RankNote("", note("a"), account.Note{With: "BB", Text: "a"}), fault.Removed)
	for _, n := range c.Newest().Ranked("BB") {
		if n.Rank != 0 {
			t.Errorf("another's note was ranked: %+v", n)
		}
	}
}

func TestTheTopNoteBecomesAKWI(t *testing.T) {
	c := begun()
	note := account.Note{With: "AA", Text: "One desk for everything, so that we need not look. It is about time."}
	succeeds(t, c.AddNote("", note))
	if got := note.Title(); got != "One desk for everything" {
		t.Errorf("it begins with %q", got)
	}
	if got := (account.Note{Text: "one two three four five six seven, eight"}).Title(); got != "one two three four five six seven" {
		t.Errorf("it begins with %q", got)
	}
	if got := (account.Note{Text: "somebody two three four five six seven eight nine ten"}).Title(); got != "somebody two three four five six" {
		t.Errorf("it begins with %q", got)
	}
	code, err := c.WishKWI("", note, note.Title(), std)
	succeeds(t, err)
	k := c.Newest().KWI(code)
	if k == nil || k.Title != "One desk for everything" || k.Expectation != note.Text || k.WishedBy != "AA" || c.Newest().Notes[0].KWI != code {
		t.Errorf("%+v", k)
	}
	_, err = c.WishKWI("", note, "another", std)
	refuses(t, err, fault.OneKWI)
	_, err = c.WishKWI("", account.Note{With: "BB", Text: "never said"}, "T", std)
	refuses(t, err, fault.Removed)
}

func TestAnotherNoteTakesThePlaceOfTheTopOne(t *testing.T) {
	c := begun()
	first, second := account.Note{With: "AA", Text: "One desk."}, account.Note{With: "AA", Text: "Fewer invoices."}
	succeeds(t, c.AddNote("", first))
	succeeds(t, c.AddNote("", second))
	refuses(t, c.WishInstead("", second, "Fewer invoices"), fault.Removed)
	code, err := c.WishKWI("", first, "One desk", std)
	succeeds(t, err)
	_, err = c.AddQuestion("", code, account.Question{Text: "Is there one desk?"})
	succeeds(t, err)
	succeeds(t, c.WishInstead("", second, "Fewer invoices"))
	y := c.Newest()
	k := y.KWI(code)
	if len(y.KWIs) != 1 || k.Title != "Fewer invoices" || k.Expectation != second.Text || k.WishedBy != "AA" || len(k.Questions) != 2 || y.Notes[0].KWI != 0 || y.Notes[1].KWI != code {
		t.Errorf("%+v %+v", k, y.Notes)
	}
	refuses(t, c.WishInstead("", account.Note{With: "AA", Text: "never said"}, "T"), fault.Removed)
	refuses(t, c.WishInstead("", account.Note{Text: "never said"}, "T"), fault.Removed)
}

func TestWhatWasNotedElsewhereStaysWhenItIsHeard(t *testing.T) {
	c := begun()
	succeeds(t, c.NotExpect("", "AA", "no fireworks, he said angrily"))
	succeeds(t, c.HearNotExpected("", "AA", "", today))
	if y := c.Newest(); y.NotExpected["AA"] == "" || len(y.Notes) != 0 {
		t.Errorf("what nobody heard is taken away: %+v", y)
	}
	succeeds(t, c.HearNotExpected("", "AA", "no cake", today))
	y := c.Newest()
	if len(y.Notes) != 1 || y.Notes[0].Text != "no fireworks, he said angrily" || y.Notes[0].Heard != nil || y.NotExpected["AA"] != "no cake" {
		t.Errorf("%+v %q", y.Notes, y.NotExpected)
	}
	succeeds(t, c.HearNotExpected("", "AA", "no cake, no flowers", today))
	if len(y.Notes) != 1 || y.NotExpected["AA"] != "no cake, no flowers" {
		t.Errorf("%+v %q", y.Notes, y.NotExpected)
	}
}

func TestWhatIsNotExpectedIsHeardInTheseWords(t *testing.T) {
	c := begun()
	heard := func(want people) {
		t.Helper()
		if got := c.Newest().NotExpectedHeard; !reflect.DeepEqual(got, want) {
			t.Errorf("heard by %v, not %v", got, want)
		}
	}
	succeeds(t, c.NotExpect("", "AA", "no fireworks"))
	heard(nil)
	succeeds(t, c.ShareNotExpected("", "AA", true))
	succeeds(t, c.NotExpect("", "AA", "no fireworks"))
	heard(people{"AA"})
	succeeds(t, c.NotExpect("", "AA", "no fireworks, he said angrily"))
	heard(nil)
	succeeds(t, c.HearNotExpected("", "AA", "no cake", today))
	succeeds(t, c.HearNotExpected("", "BB", "no calls", today))
	heard(people{"AA", "BB"})
	succeeds(t, c.ShareNotExpected("", "BB", false))
	succeeds(t, c.HearNotExpected("", "AA", "", today))
	heard(nil)
	if got := c.Newest().NotExpected; len(got) != 1 || got["BB"] != "no calls" {
		t.Errorf("%v", got)
	}
	refuses(t, c.ShareNotExpected("", "CC", true), fault.Removed)
	refuses(t, c.HearNotExpected("", "ZZ", "x", today), fault.Removed)
}

func TestEvidenceIsReleasedInTheseWords(t *testing.T) {
	c := busy()
	const number = "2026-01"
	_, a := c.Action(number)
	refuses(t, c.ShareEvidence(number, true), fault.Missing)
	refuses(t, c.ShareEvidence("2026-77", true), fault.Removed)
	write := func(text string) {
		t.Helper()
		succeeds(t, c.ChangeAction(number, std, today, func(a *account.Action) { a.Evidence = text }))
	}
	write("the minutes")
	succeeds(t, c.ShareEvidence(number, true))
	succeeds(t, c.TurnAction(number, account.Done, std, today))
	if !a.EvidenceShared {
		t.Error("done, and released no more")
	}
	if write("they were angry"); a.EvidenceShared {
		t.Error("other words are released")
	}
	succeeds(t, c.ShareEvidence(number, true))
	if write(""); a.EvidenceShared {
		t.Error("nothing is released")
	}
	write("the minutes")
	c.Newest().Stage = account.Closed
	succeeds(t, c.ShareEvidence(number, true))
}

func TestAListIsAnsweredInAConversation(t *testing.T) {
	c := busy() // AA has answered
	refuses(t, c.AnswerInTalk("", "BB", today), fault.Missing)
	refuses(t, c.AnswerInTalk("", "AA", "soon"), fault.BadDate)
	refuses(t, c.AnswerInTalk("", "ZZ", today), fault.Removed)
	talked := func(want account.Date) {
		t.Helper()
		if got := c.Newest().AnsweredInTalk["AA"]; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	succeeds(t, c.AnswerInTalk("", "AA", today))
	talked(today)
	succeeds(t, c.Return("", "AA", "2026-04-02")) // a list that comes after that does not undo the talk
	talked(today)
	if y := c.Newest(); !y.CameLater("AA") {
		t.Error("it is not told that the list came later")
	}
	succeeds(t, c.AnswerByPhone("", "AA", "2026-04-03"))
	if way, on := c.Newest().AnsweredHow("AA"); way != account.ByPhone || on != "2026-04-03" {
		t.Errorf("the last word came by %q on %q", way, on)
	}
	for _, q := range c.Newest().Assigned["AA"] {
		succeeds(t, c.Answer("", "AA", account.Answer{Question: q}, today))
	}
	talked("")
}
