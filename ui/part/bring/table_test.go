package bring_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

func TestATableIsPastedShownAndTakenOver(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
	p := kittest.Press(new(bring.Post).Table(), kittest.Frame(77, 20, "nl", c))
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
	p.Stack = append(p.Stack, kit.Screen(new(bring.Post).Table()))
	p.Press("paste:cyclus\tvraagcode\tkwi\tKK\tBB\r2025H2\t1.01\tKennis\t8\t11\r")
	for _, want := range []string{"1 nieuwe respondent", "afgesloten cyclus 2025H2: 1 cijfer van 1 respondent", "E2: “11”", "bewaren"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	if p.Press("enter"); len(p.Changes) != 1 || len(p.Hand.Now().Cycles) != 2 || len(p.Stack) != 1 {
		t.Fatalf("%d changes: %q", len(p.Changes), p.Notice)
	}
	if p.Press("ctrl+z"); !reflect.DeepEqual(p.Hand.Now().Tidy(), c.Tidy()) {
		t.Error("undo left something")
	}
}

// TestWhoIsWhoIsAskedBeforeATableIsShown: initials that are proposed can be
// changed, and who seems to be there already is that one unless the user says
// otherwise.
func TestWhoIsWhoIsAskedBeforeATableIsShown(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "AB", Name: "Anna Bos", Email: "anna@noord.example"}}}
	pasted := func(tag, text string) *kittest.Play {
		p := kittest.Press(screen{&bring.Post{Say: say}}, kittest.Frame(77, 20, tag, c))
		p.Stack = append(p.Stack, kit.Screen(new(bring.Post).Table()))
		p.Press("paste:" + text)
		return p
	}
	p := pasted("nl", "Naam\tE-mail\tKleur\rKees Klant\tkk@x.example\trood\rKarel Kok\tkko@x.example\t\r")
	for _, size := range [][2]int{{57, 16}, {77, 20}, {120, 40}} {
		p.Frame.W, p.Frame.H = size[0], size[1]
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	}
	p.Frame.W, p.Frame.H = 77, 20
	for _, want := range []string{"Wie is wie?", "Kees Klant", "KK", "KKO"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	if p.Press("ctrl+u", "a!", "ctrl+s"); !p.Bad || len(p.Stack) != 2 {
		t.Errorf("these are no initials: %q", p.Notice)
	}
	if p.Press("ctrl+u", "KKO", "ctrl+s"); !p.Bad || !strings.Contains(p.Notice, "krijgen allebei") {
		t.Errorf("two of one: %q", p.Notice)
	}
	p.Press("ctrl+u", "KLA", "ctrl+s")
	for _, want := range []string{"KLA Kees Klant", "KKO Karel Kok", "C1: kolom “Kleur”", "1 punt uit de tabel blijft weg"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("it does not say %q:\n%s", want, p.View())
		}
	}
	p.Press("enter")
	if now := p.Hand.Now(); now.Respondent("KLA") == nil || len(now.Respondents) != 3 || !strings.Contains(p.Notice, "1 punt") {
		t.Errorf("%q: %+v", p.Notice, now.Respondents)
	}

	same := "Initialen\tNaam\tE-mail\rBO\tAnna Bos\tAnna@Noord.example\r"
	p = pasted("en", same)
	if !strings.Contains(p.View(), "Same e-mail address as AB") {
		t.Errorf("it does not point at her:\n%s", p.View())
	}
	if p.Press("ctrl+s"); !strings.Contains(p.View(), "Nothing new") || !strings.Contains(p.View(), "BO Anna Bos in the table is AB") {
		t.Errorf("she is there already:\n%s", p.View())
	}
	p = pasted("en", same)
	p.Press("ctrl+u", "BO", "ctrl+s", "enter")
	if now := p.Hand.Now(); now.Respondent("BO") == nil {
		t.Errorf("somebody else is not added: %q", p.Notice)
	}
}

// TestATableOfWhichNothingIsUnderstoodIsNotNothingNew: it says so, and what.
func TestATableOfWhichNothingIsUnderstoodIsNotNothingNew(t *testing.T) {
	c := account.Client{ID: "x", Name: "X"}
	p := kittest.Press(screen{&bring.Post{Say: say}}, kittest.Frame(77, 20, "nl", c))
	p.Stack = append(p.Stack, kit.Screen(new(bring.Post).Table()))
	p.Press("paste:Initialen\tNaam\r!!\tWie\r")
	if v := p.View(); !strings.Contains(v, "is niets over te nemen") || strings.Contains(v, "niets nieuws") || !strings.Contains(v, "“!!”") {
		t.Errorf("it says:\n%s", v)
	}
	p.Press("esc")
	p.Stack = append(p.Stack, kit.Screen(new(bring.Post).Table()))
	if p.Press("paste:kleur\tmaat\rrood\tgroot"); !p.Bad || !strings.Contains(p.Notice, "“kleur”, “maat”") {
		t.Errorf("it says %q", p.Notice)
	}
}

// TestWhatToPasteIsReadWhole: where the page is longer than the screen it scrolls.
func TestWhatToPasteIsReadWhole(t *testing.T) {
	t.Parallel()
	f := kittest.Frame(40, 9, "en", account.Client{})
	s := (&bring.Post{}).Table()
	last := func() string {
		lines := strings.Split(strings.TrimSpace(s.View(kittest.Frame(40, 60, "en", account.Client{})).Body), "\n")
		return strings.TrimSpace(lines[len(lines)-1])
	}()
	if strings.Contains(s.View(f).Body, last) {
		t.Fatal("all is in view, so that this test shows nothing")
	}
	for range 5 {
		s, _ = s.Update(f, keys.Press(keys.PageDown))
	}
	if !strings.Contains(s.View(f).Body, last) {
		t.Errorf("%q is never in view:\n%s", last, s.View(f).Body)
	}
}
