package widget_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

// renames is what the dialogs of these tests do with an answer.
func renames(name string) kit.Outcome {
	return kit.Changes(kit.Label("demo"), func(c *account.Client) error {
		if name == "fout" {
			return fault.New(fault.BadInitials, name)
		}
		c.Name = name
		return nil
	})
}

// over plays a dialog over the demo form.
func over(s kit.Screen, keys ...string) *kittest.Play {
	p := kittest.Press(demo{}, kittest.Frame(77, 20, "nl", client()))
	p.Stack = append(p.Stack, s)
	return p.Press(keys...)
}

func removing() kit.Screen {
	return widget.NewConfirm(widget.Confirm{Title: "Vraag 2.03 verwijderen?", Text: "Niemand heeft hem nog beoordeeld.", Yes: "verwijderen", Then: func() kit.Outcome { return renames("weg") }})
}

func TestConfirm(t *testing.T) {
	if p := over(removing(), "enter"); p.Client().Name != "weg" || len(p.Stack) != 1 {
		t.Errorf("enter: %s, %d screens", p.Client().Name, len(p.Stack))
	}
	if p := over(removing(), "esc"); p.Client().Name != "NewMedia" || len(p.Stack) != 1 {
		t.Errorf("esc: %s, %d screens", p.Client().Name, len(p.Stack))
	}
	if p := over(removing(), "x", "space", "q", "y", "j", "n"); len(p.Stack) != 2 {
		t.Error("another key answers")
	}
}

func naming() kit.Screen {
	return widget.NewAsk(widget.Ask{Title: "Een nieuwe naam", Text: "Zo heet hij op de monitor.", Label: "Naam", Hint: "zoals hij zichzelf noemt", Required: true, Then: renames})
}

func TestAsk(t *testing.T) {
	if p := over(naming(), "Nieuw Media", "enter"); p.Client().Name != "Nieuw Media" || len(p.Stack) != 1 {
		t.Errorf("%q, %d screens", p.Client().Name, len(p.Stack))
	}
	if p := over(naming(), "enter"); !p.Bad || len(p.Stack) != 2 {
		t.Error("took nothing for an answer")
	}
	p := over(naming(), "fout", "enter")
	if !p.Bad || len(p.Stack) != 2 || !strings.Contains(p.View(), "fout▏") {
		t.Errorf("a refusal loses what was typed: %q\n%s", p.Notice, p.View())
	}
	if p.Press("esc"); len(p.Stack) != 1 || !strings.Contains(p.Notice, "blijft als concept") || len(p.Changes) != 0 {
		t.Errorf("esc: %q", p.Notice)
	}
	if p := over(naming(), "esc"); p.Notice != "" {
		t.Errorf("nothing typed, and it says %q", p.Notice)
	}
	many := widget.NewAsk(widget.Ask{Title: "Waarom?", Lines: 5, Then: renames})
	if p := over(many, "een", "enter", "twee", "ctrl+s"); p.Client().Name != "een\ntwee" {
		t.Errorf("%q", p.Client().Name)
	}
	if p := over(widget.NewAsk(widget.Ask{Value: "al iets", Then: renames}), "!", "enter"); p.Client().Name != "al iets!" {
		t.Errorf("%q", p.Client().Name)
	}
}

func choosing(n int) kit.Screen {
	var items []widget.Item
	for i := range n {
		items = append(items, widget.Item{ID: fmt.Sprint("c", i), Label: fmt.Sprint("Collega ", i), Detail: []string{"Verkoop", "Service", "Directie"}[i%3]})
	}
	return widget.NewPick(widget.Pick{Title: "Wie was erbij?", At: "c1", Items: items, Then: renames})
}

func TestPick(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"enter"}, "c1"}, {[]string{"down", "enter"}, "c2"}, {[]string{"up", "up", "enter"}, "c0"}, {[]string{"7", "enter"}, "c7"},
		{[]string{"dir coll", "down", "enter"}, "c5"}, {[]string{"dir", "esc", "enter"}, "c0"},
	} {
		if p := over(choosing(30), c.keys...); p.Client().Name != c.want || len(p.Stack) != 1 {
			t.Errorf("%v: %s, want %s", c.keys, p.Client().Name, c.want)
		}
	}
	if p := over(choosing(3), "zzz", "enter"); !p.Bad || len(p.Stack) != 2 {
		t.Error("picked what is not there")
	}
	if p := over(choosing(3), "zzz", "esc", "esc"); len(p.Stack) != 1 || len(p.Changes) != 0 {
		t.Error("esc does not leave")
	}
}

