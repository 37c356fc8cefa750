package presenter

import (
	"fmt"
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// In the simple approach the session has a short course of its own, which ends
// with the value question and has neither an agenda nor ideas to count.
func TestADialogueEndsWithTheValueQuestion(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		for size, s := range sizes {
			all := example.Portfolio(language, kittest.Today).Clients
			c := all[slices.IndexFunc(all, func(c account.Client) bool { return c.ID == "facilitair" })].Clone()
			y, who := c.Newest(), account.Initials("")
			y.Stage, y.Session = account.Session, kittest.Today
			for _, r := range c.Participants(y) {
				who = r.Initials
				for i, q := range y.AskedOf(who) {
					y.Answers = map[account.Initials]account.Sheet{who: y.Answers[who].With(account.Answer{Question: q, Grade: account.Grade(6 + i%3)})}
				}
			}
			f := kittest.Frame(s[0], s[1], language, c, kittest.Room(who))
			p := kittest.Start(New(kit.Place{}), f, c)
			seen, last := map[pageKind]bool{}, pageKind("")
			for _, at := range pages(&p.Frame) {
				last = at.kind
				p.Send(kit.Aim(at.place()))
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				if !seen[at.kind] && (at.kind == gradePage || at.kind == valuePage) && (language == "nl" || size == "80x24") {
					kittest.Golden(t, fmt.Sprintf("dialogue-%s-%s-%s", at.kind, size, language), p.View())
				}
				seen[at.kind] = true
			}
			if last != valuePage || !seen[gradePage] || !seen[listPage] || seen[agendaPage] || seen[ideasPage] || seen[totalPage] {
				t.Errorf("the pages are %v, the last %s", seen, last)
			}
		}
	}
}
