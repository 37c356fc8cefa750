package part

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// StageHead is the head of a stage's screen: the client and the cycle that is
// looked at on the left, the steps of the cycle on the right.
func StageHead(f *kit.Frame, stage account.Stage) kit.Head {
	h := kit.Head{Title: f.Client.Name, Steps: true, Stage: stage}
	if y := f.Y(); y != nil {
		h.Tail = " · " + string(y.Name)
		if y.Stage == account.Closed {
			h.Tail += " (" + strings.ToLower(f.T("stage.closed")) + ")"
		}
	}
	return h
}

// LeavesOn is the outcome of a message that nothing else answers: esc leaves
// the screen, all else does nothing.
func LeavesOn(msg tea.Msg) kit.Outcome {
	if keys.Pressed(msg, keys.Back) {
		return kit.Outcome{Back: true}
	}
	return kit.Outcome{}
}

// Tabs names the sides of a screen, the one in front lit.
func Tabs(t theme.Theme, names []string, at int) string { return tabs(t, names, at, "  ") }

// TabsWithin is Tabs closer together where they would be wider than w.
func TabsWithin(t theme.Theme, names []string, at, w int) string {
	line := tabs(t, names, at, "  ")
	if cells.Width(line) > w {
		line = tabs(t, names, at, " ")
	}
	return cells.Cut(line, w)
}

func tabs(t theme.Theme, names []string, at int, between string) string {
	out := make([]string, len(names))
	for i, n := range names {
		if i == at {
			out[i] = t.Accent.Render(t.Glyphs.Cursor + " " + n)
		} else {
			out[i] = t.Faint.Render("  " + n)
		}
	}
	return strings.Join(out, between)
}

// Digit is the key that leads to a stage of the client in hand: in the simple
// approach, which passes two over, they have other ones.
func Digit(f *kit.Frame, s account.Stage) string { return strconv.Itoa(s.Step(f.Client.Approach)) }

// WidestText is how many cells a line of running text has at most, wherever there
// is room for more: the eye does not find the next one.
const WidestText = 88

// Empty says what belongs on an empty screen and which key begins.
func Empty(f *kit.Frame, what, how string) string {
	lines := []string{""}
	lines = append(lines, cells.Wrap(what, min(f.W, WidestText))...)
	lines = append(lines, "")
	for _, l := range cells.Wrap(how, min(f.W, WidestText)) {
		lines = append(lines, f.Theme.Faint.Render(l))
	}
	return strings.Join(lines, "\n")
}
