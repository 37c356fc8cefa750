package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/keys"
)

// calledOtherwise is what stands on a screen once KK is KX and 2011H1 is 2011H2,
// without what is said of others.
func calledOtherwise(screen string) string {
	lines := strings.Split(strings.NewReplacer("KK", "KX", "2011H1", "2011H2").Replace(screen), "\n")
	lines = slices.DeleteFunc(lines[:len(lines)-1], func(l string) bool {
		l = strings.TrimSpace(l) // that the session is in another half-year is said
		return l == "" || strings.HasPrefix(l, "De sessie valt in ") || l == "lijsten staat."
	})
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// renameBoth gives a respondent other initials and the cycle another name.
func renameBoth(c *account.Client) error {
	y := c.Newest()
	y.Calendar, y.Name = string(y.Name), "2011H2"
	return c.RenameInitials("KK", "KX")
}

// TestEveryScreenStaysOnWhoIsRenamedElsewhere: on every place, alone and in a
// meeting, and in whatever is opened there, a window shows the same after another
// one renamed a respondent and the cycle as it did before, but for the names; what is half
// typed stays and is kept of the same person.
func TestEveryScreenStaysOnWhoIsRenamedElsewhere(t *testing.T) {
	ways := map[string][]string{ // what leads to a person on the place, and what is done there
		"initialise":     {"tab down down down down", "tab down down down down enter down enter ctrl+u H a", "tab down down down down f7"},
		"draft":          {"home down down down down enter down H a", "home down down down down enter tab"},
		"test":           {"right right right right", "right right right right enter"},
		"communicate":    {"home down down down down", "home down down down down enter"},
		"realise":        {"tab end", "tab tab down down down down enter", "n H a"},
		"measure":        {"end enter 9", "end enter tab enter H a", "tab", "s s"},
		"session":        {"", "tab", "tab tab n H a"},
		"monitor":        {"", "tab", "enter", "enter f7 enter", "tab tab"},
		"brief":          {"end", "right right right right"},
		"due":            {""},
		"meet.interview": {"", "H a", "tab H a", "enter"},
		"meet.testing":   {"", "down", "right right"},
		"meet.answering": {"enter", "enter 8", "enter right right right", "end"},
		"meet.session":   {"", "right", "right right", "right right right right right right"},
	}
	met := 0
	for _, e := range places(sources{}) {
		if !e.Client && !e.Either || e.Name == "trace" || e.History {
			continue // what was done tells that it was
		}
		all := ways[e.Name]
		random := rand.New(rand.NewPCG(2011, uint64(len(e.Name)))) // the places that have no way of their own are walked at random too
		for range 2 {
			var way []string
			for range 6 {
				way = append(way, pick(random, "enter", "down", "right", "tab", "end", "up", "f7", "H"))
			}
			all = append(slices.Clone(all), strings.Join(way, " "))
		}
		for _, way := range all {
			s := stocked(t)
			elsewhere(t, s, func(c *account.Client) error {
				y := c.Newest()
				y.Stage = account.Measure
				c.Respondent("KK").Formerly = []account.Initials{"KX"} // which they get back, so that what they were called is said all along
				if stage, is := account.ParseStage(e.Name); is {
					y.Stage = stage
				}
				return nil
			})
			d := sitWith(t, s, "nl", 120, 40, func(c *ui.Config) {
				c.Start.Client, c.Start.Name = "newmedia", e.Name
				if c.Start.Name = e.Name; e.Together {
					c.Meeting, c.Start.Name = true, ""
				}
			})
			if e.Together {
				d.Press("enter", "W", "5", "enter", pageKey(e.Name))
			}
			d.Press(strings.Fields(way)...)
			before := calledOtherwise(d.Screen())
			if strings.Contains(before, "KX") || strings.Contains(before, "Kees Klant") {
				met++
			}
			elsewhere(t, s, renameBoth)
			d.Send(ui.Heard(revision(t, s), "newmedia"))
			if after := calledOtherwise(d.Screen()); after != before {
				t.Errorf("%s after %q: it showed\n%s\nand shows\n%s", e.Name, way, before, after)
			}
			d.Send(keys.Named("esc"))
			d.Send(keys.Named("esc"))
			c := kept(t, s, "newmedia")
			if c.Respondent("KK") != nil || len(c.Flaws()) > 0 {
				t.Errorf("%s after %q: KK is back, or %v", e.Name, way, c.Flaws())
			}
		}
	}
	if met < 12 {
		t.Errorf("the one who is renamed stands on %d screens only", met)
	}
}

// TestWhatIsHalfTypedIsFoundBackUnderTheNewName: of a respondent and in a cycle that
// are called otherwise by now, whether that was while it was typed or after the
// program was killed, and whether it is renamed back.
func TestWhatIsHalfTypedIsFoundBackUnderTheNewName(t *testing.T) {
	alone := func(keys ...string) func(*testing.T, store.Store) *drive.Driver {
		return func(t *testing.T, s store.Store) *drive.Driver {
			d := sit(t, s, "nl", 80, 24)
			d.Press(keys...)
			return d
		}
	}
	for name, open := range map[string]func(*testing.T, store.Store) *drive.Driver{
		"a remark":                alone("enter", "end", "enter", "tab", "enter"),
		"an agreement":            alone("enter", "7", "tab", "tab", "n"),
		"what is kept of them":    alone("enter", "1", "tab", "down", "down", "down", "down", "enter", "down", "enter"),
		"an agreement in a room":  func(t *testing.T, s store.Store) *drive.Driver { d := meetAt(t, s, "5"); d.Press("n"); return d },
		"in a room of two people": func(t *testing.T, s store.Store) *drive.Driver { d := meetAt(t, s, "1", "5"); d.Press("n"); return d },
	} {
		for _, when := range []string{"killed", "open", "back"} {
			s := stocked(t)
			d := open(t, s)
			d.Type("Half getypt")
			d.Beat(1)
			if before := kept(t, s, "newmedia"); when != "killed" {
				elsewhere(t, s, renameBoth)
				d.Send(ui.Heard(revision(t, s), "newmedia"))
				d.See("Half getypt")
				d.Type(" en verder")
				d.Beat(1)
				if when == "back" {
					elsewhere(t, s, func(c *account.Client) error { *c = before.Clone(); return nil })
					d.Send(ui.Heard(revision(t, s), "newmedia"))
					d.Beat(1)
				}
				d.See("Half getypt en verder")
			} else {
				elsewhere(t, s, renameBoth)
			}
			again := open(t, s)
			if !strings.Contains(again.Screen(), "Half getypt") {
				t.Errorf("%s, %s: it is not found back:\n%s", name, when, again.Screen())
				continue
			}
			again.Press("ctrl+s", "ctrl+s", "esc")
			again.Beat(1)
			if n := left(t, s); n != 0 {
				t.Errorf("%s, %s: %d records of drafts stay\n%s", name, when, n, again.Screen())
			}
		}
	}
}
