package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/example"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

var examplePortfolio = sync.OnceValue(func() portable.File { return example.Portfolio("nl", "2026-11-21") })

// exampleStore is a store with the example portfolio in it.
func exampleStore(t testing.TB) store.Store {
	t.Helper()
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, examplePortfolio()); err != nil {
		t.Fatal(err)
	}
	return s
}

// Every key that could mean something, and what is typed after one that did.
var (
	anyKey = strings.Fields("enter space tab shift+tab down end pgdown right ? : / < > = . [ ] 9 ctrl+n ctrl+x ctrl+s backspace ctrl+z" +
		" a b c d f g i k l m n o r s t u v w x y A K L M T")
	further = []string{"down", "9", "x", "tab", "enter", "down", "esc"}
)

// TestDrawingWritesNothing goes to every place of clients of the example
// portfolio, tries every key there, and types on in what opens: the driver,
// which looks at all of it here, fails where a drawing wrote into anything, or
// where a screen that answered a key changed an earlier copy of itself.
func TestDrawingWritesNothing(t *testing.T) {
	clients := []int{4, 3} // one that measures, one before its session
	if testing.Short() {
		clients = clients[:1]
	}
	for _, client := range clients {
		for n, e := range places(nil, nil) {
			for _, together := range []bool{false, true} {
				if together && !e.Together || n == 0 && client != clients[0] {
					continue
				}
				t.Run(fmt.Sprint(client, e.Name, together), func(t *testing.T) { tryEveryKey(t, client, n, together) })
			}
		}
	}
}

// tryEveryKey tries every key at the nth place of a client.
func tryEveryKey(t *testing.T, client, n int, together bool) {
	var d *drive.Driver
	there := func() {
		d = sit(t, exampleStore(t), "nl", 80, 24)
		d.Strict = true
		for range client {
			d.Press("down")
		}
		if n > 0 {
			d.Press("enter", fmt.Sprint(n))
		}
		if together {
			d.Press("M")
		}
	}
	there()
	opened := 0
	for _, key := range anyKey {
		before := d.Screen()
		if d.Press(key); d.Screen() == before {
			continue
		}
		d.Press(further...)
		opened++
		there()
	}
	if opened < 8 {
		t.Errorf("only %d keys did something", opened)
	}
}
