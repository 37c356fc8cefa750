package bring

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// review is the dialog that shows what came in before it is kept. It scrolls,
// and one yes keeps all that can be.
type review struct {
	lines []string
	sum   string                       // what yes does
	keep  func(*kit.Frame) kit.Outcome // nil where there is nothing to keep
	top   widget.Scroll

	doubtful string                       // what is said of lists without the mark that was sent
	trust    func(*kit.Frame) kit.Outcome // keeps those too; nil where there are none

	more []reviewAct // what else can be done with it first
}

// reviewAct is one more act of the dialog, which takes its place.
type reviewAct struct {
	kit.Act
	do func(*kit.Frame) kit.Outcome
}

// The acts of the dialog.
const (
	doKeepAll kit.Do = "bring.collect.keep"
	doTrust   kit.Do = "bring.collect.trust"
	doLeave   kit.Do = "bring.collect.leave"
)

// reviewAround is what the dialog draws round its lines, and trustAround what
// lists without a mark add to that.
const (
	reviewAround = 8
	trustAround  = 3
)

// around is what is drawn round the lines.
func (v review) around() int {
	if v.trust != nil {
		return reviewAround + trustAround + len(v.more)
	}
	return reviewAround + len(v.more)
}

// widestLine is how wide its lines are at most, to be read with ease.
const widestLine = 100

// Init fetches nothing.
func (v review) Init() tea.Cmd { return nil }

// Typing is never so.
func (v review) Typing() bool { return false }

// Head says whose client this is about.
func (v review) Head(f kit.Frame) kit.Head { return kit.Head{Title: widget.TitleOf(f)} }

// Acts are to keep what came back, or not.
func (v review) Acts(f kit.Frame) []kit.Act {
	keep := kit.Act{ID: string(doKeepAll), Keys: keys.Yes, Name: f.T("bring.collect.yes")}
	if v.keep == nil {
		keep.Why = f.T("bring.collect.none")
	}
	acts := []kit.Act{keep}
	if v.trust != nil {
		acts = append(acts, kit.Act{ID: string(doTrust), Keys: keys.Trust, Name: f.T("bring.collect.trust")})
	}
	for _, m := range v.more {
		acts = append(acts, m.Act)
	}
	return append(acts, kit.Act{ID: string(doLeave), Keys: keys.No, Name: f.T("bring.collect.no"), Together: true})
}

// Update scrolls, keeps or leaves.
func (v review) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case doKeepAll, doTrust:
		keep := v.keep
		if msg == doTrust {
			keep = v.trust
		}
		if f.Audience != kit.Manager || keep == nil {
			return v, kit.Outcome{}
		}
		out := keep(&f)
		out.Back = !out.Bad // where the root refuses the change, what was read stays in view
		return v, out
	case doLeave:
		return v, kit.Outcome{Back: true, Notice: f.T("collect.left")}
	}
	for _, m := range v.more {
		if msg == tea.Msg(kit.Do(m.ID)) && f.Audience == kit.Manager {
			return v, m.do(&f)
		}
	}
	_, lines := v.drawn(&f)
	room := max(f.H-v.around(), 1)
	v.top = v.top.Update(lines, f.W, room, msg, true)
	return v, kit.Outcome{}
}

// drawn is the breadth of the dialog and its lines, broken to that.
func (v review) drawn(f *kit.Frame) (w int, lines []string) {
	w = max(min(f.W, widestLine), 1)
	for _, l := range v.lines {
		text := strings.TrimLeft(l, " ")
		indent := len(l) - len(text)
		for i, part := range cells.Wrap(text, max(w-indent-2, 1)) {
			if i > 0 {
				part = "  " + part
			}
			lines = append(lines, strings.Repeat(" ", indent)+part)
		}
	}
	return w, lines
}

// View draws the lines that there is room for, and below them what yes does.
func (v review) View(f kit.Frame) kit.Page {
	w, lines := v.drawn(&f)
	room := max(f.H-v.around(), 1)
	from, to := v.top.Window(lines, f.W, room)
	out := []string{"", f.Theme.Strong.Render(cells.Line(f.T("bring.collect.title"), w)), f.Theme.Rule(w)}
	out = append(out, lines[from:to]...)
	for len(out) < room+3 && len(lines) > room {
		out = append(out, "")
	}
	more := ""
	switch {
	case to < len(lines):
		more = f.T("kit.scroll.more", from+1, to, len(lines))
	case len(lines) > room:
		more = f.T("kit.scroll.end", from+1, to, len(lines))
	}
	out = append(out, f.Theme.Faint.Render(cells.Line(more, w)))
	sums := cells.Wrap(v.sum, w)
	out = append(out, sums[:min(len(sums), 2)]...)
	if v.doubtful != "" {
		said := cells.Wrap(v.doubtful, w)
		out = append(out, said[:min(len(said), 2)]...)
	}
	for _, a := range v.Acts(f) {
		if a.Why != "" {
			continue
		}
		out = append(out, f.Theme.Accent.Render(cells.Fit(a.KeyName(f.Words, false), 8))+cells.Line(a.Name, w-8))
	}
	return kit.Page{Body: cells.Block(out, f.W, f.H)}
}
