package main

import (
	"cmp"
	"os"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"kwi/internal/cli"
	"kwi/internal/fault"
	"kwi/ui"
	"kwi/ui/theme"
)

// colours is how much colour the terminal is given. It is decided here and nowhere
// else; the themes follow from it.
type colours struct {
	profile colorprofile.Profile
	by      string // the name in the environment that wants none, "" where none does
}

// coloursOf decides it. NO_COLOR with any value wants none; else CLICOLOR_FORCE with
// any value but 0 wants some, whatever is known of the terminal; else CLICOLOR=0 wants
// none. What remains is what the terminal can, as detected from TERM, COLORTERM and
// what the system knows of it.
func coloursOf(getenv func(string) string, detected colorprofile.Profile) colours {
	by := uncoloured(getenv)
	switch {
	case by != "":
		return colours{colorprofile.ASCII, by} // which keeps bold and faint
	case forced(getenv):
		return colours{max(detected, colorprofile.ANSI), ""}
	}
	return colours{max(detected, colorprofile.ASCII), ""} // what is in hand is always marked
}

// uncoloured is the name in the environment that wants no colour, "" where none does.
func uncoloured(getenv func(string) string) string {
	switch {
	case getenv("NO_COLOR") != "":
		return "NO_COLOR"
	case getenv("CLICOLOR") == "0" && !forced(getenv):
		return "CLICOLOR"
	}
	return ""
}

func forced(getenv func(string) string) bool {
	said := getenv("CLICOLOR_FORCE")
	return said != "" && said != "0"
}

// ofTerminal decides it for the terminal that the program runs in.
func ofTerminal() colours { return coloursOf(os.Getenv, colorprofile.Detect(os.Stdout, os.Environ())) }

// seenWindow is the terminal as kwi doctor tells of it.
func seenWindow() cli.Window {
	c := ofTerminal()
	w := cli.Window{NoColour: c.by}
	w.W, w.H, _ = term.GetSize(os.Stdout.Fd()) // without a terminal it has no size
	switch {
	case c.by != "" || c.profile <= colorprofile.ASCII:
	case c.profile == colorprofile.ANSI:
		w.Colours = 16
	case c.profile == colorprofile.ANSI256:
		w.Colours = 256
	default:
		w.Colours = 1 << 24
	}
	return w
}

// looks gives the root a theme that this much colour can show.
func (c colours) looks(to *ui.Config) {
	to.NoColour, to.Sixteen = c.by, c.profile == colorprofile.ANSI
	switch {
	case c.profile <= colorprofile.ASCII:
		to.NoColour = cmp.Or(c.by, "TERM")
		to.Theme, to.Themed = theme.Mono(), true
	case !to.Themed:
		to.Theme = theme.Following(true, to.Sixteen)
	}
}

// canDraw refuses a terminal that prints one line after the other and can do nothing
// else: neither the other screen nor the mouse nor a cursor that goes up is there.
func canDraw(getenv func(string) string) error {
	if getenv("TERM") == "dumb" {
		return fault.New(fault.LinesOnly)
	}
	return nil
}
