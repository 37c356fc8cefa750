package main

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/ui/kit"
)

// TestAColleagueIsSeenUnderTheCursorOfNobody: typing goes on where it was, what was
// typed stands, the cursor is on the same, and a notice says who changed what.
func TestAColleagueIsSeenUnderTheCursorOfNobody(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		for language, said := range map[string]string{"nl": "Anna de Vries wijzigde de afspraken van NewMedia.", "en": "Anna de Vries changed the agreements of NewMedia."} {
			_, mine, hers := ofATeam(t)
			mine.w, mine.h, mine.lang = size[0], size[1], language
			mine.sits().Press("enter", "5", "down", "enter")
			mine.Type(" half")
			x, y, there := mine.Caret()
			hers.does(agreed("Found by Anna"))
			hers.syncs()
			mine.syncs()
			if x2, y2, there2 := mine.Caret(); !there || x != x2 || y != y2 || there != there2 {
				t.Fatalf("the caret was at %d,%d and is at %d,%d (%v)\n%s", x, y, x2, y2, there2, mine.Screen())
			}
			if got := strings.Join(strings.Fields(mine.Screen()), " "); !strings.Contains(got, said) {
				t.Fatalf("%v %s: nobody is told\n%s", size, language, mine.Screen())
			}
			mine.Type(" typed")
			mine.See("half typed")
			mine.Press("ctrl+s")
			mine.syncs()
			hers.syncs()
			for _, l := range []*laptopOf{mine, hers} {
				c := l.client()
				y := c.Newest()
				if y.Actions[0].Text != "Found by Anna" || !strings.HasSuffix(y.Actions[1].Text, " half typed") {
					t.Errorf("kept are %q and %q", y.Actions[0].Text, y.Actions[1].Text)
				}
			}
		}
	}
}

// TestWhatCameIsNotTakenBack: ctrl+z takes back the user's own, whatever came behind
// it, and never what a colleague did.
func TestWhatCameIsNotTakenBack(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits().Press("enter", "5", "down", "enter")
	was := mine.client()
	mine.Type("!")
	mine.Press("ctrl+s")
	hers.does(agreed("Found by Anna"))
	hers.syncs()
	mine.syncs()
	for range 3 {
		mine.Press("ctrl+z")
	}
	c := mine.client()
	if got := c.Newest().Actions; got[0].Text != "Found by Anna" || got[1].Text != was.Newest().Actions[1].Text {
		t.Errorf("there are %q and %q\n%s", got[0].Text, got[1].Text, mine.Screen())
	}
}

// TestWhoChangedTheSameIsNamed: a colleague whose change came while one typed at the same.
func TestWhoChangedTheSameIsNamed(t *testing.T) {
	for language, says := range map[string]string{"nl": "Anna de Vries wijzigde dit tegelijk", "en": "Anna de Vries changed this at the same time"} {
		_, mine, hers := ofATeam(t)
		mine.lang = language
		mine.sits().Press("enter", "5", "down", "enter")
		mine.Type("!")
		second := func(text string) func(*account.Client) error {
			return onCycle(func(y *account.Cycle) {
				y.Actions = slices.Clone(y.Actions)
				y.Actions[1].Text = text
			})
		}
		hers.does(second("Words of Anna"))
		hers.syncs()
		quiet := mine.Driver
		mine.Driver = nil // the window does not hear it before it saves
		mine.syncs()
		mine.Driver = quiet
		mine.Press("ctrl+s")
		mine.See(says)
	}
}

// TestNothingOfColleaguesInAMeeting: no mark, no notice, no page, until it is over.
func TestNothingOfColleaguesInAMeeting(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits().Press("enter", "5", "M", "enter")
	hers.does(agreed("Found by Anna"))
	var a, b *sync.Presence
	hers.work.open = "newmedia"
	hers.looks(&b)
	mine.looks(&a)
	hers.syncs()
	mine.does(agreed("Here"))
	mine.syncs()
	quiet := func() {
		t.Helper()
		mine.Miss("Anna", "up to date", "to choose", "waiting", "offline", "updated")
	}
	quiet()
	for _, k := range []string{"O", "alt+O", "alt+=", ":"} {
		mine.Press(k)
		mine.Miss("otherwise", "team")
		mine.Press("esc")
	}
	mine.work.tell(sync.Status{State: sync.Offline, Waiting: 1, Cause: store.ErrUnreachable})
	mine.hears()
	quiet()
	mine.Press("M")
	mine.Type("done\n")
	mine.Beat(3)
	mine.Press("enter")
	mine.See("Anna de Vries has this client open too.", "Anna de Vries changed the agreements")
}

