package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/lang"
)

// listed are the rows of the history that a window shows, without the window
// column, which differs between windows.
func listed(screen string) (rows []string) {
	for _, l := range strings.Split(screen, "\n") {
		if _, after, ok := strings.Cut(l, "14:02  "); ok {
			text, _, _ := strings.Cut(after, "  ")
			rows = append(rows, text)
		}
	}
	return rows
}

// TestWindowsListTheSameAndTakeBack: two windows type and take back out of the
// list, one step or all since, in whatever order saves and words come. Once all is
// quiet both list the same, which is what the file tells, and the file holds what
// the last of them left.
func TestWindowsListTheSameAndTakeBack(t *testing.T) {
	t.Parallel()
	took := 0
	for seed := range uint64(60) {
		s := stocked(t)
		windows := []*pane{openWindow(t, s), openWindow(t, s)}
		for _, w := range windows {
			for _, k := range []string{"enter", "end", "enter", "home"} {
				w.press(k)
				w.settle()
			}
		}
		orders := rand.New(rand.NewPCG(seed, 1))
		for range 40 {
			w := windows[orders.IntN(2)]
			switch do := orders.IntN(9); {
			case do <= 2:
				w.press([]string{"1", "2", "3", "4", "down", "down", "up", "ctrl+z", "ctrl+y"}[orders.IntN(9)])
			case do == 3:
				w.press("esc", "Z")
				for range orders.IntN(4) {
					w.press("down")
				}
				w.press("t")
				if orders.IntN(2) == 0 {
					w.press("down")
				}
				if w.press("enter"); strings.Contains(w.screen(), "Teruggenomen") {
					took++
				}
				if strings.Contains(w.screen(), "  Terugnemen\n") || strings.Contains(w.screen(), "Alleen deze stap") {
					w.press("esc") // it was refused
				}
				w.press("esc", "enter")
			case do == 4 && len(w.cmds) > 0:
				w.run(orders.IntN(len(w.cmds)))
			case do <= 6 && len(w.words) > 0:
				w.deliver(orders.IntN(len(w.words)))
			case do == 7:
				w.settle()
			case do == 8:
				w.hears(t, s)
			}
		}
		settleAll(t, s, windows...)
		h, err := desk.New(s, nonce).Open(context.Background(), "newmedia")
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		words := lang.For("nl")
		for _, d := range h.History() {
			text := words.T(d.Last.Label.Key, d.Last.Label.Args[0], d.Last.Label.Args[1])
			if d.Kind == hand.Do && !d.Stands() {
				text = words.T("history.back", text)
			}
			want = append(want, text)
		}
		for i, w := range windows {
			w.press("esc", "Z")
			w.settle()
			if !strings.Contains(w.screen(), "NewMedia · Wat er gedaan is") { // it had gone back to the list of clients
				for _, k := range []string{"esc", "enter", "Z"} {
					w.press(k)
					w.settle()
				}
			}
			if len(listed(w.screen())) == 0 { // what a step changed was read there
				w.press("esc")
				w.settle()
			}
			got := listed(w.screen())
			if len(got) < len(want) && len(got) < 20 || !slices.Equal(got, want[:min(len(got), len(want))]) {
				t.Fatalf("seed %d, window %d lists\n%s\nthe file tells\n%s\n%s", seed, i, strings.Join(got, "\n"), strings.Join(want, "\n"), w.screen())
			}
		}
		c := kept(t, s, "newmedia")
		now := h.Now()
		if fmt.Sprint(c.Newest().Answers) != fmt.Sprint(now.Newest().Answers) {
			t.Fatal("the file holds something else")
		}
	}
	if took == 0 {
		t.Error("nothing was ever taken back")
	}
}
