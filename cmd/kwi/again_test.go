package main

import (
	"strconv"
	"testing"

	"kwi/internal/post/posttest"
)

// TestAMailThatMayHaveArrivedGoesAgainOnPurpose loses the answer to one mail
// and looks at what the screens say of it until it is settled.
func TestAMailThatMayHaveArrivedGoesAgainOnPurpose(t *testing.T) {
	s := (&posttest.Server{Breaks: map[string]posttest.When{"bb@newmedia.example": posttest.Unanswered}}).Start(t)
	env := map[string]string{"KWI_SMTP_HOST": "127.0.0.1:" + strconv.Itoa(s.Port()), "KWI_SMTP_FROM": "joe@bestseller.example"}
	d, data := communicating(t, env)
	d.Press("o")
	d.See("Er is geen mail waarvan onzeker")
	d.Press("m", "enter")
	all := len(s.Mails())
	d.See("Misschien aangekomen bij BB", "4 mails verstuurd")
	d = mailing(t, data, env) // as another window sees it
	d.See("○ misschien", "o mail nog eens")
	d.Press("down")
	d.See("De mail aan BB van", "misschien aangekomen")
	d.Press("m")
	d.See("Misschien al aangekomen bij BB")
	d.Miss("Iedereen met een mailadres")
	if len(s.Mails()) != all {
		t.Fatal("it went again unasked")
	}
	d.Press("o")
	d.See("1 mail nog eens versturen?", "bb@newmedia.example")
	d.Press("enter")
	d.See("1 mail verstuurd")
	d = mailing(t, data, env)
	d.Miss("misschien")
	if c := kept(t, data, "newmedia"); c.Newest().Unsettled("BB") != nil || len(c.Newest().Sent["BB"]) != 1 || len(s.Mails()) != all+1 {
		t.Errorf("%+v", c.Newest().Sendings["BB"])
	}
}
