package main

import (
	"strings"
	"testing"
)

// TestThePortfolioIsAboutNoClient: one may be in hand there all the same, from
// before. What is taken back then is said with the client's name, and dialogs
// do not bear it.
func TestThePortfolioIsAboutNoClient(t *testing.T) {
	for language, says := range map[string][2]string{
		"nl": {"NewMedia. Teruggenomen: cijfer 2.05 van KK", "NewMedia. Opnieuw gedaan: "},
		"en": {"NewMedia. Taken back: grade 2.05 of KK", "NewMedia. Done again: "},
	} {
		s := stocked(t)
		d := sit(t, s, language, 80, 24)
		d.Press("enter", "end", "enter")
		d.Type("9>")
		d.Press("esc", "q")
		d.Press("ctrl+z")
		d.See(says[0])
		if got := grade(t, s, "2.05"); got != "" {
			t.Errorf("kept is %q", got)
		}
		d.Press("ctrl+y")
		d.See(says[1])
		d.Press(":")
		if head, _, _ := strings.Cut(d.Screen(), "\n"); !strings.Contains(head, "BESTSELLER") || strings.Contains(head, "NewMedia") {
			t.Errorf("over the portfolio stands %q", head)
		}
	}
}

// TestHelpSaysWhyInFull: a reason goes on in the next line, and none of it is
// lost at the edge.
func TestHelpSaysWhyInFull(t *testing.T) {
	d := sit(t, exampleStore(t), "nl", 60, 20)
	for range 5 {
		d.Press("down") // a client who has sent no list
	}
	d.Press("enter", "4", "?")
	d.See("laatste keer niet verstuurd (Aan VV is nog", "niets verstuurd.)")
	for range 20 {
		d.Miss("…")
		d.Press("down", "down")
	}
}
