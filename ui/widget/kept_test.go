package widget_test

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// unknown is a message that no screen has heard of.
type unknown struct{ list []int }

// strangers are the messages that come while nobody types.
func strangers(p *kittest.Play) {
	for _, msg := range []tea.Msg{kit.Tick{}, kit.Tick{}, kit.Tick{}, unknown{[]int{1}}, nil, kit.Do("elsewhere"), tea.WindowSizeMsg{Width: 60, Height: 20}} {
		p.Send(msg)
	}
}

// Nothing that is typed is lost or changed by a message that is not a key.
func TestOnlyKeysChangeWhatIsTyped(t *testing.T) {
	p := over(newcomer(), "BB", "tab", "Bert")
	strangers(p)
	if !strings.Contains(p.View(), "Bert▏") {
		t.Fatalf("what was typed is gone:\n%s", p.View())
	}
	p.Frame.W, p.Frame.H = 57, 16
	p.Press(" Baas", "tab")
	strangers(p)
	p.Press("space")
	strangers(p)
	p.Press("tab", "gis")
	strangers(p)
	p.Press("teren", "ctrl+s")
	c := p.Client()
	if len(c.Respondents) != 3 || !reflect.DeepEqual(c.Respondents[2], account.Respondent{Initials: "BB", Name: "Bert Baas", Level: account.Tactical, Willing: "2026-11-20"}) {
		t.Errorf("kept %+v, said %q", c.Respondents, p.Notice)
	}
	p = over(naming(), "Nieuw")
	strangers(p)
	p.Press(" Media")
	strangers(p)
	if p.Press("enter"); p.Client().Name != "Nieuw Media" {
		t.Errorf("asked, kept %q", p.Client().Name)
	}
	p = over(choosing(30), "dir coll", "down")
	strangers(p)
	if p.Press("enter"); p.Client().Name != "c5" {
		t.Errorf("picked %q", p.Client().Name)
	}
	p = play("go", "enter", "ctrl+u", "27")
	strangers(p)
	p.Press(" nov")
	strangers(p)
	if p.Press("enter"); p.Client().Cycles[0].Go != "2026-11-27" {
		t.Errorf("in a form, kept %q", p.Client().Cycles[0].Go)
	}
}

// Leaving the program never drops what a field refuses, however often.
func TestLeavingDropsNothing(t *testing.T) {
	p := play("go", "enter", "ctrl+u", "ooit", "leave", "leave", "enter", "enter")
	if !p.Top().Typing() || !strings.Contains(p.View(), "ooit▏") {
		t.Errorf("dropped:\n%s", p.View())
	}
}

// What a dialog would keep is kept when the program is left, once.
func TestADialogIsKeptWhenTheProgramIsLeft(t *testing.T) {
	p := over(newcomer(), "BB", "tab", "Bert", "leave")
	c := p.Client()
	if len(c.Respondents) != 3 || c.Respondents[2].Name != "Bert" {
		t.Fatalf("kept %+v", c.Respondents)
	}
	if p.Send(kit.Leave{}); len(p.Changes) != 1 || len(p.Stack) != 2 {
		t.Errorf("%d changes, %d screens", len(p.Changes), len(p.Stack))
	}
	if p.Press("tick"); len(p.Stack) != 1 || len(p.Changes) != 1 {
		t.Errorf("it goes on: %d screens, %d changes", len(p.Stack), len(p.Changes))
	}
	// A half day stays out, the rest is kept.
	p = over(newcomer(), "BB", "tab", "tab", "tab", "oo", "leave")
	if c = p.Client(); len(c.Respondents) != 3 || c.Respondents[2].Willing != "" {
		t.Errorf("kept %+v", c.Respondents)
	}
	for name, p := range map[string]*kittest.Play{
		"nothing typed":           over(newcomer(), "leave"),
		"typed and taken away":    over(newcomer(), "B", "backspace", "leave"),
		"what the dialog refuses": over(newcomer(), "tab", "Bert", "leave"),
		"what the change refuses": over(newcomer(), "KK", "leave"),
		"nothing asked":           over(naming(), "leave"),
		"an answer refused":       over(naming(), "fout", "leave"),
		"a filter":                over(choosing(3), "1", "leave"),
		"a question":              over(removing(), "leave"),
		"an act": over(widget.NewAsk(widget.Ask{Title: "Waarom?", Then: func(text string) kit.Outcome {
			out := renames(text)
			out.Go = &kit.Place{Name: "monitor"}
			return out
		}}), "daarom", "leave"),
	} {
		if len(p.Changes) != 0 || len(p.Stack) != 2 {
			t.Errorf("%s: %d changes, %d screens", name, len(p.Changes), len(p.Stack))
		}
	}
	p = over(naming(), "Nieuw Media", "leave")
	if p.Client().Name != "Nieuw Media" {
		t.Errorf("kept %q", p.Client().Name)
	}
	if p.Press("enter"); len(p.Changes) != 1 || len(p.Stack) != 1 {
		t.Errorf("kept twice: %d changes, %d screens", len(p.Changes), len(p.Stack))
	}
	// With the client at the table nothing is kept that may not be.
	p = kittest.Start(demo{}, kittest.Frame(77, 20, "nl", client(), kittest.Together), client())
	p.Stack = append(p.Stack, newcomer())
	if p.Press("BB", "leave"); len(p.Changes) != 0 {
		t.Error("kept what is closed")
	}
}
