package main

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"kwi/internal/fault"
	"kwi/ui"
	"kwi/ui/theme"
)

// TestHowMuchColourThereIs by what the environment wishes and the terminal can, and
// which theme follows where nobody chose one, or chose the light one.
func TestHowMuchColourThereIs(t *testing.T) {
	t.Parallel()
	const all, some, none, lines = colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII, colorprofile.NoTTY
	for _, test := range []struct {
		name           string
		env            map[string]string
		can, want      colorprofile.Profile
		theme, ifLight string
		by             string
	}{
		{"nothing said", nil, all, all, "dark", "light", ""},
		{"256 colours", nil, colorprofile.ANSI256, colorprofile.ANSI256, "dark", "light", ""},
		{"sixteen colours", nil, some, some, "ansi", "light", ""},
		{"no name of a terminal", nil, lines, none, "mono", "mono", "TERM"},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, all, none, "mono", "mono", "NO_COLOR"},
		{"NO_COLOR of any value", map[string]string{"NO_COLOR": "off"}, all, none, "mono", "mono", "NO_COLOR"},
		{"NO_COLOR of none", map[string]string{"NO_COLOR": ""}, all, all, "dark", "light", ""},
		{"CLICOLOR=0", map[string]string{"CLICOLOR": "0"}, all, none, "mono", "mono", "CLICOLOR"},
		{"CLICOLOR=1", map[string]string{"CLICOLOR": "1"}, all, all, "dark", "light", ""},
		{"forced", map[string]string{"CLICOLOR_FORCE": "1"}, lines, some, "ansi", "light", ""},
		{"forced goes above CLICOLOR", map[string]string{"CLICOLOR_FORCE": "yes", "CLICOLOR": "0"}, all, all, "dark", "light", ""},
		{"forced by 0 is not", map[string]string{"CLICOLOR_FORCE": "0", "CLICOLOR": "0"}, all, none, "mono", "mono", "CLICOLOR"},
		{"NO_COLOR goes above forced", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "x"}, all, none, "mono", "mono", "NO_COLOR"},
	} {
		shows := coloursOf(func(name string) string { return test.env[name] }, test.can)
		if shows.profile != test.want {
			t.Errorf("%s: %v", test.name, shows.profile)
		}
		c := ui.Config{Theme: theme.Dark()}
		chosen := ui.Config{Theme: theme.Light(), Themed: true}
		shows.looks(&c)
		shows.looks(&chosen)
		if c.Theme.Name != test.theme || chosen.Theme.Name != test.ifLight || c.NoColour != test.by {
			t.Errorf("%s: %s, and %s where light was chosen, by %q", test.name, c.Theme.Name, chosen.Theme.Name, c.NoColour)
		}
	}
}

// TestATerminalOfLinesIsRefused with a sentence, and nothing else is.
func TestATerminalOfLinesIsRefused(t *testing.T) {
	t.Parallel()
	for name, refused := range map[string]bool{"dumb": true, "": false, "xterm": false, "linux": false} {
		err := canDraw(func(string) string { return name })
		if fault.Has(err, fault.LinesOnly) != refused || !refused && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
