package bring_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

func TestATableIsPastedShownAndTakenOver(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
	p := kittest.Press(bring.Table(), kittest.Frame(77, 20, "nl", c))
	for _, size := range [][2]int{{57, 16}, {77, 20}, {120, 40}} {
		p.Frame.W, p.Frame.H = size[0], size[1]
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	}
	p.Frame.W, p.Frame.H = 77, 20
	if p.Press("a"); !p.Bad || !strings.Contains(p.Notice, "Plak een tabel") {
		t.Errorf("a letter: %q", p.Notice)
	}
	if p.Press("paste:zomaar wat"); !p.Bad || !strings.Contains(p.Notice, "geen tabel herkend") {
		t.Errorf("no table: %q", p.Notice)
	}
	// Play cannot leave its first screen, so the dialog stands on another one.
	p = kittest.Press(screen{&bring.Post{Say: say}}, kittest.Frame(77, 20, "nl", c))
	p.Stack = append(p.Stack, kit.Screen(bring.Table()))
	p.Press("paste:cyclus\tvraagcode\tkwi\tKK\tBB\r2025H2\t1.01\tKennis\t8\t11\r")
	for _, want := range []string{"1 nieuwe respondent", "afgesloten cyclus 2025H2: 1 cijfer van 1 respondent", "E2: “11”", "bewaren"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	if p.Press("j"); len(p.Changes) != 1 || len(p.Hand.Now().Cycles) != 2 || len(p.Stack) != 1 {
		t.Fatalf("%d changes: %q", len(p.Changes), p.Notice)
	}
	if p.Press("ctrl+z"); !reflect.DeepEqual(p.Hand.Now().Tidy(), c.Tidy()) {
		t.Error("undo left something")
	}
}
