package widget_test

import (
	"strings"
	"testing"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// In an open field undo goes word by word, and the field stays open; what was
// kept before is taken back as the visit that it was.
func TestUndoWhileTyping(t *testing.T) {
	p := play("strategy", "enter", "wij willen", "esc", "enter", " meer doen", "ctrl+z")
	if !strings.Contains(p.View(), "wij willen meer ▏") || len(p.Changes) != 1 {
		t.Fatalf("one word:\n%s", p.View())
	}
	if p.Press("ctrl+y"); !strings.Contains(p.View(), "meer doen▏") {
		t.Fatalf("and again:\n%s", p.View())
	}
	if p.Press("ctrl+z", "ctrl+z"); !strings.Contains(p.View(), "wij willen▏") || !p.Top().Typing() || len(p.Changes) != 1 {
		t.Fatalf("both words:\n%s", p.View())
	}
	if p.Press("ctrl+z"); !p.Top().Typing() || strings.Contains(p.View(), "wij willen") {
		t.Fatalf("the visit before, with the field still open:\n%s", p.View())
	}
	if p.Press("ctrl+y"); !strings.Contains(p.View(), "wij willen▏") {
		t.Fatalf("the visit again:\n%s", p.View())
	}
}

// In a dialog undo goes back through its words and its fields, and forth.
func TestUndoInADialog(t *testing.T) {
	p := over(newcomer(), "BB", "tab", "Bert Baas", "tab", "right", "tab", "gis")
	all := p.Press("teren").View()
	for _, want := range []string{"gisteren", "Bert Baas", "Bert Baas", "Bert ", "BB"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("%q is gone too early:\n%s", want, p.View())
		}
		p.Press("ctrl+z")
	}
	if strings.Contains(p.View(), "BB") || len(p.Stack) != 2 {
		t.Errorf("not all was taken back:\n%s", p.View())
	}
	if p.Press("ctrl+z"); !p.Bad || len(p.Stack) != 2 {
		t.Errorf("nothing left, and it says %q", p.Notice)
	}
	for range 8 {
		p.Press("ctrl+y")
	}
	if p.View() != all {
		t.Errorf("brought back:\n%s\nwant:\n%s", p.View(), all)
	}
	p.Press("ctrl+z", "vandaag", "ctrl+y")
	if !strings.Contains(p.View(), "vandaag▏") {
		t.Errorf("what was taken back came over what was typed since:\n%s", p.View())
	}
}

func TestUndoInAnAnswer(t *testing.T) {
	ask := widget.NewAsk(widget.Ask{Title: "Waarom?", Value: "al iets", Then: renames})
	p := over(ask, " meer dan", "ctrl+z", "ctrl+z")
	if !strings.Contains(p.View(), "al iets▏") {
		t.Errorf("both words:\n%s", p.View())
	}
	if p.Press("ctrl+z"); !p.Bad {
		t.Error("nothing left, and it says nothing")
	}
	if p.Press("ctrl+y", "ctrl+y"); !strings.Contains(p.View(), "al iets meer dan▏") {
		t.Errorf("brought back:\n%s", p.View())
	}
}

// An act of the screen takes the word back where the root would take a step.
func TestTheFieldIsAskedBeforeTheRoot(t *testing.T) {
	has := func(p *kittest.Play) (undo bool) {
		for _, a := range p.Top().Acts(p.Frame) {
			undo = undo || kit.Do(a.ID) == widget.DoUndo
		}
		return undo
	}
	if p := play("place", "enter"); has(p) || !has(p.Press("x")) || has(p.Press("ctrl+z")) || has(p.Press("x", "esc")) {
		t.Error("undo is the field's while a word was typed in it, and only then")
	}
}
