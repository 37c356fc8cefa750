package monitor

import (
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// The KWI that was in hand on the screen before is in hand here.
func TestTheKWIInHandBeforeIsInHandHere(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", kittest.NewMedia(t)))
	p.Send(kit.OnKWI(3))
	if v := p.View(); !strings.Contains(v, "▸ 03") {
		t.Errorf("got\n%s", v)
	}
	if p.Press("enter"); !strings.Contains(p.View(), "03 Strategie") {
		t.Errorf("got\n%s", p.View())
	}
	if p.Press("enter").Send(kit.OnKWI(99)); !strings.Contains(p.View(), "▸ 03") {
		t.Errorf("one that is not there moves the cursor:\n%s", p.View())
	}
}
