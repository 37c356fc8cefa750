// Package corrections is the page of what was changed when it could no longer
// go unsaid: corrections of what was told, with their reasons, and changes of
// what was asked after it had gone out, with the words of before. It is read,
// not worked on; with the client watching nothing of it is shown.
//
// It knows the kit and the pure rooms, and no other screen.
package corrections

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is how far the page is scrolled.
type Screen struct{ top widget.Scroll }

// New opens the page at its top.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells client and cycle, and what this is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := part.StageHead(&f, account.Session)
	h.Steps, h.Right = false, f.T("corrections.title")
	return h
}

// Acts lead to where the figures that were corrected stand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if f.Audience != kit.Manager || f.Y() == nil {
		return nil
	}
	return []kit.Act{{ID: "where", Looks: true, Keys: keys.Open, Name: f.T("corrections.act.where")}}
}

// Update scrolls, or goes to the monitor.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("where")) && f.Y() != nil {
		return s, kit.Goes(kit.Place{Name: "monitor", Client: f.Client.ID, Cycle: f.Cycle})
	}
	if keys.Move(msg, false) == keys.None {
		return s, part.LeavesOn(msg)
	}
	s.top = s.top.Update(lines(&f), f.W, f.H-1, msg, false)
	return s, kit.Outcome{}
}

// View draws the page as far as it is in view.
func (s Screen) View(f kit.Frame) kit.Page {
	switch {
	case f.Audience != kit.Manager:
		return kit.Page{}
	case f.Y() == nil:
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	}
	all := lines(&f)
	if len(all) == 0 {
		return kit.Page{Body: part.Empty(&f, f.T("corrections.empty"), f.T("corrections.empty.how"))}
	}
	return kit.Page{Body: strings.Join(s.top.View(f, all, f.H), "\n")}
}

// readable is how wide a line is that reads with ease.
const readable = 96

// lines are what was corrected and what was changed, the newest first: cycle by
// cycle, or where the page is wide in two columns.
func lines(f *kit.Frame) []string {
	pair := part.HalvesOf(f, leastHalf)
	fixed, changed := byCycle(pair.LeftOf(f), correctedLines), byCycle(pair.RightOf(f), amendedLines)
	if pair.Wide() && len(fixed) > 0 && len(changed) > 0 {
		return pair.Beside(fixed, changed)
	}
	return byCycle(f, func(f *kit.Frame, y *account.Cycle) []string {
		return append(correctedLines(f, y), amendedLines(f, y)...)
	})
}

// leastHalf is how narrow a column of what was corrected or changed may be.
const leastHalf = 70

// byCycle are the cycles from the one that is looked at back, each with what there
// is of it.
func byCycle(f *kit.Frame, of func(*kit.Frame, *account.Cycle) []string) (out []string) {
	at := f.Y()
	for i := range slices.Backward(f.Client.Cycles) {
		y := &f.Client.Cycles[i]
		if at == nil || y.Name > at.Name {
			continue
		}
		if all := of(f, y); len(all) > 0 {
			out = append(append(append(out, f.Theme.Strong.Render(string(y.Name))), all...), "")
		}
	}
	return out[:max(len(out)-1, 0)]
}

// correctedLines are what was corrected in a cycle, below its head.
func correctedLines(f *kit.Frame, y *account.Cycle) (out []string) {
	for i, r := range slices.Backward(y.Corrections) {
		if i == len(y.Corrections)-1 {
			out = append(out, "  "+f.Theme.Accent.Render(cells.Line(f.T("corrections.corrected"), f.W-2)))
		}
		out = append(out, entry(f, f.Words.WhoAndWhen(r.Date, r.By), r.What, r.Why)...)
	}
	return out
}

// amendedLines are what was changed in a cycle after it had gone out, below its
// head.
func amendedLines(f *kit.Frame, y *account.Cycle) (out []string) {
	for i, m := range slices.Backward(y.Amendments) {
		if i == len(y.Amendments)-1 {
			out = append(out, "  "+f.Theme.Accent.Render(cells.Line(f.T("corrections.amended"), f.W-2)))
		}
		out = append(out, entry(f, f.Words.WhoAndWhen(m.Date, m.By), f.Words.Amended(m), "")...)
	}
	return out
}

// entry is one of them: when and who, what, and below it why.
func entry(f *kit.Frame, when, what, why string) (out []string) {
	w := min(f.W, readable) - 6
	out = append(out, "    "+f.Theme.Faint.Render(cells.Line(when, w)))
	for _, l := range cells.Wrap(what, w) {
		out = append(out, "      "+f.Theme.Text.Render(l))
	}
	if why != "" {
		for _, l := range cells.Wrap(f.T("corrections.why", why), w) {
			out = append(out, "      "+f.Theme.Faint.Render(l))
		}
	}
	return out
}
