package widget_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// changingKK changes what is known of KK, field by field.
func changingKK() kit.Screen {
	c := client()
	fields := func(r *account.Respondent) map[string]string {
		return map[string]string{"name": r.Name, "function": r.Function}
	}
	at := fields(c.Respondent("KK"))
	return widget.NewFormDialog(widget.FormDialog{
		Title: "KK", Fields: []widget.Field{{ID: "name", Label: "Naam", Value: at["name"]}, {ID: "function", Label: "Functie", Value: at["function"]}},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			r := f.Client.Respondent("KK")
			if r == nil {
				return nil, false
			}
			return fields(r), true
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("demo"), func(c *account.Client) error {
				return c.ChangeRespondent("KK", func(r *account.Respondent) {
					widget.Put(e, "name", &r.Name)
					widget.Put(e, "function", &r.Function)
				})
			})
		},
	})
}

// elsewhere changes the client as another window does.
func elsewhere(p *kittest.Play, change func(*account.Client)) {
	p.Hand, _ = p.Hand.Do(hand.Change{Apply: func(c *account.Client) error { change(c); return nil }})
	p.Frame = kittest.With(p.Frame, p.Hand.Now())
}

func named(name string) func(*account.Client) {
	return func(c *account.Client) { c.Respondent("KK").Name = name }
}

func kk(p *kittest.Play) account.Respondent {
	c := p.Client()
	return *c.Respondent("KK")
}

func TestADialogHandsOverWhatWasChanged(t *testing.T) {
	p := over(changingKK(), "tab", "Inkoop", "tab")
	elsewhere(p, named("Kees van Dorp"))
	if !strings.Contains(p.View(), "Kees van Dorp") {
		t.Errorf("a field that nobody touched does not follow:\n%s", p.View())
	}
	p.Press("ctrl+s")
	if r := kk(p); r.Name != "Kees van Dorp" || r.Function != "Inkoop" || len(p.Stack) != 1 {
		t.Errorf("kept %+v, said %q", r, p.Notice)
	}
	if p := over(changingKK(), "ctrl+s"); len(p.Changes) != 0 || len(p.Stack) != 1 {
		t.Error("nothing was changed, and something is kept")
	}
	p = over(changingKK(), "!", "tab", "shift+tab", "backspace", "tab", "ctrl+s")
	if len(p.Changes) != 0 || len(p.Stack) != 1 {
		t.Errorf("what says again what stood there is a change: %q", p.Notice)
	}
}

func TestWhatADialogWouldReplaceIsTold(t *testing.T) {
	for name, keys := range map[string][]string{"kept in the dialog": {"!", "tab"}, "half typed": {"!"}} {
		p := over(changingKK(), keys...)
		elsewhere(p, named("Kees van Dorp"))
		if p.Press("tick"); !p.Bad || !strings.Contains(p.Notice, "Kees van Dorp") {
			t.Errorf("%s: said is %q", name, p.Notice)
		}
		p.Press("x", "backspace", "ctrl+s")
		if got := kk(p).Name; !strings.HasSuffix(got, "!") || len(p.Stack) != 1 {
			t.Errorf("%s: the user decides, kept is %q, said %q", name, got, p.Notice)
		}
		p = over(changingKK(), keys...)
		elsewhere(p, named("Kees van Dorp"))
		if p.Press("ctrl+s"); len(p.Changes) != 0 || !p.Bad || !strings.Contains(p.Notice, "Kees van Dorp") {
			t.Errorf("%s: replaced unsaid: %q", name, p.Notice)
		}
		if p.Press("ctrl+s"); len(p.Changes) != 1 {
			t.Errorf("%s: %d changes, said %q", name, len(p.Changes), p.Notice)
		}
	}
}

func TestADialogOfWhatIsGoneKeepsTheText(t *testing.T) {
	p := over(changingKK(), "tab", "Inkoop")
	elsewhere(p, func(c *account.Client) {
		c.Respondents = slices.DeleteFunc(c.Respondents, func(r account.Respondent) bool { return r.Initials == "KK" })
	})
	p.Press("tick")
	for range 2 {
		if p.Press("ctrl+s"); !p.Bad || len(p.Changes) != 0 || len(p.Stack) != 2 || !strings.Contains(p.View(), "Inkoop") {
			t.Errorf("said %q\n%s", p.Notice, p.View())
		}
	}
}

func TestAnAskFollowsWhatIsKept(t *testing.T) {
	ask := func() kit.Screen {
		return widget.NewAsk(widget.Ask{Title: "De naam", Value: "NewMedia", Then: renames, Stored: func(f kit.Frame) (string, bool) { return f.Client.Name, f.Client.Name != "" }})
	}
	renamed := func(c *account.Client) { c.Name = "Dorp" }
	p := over(ask())
	elsewhere(p, renamed)
	if p.Press("!", "enter"); p.Client().Name != "Dorp!" {
		t.Errorf("untouched it does not follow: %q", p.Client().Name)
	}
	p = over(ask(), "!")
	elsewhere(p, renamed)
	if p.Press("enter"); len(p.Changes) != 0 || !strings.Contains(p.Notice, "Dorp") || !strings.Contains(p.View(), "Dorp") {
		t.Errorf("replaced unsaid: %q\n%s", p.Notice, p.View())
	}
	if p.Press("enter"); p.Client().Name != "NewMedia!" {
		t.Errorf("the user decides: %q", p.Client().Name)
	}
}
