package monitor

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// Beside the figures stands whose list is not whole, what colours the answers and
// who gave theirs with one of us there; the copy for the client holds none of it.
func TestWhatStandsBesideTheFigures(t *testing.T) {
	c := kittest.NewMedia(t)
	y := c.Newest()
	y.Circumstances = "het contract wordt uitonderhandeld"
	y.Colouring = map[account.Initials]string{"KK": "net een storing gehad"}
	y.AnsweredInTalk = map[account.Initials]account.Date{"KK": "2026-11-18"}
	f := kittest.Frame(117, 36, "nl", c)
	f.Cycle = y.Name
	v := kittest.Press(New(kit.Place{}), f).View()
	kittest.Golden(t, "beside-120-nl", v)
	flat := strings.Join(strings.Fields(v), " ")
	if answers := kittest.Press(New(kit.Place{}), f, "enter").View(); !strings.Contains(answers, "Niet alleen beantwoord: KK in gesprek wo 18 nov.") {
		t.Errorf("it does not stand with the answers:\n%s", answers)
	}
	for _, want := range []string{"KK (16 van 19)", "het contract wordt uitonderhandeld", "Bij Kees Klant: net een storing gehad", "KK in gesprek"} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is not told:\n%s", want, v)
		}
	}
	f = kittest.Frame(117, 36, "nl", c.Shown(account.Room{Known: true}))
	f.Cycle = y.Name
	if v := kittest.Press(New(kit.Place{}), f).View(); strings.Contains(v, "uitonderhandeld") || strings.Contains(v, "storing") || strings.Contains(v, "in gesprek 1") {
		t.Errorf("the copy for the client tells it:\n%s", v)
	}
}
