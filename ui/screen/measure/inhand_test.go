package measure

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// TestTheOneInHandStandsInFullBesideTheList: on a large screen, with their score in
// large figures; on a small one the list has the width.
func TestTheOneInHandStandsInFullBesideTheList(t *testing.T) {
	c := newMedia(t)
	y := c.Newest()
	y.Sent = map[account.Initials][]account.Date{"KK": {"2011-06-01"}}
	y.Colouring = map[account.Initials]string{"KK": "net een storing gehad"}
	for _, language := range []string{"nl", "en"} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(197, 56, language, c, kittest.Day("2011-06-20")), "end")
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, "lists-200-"+language, p.View())
	}
	small := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c, kittest.Day("2011-06-20")), "end")
	if v := small.View(); strings.Contains(v, "General Manager") || strings.Contains(v, "storing") {
		t.Errorf("a small screen shows more than the list:\n%s", v)
	}
}

// TestNothingOfAPersonStandsInFullByGroup: what may not stand beside a name does not
// stand there in full either.
func TestNothingOfAPersonStandsInFullByGroup(t *testing.T) {
	c := newMedia(t)
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	v := kittest.Press(New(kit.Place{}), kittest.Frame(197, 56, "nl", c, kittest.Day("2011-06-20")), "end").View()
	if !strings.Contains(v, "General Manager") {
		t.Fatalf("who is in hand does not stand there:\n%s", v)
	}
	for _, secret := range []string{"Ga zo door", "Aanbeveling: een", "7,00", "7,43", "▀▀▀█"} {
		if strings.Contains(v, secret) {
			t.Errorf("%q stands beside a name:\n%s", secret, v)
		}
	}
}
