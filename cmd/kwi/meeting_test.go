package main

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// leaveMeeting types the word that ends a meeting, in its dialog, up to the
// cover; goAlone goes on from there.
func leaveMeeting(d *drive.Driver) {
	for _, word := range []string{"klaar", "done"} {
		if strings.Contains(d.Screen(), "“"+word+"”") {
			d.Type(word + "\n")
			return
		}
	}
	panic("no word is asked for:\n" + d.Screen())
}

// pageKey is the digit of a page of a meeting.
func pageKey(name string) string {
	for i, e := range meetingPages() {
		if e.Name == name {
			return fmt.Sprint(i)
		}
	}
	panic("there is no page " + name)
}

func goAlone(d *drive.Driver) {
	d.Beat(2)
	d.Press("enter")
}

func TestAMeetingFromCoverToCover(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.See("klant")
	d.Press("M") // on a row of the portfolio
	d.See("NewMedia", "beginnen", "M of q", "klaar", "in gesprek")
	d.Miss("klanten", "2011H1", "meten")
	for _, key := range []string{"1", "8", "esc", "g", "[", "]", "ctrl+z", ":", "?", "tab", "x"} {
		d.Press(key)
		d.See("beginnen")
	}
	d.Press("enter")
	d.See("KWI voor KWI", "Afspraken")
	d.Press(pageKey(kit.MeetKWI))
	d.See("Kennisborging", "1 van 5")
	d.Press("right", "right") // the rest of the words, and what came of it
	d.See("1 van 5", "doel 8,00")
	d.Press("right")
	d.See("1 van 5", "vr 1 okt 2010") // what was agreed on it
	d.Press("right")
	d.See("2 van 5")
	d.Press(pageKey(kit.MeetAgreements), "n")
	d.Type("Een proef doen")
	d.Press("tab")
	d.Type("Kees")
	d.Press("tab")
	d.Type("vrijdag")
	d.Press("ctrl+s")
	c := kept(t, s, "newmedia")
	if a := c.Newest().Actions[len(c.Newest().Actions)-1]; a.Text != "Een proef doen" || a.For != "Kees" || a.Due == "" {
		t.Fatalf("agreed is %+v", a)
	}
	d.See("5 van 5", "Kees  ·  vr 27 nov")
	d.Press("tab")
	d.See("Een proef doen")
	d.Press("esc", "esc")
	d.See("Het gesprek sluiten")
	d.Type("niet dit\n")
	d.See("Het gesprek sluiten", "“niet dit” is een ander woord: typ “klaar”.")
	d.Paste("klaar")
	d.Press("enter")
	d.See("Het gesprek sluiten")
	d.Type("klaar")
	d.Press("enter")
	d.See("NewMedia", "verder zonder de klant")
	d.Press("enter", "enter", "enter") // a key that is held down
	d.See("verder zonder de klant")
	d.Press("esc")
	d.See("KWI voor KWI")
	d.Press("q")
	leaveMeeting(d)
	goAlone(d)
	d.See("1 klant", "meten")
	d.Miss("in gesprek")
}

func TestUndoReachesNoFurtherThanTheMeeting(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "end", "enter")
	d.Type("9")
	d.Press("esc", "M", "enter", "esc", pageKey(kit.MeetAgreements), "space")
	first := func() account.Status {
		c := kept(t, s, "newmedia")
		return c.Newest().Actions[0].Status
	}
	done := first()
	d.Press("ctrl+z")
	d.See("Teruggenomen")
	if first() == done {
		t.Fatal("what was done in the meeting is not taken back")
	}
	for range 3 {
		d.Press("ctrl+z")
		d.Miss("cijfer", "2.05")
	}
	d.Press("ctrl+y")
	if first() != done {
		t.Error("it is not done again")
	}
	if got := grade(t, s, "2.05"); got != "9" {
		t.Errorf("the grade from before the meeting is %q", got)
	}
}

func TestTheRootTellsNothingInAMeetingAndAllAfterwards(t *testing.T) {
	s := &faulty{Store: stocked(t)}
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "M", "enter", "esc", pageKey(kit.MeetAgreements))
	s.fail = 1000
	d.Press("space")
	d.Miss("schijf", "Nog niet bewaard")
	elsewhere(t, s.Store, func(c *account.Client) error {
		c.Newest().Actions = nil
		return nil
	})
	s.fail = 0
	d.Beat(5)
	d.Miss("Iemand anders", "elders", "gedaan:")
	d.Press("q")
	leaveMeeting(d)
	goAlone(d)
	d.See("Tijdens het gesprek", "Iemand anders was je voor")
	d.Press("enter")
	d.See("Lijsten")
}

func TestKeysThatWereHeldAreDroppedWhereAMeetingBegins(t *testing.T) {
	s := stocked(t)
	d := sit(t, s, "nl", 80, 24)
	d.Hold()
	d.Press("enter", "M", "enter", pageKey(kit.MeetAgreements), "space", "n")
	d.Release()
	d.See("beginnen")
	d.Press("enter")
	d.See("Wie zit hier?")
}