// TestTheMarkOfTheTeam: what stands beside what is kept, short, in both languages.
func TestTheMarkOfTheTeam(t *testing.T) {
	_, mine, _ := ofATeam(t)
	alone := sit(t, mine.file, "en", 80, 24)
	alone.Miss("up to date")
	for language, want := range map[string][]string{
		"nl": {"bijgewerkt", "team 3 van 12", "3 wachten", "offline sinds 14:02", "niet toegelaten", "team gestopt"},
		"en": {"up to date", "team 3 of 12", "3 waiting", "offline since 14:02", "not let in", "team stopped"},
	} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			mine.lang, mine.w, mine.h = language, size[0], size[1]
			mine.work = newTeamwork(mine.desk, mine.work.hub, mine.work.now)
			mine.sits()
			for i, s := range []sync.Status{{State: sync.Same}, {Done: 3, All: 12}, {State: sync.Same, Waiting: 3}, {State: sync.Offline, Cause: store.ErrUnreachable}, {State: sync.Refused}} {
				mine.work.tell(s)
				mine.hears()
				mine.See(want[i])
			}
			mine.work.pause(true)
			mine.work.tell(sync.Status{State: sync.Same})
			mine.hears()
			mine.See(want[5])
		}
	}
}

// TestWhoElseIsHere: told once, and marked for as long as it is so.
func TestWhoElseIsHere(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits().Press("enter")
	if mine.work.open != "newmedia" {
		t.Fatalf("open is %q", mine.work.open)
	}
	var a, b *sync.Presence
	mine.looks(&a)
	mine.Miss("Anna")
	hers.work.open = "newmedia"
	hers.looks(&b)
	mine.looks(&a)
	mine.See("Anna de Vries has this client open too.")
	mine.Beat(7)
	mine.Press("down")
	mine.looks(&a)
	mine.See("Anna de Vries here too")
	mine.Miss("has this client open")
	if err := b.End(context.Background()); err != nil {
		t.Fatal(err)
	}
	mine.looks(&a)
	mine.Miss("Anna")
	mine.Press("q")
	if mine.work.open != "" {
		t.Errorf("on the list %q is open", mine.work.open)
	}
}

// TestAnotherHubIsToldNothing: not which client is open, before it said that it is the
// one of the team, nor while the user stopped it.
func TestAnotherHubIsToldNothing(t *testing.T) {
	_, mine, _ := ofATeam(t)
	mine.work.opens("newmedia")
	if got := mine.work.openThere(); got != "" {
		t.Errorf("a hub that said nothing is told of %q", got)
	}
	mine.work.there = true
	if got := mine.work.openThere(); got != "newmedia" {
		t.Errorf("it is told of %q", got)
	}
	mine.work.pause(true)
	if got := mine.work.openThere(); got != "" {
		t.Errorf("while it is stopped it is told of %q", got)
	}
	other := newTeamwork(mine.desk, mine.work.hub, mine.work.now)
	other.hub.is = func(context.Context) error { return fault.New(fault.OtherTeam, "others", "joe") }
	end := other.start(t.Context())
	for news := (kit.TeamNews{}); news.State != kit.TeamRefused; news, _ = other.next(t.Context()) {
		other.opens("newmedia")
	}
	if got := other.openThere(); got != "" {
		t.Errorf("another hub is told of %q", got)
	}
	end()
}

// TestWhatCollidesIsChosen: both stand side by side, the place says so, and one is
// chosen; it goes to the colleague too, and can be taken back.
func TestWhatCollidesIsChosen(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		for _, here := range []bool{true, false} {
			_, mine, hers := ofATeam(t)
			mine.w, mine.h = size[0], size[1]
			mine.sits().Press("enter", "5")
			mine.does(agreed("Words of Joe"))
			hers.does(agreed("Words of Anna"))
			hers.syncs()
			mine.syncs()
			mine.Beat(7)
			mine.Press("down", "up")
			mine.See("Another value waits here (O)", "1 to choose", "Words of Anna")
			mine.Press("O")
			mine.See("Words of Joe", "Words of Anna", "counts now", "Anna de Vries", "stood here", "enter choose this")
			if here {
				mine.Press("right")
			}
			mine.Press("enter")
			mine.hears()
			mine.Miss("stood here", "Another value waits")
			mine.syncs()
			hers.syncs()
			want := map[bool]string{true: "Words of Joe", false: "Words of Anna"}[here]
			for _, l := range []*laptopOf{mine, hers} {
				if c := l.client(); c.Newest().Actions[0].Text != want {
					t.Errorf("%v: there is %q", size, c.Newest().Actions[0].Text)
				}
			}
			mine.See(want, "up to date")
			mine.Press("O")
			mine.See("Nothing was done otherwise in two places.")
		}
	}
}

