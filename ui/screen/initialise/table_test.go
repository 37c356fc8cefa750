package initialise_test

import (
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/initialise"
)

// A table is pasted where the people are, and what was in it stands there.
func TestATableIsPasted(t *testing.T) {
	c := kittest.NewMedia(t)
	c.Respondents[0].Email = ""
	who := string(c.Respondents[0].Initials)
	p := kittest.Press(initialise.New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "t")
	if len(p.Stack) != 2 {
		t.Fatalf("no dialog: %q", p.Notice)
	}
	p.Press("paste:initialen\te-mail\n"+who+"\tnieuw@x.example\n", "enter")
	if got := p.Client().Respondents[0].Email; got != "nieuw@x.example" || len(p.Stack) != 1 || !strings.Contains(p.Notice, "overgenomen") {
		t.Errorf("%q: %q", got, p.Notice)
	}
}