func TestTheProgramEndsFromAMeetingToAnEmptyScreen(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("enter", "M", "enter", "esc", pageKey(kit.MeetKWI))
	d.Hold()
	d.Press("ctrl+c")
	if !d.Quit && strings.TrimSpace(d.Screen()) != "" {
		t.Errorf("it ends on\n%s", d.Screen())
	}
}

func TestWhoSitsHereIsForgottenAfterwards(t *testing.T) {
	d := sit(t, stocked(t), "nl", 80, 24)
	d.Press("M", "enter", "W")
	d.See("Wie zit hier?", "Kees Klant")
	d.Press("5", "enter")
	d.See("Hier zit: Kees Klant")
	d.Press("q")
	leaveMeeting(d)
	goAlone(d)
	d.Press("M", "enter")
	d.Miss("Hier zit")
}

func TestAProgramThatIsAMeetingEndsWithIt(t *testing.T) {
	s := stocked(t)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Meeting, c.Start.Client = true, "newmedia" })
	d.See("NewMedia", "beginnen")
	d.Press("enter", "esc")
	leaveMeeting(d)
	d.See("stoppen")
	goAlone(d)
	if !d.Quit {
		t.Errorf("it goes on:\n%s", d.Screen())
	}
}

func TestAProgramAboutOneClientNeverShowsTheOthers(t *testing.T) {
	s := stocked(t)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Only, c.Start.Client = true, "newmedia" })
	d.See("NewMedia · 2011H1", "Lijsten")
	for _, key := range []string{"q", "esc", "esc"} {
		d.Press(key)
		d.Miss("klanten", "Eerstvolgend")
	}
	d.See("Stoppen?")
	d.Press("esc", "M", "enter", "esc", "q")
	leaveMeeting(d)
	goAlone(d)
	d.See("Lijsten")
	d.Press("q", "enter")
	if !d.Quit {
		t.Errorf("it goes on:\n%s", d.Screen())
	}
}

// TestAProgramThatIsAMeetingTellsWhatHadToWaitBeforeItEnds: what somebody wrote
// and could not be kept is not lost with it.
func TestAProgramThatIsAMeetingTellsWhatHadToWaitBeforeItEnds(t *testing.T) {
	s := &faulty{Store: stocked(t)}
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Meeting, c.Start.Client = true, "newmedia" })
	d.Press("enter", pageKey(kit.MeetAgreements))
	s.fail = 1000
	d.Press("space")
	elsewhere(t, s.Store, func(c *account.Client) error { c.Newest().Actions = nil; return nil })
	s.fail = 0
	d.Beat(5)
	d.Press("q")
	leaveMeeting(d)
	d.See("verder zonder de klant")
	goAlone(d)
	d.See("Tijdens het gesprek", "Iemand anders was je voor")
	d.Press("enter")
	if !d.Quit {
		t.Errorf("it goes on:\n%s", d.Screen())
	}
}

// TestAPageThatFallsIsCovered: its words are nobody's, and told afterwards.
func TestAPageThatFallsIsCovered(t *testing.T) {
	for _, in := range []string{"update", "view", "acts", "head", "typing", "init", "tick"} {
		s := stocked(t)
		d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
			for i := range c.Places {
				if c.Places[i].Name == kit.MeetKWI {
					c.Places[i].Open = func(kit.Place) kit.Screen { return frail{in} }
				}
			}
		})
		d.Press("M", "enter", pageKey(kit.MeetKWI))
		if in == "update" {
			d.Press("u")
		}
		d.Beat(1)
		d.See("NewMedia", "beginnen")
		d.Miss("index", "fout")
		d.Press("enter")
		d.See("Wat u verwacht")
	}
}

// TestTheMeetingShowsWhatWasInHand: from every place M leads to the page of
// what is in hand there, or to the first where there is none.
func TestTheMeetingShowsWhatWasInHand(t *testing.T) {
	for _, at := range []struct {
		keys string
		see  string
	}{
		{"1", "Wat u verwacht"},
		{"4", "Wat u verwacht"},
		{"5", "1 van 4"},
		{"5 down down", "3 van 4"},
		{"8", "1 van 5"},
		{"8 down down", "3 van 5"},
		{"8 tab tab tab tab", "1 van 4"},
	} {
		d := sit(t, stocked(t), "nl", 120, 40)
		d.Press("enter")
		d.Press(strings.Fields(at.keys)...)
		d.Press("M")
		d.See("beginnen")
		d.Press("enter")
		if !strings.Contains(d.Screen(), at.see) {
			t.Errorf("%s: %q is not there:\n%s", at.keys, at.see, d.Screen())
		}
	}
}

// TestThePlacesOfTheManagerAreClosed: nothing that they offer says that it may
// be done with a client watching.
func TestThePlacesOfTheManagerAreClosed(t *testing.T) {
	f := kittest.Frame(117, 36, "nl", kept(t, stocked(t), "newmedia"))
	for _, e := range places(sources{}) {
		for _, a := range e.Open(kit.Place{Name: e.Name, Client: "newmedia"}).Acts(f) {
			if a.Together != e.Together {
				t.Errorf("%s: %s is together %t", e.Name, a.ID, a.Together)
			}
		}
	}
}
