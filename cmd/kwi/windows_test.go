package main

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/keys"
	"kwi/ui/theme"
)

// pane is one of several open on the same data, of which every command and
// every word that one brings waits until the test lets it go.
type pane struct {
	root  tea.Model
	cmds  []tea.Cmd
	words []tea.Msg
	seen  uint64 // up to where it heard what changed
	now   time.Time
}

func openWindow(t testing.TB, s store.Store) *pane {
	d := desk.New(s, nonce)
	supplier, _ := d.Supplier(context.Background())
	root := ui.New(ui.Config{
		Keeper: keeper{d, supplier}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }}),
		Window: d.Window(), Words: lang.For("nl"), Theme: theme.Dark(), Supplier: supplier, Now: func() time.Time { return day },
	})
	w := &pane{root: root, now: day, seen: revision(t, s)}
	w.later(root.Init())
	w.give(tea.WindowSizeMsg{Width: 80, Height: 40})
	w.settle()
	return w
}

func revision(t testing.TB, s store.Store) uint64 {
	at, err := s.Apply(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return uint64(at)
}

func (w *pane) later(cmd tea.Cmd) {
	if cmd != nil {
		w.cmds = append(w.cmds, cmd)
	}
}

// run does the command at a place; what it brings waits.
func (w *pane) run(i int) {
	cmd := w.cmds[i]
	w.cmds = append(w.cmds[:i:i], w.cmds[i+1:]...)
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			w.later(c)
		}
	default:
		w.words = append(w.words, msg)
	}
}

func (w *pane) give(msg tea.Msg) {
	var cmd tea.Cmd
	w.root, cmd = w.root.Update(msg)
	w.root.View()
	w.later(cmd)
}

// deliver gives the window the word at a place.
func (w *pane) deliver(i int) {
	msg := w.words[i]
	w.words = append(w.words[:i:i], w.words[i+1:]...)
	w.give(msg)
}

// settle lets all go until nothing is left.
func (w *pane) settle() {
	for len(w.cmds)+len(w.words) > 0 {
		for len(w.cmds) > 0 {
			w.run(0)
		}
		for len(w.words) > 0 {
			w.deliver(0)
		}
	}
}

// hears is the word of the watch on the store, where anything changed.
func (w *pane) hears(t testing.TB, s store.Store) bool {
	r, err := s.Get(context.Background(), codec.SummaryKey("newmedia"))
	if err != nil {
		t.Fatal(err)
	}
	before := w.seen
	w.seen = revision(t, s)
	if uint64(r[0].Rev) <= before {
		return false
	}
	w.words = append(w.words, ui.Heard(w.seen, "newmedia"))
	return true
}

func (w *pane) press(names ...string) {
	for _, k := range names {
		w.give(keys.Named(k))
	}
}

// screen is what stands in the window.
func (w *pane) screen() string { return ansi.Strip(w.root.View().Content) }

// grades are the answers as the window shows them, by question.
func (w *pane) grades() map[string]string {
	out := map[string]string{}
	for _, l := range strings.Split(w.screen(), "\n") {
		fields := strings.Fields(l)
		for i, f := range fields {
			q, ok := account.ParseQuestionCode(f)
			if _, had := out[q.String()]; !ok || had || i > 1 {
				continue
			}
			out[q.String()] = ""
			if answer := strings.Join(strings.Fields(ansi.Cut(l, 64, 80)), ""); answer != "" && strings.Contains("123456789", answer[:1]) {
				out[q.String()] = answer
			}
		}
	}
	return out
}

// settleAll lets everything go in all windows until all have heard of all.
func settleAll(t testing.TB, s store.Store, windows ...*pane) {
	for again := true; again; {
		again = false
		for _, w := range windows {
			w.settle()
			again = w.hears(t, s) || again
		}
	}
}

// Whatever the order in which saves, their words and what the watch tells
// come: once all is quiet every window shows what the file holds.
func TestWindowsShowWhatTheFileHolds(t *testing.T) {
	conflicts := 0
	rapid.Check(t, func(rt *rapid.T) {
		s := stocked(t)
		windows := []*pane{openWindow(t, s), openWindow(t, s)}
		for _, w := range windows {
			for _, k := range []string{"enter", "end", "enter", "home"} {
				w.press(k)
				w.settle()
			}
		}
		orders := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "orders"), 0)) // rapid's own numbers are mostly small
		pick := func(n int) int { return orders.IntN(n) }
		keys := []string{"1", "2", "3", "4", "<", ">", "down", "up", "backspace", "ctrl+z", "ctrl+y"}
		for range 60 {
			w := windows[pick(2)]
			switch do := pick(10); {
			case do <= 2:
				w.press(keys[pick(len(keys))])
			case do == 3 && len(w.cmds) > 0:
				w.run(pick(len(w.cmds)))
			case do <= 5 && len(w.words) > 0:
				w.deliver(pick(len(w.words)))
			case do == 6:
				w.settle()
			case do == 7: // all is in the file, and no word of it has come back
				for len(w.cmds) > 0 {
					w.run(0)
				}
			case do == 8:
				w.hears(t, s)
			case do == 9: // something else of the file changes
				if _, err := s.Apply(context.Background(), store.Write{Op: store.Put, Key: "beside/" + nonce(), Value: []byte("x")}); err != nil {
					rt.Fatal(err)
				}
			}
		}
		settleAll(t, s, windows...)
		c := kept(t, s, "newmedia")
		for i, w := range windows {
			if strings.Contains(w.screen(), "Iemand anders") {
				conflicts++
			}
			shown := w.grades()
			for _, q := range c.Newest().Assigned["KK"] {
				want := c.Newest().Answers["KK"].Of(q)
				if got := shown[q.String()]; got != want.String() {
					rt.Fatalf("window %d shows %q at %s, the file holds %q\n%s", i, got, q, want.String(), w.screen())
				}
			}
			if !strings.Contains(w.screen(), "bewaard") && !strings.Contains(w.screen(), "Iemand") {
				rt.Logf("window %d\n%s", i, w.screen())
			}
		}
	})
	if conflicts == 0 {
		t.Error("nothing ever met")
	}
}

