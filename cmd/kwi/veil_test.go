package main

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/internal/watchword"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
	"kwi/ui/part/locking"
)

// locked is the program on a file with a passphrase, asked again after two minutes.
func locked(t *testing.T, language string) *drive.Driver {
	t.Helper()
	return sitWith(t, stocked(t), language, 80, 24, func(c *ui.Config) {
		c.IdleLock = "2"
		c.Lock = &locking.Lock{Locked: func() bool { return true }, Unlock: func(typed string) error {
			if typed != "paarse fiets" {
				return watchword.ErrOther
			}
			return nil
		}}
	})
}

// later lets time go by without a key.
func later(d *drive.Driver, minutes int) {
	d.Send(ui.Clock(day.Add(time.Duration(minutes) * time.Minute)))
}

// unseenHere is what no page may show under the veil.
var unseenHere = []string{"NewMedia", "Kees", "sneller"}

// What is being typed when nobody touches a key any more is a draft first; then
// nothing of the data is on the screen or in the title until the passphrase was
// typed, and all is as it was.
func TestWhoLeavesTheKeyboardIsAskedForThePassphraseAndLosesNothing(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][3]string{
		"nl": {"kwi zit op slot", "een andere wachtzin", "Typ je wachtzin"},
		"en": {"kwi is locked", "That is not it", "Type your passphrase"},
	} {
		d := locked(t, language)
		remarking(d)
		d.Press("ctrl+u")
		d.Type("sneller terug")
		later(d, 1)
		d.See("sneller terug")
		later(d, 3)
		d.See(says[0], says[2])
		d.Miss(unseenHere...)
		if title := d.View().WindowTitle; title != "kwi" {
			t.Errorf("the title is %q", title)
		}
		d.Press("tab", "f1", "ctrl+p", "ctrl+z", "down", "q")
		d.Miss(unseenHere...)
		d.Press("esc")
		d.Type("verkeerd")
		d.See("********")
		d.Miss("verkeerd")
		d.Press("enter")
		d.See(says[0], says[1])
		d.Miss(unseenHere...)
		d.Paste("paarse ")
		d.Type("fietsx")
		d.Press("backspace", "enter")
		d.See("sneller terug")
		d.Miss(says[0])
		d.Press("enter")
		d.Press("esc", "esc")
		later(d, 4)
		d.Miss(says[0])
		later(d, 6)
		d.See(says[0])
	}
}

// A meeting is covered as well, and a key does it at once, also while something
// is being typed.
func TestAKeyLocksAtOnceInAMeetingToo(t *testing.T) {
	t.Parallel()
	d := locked(t, "nl")
	d.Press("enter", "M", "enter", "enter")
	d.See("NewMedia")
	d.Press("ctrl+q")
	d.See("kwi zit op slot")
	d.Miss(unseenHere...)
	d.Type("paarse fiets")
	d.Press("enter")
	d.See("NewMedia")
	d.Miss("kwi zit op slot")

	d = locked(t, "nl")
	d.Press("n")
	d.Type("Halve naam")
	d.Press("ctrl+q") // in a dialog too, for what is typed next is the passphrase
	d.See("kwi zit op slot")
	d.Type("paarse fiets")
	d.Press("enter")
	d.See("Halve naam")

	d = locked(t, "nl")
	remarking(d)
	d.Type(" sneller")
	d.Press("ctrl+q")
	d.Miss(unseenHere...)
}

// A save that is under way when the veil comes down lands below it.
func TestASaveUnderWayLandsBelowTheVeil(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
		c.Lock = &locking.Lock{Locked: func() bool { return true }, Unlock: func(string) error { return nil }}
	})
	remarking(d)
	d.Press("ctrl+u")
	d.Type("veel sneller")
	d.Hold()
	d.Press("esc", "ctrl+q")
	d.See("kwi zit op slot")
	d.Release()
	d.Miss(unseenHere...)
	if !strings.Contains(exported(t, s), "veel sneller") {
		t.Error("it did not land")
	}
}

