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
	"kwi/ui/keys"
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
	anyKey = strings.Fields("enter space tab shift+tab down end pgdown right f2 ? : / < > = . [ ] 9 ctrl+n ctrl+x ctrl+s backspace ctrl+z" +
		" a b c d e f g h i j k l m n o p r s t u v w x y z A B C D E F G H I J K L M N O P R S T U V W X Y Z")
	further = []string{"down", "9", "x", "tab", "enter", "down", "esc"}
)

// TestDrawingWritesNothing goes to every place of a client of the example
// portfolio, tries every key there, and types on in what opens: the driver,
// which looks at all of it here, fails where a drawing wrote into anything, or
// where a screen that answered a key changed an earlier copy of itself.
func TestDrawingWritesNothing(t *testing.T) {
	goesRoundUnraced(t)
	t.Parallel()
	alone, watched := 0, 0
	for _, e := range places(sources{}) {
		to := []string{"enter", fmt.Sprint(alone)}
		switch {
		case e.Together:
			to = []string{"M", "enter", fmt.Sprint(watched)}
			watched++
			if e.Persons {
				to = append(to, "1", "enter") // the first of all sits here
			}
		case e.Person:
			to = []string{"enter", "5", "v"}
		case e.Aside:
			to = []string{"enter", "5", e.Key.Keys()[0]}
		case e.Traces:
			to = []string{"enter", "8", "f6"}
		case e.Client:
			alone++
			to[1] = fmt.Sprint(alone)
		case e.Name == "promises":
			to = keys.Promises.Keys()[:1]
		default:
			to = nil
		}
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			tryEveryKey(t, to...)
		})
	}
}

// tryEveryKey tries every key where these lead from NewMedia in the portfolio.
func tryEveryKey(t *testing.T, to ...string) {
	var d *drive.Driver
	there := func() {
		d = sit(t, exampleStore(t), "nl", 80, 24)
		d.Strict = true
		d.Press("down", "down", "down", "down")
		d.Press(to...)
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
