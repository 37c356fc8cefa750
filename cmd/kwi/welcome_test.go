package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui"
	"kwi/ui/kit/kittest"
)

// newcomer starts the program for the first time, on a store with nothing in it,
// and tells what is remembered of it.
func newcomer(t *testing.T, s store.Store, language string, w, h int) (d *seat, who *account.User, kept *ui.Preferences) {
	who, kept = new(account.User), new(ui.Preferences)
	d = sitOver(t, s, language, w, h, func(c *ui.Config) {
		c.Welcome = true
		c.Proposed = account.User{Name: "Anna de Boer", Initials: "AB"}
		c.Remember = func(u account.User) error { *who = u; return nil }
		c.Prefer = func(p ui.Preferences) error { *kept = p; return nil }
	})
	return d, who, kept
}

// TestTheFirstStart asks three things on one page, each with what is likely, and
// then what to begin with: the example, or a first client.
func TestTheFirstStart(t *testing.T) {
	for _, d := range []struct{ language, welcome, begin, first string }{
		{"nl", "Welkom bij kwi", "Anna de Boer, waarmee begin je?", "Bekijk het voorbeeld"},
		{"en", "Welcome to kwi", "Anna de Boer, what do you begin with?", "Look at the example"},
	} {
		s := memory.New()
		at, who, kept := newcomer(t, s, d.language, 80, 24)
		at.see(d.welcome, "Anna de Boer", "AB")
		at.press("enter", "enter", "enter") // language, name and initials are right
		at.write("Noorderlicht")
		at.press("enter")
		at.see(d.begin, d.first, "Noorderlicht")
		if who.Name != "Anna de Boer" || who.Initials != "AB" || kept.Language != d.language || kept.Welcomed != "on" {
			t.Errorf("remembered %+v and %+v", *who, *kept)
		}
		if name, _ := desk.New(s, nonce).Supplier(context.Background()); name != "Noorderlicht" {
			t.Errorf("the supplier is called %q", name)
		}
		at.press("1")
		at.see("BESTSELLER", "NewMedia")
		at.press("esc")
		if at.press("q"); at.gone == 0 {
			at.press("q")
		}
		at.see(" Noorderlicht ")
		at.press("n")
		at.write("Waterschap Laagveld")
		at.press("enter")
		at.see("Waterschap Laagveld") // and the supplier is not asked again
		at.miss("leverancier?", "as a supplier?")
		if c := clientNames(t, s); len(c) != 1 || c[0] != "Waterschap Laagveld" {
			t.Errorf("there are %v", c)
		}
	}
}

// clientNames is what the clients are called that a store has.
func clientNames(t *testing.T, s store.Store) (names []string) {
	t.Helper()
	lines, err := desk.New(s, nonce).Portfolio(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		names = append(names, l.Name)
	}
	return names
}

// TestTheFirstStartIsPassedOver with esc: nothing of it is kept but that it was
// there, and a first client is begun as before.
func TestTheFirstStartIsPassedOver(t *testing.T) {
	at, who, kept := newcomer(t, memory.New(), "nl", 80, 24)
	at.press("enter", "backspace", "esc")
	at.see("Waarmee begin je?")
	if *who != (account.User{}) || kept.Welcomed != "on" {
		t.Errorf("remembered %+v and %+v", *who, *kept)
	}
	at.press("esc")
	at.see("Druk op n", "druk dan op E", "E het voorbeeld")
	at.press("E")
	at.see("8 klanten")
	for at.gone == 0 {
		at.press("q")
	}
	at.see("Druk op n")
	at.find("begin") // nothing is asked that was passed over, until it is needed
	at.press("esc", "esc", "n")
	at.write("Vonk")
	at.press("enter")
	at.see("Wie ben jij als leverancier?")
}

// TestTheFirstStartGoesOnInAnotherLanguage at once, and keeps what was typed.
func TestTheFirstStartGoesOnInAnotherLanguage(t *testing.T) {
	at, who, kept := newcomer(t, memory.New(), "nl", 80, 24)
	at.press("down", "ctrl+u")
	at.write("Bo Chen")
	at.press("up", "right")
	at.see("Welcome to kwi", "Bo Chen", "English")
	at.press("ctrl+s")
	at.see("Bo Chen, what do you begin with?")
	if who.Name != "Bo Chen" || kept.Language != "en" {
		t.Errorf("remembered %+v and %+v", *who, *kept)
	}
	at.press("down", "enter")
	at.see("New client")
}

// TestTheLettersOfTheListBeginToo: what opens the example and a new client in the
// list of clients does so where it is asked what to begin with.
func TestTheLettersOfTheListBeginToo(t *testing.T) {
	at, _, _ := newcomer(t, memory.New(), "nl", 80, 24)
	at.press("ctrl+s", "E")
	at.see("BESTSELLER", "NewMedia")
	at, _, _ = newcomer(t, memory.New(), "nl", 80, 24)
	at.press("ctrl+s", "n")
	at.see("Nieuwe klant")
}

// TestFirstStartGoldens are the two pages in every size.
func TestFirstStartGoldens(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			at, _, _ := newcomer(t, memory.New(), language, size[0], size[1])
			one := at.screen()
			at.press("ctrl+s")
			var b strings.Builder
			for _, l := range strings.Split(one+"\n"+at.screen(), "\n") {
				b.WriteString(strings.TrimRight(l, " ") + "\n")
			}
			kittest.Golden(t, fmt.Sprintf("first/%s-%dx%d", language, size[0], size[1]), b.String())
		}
	}
}
