package main

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// titled fails the test where the window has another title.
func titled(t *testing.T, d *drive.Driver, want string) {
	t.Helper()
	if got := d.View().WindowTitle; got != want {
		t.Errorf("the title is %q, not %q", got, want)
	}
}

// TestTheTitleTellsThePlace in the user's language, also below a dialog; with the
// client watching their name and the page that they see, and over a cover nothing.
func TestTheTitleTellsThePlace(t *testing.T) {
	t.Parallel()
	d := sitWith(t, exampleStore(t), "nl", 80, 24, func(c *ui.Config) {
		c.Me = account.User{Name: "Joe"}
		c.Start = kit.Place{Name: "measure", Client: "newmedia"}
	})
	titled(t, d, "kwi – NewMedia – Meten")
	d.Press("L")
	titled(t, d, "kwi – NewMedia – Measure")
	d.Press("n", "esc", "8", "?")
	titled(t, d, "kwi – NewMedia – Customer value monitor")
	d.Press("esc", "q")
	titled(t, d, "kwi – Clients")
	d.Press(",")
	titled(t, d, "kwi – Settings")
	d.Press("esc")
	d.Press("M")
	titled(t, d, "kwi")
}

// TestTheTitleOfAMeetingIsTheClients: no stage of the process, and never another
// client.
func TestTheTitleOfAMeetingIsTheClients(t *testing.T) {
	t.Parallel()
	d := sitWith(t, exampleStore(t), "nl", 80, 24, func(c *ui.Config) { c.Start = kit.Place{Name: "measure", Client: "newmedia"} })
	d.Press("M")
	titled(t, d, "kwi")
	d.Press("enter", "W", "g", "enter", "esc")
	for _, page := range []string{kit.MeetAgreements, kit.MeetKWI, kit.MeetSession, kit.MeetTesting} {
		d.Press(pageKey(page))
		got := d.View().WindowTitle
		if !strings.HasPrefix(got, "kwi – NewMedia – ") || strings.Contains(got, "Meten") {
			t.Errorf("on %s the title is %q", page, got)
		}
		d.Press("esc")
	}
}

// TestAHostileNameSteersNoTitle: nothing of it ends the sequence or begins another,
// and it does not fill the list of windows.
func TestAHostileNameSteersNoTitle(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"A\x07\x1b]0;B\x1b\\", "A\u009d0;B\u009c", "A\u202eB\u2066", "A\r\nB\tC", "A\x9cB", strings.Repeat("漢", 10_000),
	} {
		got := ui.TitleOf("kwi", name, "Measure")
		for _, r := range got {
			if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd && name != "A\x9cB" || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Errorf("%q has %U", got, r)
			}
		}
		if len([]rune(got)) > 80 || !strings.HasPrefix(got, "kwi – ") {
			t.Errorf("%q", got)
		}
	}
}
