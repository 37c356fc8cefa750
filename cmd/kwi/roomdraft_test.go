package main

import (
	"testing"
	"time"

	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// meetAt begins a meeting on the page of the agreements with the respondents on
// these lines of the list of who sits here; with none nobody says so.
func meetAt(t *testing.T, s store.Store, sits ...string) *drive.Driver {
	t.Helper()
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
		c.Now = func() time.Time { return day.Add(time.Duration(len(sits)+1) * time.Minute) }
	})
	d.Press("M", "enter")
	if len(sits) > 0 {
		d.Press("W")
		d.Press(sits...)
		d.Press("enter")
	}
	d.Press(pageKey(kit.MeetAgreements))
	d.See("van 4")
	return d
}

// TestWhatWasTypedInARoomIsOfferedToTheSamePeopleOnly: on the same page, also
// after the program ended.
func TestWhatWasTypedInARoomIsOfferedToTheSamePeopleOnly(t *testing.T) {
	s := stocked(t)
	d := meetAt(t, s, "5")
	d.Press("n")
	d.Type("Samen bedacht")
	d.Press("esc")
	d.Press("n")
	d.See("Samen bedacht")
	d.Press("esc", "q")
	leaveMeeting(d)
	goAlone(d)
	d.See("Tijdens het gesprek", "half getypt uit het gesprek: Afspraken")
	d.Press("enter", "enter", "5", "n")
	d.Miss("Samen bedacht")

	for _, others := range [][]string{{"1"}, {"5", "1"}, {"5", "g"}, nil} {
		d := meetAt(t, s, others...)
		if d.Press("n"); len(others) > 0 {
			d.See("Wat spreken we af?")
		}
		d.Miss("Samen bedacht")
	}
	d = meetAt(t, s, "5")
	d.Press("n")
	d.See("Samen bedacht")
	d.Press("ctrl+s")
	d.See("van 5")
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
}

// TestWhatWasTypedWhileNobodySaidWhoSatThereComesToTheManager: no other meeting
// is offered it.
func TestWhatWasTypedWhileNobodySaidWhoSatThereComesToTheManager(t *testing.T) {
	s := stocked(t)
	d := meetAt(t, s)
	d.Press("n")
	d.Type("Van niemand")
	d.Press("esc")
	d.Beat(1)
	d = sit(t, s, "nl", 80, 24)
	d.Press("M", "enter", pageKey(kit.MeetAgreements), "n")
	d.Miss("Van niemand")
	d = meetAt(t, s, "5")
	d.Press("n")
	d.Miss("Van niemand")

	d = sit(t, s, "nl", 80, 24)
	d.Press("enter", "5", "n")
	d.See("Van niemand")
	d.Press("ctrl+s", "ctrl+s") // nobody does it yet: said once
	d.Beat(1)
	if n := left(t, s); n != 0 {
		t.Errorf("%d records of drafts stay", n)
	}
}

// TestAMeetingThatCannotBeginTellsNothing: why its client does not come is not
// for whoever watches.
func TestAMeetingThatCannotBeginTellsNothing(t *testing.T) {
	d := sitWith(t, stocked(t), "nl", 80, 24, func(c *ui.Config) { c.Meeting, c.Start.Client = true, "elders" })
	d.See("Dat lukt nu niet.")
	d.Miss("elders")
}
