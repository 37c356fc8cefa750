package part

import (
	"strings"
	"unicode"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// GateText is how far the stage is towards its gate and what it lacks first,
// or that the simple approach skips it; whole reports whether all of it is met.
func GateText(f *kit.Frame, stage account.Stage) (text string, whole bool) {
	if f.Client.Approach == account.Simple && stage.Skipped(account.Simple) {
		return f.T("stage.skipped." + stage.String()), false
	}
	next, met, all := gateNext(f, stage)
	if met == all {
		return f.T("stage.gate.whole", met, all, next), true
	}
	return f.T("stage.gate", met, all, insideSentence(next)), false
}

// insideSentence is a text that comes after the beginning of a sentence: its
// first letter is small, unless the word is in capitals, such as GO.
func insideSentence(s string) string {
	letters := []rune(s)
	if len(letters) > 1 && !unicode.IsUpper(letters[1]) {
		letters[0] = unicode.ToLower(letters[0])
	}
	return string(letters)
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
