package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// gateList shows the checklist of the stage that the cycle is in, and goes on.
type gateList struct {
	stage account.Stage
	going func(reason string) kit.Outcome
}

func gateScreen(_ *kit.Frame, y *account.Cycle, going func(string) kit.Outcome) kit.Screen {
	return gateList{y.Stage, going}
}

func (g gateList) Init() tea.Cmd { return nil }
func (g gateList) Typing() bool  { return false }

func (g gateList) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: f.Client.Name + " · " + string(f.Client.Newest().Name), Steps: true, Stage: g.stage}
}

func (g gateList) Acts(f kit.Frame) []kit.Act {
	name := f.T("gate.on")
	if !g.passes(&f) {
		name = f.T("gate.reason")
	}
	return []kit.Act{
		{ID: "on", Keys: keys.Open, Name: name},
		{ID: "back", Keys: keys.Back, Name: f.T("gate.stay")},
	}
}

func (g gateList) passes(f *kit.Frame) bool {
	return account.Passes(f.Client.Gate(f.Client.Newest(), g.stage, f.Today))
}

func (g gateList) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("back"):
		return g, kit.Outcome{Back: true}
	case kit.Do("on"):
		if g.passes(&f) {
			out := g.going("")
			out.Back = true
			return g, out
		}
		return g, kit.Outcome{Back: true, Ask: widget.Ask{
			Name: "gate/" + g.stage.String(), Title: f.T("gate.ask.title"), Text: f.T("gate.ask.text"), Label: f.T("gate.ask.label"), Required: true, Then: g.going,
		}}
	}
	return g, kit.Outcome{}
}

func (g gateList) View(f kit.Frame) kit.Page {
	y := f.Client.Newest()
	next := g.stage.After(f.Client.Approach)
	title := f.T("gate.title", f.Words.Stage(lang.LongStage, f.Client.Approach, g.stage), f.Words.Stage(lang.LongStage, f.Client.Approach, next))
	if next == account.Closed {
		title = f.T(ofApproach(&f, "gate.close"))
	}
	lines := []string{"", f.Theme.Strong.Render(cells.Line(title, f.W)), ""}
	for _, c := range part.Gate(&f, f.Client.Gate(y, g.stage, f.Today)) {
		for i, l := range cells.Wrap(c.Text, f.W-4) {
			sign := "  "
			if i == 0 {
				sign = c.Sign
			}
			lines = append(lines, "  "+sign+" "+l)
		}
	}
	lines = append(lines, "")
	if next == account.Closed {
		for _, text := range broughtLines(&f, y) {
			lines = append(lines, cells.Wrap(text, f.W)...)
		}
		lines = append(lines, "")
	}
	text := f.T("gate.open")
	if g.passes(&f) {
		text = f.T("gate.met")
	}
	if next == account.Closed {
		text += " " + f.T(ofApproach(&f, "gate.closing"))
	}
	for _, l := range cells.Wrap(text, f.W) {
		lines = append(lines, f.Theme.Faint.Render(l))
	}
	return kit.Page{Body: strings.Join(lines, "\n")}
}

// ofApproach is the key of a text that the simple approach says in words of its
// own.
func ofApproach(f *kit.Frame, key string) string {
	if f.Client.Approach == account.Simple {
		return key + ".simple"
	}
	return key
}
