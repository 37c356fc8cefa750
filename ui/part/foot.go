package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// GateText is how far the stage is towards its gate and what it still needs, in
// one line, or that the simple approach skips it; whole reports whether all of it
// is met. Of a stage that lies behind nothing is said here: above it stands when it
// was done and what was left open.
func GateText(f *kit.Frame, stage account.Stage) (text string, whole bool) {
	if f.Client.Approach == account.Simple && stage.Skipped(account.Simple) {
		return f.T("stage.skipped." + stage.String()), false
	}
	unmet, all := gateState(f, stage)
	switch {
	case IsFinished(f, stage):
		return "", len(unmet) == 0
	case len(unmet) == 0:
		next := f.T("gate.met.short")
		if y := f.Y(); y != nil && y.Stage == stage {
			next = f.T("gate.passed")
		}
		return f.T("stage.gate.whole", all, all, next), true
	}
	room := f.W - cells.Width(f.T("stage.gate", all-len(unmet), all, ""))
	return f.T("stage.gate", all-len(unmet), all, LacksIn(f, unmet, room)), false
}

// GateLines is GateText, and where the screen has room a line for each condition
// that is not met.
func GateLines(f *kit.Frame, stage account.Stage) (lines []string, whole bool) {
	text, whole := GateText(f, stage)
	unmet, all := gateState(f, stage)
	if f.H < roomyScreen || len(unmet) < 2 || stage.Skipped(f.Client.Approach) || IsFinished(f, stage) {
		return []string{f.Theme.Faint.Render(cells.Line(text, f.W))}, whole
	}
	lines = []string{f.Theme.Faint.Render(cells.Line(f.T("stage.gate.list", all-len(unmet), all, keys.Checklist.Keys()[0]), f.W))}
	for _, k := range unmet {
		need := LacksIn(f, []account.Check{k}, f.W-4)
		lines = append(lines, "  "+f.Theme.Warn.Render(f.Theme.Glyphs.Todo)+" "+f.Theme.Faint.Render(cells.Line(need, f.W-4)))
	}
	return lines, whole
}

// GateUnder is GateLines below a body of so many lines in a height of h: one line
// where more have no room.
func GateUnder(f *kit.Frame, stage account.Stage, body, h int) string {
	lines, _ := GateLines(f, stage)
	if body+len(lines)-1 > h {
		text, _ := GateText(f, stage)
		return f.Theme.Faint.Render(cells.Line(text, f.W))
	}
	return strings.Join(lines, "\n")
}

// FootLines is a foot below a body of so many lines in a height of h: it is read
// whole where the body leaves a line for it, and cut where it does not.
func FootLines(f *kit.Frame, text string, body, h int) string {
	lines := cells.Wrap(text, f.W)
	if len(lines) < 2 || body+len(lines)-1 > h {
		return f.Theme.Faint.Render(cells.Line(text, f.W))
	}
	for i, l := range lines {
		lines[i] = f.Theme.Faint.Render(l)
	}
	return strings.Join(lines, "\n")
}

// OverFoot draws lines at the top of the body and a foot at its bottom.
func OverFoot(f *kit.Frame, lines, foot []string) kit.Page {
	for len(lines) < f.H-len(foot) {
		lines = append(lines, "")
	}
	return kit.Page{Body: cells.Block(append(lines, foot...), f.W, f.H)}
}
