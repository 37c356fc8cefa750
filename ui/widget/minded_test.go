package widget_test

import (
	"strings"
	"testing"

	"kwi/internal/guide"
	"kwi/internal/hint"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// twoHints finds something in the words one and two.
func twoHints(field string) func(string) []hint.Hint {
	return func(text string) (out []hint.Hint) {
		for _, word := range []string{"een", "twee"} {
			if strings.Contains(text, word) {
				out = append(out, hint.Hint{Rule: word, Field: field, Say: guide.Say{Text: "Let op " + word, Why: "daarom"}})
			}
		}
		return out
	}
}

// hinting asks for a name in which there may be something to mind.
func hinting() kit.Screen {
	return widget.NewAsk(widget.Ask{Title: "Naam", Required: true, Together: true, Hints: twoHints(""), Then: renames})
}

// form asks for a name and something else.
func hintingForm() kit.Screen {
	return widget.NewFormDialog(widget.FormDialog{Title: "Naam", Together: true,
		Fields: []widget.Field{{ID: "name", Label: "Naam"}, {ID: "else", Label: "Anders"}},
		Hints:  func(v map[string]string) []hint.Hint { return twoHints("name")(v["name"]) },
		Then:   func(e widget.Edits) kit.Outcome { return renames(e.Get("name")) },
	})
}

// Keeping waits for one hint and not for another; what is typed on is read again, and
// what was told is not told again.
func TestKeepingWaitsForOneHint(t *testing.T) {
	p := over(hinting(), "een twee", "enter")
	if !strings.HasPrefix(p.Notice, "Let op een ") || p.Bad || len(p.Stack) != 2 {
		t.Fatalf("it says %q", p.Notice)
	}
	if p.Press("enter"); p.Client().Name != "een twee" || len(p.Stack) != 1 || p.Notice != "" {
		t.Errorf("once more: %q, it says %q", p.Client().Name, p.Notice)
	}
	p = over(hinting(), "een", "enter", " twee", "enter")
	if !strings.HasPrefix(p.Notice, "Let op twee ") || len(p.Stack) != 2 {
		t.Errorf("typed on, it says %q", p.Notice)
	}
	if p.Press("!", "enter"); p.Client().Name != "een twee!" {
		t.Errorf("told again: %q", p.Notice)
	}
	if p = over(hinting(), "drie", "enter"); p.Client().Name != "drie" || p.Notice != "" {
		t.Errorf("nothing to mind: %q", p.Notice)
	}
	if p = over(hinting(), "een", "leave"); p.Client().Name != "een" {
		t.Errorf("whoever leaves the program loses what was typed: %q", p.Notice)
	}
}

// In a dialog of fields a hint comes as one is left, and the next one when all is kept.
func TestLeavingAFieldGivesAHint(t *testing.T) {
	p := over(hintingForm(), "een twee", "tab")
	if p.Notice != "Let op een" || p.Out.Why != "daarom" {
		t.Fatalf("on leaving it says %q", p.Notice)
	}
	if p.Press("x", "ctrl+s"); !strings.HasPrefix(p.Notice, "Let op twee ") || len(p.Stack) != 2 || !strings.Contains(p.View(), "x▏") {
		t.Errorf("on keeping it says %q\n%s", p.Notice, p.View())
	}
	if p.Press("ctrl+s"); len(p.Stack) != 1 || p.Client().Name != "een twee" {
		t.Errorf("it is not kept: %q", p.Notice)
	}
	if p = over(hintingForm(), "een", "ctrl+s"); !strings.HasPrefix(p.Notice, "Let op een ") || len(p.Stack) != 2 {
		t.Errorf("kept from the field it says %q", p.Notice)
	}
}

// With the client watching nothing is said, and nothing waits.
func TestNoHintWithTheClientWatching(t *testing.T) {
	for _, s := range []kit.Screen{hinting(), hintingForm()} {
		f := kittest.Frame(77, 20, "nl", client())
		f.Audience = kit.WithClient
		p := kittest.Press(demo{}, f)
		p.Stack = append(p.Stack, s)
		p.Press("een", "ctrl+s")
		if p.Notice != "" || len(p.Stack) != 1 || p.Client().Name != "een" {
			t.Errorf("%d screens, it says %q", len(p.Stack), p.Notice)
		}
	}
}
