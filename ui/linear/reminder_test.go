package linear

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// TestHowSomebodyWasAskedIsChangedAndTakenAway: each time that was noted is told, and only that one
// changes or goes.
func TestHowSomebodyWasAskedIsChangedAndTakenAway(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	name := c.Newest().Name
	first := account.Reminder{Date: "2011-06-10", Way: account.ByMail, Said: "No time"}
	for _, r := range []account.Reminder{first, {Date: "2011-06-12", Way: account.ByPhone, Said: "Soon", Promise: "2026-11-27"}} {
		if err := c.Remind(name, "AA", r); err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t, c)
	got := h.play(t, "en", "NewMedia", "measuring", "A. Aaaa", "asked on 12", "change", "", "in a conversation", "", "Next week", "+7", "")
	want := account.Reminder{Date: "2011-06-12", Way: account.InTalk, Said: "Next week", Promise: "2026-11-28"}
	if noted := h.client(t, "newmedia").Newest().Reminders["AA"]; !slices.Equal(noted, []account.Reminder{first, want}) {
		t.Errorf("%+v:\n%s", noted, got)
	}
	tells(t, got, "asked on 12 Jun 2011, by phone: Soon; Answer promised by 27 Nov 2026", "asked on 10 Jun 2011, by mail: No time", "What do you want with this?", "Kept.")
	got = h.play(t, "nl", "NewMedia", "meten", "A. Aaaa", "gevraagd op 10", "weghalen", "ongedaan", "gevraagd op 10", "weghalen")
	if noted := h.client(t, "newmedia").Newest().Reminders["AA"]; !slices.Equal(noted, []account.Reminder{want}) {
		t.Errorf("%+v:\n%s", noted, got)
	}
	tells(t, got, "gevraagd op 12 jun 2011, in een gesprek: Next week", "Bewaard.", "Teruggenomen: ")
	if together := h.play(t, "en", "NewMedia", "together", "asked on"); strings.Contains(together[strings.Index(together, "From here on"):], "Next week") {
		t.Errorf("%s", together)
	}
}
