package main

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/internal/watchword"
	"kwi/ui"
	"kwi/ui/keys"
)

// atDoorOf is the page before the interface, of which the commands run at once.
type atDoorOf struct {
	t      *testing.T
	model  tea.Model
	opened bool
	left   bool
}

func standAt(t *testing.T, language, theme, told string, w, h int) *atDoorOf {
	a := &atDoorOf{t: t}
	c := doorOf(cli.Door{Words: lang.For(language), Theme: theme, File: "klanten.db", Told: told, Open: func(typed string) error {
		if typed != "paarse fiets" {
			return watchword.ErrOther
		}
		return nil
	}}, colours{profile: 4})
	c.Opened = func() { a.opened = true }
	a.model = ui.NewDoor(c)
	a.send(tea.WindowSizeMsg{Width: w, Height: h})
	return a
}

func (a *atDoorOf) send(msg tea.Msg) {
	var cmd tea.Cmd
	if a.model, cmd = a.model.Update(msg); cmd != nil {
		if next := cmd(); next != tea.Quit() {
			a.send(next)
		} else {
			a.left = true
		}
	}
}

func (a *atDoorOf) types(text string) {
	for _, sign := range text {
		a.send(tea.KeyPressMsg{Code: sign, Text: string(sign)})
	}
}

func (a *atDoorOf) page() string { return ansi.Strip(a.model.View().Content) }

func (a *atDoorOf) sees(texts ...string) {
	a.t.Helper()
	page := strings.Join(strings.Fields(a.page()), " ")
	for _, text := range texts {
		if !strings.Contains(page, text) {
			a.t.Errorf("%q is not on\n%s", text, a.page())
		}
	}
}

// TestThePageBeforeTheInterfaceAsksForThePassphrase in the language and the theme of the user,
// in every size; another says so and costs nothing, nothing that is typed is seen, and esc and
// ctrl+c leave.
func TestThePageBeforeTheInterfaceAsksForThePassphrase(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][2]string{"nl": {"klanten.db zit op slot.", "Dat is een andere wachtzin"}, "en": {"klanten.db is locked.", "That is not it"}} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {20, 6}} {
			a := standAt(t, language, "", "", size[0], size[1])
			if a.sees("kwi"); size[0] > 20 {
				a.sees(says[0])
			}
			for range 5 {
				a.types("verkeerd")
				if !strings.Contains(a.page(), "********") && size[0] > 20 || strings.Contains(a.page(), "verkeerd") {
					t.Errorf("%s", a.page())
				}
				if a.send(keys.Named("enter")); size[0] > 20 {
					a.sees(says[1])
				}
			}
			a.send(tea.PasteMsg{Content: "paarse \n"})
			a.types("fiets")
			if a.send(keys.Named("enter")); !a.opened || !a.left {
				t.Error("it does not open")
			}
		}
		for _, key := range []string{"esc", "ctrl+c"} {
			a := standAt(t, language, "", "", 80, 24)
			a.types("paarse fiets")
			if a.send(keys.Named(key)); a.opened || !a.left {
				t.Errorf("%s does not leave", key)
			}
		}
	}
	a := standAt(t, "nl", "", "Je wachtzin zou in /x staan, maar dat bestand is er niet.", 60, 20)
	a.sees("Je wachtzin zou in /x staan")
	if title := a.model.View().WindowTitle; title != "kwi" {
		t.Errorf("the title is %q", title)
	}
	light, dark := standAt(t, "nl", "light", "", 80, 24), standAt(t, "nl", "dark", "", 80, 24)
	light.send(tea.BackgroundColorMsg{})
	if light.model.View().Content == dark.model.View().Content {
		t.Error("the theme of the settings is not that of the page")
	}
}

// TestWhatCannotBeTypedIsSaid: what is longer than a passphrase can be, and a sign that no
// keyboard types.
func TestWhatCannotBeTypedIsSaid(t *testing.T) {
	t.Parallel()
	a := standAt(t, "en", "", "", 80, 24)
	a.send(tea.PasteMsg{Content: "paarse\tfiets"})
	a.sees("a character that you cannot type")
	a.send(tea.PasteMsg{Content: strings.Repeat("x", watchword.Longest)})
	if a.types("x"); !strings.Contains(a.page(), "1024 bytes") {
		t.Errorf("%s", a.page())
	}
	a.send(keys.Named("ctrl+u"))
	a.types("paarse fiets")
	if a.send(keys.Named("enter")); !a.opened {
		t.Error("it does not open")
	}
}

// TestAtThePageBeforeTheInterfaceWhatFollowsTheRightPassphraseWaitsForEnter: else it would be keys of
// the interface that begins.
func TestAtThePageBeforeTheInterfaceWhatFollowsTheRightPassphraseWaitsForEnter(t *testing.T) {
	t.Parallel()
	a := standAt(t, "en", "", "", 60, 20)
	a.types("paarse fiets")
	next, tries := a.model.Update(keys.Named("enter"))
	a.model = next
	a.types("paar")
	a.send(tries())
	a.sees("That was the right one already.")
	if a.types("q"); a.left || a.opened {
		t.Error("a letter opens it")
	}
	if a.send(keys.Named("enter")); !a.left || !a.opened {
		t.Error("enter does not open it")
	}
}
