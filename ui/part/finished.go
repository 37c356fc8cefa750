package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// roomyScreen is from how many lines of the body on there is room for more than
// a line of what a stage did, or lacks.
const roomyScreen = 30

// IsFinished reports whether the stage that is looked at lies behind the cycle.
func IsFinished(f *kit.Frame, stage account.Stage) bool {
	y := f.Y()
	return y != nil && !stage.Skipped(f.Client.Approach) && y.IsPast(stage, f.Client.Approach)
}

// Finished says of a stage that the cycle has left behind what was done and when:
// in one line, or where there is room a line for each condition, what was left
// open, and why one went on. The key at its end tells all of it.
func Finished(f *kit.Frame, stage account.Stage) []string {
	y, t := f.Y(), f.Theme
	head := finishedHead(f, stage)
	more := "  " + keys.Checklist.Keys()[0] + " " + f.T("gate.more.key")
	unmet, _ := gateState(f, stage)
	reasons := y.ReasonsAt(stage, f.Client.Approach)
	sign := t.Good.Render(t.Glyphs.Ok)
	if len(unmet) > 0 {
		sign = t.Warn.Render(t.Glyphs.Todo)
	}
	dot := " " + t.Glyphs.Dot + " "
	w := f.W - 2 - cells.Width(more)
	if f.H < roomyScreen {
		line := head
		if room := w - cells.Width(line) - len(dot); len(unmet) > 0 && room > leastReason {
			line += dot + f.T("gate.done.open", LacksIn(f, unmet, room-cells.Width(f.T("gate.done.open", ""))))
		}
		if said := reasonIn(f, reasons, w-cells.Width(line)-len(dot)); said != "" {
			line += dot + said
		}
		line = cells.Line(line, w)
		return []string{sign + " " + line + t.Faint.Render(more)}
	}
	lines := []string{sign + " " + t.Strong.Render(cells.Line(head, w)) + t.Faint.Render(more)}
	for _, s := range f.Client.Settled(y, stage, f.Today) {
		for i, l := range hanging(conditionLine(f, &s), f.W-2, 2) { // what met it stands under its first word
			if i > 0 {
				l = "  " + l
			}
			lines = append(lines, t.Faint.Render("  "+cells.Line(l, f.W-2)))
		}
	}
	for i := range reasons {
		for _, l := range cells.Wrap(f.Words.Regardless(&f.Client, y, &reasons[i], f.Today), f.W-2) {
			lines = append(lines, t.Faint.Render("  "+l))
		}
	}
	return append(lines, "")
}

// FinishedHeight is how many lines Finished is.
func FinishedHeight(f *kit.Frame, stage account.Stage) int {
	if f.H < roomyScreen {
		return 1
	}
	return len(Finished(f, stage))
}

// conditionLine is a condition with what met it.
func conditionLine(f *kit.Frame, s *account.Settled) string {
	sign := f.Theme.Glyphs.Ok
	if !s.Met {
		return f.Theme.Glyphs.Todo + " " + f.T("gate.done.open", f.Words.Lack(&f.Client, f.Y(), s.Check, account.MostRespondents))
	}
	if holdsOfNothing(f, s.Name) {
		return f.Theme.Glyphs.None + " " + f.T("gate.nothing."+string(s.Name))
	}
	text := sign + " " + f.T("gate.check."+string(s.Name))
	if facts := f.Words.Facts(&f.Client, f.Y(), s, f.Today); facts != "" {
		text += ": " + facts
	}
	return text
}

// finishedHead is when a stage was done and by whom, and how much of it.
func finishedHead(f *kit.Frame, stage account.Stage) string {
	on, by := f.Client.SettledOn(f.Y(), stage, f.Today)
	when := f.T("gate.done")
	if on != "" {
		when = f.T("gate.done.on", f.Words.ShortDate(on, f.Today))
	}
	if by != "" {
		when = f.T("gate.fact.by", when, f.Client.Called(by))
	}
	unmet, all := gateState(f, stage)
	return strings.Join([]string{when, f.T("gate.done.count", all-len(unmet), all)}, " "+f.Theme.Glyphs.Dot+" ")
}
