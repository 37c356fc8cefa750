package ui

import (
	"strings"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// keyLine is the five keys that matter here, as many as fit, and the key that
// shows all. The way out of a dialog is always among them. A key that would only refuse is not named: it still tells why when
// it is tried, and help lists it with that reason. first is whether the first of them, if there is one, is among them.
func (r *Root) keyLine(w int) (line string, spots []keySpot, first bool) {
	f := r.frame()
	typing := r.top().screen.Typing()
	acts, out := r.namedActs(&f)
	if r.leaving.ask {
		acts, out = r.leavingActs(), -1
	} else if r.watched() && !r.top().dialog {
		acts, out = nil, -1 // all of them are behind the key that shows them
	}
	help := kit.Act{ID: "help", Looks: true, Keys: keys.Help, Name: r.Words.T("root.act.help"), Together: true}
	width := func(a kit.Act) int { return cells.Width(a.KeyName(r.Words, typing)) + 1 + cells.Width(a.Name) }
	left, along := w-width(help), r.alongAct()
	if along.ID != "" {
		left -= width(along) + 2
	}
	var b strings.Builder
	x := 0
	if r.watched() && !r.leaving.ask {
		mark := r.Words.T("root.together")
		b.WriteString(r.Theme.Faint.Render(mark))
		x = cells.Width(mark)
	}
	draw := func(a kit.Act) {
		if x > 0 {
			b.WriteString("  ")
			x += 2
		}
		b.WriteString(r.Theme.Accent.Render(a.KeyName(r.Words, typing)) + " " + r.Theme.Faint.Render(a.Name))
		spots = append(spots, keySpot{x, x + width(a), keys.Reachable(a.Keys, typing)})
		x += width(a)
	}
	full := false
	first = len(acts) == 0
	for i, a := range acts {
		room := left - 2
		if i < out {
			room -= width(acts[out]) + 2
		}
		fits := x+width(a)+2 <= room
		if fits && (!full || i == out) {
			draw(a)
			first = first || i == 0
		}
		full = full || !fits
	}
	if along.ID != "" {
		draw(along)
	}
	if !r.leaving.ask && !r.top().covers() {
		draw(help)
	}
	return b.String(), spots, first
}

// mostNamedActs is how many keys the key line names at most.
const mostNamedActs = 5

// namedActs are the acts that the key line may name, and which of them leaves a
// dialog; less than 0 where none does.
func (r *Root) namedActs(f *kit.Frame) (acts []kit.Act, out int) {
	out = -1
	typing, dialog := r.top().screen.Typing(), r.top().dialog
	for _, a := range r.screenActs(f) {
		key := keys.Reachable(a.Keys, typing)
		leaves := dialog && out < 0 && key == keys.Back.Keys()[0]
		if a.Hidden || a.Why != "" || key == "" || len(acts) >= mostNamedActs && !leaves {
			continue
		}
		if leaves {
			acts, out = acts[:min(len(acts), mostNamedActs-1)], min(len(acts), mostNamedActs-1)
		}
		acts = append(acts, a)
	}
	return acts, out
}
