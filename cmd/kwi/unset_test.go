package main

import (
	"context"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/store/memory"
	"kwi/ui"
)

// What a PDF cannot show is said on the screen where it is written.
func TestWhatADocumentCannotShowIsSaidOnTheScreen(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	f := examplePortfolio()
	for i := range f.Clients {
		if f.Clients[i].ID == "newmedia" {
			f.Clients[i].Newest().Actions[0].Text = "Met 山田 bellen"
		}
	}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, f); err != nil {
		t.Fatal(err)
	}
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}} {
		j := sitWith(t, s, "nl", size.w, size.h, func(c *ui.Config) {
			c.Papers = printing(desk.New(s, nonce), noServer, func() time.Time { return day })
		})
		j.Press("/")
		j.Type("newmedia\n")
		j.Press("W")
		j.Type("actielijst")
		j.Press("enter", "ctrl+s")
		j.See("Geschreven:", "山", "leeg vakje")
	}
}
