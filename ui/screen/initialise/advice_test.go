package initialise

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// Nobody is told to do no business because nothing was asked.
func TestNoVerdictUnasked(t *testing.T) {
	const verdict, simple, unasked = "Doe nu liever", "Begin eenvoudig", "Nog niet gevraagd"
	for _, size := range [][2]int{{77, 20}, {117, 36}, {57, 36}, {57, 16}} {
		for _, keys := range [][]string{nil, {"end"}, {"down", "down", "down", "down"}, {"end", "up", "up"}, {"tab", "shift+tab"}, {"enter", " X", "esc"}} {
			if v := at(t, size[0], size[1], "nl", fresh(), keys...).View(); strings.Contains(v, verdict) || strings.Contains(v, simple) || strings.Contains(v, "▸ geen zaken") {
				t.Errorf("%v %v: a verdict on what nobody asked:\n%s", size, keys, v)
			}
		}
		if v := at(t, size[0], size[1], "nl", fresh(), "end").View(); !strings.Contains(v, unasked) || !strings.Contains(v, "geen zaken") {
			t.Errorf("%v: the 2×2 is not there:\n%s", size, v)
		}
		// Three times yes says nothing of their needs.
		three := fresh()
		three.Selection = account.Selection{Strategic: account.Yes, Intensive: account.Yes, Business: account.Yes}
		if v := at(t, size[0], size[1], "nl", three, "end").View(); strings.Contains(v, verdict) {
			t.Errorf("%v:\n%s", size, v)
		}
		// One answer of two is no verdict either.
		if v := at(t, size[0], size[1], "nl", fresh(), "end", "space", "space").View(); strings.Contains(v, verdict) || !strings.Contains(v, unasked) {
			t.Errorf("%v: a verdict on half of it:\n%s", size, v)
		}
		// Once they have asked, the answer may be no.
		if v := at(t, size[0], size[1], "nl", fresh(), "end", "up", "space", "space", "down", "space", "space").View(); !strings.Contains(v, verdict) || !strings.Contains(v, "▸ geen zaken") {
			t.Errorf("%v: twice no is no verdict:\n%s", size, v)
		}
		known := fresh()
		known.Needs = account.Needs{ClientKnows: account.Yes, SupplierKnows: account.No}
		if v := at(t, size[0], size[1], "nl", known, "end").View(); !strings.Contains(v, "▸ verdiepen") {
			t.Errorf("%v:\n%s", size, v)
		}
	}
}

func TestAnAdviceThatIsNotFollowedSaysSo(t *testing.T) {
	c := fresh()
	c.Selection = account.Selection{Strategic: account.Yes, Intensive: account.No}
	for _, size := range [][2]int{{77, 20}, {117, 36}, {57, 16}} {
		p := at(t, size[0], size[1], "nl", c, "end", "up", "up")
		v := strings.Join(strings.Fields(p.View()), " ")
		if !strings.Contains(v, "anders dan het") || !strings.Contains(v, "Advies: Begin eenvoudig") {
			t.Errorf("%v: it contradicts:\n%s", size, p.View())
		}
		if v := p.Press("space", "up").View(); strings.Contains(v, "anders dan het") || !strings.Contains(v, "Begin eenvoudig") && size[1] > 16 {
			t.Errorf("%v: now it is followed:\n%s", size, v)
		}
	}
}

func TestLooksOfTheAdviceBelow(t *testing.T) {
	asked := typical("nl")
	asked.Selection.Business = account.No
	var b strings.Builder
	for _, keys := range [][]string{{"end"}, {"end", "up", "up"}, {"end", "up", "up", "up"}, {"down"}} {
		b.WriteString("# " + strings.Join(keys, " ") + "\n" + at(t, 57, 16, "nl", asked, keys...).View() + "\n")
	}
	b.WriteString("# a tall one\n" + at(t, 57, 36, "nl", asked, "end").View() + "\n# in English, nothing asked\n" + at(t, 57, 16, "en", fresh(), "end").View())
	kittest.Golden(t, "about-below", b.String())
}
