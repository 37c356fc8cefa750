package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/store"
	"kwi/ui"
	"kwi/ui/kit"
)

// TestASecondWindowShowsNothingInternalWhateverTheFirstDoes: a manager walks at
// random through the whole program, alone and in meetings, on a client of whom
// every text is marked; after every step no mark stands on the second window
// that is not for those who look at it.
func TestASecondWindowShowsNothingInternalWhateverTheFirstDoes(t *testing.T) {
	steps := 12_000 * timesFurther(t)
	if shortWalk() {
		steps = 1_500
	}
	clients, home, seen := walkClients(t), t.TempDir(), map[string]int{}
	t.Setenv("HOME", home)
	t.Setenv("TMPDIR", home)
	t.Chdir(home)
	for i, c := range clients {
		w := stockedWalker(t, uint64(200+i), c, clients[(i+1)%len(clients)])
		w.seen, w.alone = seen, true
		walkLed(w, steps/len(clients))
	}
	t.Log(steps, "steps:", seen)
	for _, e := range meetingPages() {
		if seen[e.Name] == 0 && !shortWalk() {
			t.Errorf("%s was never shown", e.Name)
		}
	}
	for _, what := range []string{"cover", "words", "room", "alone"} {
		if seen[what] == 0 {
			t.Errorf("%s: none", what)
		}
	}
}

// walkLed walks so many steps in a window that leads another.
func walkLed(w *walker, steps int) {
	var p *projector
	var at store.Rev
	for n := range steps {
		if n%2500 == 0 || w.drive.Quit {
			w.last, w.falls, w.store.fails = nil, 0, nil
			p = project(w.t, w.store, w.client, 80, 24, func(c *ui.FollowerConfig) {
				for i := range c.Places {
					if e := c.Places[i]; e.Together {
						c.Places[i].Open = func(p kit.Place) kit.Screen { w.trip(); return tripping{e.Open(p), w.trip, w.wishes} }
					}
				}
			})
			w.drive = sitWith(w.t, w.store, pick(w.rand, "nl", "en"), 80, 24, func(c *ui.Config) { c.Screens = p })
			p.answers(w.drive)
		}
		if w.stepLed(p); w.rand.IntN(4) == 0 {
			p.answers(w.drive)
		}
		if now, err := w.store.Store.Apply(context.Background()); err == nil && now != at {
			at = now
			w.note()
		}
		if w.lookAt(p); w.t.Failed() {
			return
		}
	}
}

// stepLed does one thing at random, in one of the two windows.
func (w *walker) stepLed(p *projector) {
	switch n := w.rand.IntN(100); {
	case n < 3:
		size := pick(w.rand, [2]int{60, 20}, [2]int{80, 24}, [2]int{120, 40}, [2]int{200, 60}, [2]int{30, 8})
		p.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	case n < 5:
		p.send(ui.Clock(day))
	case n < 7:
		at, _ := w.store.Store.Apply(context.Background())
		p.send(ui.Heard(uint64(at), w.client))
	case n < 9:
		page := p.page
		page.Place, page.At = pick(w.rand, "monitor", "meet.kwi", "meet.interview", "meet.none"), pick(w.rand, "KWI-01", "KWI-99", "KK", "AA/rank", "x")
		page.Client = pick(w.rand, w.client, w.client, "client0", "client1")
		p.send(ui.Led(page)) // with the same room
	case n < 14:
		w.did("P")
		w.drive.Press("esc", "P", fmt.Sprint(1+w.rand.IntN(5)), "enter")
	case n < 18 && w.asked():
		leaveMeeting(w.drive)
		goAlone(w.drive)
	case n < 30:
		w.did("on")
		w.drive.Press(pick(w.rand, "enter", "2", "3", "5", "6", "7", "8", "down", "right", "tab"))
	default:
		w.step()
	}
}

// lookAt fails the test where a mark stands on the second window that those who
// look may not see.
func (w *walker) lookAt(p *projector) {
	v := p.model.View()
	if !strings.HasPrefix(v.WindowTitle+" – ", "kwi – ") || v.Cursor != nil {
		w.t.Fatalf("the title is %q, the caret %v", v.WindowTitle, v.Cursor)
	}
	place := p.shows.Place
	if place == "" {
		place = "cover"
	}
	w.seen[place]++
	if p.page.Room.Known {
		w.seen["room"]++
	}
	if !w.meeting() {
		w.seen["alone"]++
	}
	if strings.Contains(v.Content, "panic") || strings.Contains(v.Content, "index out of range") {
		w.t.Fatalf("it tells why it fell:\n%s", p.screen())
	}
	for _, word := range marksOf(v.WindowTitle + "\n" + v.Content) {
		w.seen["words"]++
		if room := p.page.Room; w.marker.issued[word] && !w.mayIn(room, word) {
			w.t.Fatalf("%s is seen by %+v on %+v after %v:\n%s", word, room, p.shows, w.last, p.screen())
		}
	}
}
