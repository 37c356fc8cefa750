package measure

import (
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// A list with answers lacking is said to be complete as it is, with the reason and
// knowing what is open and what that does to the figures; then it says so, and the
// same key awaits the rest after all.
func TestAListIsSaidToBeCompleteAsItIs(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(100, 24, "nl", newMedia(t)), "end")
	says := func(act, line string) {
		t.Helper()
		if view := p.View(); !strings.Contains(view, line) {
			t.Errorf("%q is not told:\n%s", line, view)
		}
		for _, a := range p.Top().Acts(p.Frame) {
			if a.ID == "excuse" && a.Name != act {
				t.Errorf("the key is called %q, not %q", a.Name, act)
			}
		}
	}
	says("deze lijst is zo klaar", "nog 3 open")
	p.Press("ctrl+x")
	says("", "Nog open: 2.05, 3.01, 3.06. Wat er is, telt mee: 16 van 19 vragen.")
	p.Press("enter")
	if len(p.Stack) != 2 {
		t.Fatal("no reason is asked")
	}
	p.Type("kan er niets over zeggen").Press("enter")
	says("toch op de lijst wachten", "klaar, 3 niet beantwoord")
	if c := p.Client(); c.Newest().ExcusedWhy["KK"] != "kan er niets over zeggen" {
		t.Errorf("the reason is %q", c.Newest().ExcusedWhy["KK"])
	}
	p.Press("ctrl+x")
	says("deze lijst is zo klaar", "nog 3 open")
}
