package drive

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/lang"
	"kwi/ui"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// writingScreen is a screen that writes where it should not: into a map that all of
// its copies hold, when it draws, when it answers a key, or never.
type writingScreen struct {
	when  string
	times int
	seen  map[string]int
}

func (w *writingScreen) note(when string) {
	if w.when == when {
		w.seen[when]++
	}
}

func (w writingScreen) Init() tea.Cmd               { return nil }
func (w writingScreen) Acts(kit.Frame) []kit.Act    { return nil }
func (w writingScreen) Head(kit.Frame) kit.Head     { return kit.Head{} }
func (w writingScreen) Typing() bool                { return true }
func (w writingScreen) View(kit.Frame) (p kit.Page) { w.note("drawing"); return p }
func (w writingScreen) Update(_ kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if _, is := msg.(tea.KeyPressMsg); is {
		w.times++
		w.note("answering")
	}
	return w, kit.Outcome{}
}

// noKeeper keeps nothing.
type noKeeper struct{ ui.Keeper }

// recorder is a test that is told of faults and does not fail of them.
type recorder struct {
	testing.TB
	faults []string
}

func (t *recorder) Errorf(format string, args ...any) {
	t.faults = append(t.faults, fmt.Sprintf(format, args...))
}

func TestTheDriverFindsWhatIsWritten(t *testing.T) {
	for when, want := range map[string]string{
		"never":     "",
		"drawing":   "drawing changed stack..screen.(ui.guarded).screen.(drive.writingScreen).seen",
		"answering": "an earlier copy of a screen changed, by an answer or by drawing it: stack..screen.(ui.guarded).screen.(drive.writingScreen).seen",
	} {
		var faults recorder
		faults.TB = t
		d := New(&faults, ui.Config{
			Keeper: noKeeper{}, Words: lang.For("en"), Theme: theme.Plain(), Now: func() time.Time { return time.Unix(0, 0) },
			Places: []ui.Entry{{Name: "portfolio", Title: "place.portfolio", Open: func(kit.Place) kit.Screen { return writingScreen{when: when, seen: map[string]int{}} }}},
		}, 80, 24)
		d.Strict = true
		d.Press("a", "b")
		if got := strings.Join(faults.faults, "\n"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("a screen that writes when %s: %q", when, got)
		}
	}
}

// A driver that is not strict finds on the next message what a drawing wrote.
func TestADrawingThatWritesIsFoundOnTheNextKey(t *testing.T) {
	for when, found := range map[string]bool{"never": false, "drawing": true, "answering": true} {
		var faults recorder
		faults.TB = t
		d := New(&faults, ui.Config{
			Keeper: noKeeper{}, Words: lang.For("en"), Theme: theme.Plain(), Now: func() time.Time { return time.Unix(0, 0) },
			Places: []ui.Entry{{Name: "portfolio", Title: "place.portfolio", Open: func(kit.Place) kit.Screen { return writingScreen{when: when, seen: map[string]int{}} }}},
		}, 80, 24)
		if d.Press("a", "b"); len(faults.faults) > 0 != found {
			t.Errorf("a screen that writes when %s: %q", when, faults.faults)
		}
	}
}
