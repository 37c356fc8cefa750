package main

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
)

// counting is a store that counts what it was asked to change.
type counting struct {
	store.Store
	changes atomic.Int64
}

func (c *counting) Apply(ctx context.Context, w ...store.Write) (store.Rev, error) {
	if store.Changes(w) {
		c.changes.Add(1)
	}
	return c.Store.Apply(ctx, w...)
}

// TestWhereOnlyIsLookedNothingChanges: every place and dialog is reached as ever, has
// its badge, and whatever is pressed there reaches no store. The root alone holds this:
// the keeper here would keep everything.
func TestWhereOnlyIsLookedNothingChanges(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	presses := strings.Fields("enter space x enter ctrl+s 7 ctrl+x s ctrl+z ctrl+y g n enter d a ctrl+r esc esc k t y m enter")
	for where, way := range mousePlaces() {
		sat := func(s store.Store, looks bool) *drive.Driver {
			d := sitWith(t, s, "en", 80, 24, func(c *ui.Config) {
				c.ReadOnly, c.Me = looks, account.User{Name: "Joe"}
				if len(way) > 0 && way[0] == "enter" {
					c.Start = kit.Place{Name: "measure", Client: "newmedia"}
				}
			})
			keys := way
			if len(keys) > 0 && keys[0] == "enter" {
				keys = keys[1:]
			}
			d.Press(keys...)
			return d
		}
		s := &counting{Store: exampleStore(t)}
		d := sat(s, true)
		s.changes.Store(0)
		d.See("read only")
		if asWas := sat(exampleStore(t), false).Place(); d.Place() != asWas && where != "catch" {
			t.Errorf("%s is %s and not %s", where, d.Place(), asWas)
		}
		d.Press(presses...)
		d.Beat(3)
		if n := s.changes.Load(); n != 0 {
			t.Errorf("%s: %d changes", where, n)
		}
	}
}

// TestWhatChangesIsClosedWithAWhy: the key says so, the key line does not name it, and
// help lists it with that reason; settings, which are not in the data file, change.
func TestWhatChangesIsClosedWithAWhy(t *testing.T) {
	t.Parallel()
	d := sitWith(t, exampleStore(t), "en", 120, 40, func(c *ui.Config) {
		c.ReadOnly, c.Me, c.Start = true, account.User{Name: "Joe"}, kit.Place{Name: "measure", Client: "newmedia"}
	})
	const why = "You can only look here"
	d.Miss(why, "new agreement")
	for _, key := range []string{"g", "ctrl+z", "enter"} {
		d.Press("1", key)
		if !strings.Contains(d.Screen(), why) {
			t.Errorf("%s says nothing:\n%s", key, d.Screen())
		}
	}
	d.Press("tab", "n")
	d.See(why)
	d.Press("8", "?")
	d.See(why)
	d.Press("esc", ",", "end", "home", "down", "down", "down", "down", "right")
	d.Miss(why)
	d = sitWith(t, exampleStore(t), "nl", 80, 24, func(c *ui.Config) { c.ReadOnly = true })
	d.Press("n")
	d.See("Hier kun je alleen kijken: in dit bestand verandert niets.", "alleen lezen")
}

// TestALetterOpensNoFieldWhereOnlyIsLooked, nor a dialog, and a paste neither: it says
// why, and the screen stays.
func TestALetterOpensNoFieldWhereOnlyIsLooked(t *testing.T) {
	t.Parallel()
	opened := 0
	for _, way := range [][]string{{"2"}, {"2", "enter"}, {"1", "tab"}, {"1"}, {"7"}, {"7", "tab"}, {"7", "tab", "tab"}, {"9", "enter"}} {
		for _, looks := range []bool{false, true} {
			for _, paste := range []bool{false, true} {
				d := sitWith(t, exampleStore(t), "en", 80, 24, func(c *ui.Config) {
					c.ReadOnly, c.Me, c.Start = looks, account.User{Name: "Joe"}, kit.Place{Name: "measure", Client: "newmedia"}
				})
				d.Press(way...)
				if _, _, typed := d.Caret(); typed {
					continue
				}
				if d.Press("x"); paste {
					d.Paste("some words")
				}
				_, _, typed := d.Caret()
				if typed && looks {
					t.Errorf("%v: a field is open:\n%s", way, d.Screen())
				} else if typed {
					opened++
				}
			}
		}
	}
	if opened == 0 {
		t.Error("no field opens where all may change: the test sees nothing")
	}
}
