package main

import (
	"context"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// typedByGroup is a store in which somebody typed by group what two respondents
// answered: the grades of one with less, neutral and more, and words of their own.
func typedByGroup(t *testing.T, first, second string) (store.Store, *drive.Driver) {
	t.Helper()
	c := said(account.ByGroup)
	y := c.Newest()
	y.Stage = account.Measure
	for _, who := range []account.Initials{"AA", "BB"} {
		delete(y.Answers, who)
		delete(y.Answered, who)
		delete(y.NPS, who)
		delete(y.Remarks, who)
	}
	s := memory.New()
	if _, err := desk.New(s, counted()).Import(context.Background(), false, portable.File{Supplier: "BESTSELLER", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	d := sit(t, s, "nl", 120, 40)
	d.Press("enter", "6", "home")
	for _, typed := range []string{first, second} {
		grades, words, _ := strings.Cut(typed, " ")
		d.Press("enter", "home")
		d.Type(grades)
		d.Press("tab", "enter")
		d.Type(words)
		d.Press("esc", "down", "enter", "down", "enter", "8", "enter", "esc", "esc", "down")
	}
	return s, d
}

// By group nothing tells afterwards what was typed for whom: not what was done, in
// the list, in full or of all clients, not what is said when it is taken back and
// done again, not the title of the window, and no command that shows it.
func TestByGroupNothingTellsWhatWasTypedForWhom(t *testing.T) {
	const one, other = "2<37>9 eenzaamwoord", "84>6<5 anderwoord"
	look := func(first, second string) (seen []string) {
		s, d := typedByGroup(t, first, second)
		note := func(what string) {
			v := d.View()
			seen = append(seen, what+"\n"+v.WindowTitle+"\n"+d.Screen())
		}
		d.Press("esc", "Z")
		note("history")
		for range 12 {
			d.Press("enter")
			note("in full")
			d.Press("esc", "down")
			note("history")
		}
		d.Press("home", "t")
		note("asked to take back")
		d.Press("esc", "esc", "esc", "esc", "Z")
		note("of all clients")
		d.Press("enter")
		note("of all clients, in full")
		d.Press("esc", "esc", "enter", "1")
		for range 4 {
			d.Press("ctrl+z")
			note("taken back")
		}
		for range 4 {
			d.Press("ctrl+y")
			note("done again")
		}
		c := kept(t, s, "twee")
		if y := c.Newest(); len(y.Answers["AA"]) != 4 || len(y.Answers["BB"]) != 4 || y.Remarks["AA"] == "" || y.Remarks["BB"] == "" {
			t.Fatalf("it was not typed: %+v %+v", y.Answers, y.Remarks)
		}
		return seen
	}
	a, b := look(one, other), look(other, one)
	for i := range a {
		if a[i] != b[i] {
			t.Errorf("it tells who said what:\n%s", differing(a[i], b[i]))
		}
		for _, word := range []string{"eenzaamwoord", "anderwoord"} {
			if strings.Contains(a[i], word) {
				t.Errorf("it tells a remark:\n%s", a[i])
			}
		}
	}
}
