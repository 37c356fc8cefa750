package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// GateLine is one condition of a gate in words, with its sign already styled.
type GateLine struct {
	Text string
	Sign string
	Met  bool
}

// Gate puts a stage's conditions into words: what is met, and for what is not
// also what is missing.
func Gate(f *kit.Frame, checks []account.Check) []GateLine {
	out := make([]GateLine, 0, len(checks))
	for _, c := range checks {
		l := GateLine{Text: f.T("gate.check." + string(c.Name)), Met: c.Met, Sign: f.Theme.Good.Render(f.Theme.Glyphs.Ok)}
		switch {
		case !c.Met:
			l.Sign = f.Theme.Warn.Render(f.Theme.Glyphs.Todo)
			if len(c.Missing) > 0 && !namesOnlyContact(f, c.Missing) {
				l.Text += ": " + strings.Join(c.Missing, ", ")
			}
		case holdsOfNothing(f, c.Name):
			l.Text = f.T("gate.nothing." + string(c.Name))
			l.Sign = f.Theme.Faint.Render(f.Theme.Glyphs.None)
		}
		out = append(out, l)
	}
	return out
}

// namesOnlyContact reports whether what is missing is missing of the one contact
// of the simple approach, who needs no naming.
func namesOnlyContact(f *kit.Frame, missing []string) bool {
	people := f.Client.Taking()
	return f.Client.Approach == account.Simple && len(people) == 1 && len(missing) == 1 && missing[0] == string(people[0].Initials)
}

// holdsOfNothing reports whether a condition is met only because there is
// nobody or nothing of which it could fail.
func holdsOfNothing(f *kit.Frame, name account.CheckName) bool {
	switch y := f.Y(); {
	case y == nil:
	case name == account.ColleaguesKnow:
		return len(f.Client.Colleagues) == 0
	case name == account.ActionsAgreed:
		return len(y.Actions) == 0
	}
	return false
}

// gateNext is the first condition of the stage's gate that is not met, in
// words, or that the gate is passed; and how many of all are met.
func gateNext(f *kit.Frame, stage account.Stage) (text string, met, all int) {
	y := f.Y()
	if y == nil {
		return "", 0, 0
	}
	if text = f.T("gate.met.short"); y.Stage == stage {
		text = f.T("gate.passed")
	}
	for i, l := range Gate(f, f.Client.Gate(y, stage, f.Today)) {
		all = i + 1
		if l.Met {
			met++
		} else if met == i {
			text = l.Text
		}
	}
	return text, met, all
}
