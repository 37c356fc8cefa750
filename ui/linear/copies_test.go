package linear

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// TestOneGoesBackToAnEarlierCopyInLines: each with its moment, its cause and its size; what
// it would bring is told first, and without a yes nothing happens.
func TestOneGoesBackToAnEarlierCopyInLines(t *testing.T) {
	t.Parallel()
	back, came := "", lang.Came{}
	copies := kit.Copies{Folder: "/home/joe/copies", List: func() ([]kit.Copy, account.Moment, error) {
		return []kit.Copy{
			{Path: "/c/1", Name: "1", At: day.Add(-24 * time.Hour), Cause: "day", Size: 20480, GoingBack: lang.GoingBack{Clients: 1, Changed: []string{"NewMedia"}, Loses: true}},
			{Path: "/c/2", Name: "2", At: day.Add(-48 * time.Hour), Cause: "day", GoingBack: lang.GoingBack{Clients: -1}},
			{Path: "/c/3", Name: "3", At: day.Add(-72 * time.Hour), Cause: "day", GoingBack: lang.GoingBack{Clients: lang.LockedCopy}},
		}, "2026-11-21T13:00", nil
	}, GoBack: func(to kit.Copy) (string, lang.Came, error) {
		if came.Any() {
			now := came
			came = lang.Came{}
			return "", now, nil
		}
		back = to.Path
		return "2026-11-21-restore", lang.Came{}, nil
	}}
	h := newHouse(t, kittest.NewMedia(t))
	c := Config{Copies: copies, Settings: func() kit.Settings { return kit.Settings{Lines: []kit.Setting{{Key: "language"}}} }, Prefer: func(kit.SettingChange) error { return nil }}
	got := h.told(t, c, "settings", "back to", "2", "3", "1", "no")
	tells(t, got, "1. 20 Nov 2026 14:02, first change of the day, 20 kB, 1 client", "2. ", "not now", "To which copy?", "cannot be", "The copy of 20 Nov 2026 14:02", "NewMedia", "Do you go back to this copy?")
	if back != "" {
		t.Fatalf("it went back:\n%s", got)
	}
	got = h.told(t, c, "NewMedia", "..", "settings", "back to", "1", "yes", "..", "undo")
	tells(t, got, "The copy of 20 Nov 2026 14:02 is back.", "2026-11-21-restore", "No client is open yet")
	if back != "/c/1" {
		t.Errorf("it went back to %q", back)
	}
	back, came = "", lang.Came{Clients: []string{"NewMedia"}, Firm: true} // of another window, between the preview and the yes
	got = h.told(t, c, "settings", "back to", "1", "yes", "no")
	if tells(t, got, "Something was saved just now of 1 client: NewMedia.", "that is of no client", "Do you go back to this copy?"); back != "" {
		t.Errorf("it went back unseen:\n%s", got)
	}
	c.ReadOnly, back = true, ""
	if got = h.told(t, c, "settings", "back to", "1", "yes"); back != "" || strings.Contains(got, "back to an earlier copy") || !strings.Contains(got, "is no choice") {
		t.Errorf("%s", got)
	}
}

// TestACopyThatWasNotKeptIsSaidOnce, before a question, and with the client listening only
// when they are gone.
func TestACopyThatWasNotKeptIsSaidOnce(t *testing.T) {
	t.Parallel()
	for _, meets := range []bool{false, true} {
		failed := make(chan struct{})
		h := newHouse(t, kittest.NewMedia(t))
		c := Config{Copies: kit.Copies{Folder: "/home/joe/copies", Failed: func() error {
			<-failed
			return fault.New(fault.NoRoom).By(errors.New("no room"))
		}}}
		lines := []string{"NewMedia", "people", "..", "people", ".."}
		if meets {
			lines = []string{"NewMedia", "together", "agreements", "..", "agreements", "..", "..", "done"}
		}
		n := 0
		got := h.hear(t, "en", c, func(x *teller) {
			if n++; n == 3 {
				close(failed)
				x.awaitCopies()
				x.uncopied <- <-x.uncopied // it came
			}
		}, lines...)
		if strings.Count(got, "No copy was kept in /home/joe/copies") != 1 {
			t.Errorf("%s", got)
		}
		if before, _, _ := strings.Cut(got, "The meeting is closed."); meets && strings.Contains(before, "No copy") {
			t.Errorf("the client hears it:\n%s", before)
		}
	}
}