// TestTheListSaysWhoAsksForAChoice: behind the name, in the line below, and what the signs mean
// in help; until it is chosen.
func TestTheListSaysWhoAsksForAChoice(t *testing.T) {
	for language, says := range map[string][4]string{
		"nl": {"NewMedia · te kiezen", "te kiezen: er wacht een andere waarde (O)", "Tekens achter een klant", "NewMedia · wacht"},
		"en": {"NewMedia · to choose", "to choose: another value waits (O)", "Signs behind a client", "NewMedia · waiting"},
	} {
		_, mine, hers := ofATeam(t)
		mine.lang, mine.w = language, 120
		mine.does(agreed("Words of Joe"))
		mine.sits()
		mine.work.tell(sync.Status{State: sync.Offline, Waiting: 1})
		mine.hears()
		mine.See(says[3])
		hers.does(agreed("Words of Anna"))
		hers.syncs()
		mine.syncs()
		mine.See(says[0], says[1])
		mine.Press("?")
		for range 20 {
			if strings.Contains(mine.Screen(), says[2]) {
				break
			}
			mine.Press("pgdown")
		}
		mine.See(says[2])
		mine.Press("esc", "O", "enter")
		mine.hears()
		mine.Miss(says[0], says[1])
	}
}

// TestAChoiceThatWasMadeElsewhereIsNotMadeAgain: nothing becomes of it here, and that
// is not called chosen.
func TestAChoiceThatWasMadeElsewhereIsNotMadeAgain(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits().Press("enter", "5")
	mine.does(agreed("Words of Joe"))
	hers.does(agreed("Words of Anna"))
	hers.syncs()
	mine.syncs()
	mine.Press("O", "right")
	if err := mine.work.choose(context.Background(), mine.work.news.Apart[0], false); err != nil { // in another window
		t.Fatal(err)
	}
	mine.Press("enter")
	mine.Miss("Chosen", "All is chosen")
	if c := mine.client(); c.Newest().Actions[0].Text != "Words of Anna" {
		t.Errorf("there is %q", c.Newest().Actions[0].Text)
	}
}

// TestAChoiceThatNoLongerFitsIsTold, and still waits.
func TestAChoiceThatNoLongerFitsIsTold(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits().Press("enter", "5")
	code, _ := account.ParseQuestionCode("1.02")
	graded := func(g account.Grade) func(*account.Client) error {
		return func(c *account.Client) error {
			return c.EditAnswer("", "KK", code, "2026-11-21", "", func(a *account.Answer) { a.Grade = g })
		}
	}
	mine.does(graded(3))
	hers.does(graded(9))
	hers.syncs()
	mine.syncs()
	mine.does(onCycle(func(y *account.Cycle) {
		y.KWIs, y.Assigned, y.Answers = slices.Clone(y.KWIs), maps.Clone(y.Assigned), maps.Clone(y.Answers)
		k := y.KWI(1)
		k.Questions = slices.DeleteFunc(slices.Clone(k.Questions), func(q account.Question) bool { return q.Code == code })
		for who := range y.Assigned {
			y.Assigned[who] = slices.DeleteFunc(slices.Clone(y.Assigned[who]), func(q account.QuestionCode) bool { return q == code })
			y.Answers[who] = slices.DeleteFunc(slices.Clone(y.Answers[who]), func(a account.Answer) bool { return a.Question == code })
		}
	}))
	mine.Press("O", "right", "enter")
	mine.See("no longer fits", "stood here")
	mine.Press("esc")
	mine.hears()
	mine.See("1 to choose")
}

// TestWhoIsNoLongerSharedIsSaidOnce: the client stays, and is marked.
func TestWhoIsNoLongerSharedIsSaidOnce(t *testing.T) {
	hub, mine, _ := ofATeam(t)
	mine.sits().Press("enter")
	ctx := context.Background()
	var all []store.Write
	had := map[string][]byte{}
	for _, prefix := range sync.Ranges("joe", "newmedia") {
		if err := hub.Scan(ctx, prefix, func(r store.Record) error {
			all = append(all, store.Write{Op: store.Remove, Key: r.Key, Rev: r.Rev})
			had[r.Key] = slices.Clone(r.Value)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	for part := range slices.Chunk(all, store.MaxWrites) {
		if _, err := hub.Apply(ctx, part...); err != nil {
			t.Fatal(err)
		}
	}
	mine.syncs()
	mine.See("NewMedia is no longer shared with you.", "only here")
	mine.Beat(61)
	mine.Press("down")
	mine.does(agreed("Still here"))
	mine.syncs()
	mine.Miss("no longer shared")
	mine.See("only here")
	for part := range slices.Chunk(all, store.MaxWrites) { // and then they are again
		for i := range part {
			part[i] = store.Write{Op: store.Put, Key: part[i].Key, Value: had[part[i].Key]}
		}
		if _, err := hub.Apply(ctx, part...); err != nil {
			t.Fatal(err)
		}
	}
	mine.syncs()
	mine.See("NewMedia is shared with you again.")
	mine.Miss("only here")
}

// TestTheHistoryNamesTheColleague, and what they changed; nobody takes it back.
func TestTheHistoryNamesTheColleague(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.sits()
	hers.does(agreed("Words of Anna"))
	hers.syncs()
	mine.syncs()
	mine.w = 120
	mine.Resize(120, 40)
	mine.Press("enter", "Z")
	mine.See("Came from a colleague", "Anna de Vries on KANTOOR-3", "Words of Anna")
	mine.Beat(7)
	mine.Press("t")
	mine.See("cannot be taken back")
}