// Two windows on two lists are in nobody's way: nothing is said of anybody, and
// each shows what was typed in the other, once it has heard of it.
func TestWindowsOnTwoLists(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := stocked(t)
		lists := []account.Initials{"KK", "AA"}
		windows := []*pane{openWindow(t, s), openWindow(t, s)}
		for i, w := range windows {
			for _, k := range []string{"enter", []string{"end", "home"}[i], "enter", "home"} {
				w.press(k)
				w.settle()
			}
		}
		orders := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "orders"), 0))
		pick := func(n int) int { return orders.IntN(n) }
		for range 60 {
			w := windows[pick(2)]
			switch do := pick(8); {
			case do <= 2:
				w.press([]string{"1", "2", "3", "4", "<", ">", "down", "up", "backspace"}[pick(9)])
			case do == 3 && len(w.cmds) > 0:
				w.run(pick(len(w.cmds)))
			case do == 4 && len(w.words) > 0:
				w.deliver(pick(len(w.words)))
			case do == 5:
				w.settle()
			case do == 6:
				for len(w.cmds) > 0 {
					w.run(0)
				}
			case do == 7:
				w.hears(t, s)
			}
		}
		settleAll(t, s, windows...)
		c := kept(t, s, "newmedia")
		for i, w := range windows {
			for _, who := range []account.Initials{lists[i], lists[1-i]} {
				if strings.Contains(w.screen(), "Iemand anders") {
					rt.Fatalf("window %d was in the way\n%s", i, w.screen())
				}
				shown := w.grades()
				for _, q := range c.Newest().Assigned[who][:5] { // as far as the window is high
					want := c.Newest().Answers[who].Of(q)
					if got := shown[q.String()]; got != want.String() {
						rt.Fatalf("window %d shows %q of %s at %s, the file holds %q\n%s", i, got, who, q, want.String(), w.screen())
					}
				}
				w.press("esc", []string{"home", "end"}[i], "enter", "home")
				w.settle()
			}
		}
	})
}

// The word on a change of the other window came while a save of this one was
// on its way, which it then was not behind: it was never asked for again.
func TestAChangeHeardWhileASaveIsOnItsWay(t *testing.T) {
	for _, late := range []string{"the word on the save", "what was fetched"} {
		s := stocked(t)
		one, two := openWindow(t, s), openWindow(t, s)
		for _, w := range []*pane{one, two} {
			for _, k := range []string{"enter", "end", "enter", "home"} {
				w.press(k)
				w.settle()
			}
		}
		switch late {
		case "the word on the save":
			one.press("5")
			for len(one.cmds) > 0 {
				one.run(0) // in the file; the word on it is still on its way
			}
			two.press("9")
			two.settle()
			one.hears(t, s)
			one.deliver(len(one.words) - 1)
			one.settle()
		case "what was fetched":
			two.press("9")
			two.settle()
			one.hears(t, s)
			one.deliver(0)
			for len(one.cmds) > 0 {
				one.run(0) // read; what was read is still on its way
			}
			one.press("5")
			for i := len(one.cmds); i > 0; i = len(one.cmds) {
				one.run(0)
			}
			one.deliver(len(one.words) - 1)
			one.settle()
		}
		c := kept(t, s, "newmedia")
		want := c.Newest().Answers["KK"][0]
		if got := one.grades()[want.Question.String()]; got != want.String() {
			t.Errorf("late %s: shown is %q, the file holds %q\n%s", late, got, want.String(), one.screen())
		}
	}
}

// Who weighs an answer in one window says nothing of its grade, which another
// window may have changed: both are kept, and nobody is in the other's way.
func TestAGradeAndItsRelevanceInTwoWindows(t *testing.T) {
	s := stocked(t)
	one, two := openWindow(t, s), openWindow(t, s)
	for _, w := range []*pane{one, two} {
		for _, k := range []string{"enter", "end", "enter", "home", "5", "home"} {
			w.press(k)
			w.settle()
		}
		settleAll(t, s, one, two)
	}
	one.press("9")
	one.settle()
	if two.press(">"); two.grades()["1.02"] != "5>" {
		t.Fatalf("it knows of the other already\n%s", two.screen())
	}
	settleAll(t, s, one, two)
	c := kept(t, s, "newmedia")
	if got := c.Newest().Answers["KK"][0].String(); got != "9>" {
		t.Errorf("kept is %s\n%s", got, two.screen())
	}
	for _, w := range []*pane{one, two} {
		if strings.Contains(w.screen(), "Iemand anders") {
			t.Errorf("somebody was in the way\n%s", w.screen())
		}
	}
}
