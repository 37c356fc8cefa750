package main

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// TestWhatIsChosenIsSeenWithoutColour: in every theme, on every place and in lists and
// dialogs, what is in hand is seen by a sign too and not by colours alone, so that it is
// seen where there are none, and by whoever sees none.
func TestWhatIsChosenIsSeenWithoutColour(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	looked := map[string]int{}
	for _, name := range []string{"dark", "light", "contrast", "ansi", "mono"} {
		look, ok := theme.Named(name)
		if !ok {
			t.Fatal(name)
		}
		for where, way := range mousePlaces() {
			d := sitWith(t, exampleStore(t), "nl", 80, 24, func(c *ui.Config) {
				c.Theme, c.Themed, c.Me = look, true, account.User{Name: "Joe"}
				if len(way) > 0 && way[0] == "enter" {
					c.Start = kit.Place{Name: "measure", Client: "newmedia"}
				}
			})
			if len(way) > 0 && way[0] == "enter" {
				way = way[1:]
			}
			d.Press(way...)
			styled, text := d.View().Content, d.Screen()
			d.Press("down")
			if d.View().Content == styled {
				continue
			}
			looked[name]++
			if d.Screen() == text {
				t.Errorf("%s, %s: only colours tell what is in hand:\n%s", name, where, text)
			}
		}
	}
	for name, n := range looked {
		if n < 20 || n != looked["mono"] {
			t.Errorf("%s: at %d places something else comes in hand, in mono at %d", name, n, looked["mono"])
		}
	}
}
