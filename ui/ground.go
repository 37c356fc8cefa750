package ui

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// groundAct turns to the next theme. Where the environment wants no colour there is
// none to turn to: themes with colour would show what is in hand by it.
func (r *Root) groundAct() kit.Act {
	act := kit.Act{ID: "ground", Looks: true, Keys: keys.Ground, Name: r.Words.T("root.act.ground"), Together: true, Hidden: true}
	if r.NoColour != "" {
		act.Why = r.Words.T("root.ground.none", r.NoColour)
	}
	return act
}

// painted is a body on the ground of a theme that has one of its own, in all cells of
// the terminal; else it is as it was.
func painted(t theme.Theme, body string, w, h int) string {
	if t.Ground == "" {
		return body
	}
	lines := strings.Split(body, "\n")
	var b strings.Builder
	for i := range h {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		b.WriteString(t.Ground)
		b.WriteString(strings.ReplaceAll(line, theme.Reset, theme.Reset+t.Ground))
		b.WriteString(strings.Repeat(" ", max(0, w-cells.Width(line))))
		b.WriteString(theme.Reset)
		if i < h-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
