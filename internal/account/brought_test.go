package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Whoever brings an idea gets an answer: it becomes an action, or there is an
// argument why not; and then they are told.
func TestIdeasThatAreBrought(t *testing.T) {
	c := busy()
	code := c.Newest().KWIs[0].Code
	at := func(text string) account.IdeaPlace { return account.IdeaPlace{Cycle: c.Newest().Name, Text: text} }
	refuses(t, c.BringIdea("", account.Idea{By: "Kees"}), fault.Missing)
	refuses(t, c.BringIdea("", account.Idea{Text: "x", KWI: 99}), fault.Removed)
	refuses(t, c.BringIdea("", account.Idea{Text: "x", Date: "soon"}), fault.BadDate)
	succeeds(t, c.BringIdea("", account.Idea{Text: " A tour ", By: "Kees", Date: today, KWI: code}))
	succeeds(t, c.BringIdea("", account.Idea{Text: "All for nothing", By: "Bea"}))
	refuses(t, c.BringIdea("", account.Idea{Text: "A tour"}), fault.Doubled)
	refuses(t, c.ChangeIdea("", "A tour", func(i *account.Idea) { i.Text = "All for nothing" }), fault.Doubled)

	refuses(t, c.DeclineIdea(at("All for nothing"), "  "), fault.Missing)
	refuses(t, c.TellIdea(at("All for nothing"), today), fault.Missing)
	succeeds(t, c.DeclineIdea(at("All for nothing"), "It costs more than it brings"))
	if i := c.IdeaAt(at("All for nothing")); !i.Answered() || !i.Owed() {
		t.Errorf("%+v", i)
	}
	succeeds(t, c.TellIdea(at("All for nothing"), today))
	succeeds(t, c.DeclineIdea(at("All for nothing"), "It costs too much"))
	if i := c.IdeaAt(at("All for nothing")); i.Told != "" {
		t.Errorf("another answer was told already: %+v", i)
	}
	number, err := c.TakeUpIdea(at("A tour"), "", account.Action{KWI: code}, std, today)
	succeeds(t, err)
	if _, a := c.Action(number); a == nil || a.Text != "A tour" || a.KWI != code {
		t.Errorf("%+v", a)
	}
	_, err = c.TakeUpIdea(at("A tour"), "", account.Action{}, std, today)
	refuses(t, err, fault.Doubled)
	refuses(t, c.DeclineIdea(at("A tour"), "No"), fault.Doubled)
	succeeds(t, c.TellIdea(at("A tour"), today))
	refuses(t, c.TellIdea(at("Another"), today), fault.Removed)
	succeeds(t, c.DropIdea("", "All for nothing"))
	if got := c.Newest().Ideas; len(got) != 1 || got[0].Owed() {
		t.Errorf("%+v", got)
	}
}

// What was said in a session, or brought before it, waits for a word in the
// cycle that follows too.
func TestIdeasOfBefore(t *testing.T) {
	c := busy()
	was := c.Newest()
	was.Meeting.Ideas = []account.Idea{{Text: "of the session"}, {Text: "taken up", Action: "2026-01"}}
	was.Ideas = []account.Idea{{Text: "brought", By: "Kees"}, {Text: "settled", WhyNot: "no"}}
	was.Stage = account.Closed
	name := was.Name
	_, err := c.StartCycle(today)
	succeeds(t, err)
	if got := c.StandingIdeas(c.Newest()); len(got) != 2 || got[0].Idea.Text != "brought" || got[1].Idea.Text != "of the session" {
		t.Fatalf("%+v", got)
	}
	number, err := c.TakeUpIdea(account.IdeaPlace{Cycle: name, Session: true, Text: "of the session"}, "", account.Action{}, std, today)
	succeeds(t, err)
	if y, _ := c.Action(number); y != c.Newest() || c.Cycle(name).Idea("of the session").Action != number {
		t.Errorf("%s: %+v", number, c.Cycle(name).Meeting.Ideas)
	}
	refuses(t, c.BringIdea(name, account.Idea{Text: "late"}), fault.Frozen)
}

// TestAnIdeaOfASessionIsNoInternalAgreement: the client heard it made. What was
// brought to us alone may be.
func TestAnIdeaOfASessionIsNoInternalAgreement(t *testing.T) {
	c := busy()
	name := c.Newest().Name
	succeeds(t, c.AddIdea(name, "heard"))
	succeeds(t, c.BringIdea(name, account.Idea{Text: "ours"}))
	ours := account.Action{Internal: true}
	_, err := c.ChooseIdea(name, "heard", ours, std, today)
	refuses(t, err, fault.NotInternal)
	_, err = c.TakeUpIdea(account.IdeaPlace{Cycle: name, Session: true, Text: "heard"}, name, ours, std, today)
	refuses(t, err, fault.NotInternal)
	number, err := c.TakeUpIdea(account.IdeaPlace{Cycle: name, Text: "ours"}, name, ours, std, today)
	succeeds(t, err)
	succeeds(t, c.TurnAction(number, account.Done, std, today))
}

// TestWhatWasSaidOfAnIdeaOfLongAgoStays: an idea of the cycle before gets its
// answer in this one, and after that none.
func TestWhatWasSaidOfAnIdeaOfLongAgoStays(t *testing.T) {
	c := busy()
	name := c.Newest().Name
	succeeds(t, c.BringIdea(name, account.Idea{Text: "brought"}))
	at := account.IdeaPlace{Cycle: name, Text: "brought"}
	closes := func() {
		c.Newest().Stage = account.Closed
		_, err := c.StartCycle(today)
		succeeds(t, err)
	}
	closes()
	succeeds(t, c.DeclineIdea(at, "it costs more than it brings"))
	succeeds(t, c.TellIdea(at, today))
	closes()
	refuses(t, c.DeclineIdea(at, "another reason"), fault.Frozen)
	refuses(t, c.TellIdea(at, today), fault.Frozen)
	_, err := c.TakeUpIdea(at, "", account.Action{}, std, today)
	refuses(t, err, fault.Frozen)
}
