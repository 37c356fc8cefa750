package measure

import (
	"fmt"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// Whoever is awaited again as the ninth is refused, and it says why beforehand; with
// a place free they are awaited.
func TestTheNinthIsNotAwaitedAgain(t *testing.T) {
	c := newMedia(t)
	y := c.Newest()
	q := y.KWIs[0].Questions[0].Code
	for len(c.Respondents) < 9 {
		who := account.Initials(fmt.Sprintf("Z%d", len(c.Respondents)))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Extra " + string(who)})
	}
	for _, r := range c.Respondents {
		if len(y.Assigned[r.Initials]) == 0 {
			y.Assigned[r.Initials] = []account.QuestionCode{q}
		}
	}
	last := c.Respondents[8].Initials
	y.Excused = map[account.Initials]account.Date{last: "2026-11-02"}
	p := kittest.Press(New(kit.Place{}), kittest.Frame(100, 24, "nl", c), "end")
	said := func() (why string) {
		for _, a := range p.Top().Acts(p.Frame) {
			if a.ID == "excuse" {
				why = a.Why
			}
		}
		return why
	}
	if got := said(); got != p.Frame.T("initialise.why.eight") {
		t.Fatalf("the ninth: %q\n%s", got, p.View())
	}
	if p.Press("ctrl+x"); len(p.Changes) > 0 {
		t.Error("the ninth is awaited")
	}
	y.Excused[c.Respondents[0].Initials] = "2026-11-02"
	p = kittest.Press(New(kit.Place{}), kittest.Frame(100, 24, "nl", c), "end", "ctrl+x")
	now := p.Client()
	if now.Newest().Excused[last] != "" {
		t.Error("with a place free they are not awaited")
	}
}