func newcomer() kit.Screen {
	return widget.NewFormDialog(widget.FormDialog{
		Title: "Een nieuwe respondent",
		Fields: []widget.Field{
			{ID: "initials", Label: "Initialen", Hint: "1–4 letters", Help: "Zo staat hij boven zijn kolom.", Set: func(v string) kit.Outcome {
				if v != "" && !account.ValidInitials(v) {
					return kit.Refuses("Initialen zijn 1–4 letters of cijfers.")
				}
				return kit.Outcome{}
			}},
			{ID: "name", Label: "Naam"},
			{ID: "level", Label: "Niveau", Kind: widget.ChoiceField, Choices: []widget.Choice{{Value: "", Label: "nog niet gevraagd"}, {Value: "tactical", Label: "tactisch"}, {Value: "strategic", Label: "strategisch"}}},
			{ID: "willing", Label: "Doet mee sinds", Kind: widget.DateField, Hint: "wanneer zei hij ja?"},
		},
		Check: func(v map[string]string) string {
			if v["initials"] == "" {
				return "Zonder initialen kan hij niet in de matrix."
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			return kit.Changes(kit.Label("demo"), func(c *account.Client) error {
				return c.AddRespondent(account.Respondent{Initials: account.Initials(e.Get("initials")), Name: e.Get("name"), Level: account.Level(e.Get("level")), Willing: account.Date(e.Get("willing"))})
			})
		},
	})
}

func TestFormDialog(t *testing.T) {
	for _, keys := range [][]string{
		{"BB", "tab", "Bert Baas", "tab", "space", "tab", "gisteren", "enter"},
		{"BB", "enter", "Bert Baas", "enter", "space", "enter", "20-11-2026", "enter"},
		{"BB", "down", "Bert Baas", "down", "space", "down", "20-11-2026", "ctrl+s"},
		{"tab", "tab", "right", "tab", "gisteren", "shift+tab", "shift+tab", "Bert Baas", "shift+tab", "BB", "ctrl+s"},
	} {
		p := over(newcomer(), keys...)
		c := p.Client()
		want := account.Respondent{Initials: "BB", Name: "Bert Baas", Level: account.Tactical, Willing: "2026-11-20"}
		if len(c.Respondents) != 3 || !reflect.DeepEqual(c.Respondents[2], want) || len(p.Stack) != 1 {
			t.Errorf("%v: %d screens, %+v, notice %q", keys, len(p.Stack), c.Respondents, p.Notice)
		}
	}
	// A choice of many opens a list, which comes back to the dialog.
	many := widget.FormDialog{Title: "Bezoek", Fields: []widget.Field{{ID: "by", Label: "Door", Kind: widget.ChoiceField}, {ID: "note", Label: "Notitie"}}, Then: func(e widget.Edits) kit.Outcome { return renames(e.Get("by") + "/" + e.Get("note")) }}
	for i := range 8 {
		many.Fields[0].Choices = append(many.Fields[0].Choices, widget.Choice{Value: fmt.Sprint("c", i), Label: fmt.Sprint("Collega ", i)})
	}
	if p := over(widget.NewFormDialog(many), "enter", "6", "enter", "tab", "x", "enter"); p.Client().Name != "c6/x" {
		t.Errorf("kept %q, %d screens", p.Client().Name, len(p.Stack))
	}
	// Nothing is lost by a refusal: of a field, of the whole, of the change.
	p := over(newcomer(), "te lang", "tab")
	if !p.Bad || !strings.Contains(p.View(), "te lang▏") {
		t.Errorf("field: %q\n%s", p.Notice, p.View())
	}
	p = over(newcomer(), "tab", "Bert", "ctrl+s")
	if p.Notice != "Zonder initialen kan hij niet in de matrix." || len(p.Stack) != 2 || !strings.Contains(p.View(), "Bert▏") {
		t.Errorf("whole: %q\n%s", p.Notice, p.View())
	}
	p = over(newcomer(), "KK", "ctrl+s")
	if !p.Bad || len(p.Stack) != 2 || len(p.Changes) != 0 || !strings.Contains(p.View(), "KK▏") {
		t.Errorf("change: %q\n%s", p.Notice, p.View())
	}
	p = over(newcomer(), "tab", "tab", "tab", "ooit", "ctrl+s", "ctrl+s")
	if !p.Bad || !strings.Contains(p.View(), "ooit▏") {
		t.Errorf("day: %q\n%s", p.Notice, p.View())
	}
	if p = over(newcomer(), "BB", "tab", "esc"); len(p.Stack) != 1 || !strings.Contains(p.Notice, "blijft als concept") || len(p.Changes) != 0 {
		t.Errorf("esc: %q", p.Notice)
	}
	if p = over(newcomer(), "esc"); p.Notice != "" {
		t.Errorf("nothing typed, and it says %q", p.Notice)
	}
}

func TestDialogLooks(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		title string
		p     *kittest.Play
	}{
		{"confirm", over(removing())},
		{"ask", over(naming())},
		{"ask, many lines", over(widget.NewAsk(widget.Ask{Title: "Waarom ga je toch verder?", Text: "De poort van Realiseren is nog open: KK is niet bezocht. Je reden wordt bij de cyclus bewaard.", Label: "Reden", Lines: 4, Then: renames}), "De sponsor is ziek;", "enter", "hij belt zelf.")},
		{"pick", over(choosing(30), "dir")},
		{"pick, nothing found", over(choosing(30), "zzz")},
		{"form", over(newcomer(), "BB", "tab", "Bert Baas", "tab")},
	} {
		fmt.Fprintf(&b, "# %s\n%s\n", c.title, c.p.View())
	}
	kittest.Golden(t, "dialogs", b.String())
}

func TestDialogsStayWithinTheirPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := kittest.Frame(rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 30).Draw(t, "h"), "en", client(), kittest.Theme(theme.Mono()))
		title, text := kittest.Hostile.Draw(t, "title"), kittest.Hostile.Draw(t, "text")
		then := func(string) kit.Outcome { return kit.Outcome{} }
		for _, s := range []kit.Screen{
			widget.NewConfirm(widget.Confirm{Title: title, Text: text, Yes: text}),
			widget.NewAsk(widget.Ask{Title: title, Text: text, Label: title, Hint: text, Value: text, Lines: rapid.IntRange(0, 9).Draw(t, "lines"), Then: then}),
			widget.NewPick(widget.Pick{Title: title, Items: []widget.Item{{Label: title, Detail: text}, {Label: text}}, Then: then}),
			widget.NewFormDialog(widget.FormDialog{Title: title, Text: text, Fields: []widget.Field{{ID: "a", Label: title, Hint: text}, {ID: "b", Label: text, Kind: widget.TextField, Value: text}}}),
		} {
			s, _ = s.Update(f, kittest.Key("down"))
			page := s.View(f)
			kittest.Fits(t, f, page)
			if got := strings.Count(page.Body, "\n") + 1; got != f.H {
				t.Errorf("%T: %d lines, not %d", s, got, f.H)
			}
		}
	})
}

// A dialog that does not say Together does nothing while the client looks
// along, whatever key is tried; esc always leaves.
func TestDialogsAreClosedWhileTheClientLooksAlong(t *testing.T) {
	for _, s := range []kit.Screen{removing(), naming(), choosing(3), newcomer()} {
		p := kittest.Start(demo{}, kittest.Frame(77, 20, "nl", client(), kittest.Together), client())
		p.Stack = append(p.Stack, s)
		if p.Press("BB", "enter", "ctrl+s", "y"); len(p.Changes) != 0 {
			t.Errorf("%T: changed something", s)
		}
		if p.Press("esc", "esc"); len(p.Stack) != 1 {
			t.Errorf("%T: cannot be left", s)
		}
	}
}