// Whoever leaves kwi from there leaves nothing behind and sees nothing.
func TestCtrlCUnderTheVeilKeepsAndLeaves(t *testing.T) {
	t.Parallel()
	d := locked(t, "nl")
	remarking(d)
	d.Type(" sneller")
	d.Press("ctrl+q")
	d.Send(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
	d.Miss(unseenHere...)
}

// Where the file has no passphrase no time passes, and the key says so and where one is
// chosen; not while the client watches.
func TestAFileWithoutAPassphraseIsNeverCovered(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]string{"nl": "Kies een wachtzin bij de instellingen", "en": "Choose a passphrase in the settings"} {
		d := sitWith(t, stocked(t), language, 80, 24, func(c *ui.Config) { c.IdleLock = "2" })
		later(d, 60)
		d.Press("ctrl+q")
		d.See("NewMedia", says)
		d.Miss("kwi zit op slot")
		d.Press("n")
		d.Miss(says)
		d.Press("ctrl+q")
		d.See(says)
		d.Press("esc", "enter", "M", "enter", "enter", "ctrl+q")
		d.Miss(says)
	}
	d := sitWith(t, stocked(t), "nl", 80, 24, func(c *ui.Config) { c.Example = kit.ExamplePortfolio })
	d.Press("ctrl+q")
	d.See("Het voorbeeld heeft geen slot")
}

// While the passphrase is asked the window that follows shows nothing, at once, and after that
// what it followed.
func TestTheWindowThatFollowsIsCoveredToo(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	p := project(t, s, "newmedia", 80, 24, func(*ui.FollowerConfig) {})
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) {
		c.Screens, c.IdleLock = p, "2"
		c.Lock = &locking.Lock{Locked: func() bool { return true }, Unlock: func(string) error { return nil }}
	})
	p.answers(d)
	d.Press("enter", "8", "down", "down")
	for range 2 {
		p.shown("meet.kwi", "KWI-03")
		p.see("3 van 5")
		d.Press("ctrl+q")
		p.shown("", "")
		if page := strings.TrimSpace(ansi.Strip(p.model.View().Content)); page != "" {
			t.Errorf("it shows\n%s", page)
		}
		p.titled("kwi")
		d.Type("x")
		d.Press("enter")
	}
	p.shown("meet.kwi", "KWI-03")
	later(d, 3)
	p.shown("", "")
}

// A paste that comes when the veil is down goes to its field alone, and a dialog below it is as
// it was; the time of a paste before it counts as a key.
func TestAPasteDoesNotGoBelowTheVeil(t *testing.T) {
	t.Parallel()
	d := locked(t, "nl")
	later(d, 1)
	d.Press("n")
	d.Paste("Halve naam")
	later(d, 2)
	d.See("Halve naam")
	later(d, 3)
	d.See("kwi zit op slot")
	d.Paste("van iemand anders\n")
	d.Miss("Halve naam", "van iemand anders")
	d.Press("ctrl+u")
	d.Paste("paarse fiets\n")
	d.Press("enter")
	d.See("Halve naam")
	d.Miss("van iemand anders")
}

// TestWhatIsTypedWhileAPassphraseIsTriedIsNotLost: it stands there, and is tried after the first.
func TestWhatIsTypedWhileAPassphraseIsTriedIsNotLost(t *testing.T) {
	t.Parallel()
	d := locked(t, "nl")
	d.Press("ctrl+l")
	later(d, 3)
	d.Hold()
	d.Type("verkeerd")
	d.Press("enter")
	d.See("Even kijken")
	d.Type("paarse fiets")
	d.See("Even kijken", strings.Repeat("*", len("paarse fiets")))
	d.Release()
	d.See("een andere wachtzin", strings.Repeat("*", len("paarse fiets")))
	d.Hold()
	d.Press("esc")
	d.Type("verkeerd")
	d.Press("enter")
	d.Type("paarse fiets")
	d.Press("enter")
	d.See("kwi zit op slot")
	d.Release()
	d.Release()
	d.Miss("kwi zit op slot")
}

// TestWhatIsTypedBehindTheRightPassphraseIsNoKeyOfTheScreenBelow: who begins another one while the
// right one is tried goes on typing it until enter, and nothing of it is seen or done below.
func TestWhatIsTypedBehindTheRightPassphraseIsNoKeyOfTheScreenBelow(t *testing.T) {
	t.Parallel()
	d := locked(t, "nl")
	before := d.Screen()
	d.Press("ctrl+q")
	d.Hold()
	d.Type("paarse fiets")
	d.Press("enter")
	d.Type("paar")
	d.Release()
	d.See("Dat was al de goede wachtzin")
	d.Type("se nq")
	d.Press("esc", "backspace", "down")
	d.See("Dat was al de goede wachtzin")
	d.Miss(unseenHere...)
	d.Press("enter")
	d.Miss("wachtzin")
	if now := d.Screen(); now != before {
		t.Errorf("before:\n%s\nnow:\n%s", before, now)
	}
	d.Press("ctrl+q")
	d.Hold()
	d.Type("paarse fiets")
	d.Press("enter")
	d.Type("p")
	d.Release()
	d.See("Dat was al de goede wachtzin")
	later(d, 3)
	d.See("Typ je wachtzin")
	d.Press("enter")
	d.See("kwi zit op slot")
}
